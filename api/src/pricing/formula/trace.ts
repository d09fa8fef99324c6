import type { FormulaNode } from "./ast.js";
import type { Scope } from "./environment.js";
import { type FormulaValue, type Working, work } from "./evaluate.js";
import { decimalText } from "./rational.js";

/** One line of "why this price": a part of the formula with the customer's own numbers, and what it came to. */
export interface FormulaStep {
  readonly text: string;
  readonly value: string;
}

/**
 * Works a formula out and tells how: each function and table from the inside out, then the whole. "max(0, 60 − 50)" is
 * 10, then "(220 + 10 × 2) × 12 × 0.92" is 2649.6. What was a line of its own is written as its value in what holds it;
 * of a choice only the branch that was taken is shown.
 */
export function traced(
  root: FormulaNode,
  scope: Scope,
  values: ReadonlyMap<string, FormulaValue>,
): { value: Working; steps: FormulaStep[] } {
  const writer = new Writer(scope);
  const steps: FormulaStep[] = [];
  const value = work(root, scope, values, (node, result) => {
    writer.worked.set(node, result);
    if (node.kind === "CALL" && node !== root) steps.push({ text: writer.own(node), value: shown(result) });
  });
  steps.push({ text: writer.own(root), value: shown(value) });
  return { value, steps };
}

/** A result as text: decimal text, the text itself, "true" or "false". */
export function shown(value: Working): string {
  return typeof value === "object" ? decimalText(value) : String(value);
}

const signs: ReadonlyMap<string, string> = new Map([
  ["*", "×"],
  ["/", "÷"],
  ["-", "−"],
  ["==", "="],
  ["!=", "≠"],
  ["<=", "≤"],
  [">=", "≥"],
]);

class Writer {
  readonly worked = new Map<FormulaNode, Working>();

  constructor(private readonly scope: Scope) {}

  /** A part with its operands as they are written inside another part. */
  own(node: FormulaNode): string {
    switch (node.kind) {
      case "NUMBER":
        return decimalText(node.value);
      case "TEXT":
      case "BOOLEAN":
        return String(node.value);
      case "NAME":
        return this.name(node.name, this.worked.get(node));
      case "UNARY":
        return `${node.operator === "-" ? "−" : "not "}${this.inside(node.operand)}`;
      case "BINARY":
        return `${this.inside(node.left)} ${signs.get(node.operator) ?? node.operator} ${this.inside(node.right)}`;
      case "CHOICE":
        return this.own(this.worked.get(node.condition) === false ? node.no : node.yes);
      case "CALL":
        return `${node.name}(${node.args.map((arg) => this.argument(arg)).join(", ")})`;
    }
  }

  private argument(node: FormulaNode): string {
    const value = this.worked.get(node);
    return node.kind === "CALL" && value !== undefined ? shown(value) : this.own(node);
  }

  /** In brackets where the formula has them, and around a branch that is more than one value. */
  private inside(node: FormulaNode): string {
    const text = this.argument(node);
    const several = node.kind === "BINARY" || node.kind === "UNARY";
    return (node.grouped && several) || (node.kind === "CHOICE" && text.includes(" ")) ? `(${text})` : text;
  }

  private name(name: string, value: Working | undefined): string {
    if (value === undefined) return name;
    const unit = this.scope.variables.get(name)?.unitText;
    return unit ? `${shown(value)} ${unit}` : shown(value);
  }
}
