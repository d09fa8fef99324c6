import { expect, it } from "vitest";
import { compile, type Environment, evaluate, explain, FormulaError } from "./index.js";
import { Dice } from "./testing/dice.js";

/** As many as take a few seconds; FORMULA_PROGRAMS=200000 tries more. */
const PROGRAMS = Number(process.env.FORMULA_PROGRAMS ?? 40_000);
const SEED = Number(process.env.FORMULA_SEED ?? 20_261_122);

const plain = { unit: null, min: null, max: null, options: [], default: null };
const environment: Environment = {
  variables: [
    { ...plain, name: "area", type: "NUMBER", unit: "㎡" },
    { ...plain, name: "rate", type: "NUMBER" },
    { ...plain, name: "kind", type: "TEXT", options: ["甲", "乙"] },
    { ...plain, name: "urgent", type: "BOOLEAN" },
  ],
  tables: [
    {
      name: "steps",
      kind: "TIER",
      rows: [
        { from: "0", value: "1" },
        { from: "5", value: "0.9" },
      ],
    },
    {
      name: "rates",
      kind: "LOOKUP",
      rows: [
        { key: "甲", value: "1" },
        { key: "乙", value: "2" },
      ],
    },
  ],
  result: "NUMBER",
  resultUnit: null,
};
const values = new Map<string, string | boolean>([
  ["area", "89.5"],
  ["rate", "-0.3"],
  ["kind", "乙"],
  ["urgent", true],
]);

const pieces =
  `0 1 2 33 0.5 99999999999999999999 area rate kind urgent steps rates "甲" "" true false + - * / % ^ == != < <= > >= ? : ( ) ( ) , and or not min( max( abs( floor( ceil( round( clamp( if( tier( lookup( = ! & . [ ] { } \\ ' \` $ constructor __proto__ 1e9 0x1 × （ \u200b \ud83d`.split(
    " ",
  ) as [string, ...string[]];
const good = [
  "(area * 12 + 3) * tier(steps, rate + 1) * lookup(rates, kind)",
  'kind == "甲" and not urgent ? area ^ 2 / area : max(area, 3, area % 7)',
  "round(clamp(area / 3, 1, 99), 0.01) - if(urgent or rate < 0, 5, floor(area, 5))",
] as const;

/** Pieces in any order; a good formula with a character changed; characters in any order. */
function program(dice: Dice, turn: number): string {
  if (turn % 3 === 0)
    return Array.from({ length: 1 + dice.upTo(12) }, () => dice.one(pieces)).join(dice.one([" ", ""]));
  if (turn % 3 === 1) {
    const source = dice.one(good);
    const at = dice.upTo(source.length);
    return (
      source.slice(0, at) +
      dice.one([dice.one(pieces), "", String.fromCharCode(dice.upTo(128))]) +
      source.slice(at + dice.upTo(4))
    );
  }
  return Array.from({ length: dice.upTo(24) }, () =>
    String.fromCharCode(32 + dice.upTo(dice.one([96, 500, 65_000]))),
  ).join("");
}

it(`never throws anything but a FormulaError (seed ${SEED})`, () => {
  const dice = new Dice(SEED);
  let evaluated = 0;
  for (let turn = 0; turn < PROGRAMS; turn += 1) {
    const source = program(dice, turn);
    try {
      const compiled = compile(source, environment);
      if (!compiled.ok) {
        const [issue] = compiled.issues;
        const placed = issue && issue.from >= 0 && issue.from <= issue.to && issue.to <= source.length;
        if (!placed) throw new Error("An issue without a place.");
        continue;
      }
      evaluated += 1;
      const value = evaluate(compiled.formula, values);
      const { value: told, steps } = explain(compiled.formula, values);
      if (!/^-?\d+(\.\d+)?$/.test(String(value)) || told !== value || steps.at(-1)?.value !== value)
        throw new Error(`It came to ${String(value)}.`);
    } catch (error) {
      if (!(error instanceof FormulaError))
        throw new Error(`seed ${SEED}, program ${turn}: ${source}`, { cause: error });
    }
  }
  expect(evaluated).toBeGreaterThan(PROGRAMS / 100);
}, 300_000);
