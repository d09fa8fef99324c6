import type { BinaryNode, CallNode, FormulaNode, NameNode } from "./ast.js";
import { isWithin, type Scope, type Table, type ValueType, type Variable } from "./environment.js";
import { FormulaError, type Span } from "./issue.js";
import { isPlainText } from "./lexer.js";
import { limits } from "./limits.js";
import type { Rational } from "./rational.js";
import * as exact from "./rational.js";

/** A number as decimal text ("2649.6"), a text, or a truth: exact and safe in JSON. */
export type FormulaValue = string | boolean;

/** A value on the way. */
export type Working = Rational | string | boolean;

/** Told of every part that was worked out, inner ones first. */
export type Listener = (node: FormulaNode, value: Working) => void;

const ONE: Rational = Object.freeze({ n: 1n, d: 1n });

/**
 * Works a checked tree out. Names, types and units were settled before, so what is left to go wrong is the values and
 * the arithmetic; both throw FormulaError where they stand. Only the branch that is taken is worked out.
 */
export function work(
  root: FormulaNode,
  scope: Scope,
  values: ReadonlyMap<string, FormulaValue>,
  listener: Listener | null = null,
): Working {
  return new Evaluation(scope, values, listener).value(root);
}

class Evaluation {
  private steps = 0;

  constructor(
    private readonly scope: Scope,
    private readonly values: ReadonlyMap<string, FormulaValue>,
    private readonly listener: Listener | null,
  ) {}

  value(node: FormulaNode): Working {
    this.step(node);
    const value = this.worked(node);
    this.listener?.(node, value);
    return value;
  }

  private worked(node: FormulaNode): Working {
    switch (node.kind) {
      case "NUMBER":
      case "TEXT":
      case "BOOLEAN":
        return node.value;
      case "NAME":
        return this.given(node);
      case "UNARY":
        return node.operator === "-" ? exact.negate(this.number(node.operand)) : !this.truth(node.operand);
      case "BINARY":
        return this.binary(node);
      case "CHOICE":
        return this.value(this.truth(node.condition) ? node.yes : node.no);
      case "CALL":
        return this.bounded(node, () => this.call(node));
    }
  }

  private binary(node: BinaryNode): Working {
    const { operator, left, right } = node;
    switch (operator) {
      case "and":
        return this.truth(left) && this.truth(right);
      case "or":
        return this.truth(left) || this.truth(right);
      case "==":
        return this.equal(left, right);
      case "!=":
        return !this.equal(left, right);
      default: {
        const [a, b] = [this.number(left), this.number(right)];
        return this.bounded(node, () => this.arithmetic(node, a, b));
      }
    }
  }

  private equal(left: FormulaNode, right: FormulaNode): boolean {
    return identity(this.value(left)) === identity(this.value(right));
  }

  private arithmetic(node: BinaryNode, a: Rational, b: Rational): Working {
    switch (node.operator) {
      case "+":
        return exact.add(a, b);
      case "-":
        return exact.subtract(a, b);
      case "*":
        return exact.multiply(a, b);
      case "/":
        return exact.divide(a, this.notZero(node.right, b));
      case "%":
        return exact.remainder(a, this.notZero(node.right, b));
      case "^":
        return exact.power(a, exponentOf(node.right, b));
      case "<":
        return exact.compare(a, b) < 0;
      case "<=":
        return exact.compare(a, b) <= 0;
      case ">":
        return exact.compare(a, b) > 0;
      default:
        return exact.compare(a, b) >= 0;
    }
  }

  private call(node: CallNode): Working {
    if (node.name === "tier" || node.name === "lookup") return this.tabled(node);
    const args = node.args.map((arg) => this.number(arg));
    const [x, second, third] = args as [Rational, Rational | undefined, Rational | undefined];
    switch (node.name) {
      case "min":
        return args.reduce(exact.smaller);
      case "max":
        return args.reduce(exact.larger);
      case "abs":
        return exact.larger(x, exact.negate(x));
      case "floor":
        return exact.floorTo(x, stepOf(node, second));
      case "ceil":
        return exact.ceilTo(x, stepOf(node, second));
      case "round":
        return exact.roundTo(x, stepOf(node, second), "HALF_UP");
      default:
        return clamped(node, x, second ?? x, third ?? x);
    }
  }

  private tabled(node: CallNode): Rational {
    const [first, second] = node.args;
    const table = first?.kind === "NAME" ? this.scope.tables.get(first.name) : undefined;
    if (!table || !second) throw new FormulaError("UNKNOWN_TABLE", node, { name: "", suggestion: "" });
    if (table.kind === "TIER") return this.tier(table, second);
    const key = this.value(second);
    if (typeof key !== "string") throw mistyped(second, "TEXT", key);
    const found = table.values.get(key);
    if (!found) throw new FormulaError("KEY_UNKNOWN", second, { name: table.name, key });
    return found;
  }

