import { expect, it } from "vitest";
import { compile, type Environment, evaluate, FormulaError } from "./index.js";
import { Dice } from "./testing/dice.js";

const PROGRAMS = 20_000;
const SEED = Number(process.env.FORMULA_SEED ?? 20_261_122);

/** A fraction of our own making, never reduced, so that it shares nothing with the evaluator's. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** A program, what it must come to, and its type; null when it divides by 0. */
interface Program {
  readonly text: string;
  readonly value: Fraction | null;
}

const names = ["a", "b", "c"] as const;
const tiers = [-50n, 0n, 3n, 40n].map((from, index) => ({ from, value: BigInt(index * 7 - 4) }));
const environment: Environment = {
  variables: names.map((name) => ({
    name,
    type: "NUMBER",
    unit: null,
    min: null,
    max: null,
    options: [],
    default: null,
  })),
  tables: [{ name: "t", kind: "TIER", rows: tiers.map(({ from, value }) => ({ from: `${from}`, value: `${value}` })) }],
  result: "NUMBER",
  resultUnit: null,
};

const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const minus = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
const over = (a: Fraction, b: Fraction): Fraction =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d;
const same = (a: Fraction, b: Fraction) => a.n * b.d === b.n * a.d;
/** The whole number at or below. */
const down = (a: Fraction): Fraction => ({ n: a.n / a.d - (a.n < 0n && a.n % a.d !== 0n ? 1n : 0n), d: 1n });
const abs = (a: Fraction): Fraction => ({ n: a.n < 0n ? -a.n : a.n, d: a.d });
/** Half away from zero. */
const near = (a: Fraction): Fraction => {
  const up = down(plus(abs(a), { n: 1n, d: 2n }));
  return a.n < 0n ? minus(up) : up;
};

class Generator {
  readonly values = new Map<string, { text: string; value: Fraction }>();

  constructor(private readonly dice: Dice) {
    for (const name of names) this.values.set(name, this.figure(true));
  }

  program(depth: number): Program {
    if (depth === 0 || this.dice.upTo(6) === 0) return this.leaf();
    const kinds = ["sum", "sum", "product", "product", "call", "choice", "power", "minus", "tier"] as const;
    switch (this.dice.one(kinds)) {
      case "sum":
        return this.two(depth, this.dice.one(["+", "-", "%"]));
      case "product":
        return this.two(depth, this.dice.one(["*", "/"]));
      case "call":
        return this.call(depth);
      case "choice":
        return this.choice(depth);
      case "power":
        return this.power(depth);
      case "minus":
        return mapped(this.program(depth - 1), (text) => `-(${text})`, minus);
      case "tier":
        return mapped(this.program(depth - 1), (text) => `tier(t, clamp(${text}, -50, 99))`, tierOf);
    }
  }

  private leaf(): Program {
    if (this.dice.upTo(2) === 0) return this.figure(false);
    const name = this.dice.one(names);
    return { text: name, value: this.values.get(name)?.value ?? null };
  }

  private figure(signed: boolean) {
    const places = this.dice.upTo(3);
    const whole = BigInt(this.dice.upTo(120));
    const fraction = BigInt(this.dice.upTo(10 ** places));
    const negative = signed && this.dice.upTo(3) === 0;
    const digits = places === 0 ? `${whole}` : `${whole}.${`${fraction}`.padStart(places, "0")}`;
    const d = 10n ** BigInt(places);
    const n = whole * d + (places === 0 ? 0n : fraction);
    return { text: negative ? `-${digits}` : digits, value: { n: negative ? -n : n, d } };
  }

  private two(depth: number, sign: "+" | "-" | "*" | "/" | "%"): Program {
    const [left, right] = [this.program(depth - 1), this.program(depth - 1)];
    const text = `(${left.text}) ${sign} (${right.text})`;
    if (!left.value || !right.value || ((sign === "/" || sign === "%") && right.value.n === 0n))
      return { text, value: null };
    const [a, b] = [left.value, right.value];
    if (sign === "+") return { text, value: plus(a, b) };
    if (sign === "-") return { text, value: plus(a, minus(b)) };
    if (sign === "*") return { text, value: times(a, b) };
    if (sign === "/") return { text, value: over(a, b) };
    const quotient = over(a, b);
    const whole = quotient.n < 0n ? minus(down(minus(quotient))) : down(quotient);
    return { text, value: plus(a, minus(times(whole, b))) };
  }

