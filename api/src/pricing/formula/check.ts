import type { BinaryNode, CallNode, FormulaNode, NameNode } from "./ast.js";
import type { Environment, Scope, Table, ValueType, Variable } from "./environment.js";
import { formulaFunctions } from "./functions.js";
import { type FormulaIssue, type IssueCode, issueAt, type Span } from "./issue.js";
import { limits } from "./limits.js";
import { nearest } from "./suggest.js";
import { combined, isBounded, raised, readUnit, sameUnit, type Unit, unitText } from "./units.js";

/** What is known of a part before it is worked out; null when it is wrong and was told already. */
type Known = { readonly type: ValueType; readonly unit: Unit } | null;

const PLAIN: Unit = new Map();
const text: Known = { type: "TEXT", unit: PLAIN };
const truth: Known = { type: "BOOLEAN", unit: PLAIN };
const number = (unit: Unit): Known => ({ type: "NUMBER", unit });

/** Everything wrong with a formula's names, types and units, in the order of the text; at most 20 issues. */
export function check(root: FormulaNode, scope: Scope, environment: Environment): FormulaIssue[] {
  const checker = new Checker(scope);
  checker.result(root, environment);
  return checker.issues.sort((a, b) => a.from - b.from).slice(0, limits.issues);
}

class Checker {
  readonly issues: FormulaIssue[] = [];

  constructor(private readonly scope: Scope) {}

  result(root: FormulaNode, { result, resultUnit }: Environment): void {
    const known = this.known(root);
    if (!known) return;
    if (known.type !== result) this.tell("RESULT_TYPE", root, { expected: result, found: known.type });
    const wanted = readUnit(resultUnit) ?? "ANY";
    if (result === "NUMBER" && resultUnit !== null && known.type === result && !sameUnit(wanted, known.unit))
      this.tell("RESULT_UNIT", root, { expected: unitText(wanted), found: unitText(known.unit) });
  }

  private known(node: FormulaNode): Known {
    switch (node.kind) {
      case "NUMBER":
        return number("ANY");
      case "TEXT":
        return text;
      case "BOOLEAN":
        return truth;
      case "NAME":
        return this.name(node);
      case "UNARY":
        return this.wanted(node.operand, node.operator === "-" ? "NUMBER" : "BOOLEAN");
      case "BINARY":
        return this.binary(node);
      case "CHOICE":
        this.wanted(node.condition, "BOOLEAN");
        return this.alike(node.yes, node.no);
      case "CALL":
        return this.call(node);
    }
  }

  private name(node: NameNode): Known {
    const variable = this.scope.variables.get(node.name);
    if (variable) return { type: variable.type, unit: variable.unit };
    if (this.scope.tables.has(node.name)) return this.tell("TABLE_NOT_VALUE", node, { name: node.name });
    if (formulaFunctions.has(node.name)) return this.tell("FUNCTION_NOT_CALLED", node, { name: node.name });
    const suggestion = nearest(node.name, this.scope.variables.keys());
    return this.tell("UNKNOWN_NAME", node, { name: node.name, suggestion });
  }

  private binary(node: BinaryNode): Known {
    const { operator, left, right } = node;
    switch (operator) {
      case "and":
      case "or":
        this.wanted(left, "BOOLEAN");
        this.wanted(right, "BOOLEAN");
        return truth;
      case "==":
      case "!=":
        this.alike(left, right);
        this.option(left, right);
        this.option(right, left);
        return truth;
      case "*":
      case "/":
        return this.product(node);
      case "^":
        return this.power(node);
      case "+":
      case "-":
      case "%":
        this.divisor(node);
        return this.numbers([left, right]);
      default:
        this.numbers([left, right]);
        return truth;
    }
  }

  private product(node: BinaryNode): Known {
    const [left, right] = [this.wanted(node.left, "NUMBER"), this.wanted(node.right, "NUMBER")];
    this.divisor(node);
    return left && right && this.bounded(node, combined(left.unit, right.unit, node.operator === "*" ? 1 : -1));
  }

  /** A figure of 0 can be seen before anything is worked out. */
  private divisor({ operator, right }: BinaryNode): void {
    if ((operator === "/" || operator === "%") && right.kind === "NUMBER" && right.value.n === 0n)
      this.tell("DIVISION_BY_ZERO", right);
  }

