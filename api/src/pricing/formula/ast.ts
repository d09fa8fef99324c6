import type { Rational } from "./rational.js";

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "^";
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type LogicOperator = "and" | "or";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicOperator;

interface Place {
  readonly from: number;
  readonly to: number;
  /** Written in brackets, which `from` and `to` take in. */
  readonly grouped?: true;
}

export interface NumberNode extends Place {
  readonly kind: "NUMBER";
  readonly value: Rational;
}
export interface TextNode extends Place {
  readonly kind: "TEXT";
  readonly value: string;
}
export interface BooleanNode extends Place {
  readonly kind: "BOOLEAN";
  readonly value: boolean;
}
export interface NameNode extends Place {
  readonly kind: "NAME";
  readonly name: string;
}
export interface UnaryNode extends Place {
  readonly kind: "UNARY";
  readonly operator: "-" | "not";
  readonly operand: FormulaNode;
}
export interface BinaryNode extends Place {
  readonly kind: "BINARY";
  readonly operator: BinaryOperator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}
/** `c ? a : b` and `if(c, a, b)`: one and the same. */
export interface ChoiceNode extends Place {
  readonly kind: "CHOICE";
  readonly condition: FormulaNode;
  readonly yes: FormulaNode;
  readonly no: FormulaNode;
}
export interface CallNode extends Place {
  readonly kind: "CALL";
  readonly name: string;
  /** Where the name itself stands. */
  readonly nameTo: number;
  readonly args: readonly FormulaNode[];
}

/** A formula as a frozen tree. There is no node that reaches outside: no member, no index, no assignment, no loop. */
export type FormulaNode =
  | NumberNode
  | TextNode
  | BooleanNode
  | NameNode
  | UnaryNode
  | BinaryNode
  | ChoiceNode
  | CallNode;
