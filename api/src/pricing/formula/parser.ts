import type { BinaryOperator, FormulaNode } from "./ast.js";
import { FormulaError, type Span } from "./issue.js";
import { type Token, tokenize } from "./lexer.js";
import { limits } from "./limits.js";
import { type Rational, readDecimal } from "./rational.js";

/** How tightly an operator holds its sides. `^` holds tighter than a minus before it: -2^2 is -4. */
const binding: ReadonlyMap<string, number> = new Map([
  ["?", 5],
  ["or", 10],
  ["and", 20],
  ["==", 40],
  ["!=", 40],
  ["<", 40],
  ["<=", 40],
  [">", 40],
  [">=", 40],
  ["+", 50],
  ["-", 50],
  ["*", 60],
  ["/", 60],
  ["%", 60],
  ["^", 80],
]);
const NOT = 30;
const COMPARISON = 40;
const MINUS = 70;

/** Reads a formula into a frozen tree. Throws FormulaError at the first place that can't be read. */
export function parse(source: string): FormulaNode {
  return new Parser(tokenize(source)).whole();
}

/** A Pratt parser: every recursion is counted, so no text is deeper than the limit however it nests. */
class Parser {
  private at = 0;
  private depth = 0;
  private nodes = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): FormulaNode {
    if (this.peek().kind === "END") throw new FormulaError("EMPTY", this.peek());
    const node = this.expression(0);
    if (this.peek().kind !== "END") throw new FormulaError("TOKEN_UNEXPECTED", this.peek(), found(this.peek()));
    return node;
  }

  private expression(least: number): FormulaNode {
    this.depth += 1;
    if (this.depth > limits.depth) throw new FormulaError("TOO_DEEP", this.peek(), { limit: String(limits.depth) });
    let left = this.prefix();
    for (;;) {
      const operator = this.peek();
      const power = operator.kind === "SIGN" || operator.kind === "WORD" ? binding.get(operator.text) : undefined;
      if (power === undefined || power < least) break;
      this.next();
      left = operator.text === "?" ? this.choice(left) : this.binary(left, operator, power);
    }
    this.depth -= 1;
    return left;
  }

  private choice(condition: FormulaNode): FormulaNode {
    const yes = this.expression(0);
    this.expect(":");
    const no = this.expression(0);
    return this.made({ kind: "CHOICE", condition, yes, no, from: condition.from, to: no.to });
  }

  /** To the left belongs what comes first, but `^`: 2^3^2 is 2^9. A comparison of a comparison is refused. */
  private binary(left: FormulaNode, operator: Token, power: number): FormulaNode {
    const right = this.expression(operator.text === "^" ? MINUS : power + 1);
    if (power === COMPARISON && this.peek().kind === "SIGN" && binding.get(this.peek().text) === COMPARISON)
      throw new FormulaError("COMPARISON_CHAINED", this.peek(), found(this.peek()));
    const span = { from: left.from, to: right.to };
    return this.made({ kind: "BINARY", operator: operator.text as BinaryOperator, left, right, ...span });
  }

  private prefix(): FormulaNode {
    const token = this.next();
    if (token.kind === "NUMBER") return this.number(token);
    if (token.kind === "TEXT") return this.made({ kind: "TEXT", value: token.text, ...span(token) });
    if (token.kind === "NAME") return this.sees("(") ? this.call(token) : this.name(token);
    if (token.text === "true" || token.text === "false")
      return this.made({ kind: "BOOLEAN", value: token.text === "true", ...span(token) });
    if (token.text === "-" || token.text === "not") return this.unary(token, token.text);
    if (token.text === "(") return this.group(token);
    throw new FormulaError("VALUE_EXPECTED", token, found(token));
  }

  private number(token: Token): FormulaNode {
    return this.made({ kind: "NUMBER", value: readDecimal(token.text) as Rational, ...span(token) });
  }

  private name(token: Token): FormulaNode {
    return this.made({ kind: "NAME", name: token.text, ...span(token) });
  }

  private unary(token: Token, operator: "-" | "not"): FormulaNode {
    const operand = this.expression(operator === "-" ? MINUS : NOT);
    return this.made({ kind: "UNARY", operator, operand, from: token.from, to: operand.to });
  }

  /** The node keeps its own place but takes in the brackets, so that an error underlines what a person sees. */
  private group(open: Token): FormulaNode {
    const inner = this.expression(0);
    const close = this.expect(")");
    return Object.freeze({ ...inner, grouped: true, from: open.from, to: close.to });
  }

  private call(name: Token): FormulaNode {
    this.next();
    const args: FormulaNode[] = [];
    while (args.length === 0 ? !this.sees(")") : this.sees(",")) {
      if (args.length > 0) this.next();
      args.push(this.expression(0));
    }
    const close = this.expect(")");
    const [condition, yes, no] = args;
    const place = { from: name.from, to: close.to };
    if (name.text === "if" && condition && yes && no && args.length === 3)
      return this.made({ kind: "CHOICE", condition, yes, no, ...place });
    return this.made({ kind: "CALL", name: name.text, nameTo: name.to, args: Object.freeze(args), ...place });
  }

  private made(node: FormulaNode): FormulaNode {
    this.nodes += 1;
    if (this.nodes > limits.nodes) throw new FormulaError("TOO_MANY_NODES", node, { limit: String(limits.nodes) });
    return Object.freeze(node);
  }

  private expect(sign: string): Token {
    const token = this.next();
    if (token.kind === "SIGN" && token.text === sign) return token;
    throw new FormulaError("TOKEN_EXPECTED", token, { expected: sign, ...found(token) });
  }

  private sees(sign: string): boolean {
    const token = this.peek();
    return token.kind === "SIGN" && token.text === sign;
  }

  /** END is the last token, and whoever takes it throws: there is always one more. */
  private peek(): Token {
    return this.tokens[this.at] as Token;
  }

  private next(): Token {
    const token = this.peek();
    this.at += 1;
    return token;
  }
}

function span(token: Token): Span {
  return { from: token.from, to: token.to };
}

function found(token: Token) {
  return { found: token.text };
}