  private call(depth: number): Program {
    const inner = this.program(depth - 1);
    const other = this.program(depth - 1);
    const pair = (name: string, pick: (a: Fraction, b: Fraction) => Fraction): Program => ({
      text: `${name}(${inner.text}, ${other.text})`,
      value: inner.value && other.value && pick(inner.value, other.value),
    });
    switch (this.dice.upTo(7)) {
      case 0:
        return pair("min", (a, b) => (less(a, b) ? a : b));
      case 1:
        return pair("max", (a, b) => (less(a, b) ? b : a));
      case 2:
        return mapped(inner, (text) => `abs(${text})`, abs);
      case 3:
        return mapped(inner, (text) => `floor(${text})`, down);
      case 4:
        return mapped(
          inner,
          (text) => `ceil(${text})`,
          (a) => minus(down(minus(a))),
        );
      case 5:
        return mapped(
          inner,
          (text) => `round(${text}, 0.25)`,
          (a) => over(near(times(a, { n: 4n, d: 1n })), { n: 4n, d: 1n }),
        );
      default:
        return mapped(
          inner,
          (text) => `clamp(${text}, -2.5, 7)`,
          (a) => clamped(a),
        );
    }
  }

  private choice(depth: number): Program {
    const [a, b] = [this.program(1), this.program(1)];
    const [yes, no] = [this.program(depth - 1), this.program(depth - 1)];
    const sign = this.dice.one(["<", "<=", ">", ">=", "==", "!="]);
    const condition = `(${a.text}) ${sign} (${b.text})`;
    const text =
      this.dice.upTo(2) === 0
        ? `(${condition} ? ${yes.text} : ${no.text})`
        : `if(${condition}, ${yes.text}, ${no.text})`;
    if (!a.value || !b.value) return { text, value: null };
    return { text, value: holds(sign, a.value, b.value) ? yes.value : no.value };
  }

  private power(depth: number): Program {
    const exponent = this.dice.upTo(4);
    return mapped(
      this.program(Math.min(depth - 1, 2)),
      (text) => `(${text}) ^ ${exponent}`,
      (a) => ({ n: a.n ** BigInt(exponent), d: a.d ** BigInt(exponent) }),
    );
  }
}

function mapped(inner: Program, text: (inner: string) => string, act: (value: Fraction) => Fraction): Program {
  return { text: text(inner.text), value: inner.value && act(inner.value) };
}

function clamped(value: Fraction): Fraction {
  const [least, most] = [
    { n: -5n, d: 2n },
    { n: 7n, d: 1n },
  ];
  if (less(value, least)) return least;
  return less(most, value) ? most : value;
}

function tierOf(value: Fraction): Fraction {
  const found = tiers.filter(({ from }) => !less(value, { n: from, d: 1n })).at(-1);
  return { n: (found ?? tiers[0])?.value ?? 0n, d: 1n };
}

function holds(sign: string, a: Fraction, b: Fraction): boolean {
  if (sign === "==") return same(a, b);
  if (sign === "!=") return !same(a, b);
  if (sign === "<") return less(a, b);
  if (sign === ">=") return !less(a, b);
  return sign === ">" ? less(b, a) : !less(b, a);
}

/** Whether the text is the fraction: exactly when its decimals end, to 40 places otherwise. */
function isText(text: string, { n, d }: Fraction): boolean {
  const [whole = "", fraction = ""] = text.split(".");
  const scale = 10n ** BigInt(fraction.length);
  const difference = abs({ n: BigInt(whole + fraction) * d - n * scale, d: scale * d });
  if ((n * 10n ** 200n) % d === 0n) return difference.n === 0n;
  return 2n * difference.n * 10n ** 40n <= difference.d;
}

it(`comes to exactly what fractions come to (seed ${SEED})`, () => {
  const dice = new Dice(SEED);
  const came = { right: 0, dividing: 0, tooLong: 0 };
  for (let turn = 0; turn < PROGRAMS; turn += 1) {
    const generator = new Generator(dice);
    const program = generator.program(5);
    const values = new Map([...generator.values].map(([name, { text }]) => [name, text]));
    const about = () => `seed ${SEED}, program ${turn}: ${program.text} with ${JSON.stringify([...values])}`;
    const compiled = compile(program.text, environment);
    if (!compiled.ok) {
      expect(["DIVISION_BY_ZERO", "TOO_MANY_NODES", "TOO_LONG", "TOO_MANY_TOKENS"], about()).toContain(
        compiled.issues[0]?.code,
      );
      came.dividing += 1;
      continue;
    }
    try {
      const text = String(evaluate(compiled.formula, values));
      expect(program.value !== null && isText(text, program.value), about()).toBe(true);
      came.right += 1;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      if (error.code === "DIVISION_BY_ZERO") came.dividing += 1;
      else came.tooLong += 1;
      expect(error.code === "DIVISION_BY_ZERO" ? program.value : null, about()).toBeNull();
      expect(["DIVISION_BY_ZERO", "NUMBER_TOO_LONG", "NUMBER_OUT_OF_RANGE"], about()).toContain(error.code);
    }
  }
  expect(came.right).toBeGreaterThan(PROGRAMS * 0.8);
}, 60_000);