  private tier(table: Table & { kind: "TIER" }, node: FormulaNode): Rational {
    const x = this.number(node);
    let found: Rational | null = null;
    for (const tier of table.tiers) {
      this.step(node);
      if (exact.compare(tier.from, x) > 0) break;
      found = tier.value;
    }
    if (found) return found;
    const lowest = exact.decimalText((table.tiers[0] ?? { from: x }).from);
    throw new FormulaError("TIER_BELOW", node, { name: table.name, value: exact.decimalText(x), lowest });
  }

  private given(node: NameNode): Working {
    const variable = this.scope.variables.get(node.name);
    const value = this.values.get(node.name) ?? variable?.default ?? null;
    if (!variable || value === null) throw new FormulaError("VALUE_MISSING", node, { name: node.name });
    return readValue(variable, value, node);
  }

  private number(node: FormulaNode): Rational {
    const value = this.value(node);
    if (typeof value === "object") return value;
    throw mistyped(node, "NUMBER", value);
  }

  private truth(node: FormulaNode): boolean {
    const value = this.value(node);
    if (typeof value === "boolean") return value;
    throw mistyped(node, "BOOLEAN", value);
  }

  private notZero(node: FormulaNode, value: Rational): Rational {
    if (value.n === 0n) throw new FormulaError("DIVISION_BY_ZERO", node);
    return value;
  }

  private step(node: FormulaNode): void {
    this.steps += 1;
    if (this.steps > limits.steps) throw new FormulaError("STEPS_EXCEEDED", node, { limit: String(limits.steps) });
  }

  private bounded(node: FormulaNode, act: () => Working): Working {
    try {
      return act();
    } catch (error) {
      if (error instanceof exact.NumberRefused) throw new FormulaError(error.code, node);
      throw error;
    }
  }
}

/** Reads a value that was given for a variable. Throws FormulaError for another type, and outside its limits, naming them. */
export function readValue(variable: Variable, value: FormulaValue, span: Span): Working {
  const { name, type, min, max, options } = variable;
  const malformed = () => new FormulaError("VALUE_MALFORMED", span, { name, expected: type });
  if (type === "BOOLEAN") {
    if (value === true || value === "true") return true;
    if (value === false || value === "false") return false;
    throw malformed();
  }
  if (typeof value !== "string") throw malformed();
  if (type === "TEXT") {
    if (!isPlainText(value)) throw malformed();
    if (options.length > 0 && !options.includes(value)) throw new FormulaError("OPTION_UNKNOWN", span, { name, value });
    return value;
  }
  const number = exact.readDecimal(value);
  if (!number) throw malformed();
  if (isWithin(variable, number)) return number;
  const limit = (bound: Rational | null) => (bound ? exact.decimalText(bound) : "");
  throw new FormulaError("VALUE_OUT_OF_RANGE", span, { name, value, min: limit(min), max: limit(max) });
}

function exponentOf(node: FormulaNode, exponent: Rational): number {
  if (exponent.d === 1n && exponent.n >= 0n && exponent.n <= BigInt(limits.power)) return Number(exponent.n);
  throw new FormulaError("POWER_OUT_OF_RANGE", node, { limit: String(limits.power) });
}

function stepOf(node: CallNode, step: Rational | undefined): Rational {
  const value = step ?? ONE;
  if (value.n > 0n) return value;
  throw new FormulaError("STEP_NOT_POSITIVE", node.args[1] ?? node, { value: exact.decimalText(value) });
}

function clamped(node: CallNode, x: Rational, least: Rational, most: Rational): Rational {
  if (exact.compare(least, most) > 0) throw new FormulaError("LIMITS_CROSSED", node);
  return exact.smaller(exact.larger(x, least), most);
}

/** What two equal values share: numbers are in lowest terms, so equal ones are written alike. */
function identity(value: Working): string | boolean {
  return typeof value === "object" ? `${value.n}/${value.d}` : value;
}

/** The types were settled when the formula was compiled; this keeps a tree made by other means from mixing them. */
function mistyped(node: FormulaNode, expected: ValueType, value: Working): FormulaError {
  const found = typeof value === "object" ? "NUMBER" : typeof value === "string" ? "TEXT" : "BOOLEAN";
  return new FormulaError("TYPE_MISMATCH", node, { expected, found });
}