  /** Only a written exponent tells which unit comes out, so a unit is raised by nothing else. */
  private power(node: BinaryNode): Known {
    const [base, exponent] = [this.wanted(node.left, "NUMBER"), this.wanted(node.right, "NUMBER")];
    if (!base || !exponent) return null;
    if (!sameUnit(PLAIN, exponent.unit)) return this.tell("POWER_UNIT", node.right, { unit: unitText(exponent.unit) });
    if (node.right.kind === "NUMBER") {
      const { n, d } = node.right.value;
      if (d !== 1n || n > BigInt(limits.power))
        return this.tell("POWER_OUT_OF_RANGE", node.right, { limit: String(limits.power) });
      return this.bounded(node, raised(base.unit, Number(n)));
    }
    if (!sameUnit(PLAIN, base.unit)) return this.tell("POWER_UNIT", node.left, { unit: unitText(base.unit) });
    return base;
  }

  private bounded(node: BinaryNode, unit: Unit): Known {
    if (isBounded(unit)) return number(unit);
    return this.tell("UNIT_OUT_OF_RANGE", node, { limit: String(limits.unitPower) });
  }

  private call(node: CallNode): Known {
    const spec = formulaFunctions.get(node.name);
    const place = { from: node.from, to: node.nameTo };
    if (!spec) {
      const suggestion = nearest(node.name, formulaFunctions.keys());
      return this.tell("UNKNOWN_FUNCTION", place, { name: node.name, suggestion });
    }
    const given = node.args.length;
    if (given < spec.least || given > spec.most) {
      const arity = { name: node.name, least: String(spec.least), most: String(spec.most), given: String(given) };
      return this.tell("ARITY", place, arity);
    }
    if (node.name === "tier" || node.name === "lookup") return this.tabled(node);
    return this.numbers(node.args);
  }

  private tabled(node: CallNode): Known {
    const [first, second] = node.args;
    const kind = node.name === "tier" ? "TIER" : "LOOKUP";
    const table = first && this.table(first, kind);
    if (second) {
      this.wanted(second, kind === "TIER" ? "NUMBER" : "TEXT");
      if (table?.kind === "LOOKUP") this.keys(second, table);
    }
    return table ? number("ANY") : null;
  }

  private table(node: FormulaNode, kind: Table["kind"]): Table | null {
    if (node.kind !== "NAME") return this.tell("TABLE_EXPECTED", node, { kind });
    const table = this.scope.tables.get(node.name);
    if (table?.kind === kind) return table;
    if (table) return this.tell("TABLE_KIND", node, { name: node.name, expected: kind, found: table.kind });
    return this.tell("UNKNOWN_TABLE", node, {
      name: node.name,
      suggestion: nearest(node.name, this.scope.tables.keys()),
    });
  }

  /** A key that can come must be in the table: a written one, or every option of the variable that is looked up. */
  private keys(node: FormulaNode, table: Table & { kind: "LOOKUP" }): void {
    const keys = node.kind === "TEXT" ? [node.value] : (this.variable(node)?.options ?? []);
    const missing = keys.find((key) => !table.values.has(key));
    if (missing !== undefined) this.tell("KEY_UNKNOWN", node, { name: table.name, key: missing });
  }

  /** A text compared with a variable must be one of its options, or the comparison could never be true. */
  private option(node: FormulaNode, other: FormulaNode): void {
    const variable = this.variable(other);
    if (node.kind !== "TEXT" || !variable || variable.options.length === 0) return;
    if (!variable.options.includes(node.value))
      this.tell("OPTION_UNKNOWN", node, { name: variable.name, value: node.value });
  }

  private variable(node: FormulaNode): Variable | undefined {
    return node.kind === "NAME" ? this.scope.variables.get(node.name) : undefined;
  }

  private numbers(parts: readonly FormulaNode[]): Known {
    return this.shared(
      "NUMBER",
      parts.map((part) => [part, this.wanted(part, "NUMBER")]),
    );
  }

  /** Parts of one type, whichever it is. */
  private alike(first: FormulaNode, second: FormulaNode): Known {
    const left = this.known(first);
    const right = left ? this.wanted(second, left.type) : this.known(second);
    return (
      left &&
      this.shared(left.type, [
        [first, left],
        [second, right],
      ])
    );
  }

  /** The unit that all parts share; the first that doesn't fit those before it is told. */
  private shared(type: ValueType, parts: readonly (readonly [FormulaNode, Known])[]): Known {
    let unit: Unit = "ANY";
    for (const [part, known] of parts) {
      if (!known) return null;
      const joined = sameUnit(unit, known.unit);
      if (!joined) return this.tell("UNIT_MISMATCH", part, { expected: unitText(unit), found: unitText(known.unit) });
      unit = joined;
    }
    return { type, unit };
  }

  private wanted(node: FormulaNode, type: ValueType): Known {
    const known = this.known(node);
    if (!known || known.type === type) return known;
    return this.tell("TYPE_MISMATCH", node, { expected: type, found: known.type });
  }

  private tell(code: IssueCode, span: Span, data: Readonly<Record<string, string>> = {}): null {
    this.issues.push(issueAt(code, span, data));
    return null;
  }
}
