import { describe, expect, it } from "vitest";
import { compile, type Environment, evaluate, FormulaError, type FormulaValue, type IssueCode } from "./index.js";

const plain = { unit: null, min: null, max: null, options: [], default: null };

const environment: Environment = {
  variables: [
    { ...plain, name: "area", type: "NUMBER", unit: "㎡", min: "1", max: "10000" },
    { ...plain, name: "price", type: "NUMBER", unit: "元" },
    { ...plain, name: "rate", type: "NUMBER" },
    { ...plain, name: "kind", type: "TEXT", options: ["甲", "乙"] },
    { ...plain, name: "note", type: "TEXT" },
    { ...plain, name: "urgent", type: "BOOLEAN" },
  ],
  tables: [
    {
      name: "steps",
      kind: "TIER",
      rows: [{ from: "0", value: "1" }],
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

const given: readonly (readonly [string, FormulaValue])[] = [
  ["area", "80"],
  ["price", "588"],
  ["rate", "0"],
  ["kind", "甲"],
  ["note", "丙"],
  ["urgent", false],
];

/** What is tried, why it is refused, and the character it is refused at. */
type Attack = readonly [source: string, code: IssueCode, from: number];

const reachingTheHost: readonly Attack[] = [
  ["process.exit(1)", "CHARACTER_UNKNOWN", 7],
  ["globalThis", "NAME_MALFORMED", 0],
  ["window.location", "CHARACTER_UNKNOWN", 6],
  ['require("fs")', "UNKNOWN_FUNCTION", 0],
  ['import("node:fs")', "UNKNOWN_FUNCTION", 0],
  ['eval("1")', "UNKNOWN_FUNCTION", 0],
  ['Function("return 1")()', "NAME_MALFORMED", 0],
  ["new_thing()", "UNKNOWN_FUNCTION", 0],
  ["new Date()", "NAME_MALFORMED", 4],
  ["this", "UNKNOWN_NAME", 0],
  ["self.fetch", "CHARACTER_UNKNOWN", 4],
  ["console", "UNKNOWN_NAME", 0],
  ["fetch(1)", "UNKNOWN_FUNCTION", 0],
  ["`${1}`", "CHARACTER_UNKNOWN", 0],
  ["$area", "CHARACTER_UNKNOWN", 0],
  ["#area", "CHARACTER_UNKNOWN", 0],
  ["area@host", "CHARACTER_UNKNOWN", 4],
  ["random()", "UNKNOWN_FUNCTION", 0],
  ["now()", "UNKNOWN_FUNCTION", 0],
  ["ones(20000, 20000)", "UNKNOWN_FUNCTION", 0],
  ['config("number")', "UNKNOWN_FUNCTION", 0],
  ["cross(1)", "UNKNOWN_FUNCTION", 0],
];

const reachingPrototypes: readonly Attack[] = [
  ["constructor", "UNKNOWN_NAME", 0],
  ["__proto__", "NAME_MALFORMED", 0],
  ["prototype", "UNKNOWN_NAME", 0],
  ["toString", "NAME_MALFORMED", 0],
  ["valueof()", "UNKNOWN_FUNCTION", 0],
  ["constructor(1)", "UNKNOWN_FUNCTION", 0],
  ["has_own_property(1)", "UNKNOWN_FUNCTION", 0],
  ["area.constructor", "CHARACTER_UNKNOWN", 4],
  ['area["constructor"]', "CHARACTER_UNKNOWN", 4],
  ['""["sub"]', "CHARACTER_UNKNOWN", 2],
  ['lookup(rates, "__proto__")', "KEY_UNKNOWN", 14],
  ['lookup(rates, "constructor")', "KEY_UNKNOWN", 14],
  ['lookup(constructor, "x")', "UNKNOWN_TABLE", 7],
  ["tier(prototype, 1)", "UNKNOWN_TABLE", 5],
  ["lookup(rates, note)", "KEY_UNKNOWN", 14],
  ['kind == "constructor" ? 1 : 2', "OPTION_UNKNOWN", 8],
  ["{}", "CHARACTER_UNKNOWN", 0],
  ["[1]", "CHARACTER_UNKNOWN", 0],
];

const changingThings: readonly Attack[] = [
  ["area = 1", "ASSIGNMENT", 5],
  ["area += 1", "ASSIGNMENT", 6],
  ["area++", "VALUE_EXPECTED", 5],
  ["++area", "VALUE_EXPECTED", 0],
  ["min = 1", "ASSIGNMENT", 4],
  ["f(x) = x", "ASSIGNMENT", 5],
  ["area == 1; 2", "CHARACTER_UNKNOWN", 9],
  ["let x", "TOKEN_UNEXPECTED", 4],
  ["x => x", "ASSIGNMENT", 2],
  ["1, 2", "TOKEN_UNEXPECTED", 1],
  ["1 2", "TOKEN_UNEXPECTED", 2],
  ["area area", "TOKEN_UNEXPECTED", 5],
  ["2 area", "TOKEN_UNEXPECTED", 2],
  ["2(3)", "TOKEN_UNEXPECTED", 1],
  ["(1)(2)", "TOKEN_UNEXPECTED", 3],
];

const exhausting: readonly Attack[] = [
  ["1".repeat(2001), "TOO_LONG", 2000],
  [`${"1+".repeat(1000)}1`, "TOO_LONG", 2000],
  [" ".repeat(2001), "TOO_LONG", 2000],
  [`${"1+".repeat(300)}1`, "TOO_MANY_TOKENS", 600],
  [`${"-1+".repeat(199)}${"-1+".repeat(1)}1`, "TOO_MANY_TOKENS", 600],
  ["(".repeat(600), "TOO_DEEP", 48],
  [`${"(".repeat(48)}1${")".repeat(48)}`, "TOO_DEEP", 48],
  [`${"-".repeat(599)}1`, "TOO_DEEP", 48],
  [`${"not ".repeat(60)}urgent`, "TOO_DEEP", 192],
  [`${"abs(".repeat(60)}1${")".repeat(60)}`, "TOO_DEEP", 192],
  [`${"urgent ? 1 : ".repeat(60)}1`, "TOO_DEEP", 620],
  [`2${"^2".repeat(60)}`, "TOO_DEEP", 96],
  ["2^33", "POWER_OUT_OF_RANGE", 2],
  ["2^-1", "POWER_OUT_OF_RANGE", 2],
  ["2^0.5", "POWER_OUT_OF_RANGE", 2],
  ["2^(16*4)", "POWER_OUT_OF_RANGE", 2],
  ["2^2^2^2^2", "POWER_OUT_OF_RANGE", 2],
  ["99999999^32", "NUMBER_OUT_OF_RANGE", 0],
  ["(10^31)^32", "NUMBER_OUT_OF_RANGE", 0],
  ["1.00001^32 * 1.00001^32", "NUMBER_TOO_LONG", 0],
  ["10^30 * 10^31", "NUMBER_OUT_OF_RANGE", 0],
  ["1 / 10^30 / 10^31", "NUMBER_OUT_OF_RANGE", 0],
  ["0.1^32 * 0.1^32", "NUMBER_OUT_OF_RANGE", 0],
  ["9".repeat(41), "NUMBER_TOO_LONG", 0],
  [`0.${"1".repeat(40)}`, "NUMBER_TOO_LONG", 0],
  [`"${"长".repeat(201)}" == note ? 1 : 0`, "TEXT_TOO_LONG", 0],
  ["a".repeat(41), "NAME_MALFORMED", 0],
  [`min(${Array.from({ length: 21 }, () => "1").join(",")})`, "ARITY", 0],
];

const writingNumbersOtherwise: readonly Attack[] = [
  ["1e5", "NUMBER_MALFORMED", 0],
  ["1E400", "NUMBER_MALFORMED", 0],
  ["0x10", "NUMBER_MALFORMED", 0],
  ["0b1", "NUMBER_MALFORMED", 0],
  ["10n", "NUMBER_MALFORMED", 0],
  ["1_000", "NUMBER_MALFORMED", 0],
  ["1.2.3", "NUMBER_MALFORMED", 0],
  ["1.", "NUMBER_MALFORMED", 0],
  [".5", "CHARACTER_UNKNOWN", 0],
  ["1..2", "NUMBER_MALFORMED", 0],
  ["2area", "NUMBER_MALFORMED", 0],
  ["1,000", "TOKEN_UNEXPECTED", 1],
  ["15%", "VALUE_EXPECTED", 3],
  ["¥5", "CHARACTER_UNKNOWN", 0],
  ["NaN", "NAME_MALFORMED", 0],
  ["Infinity", "NAME_MALFORMED", 0],
  ["infinity", "UNKNOWN_NAME", 0],
  ["null", "UNKNOWN_NAME", 0],
  ["undefined", "UNKNOWN_NAME", 0],
];

const mixingTypes: readonly Attack[] = [
  ['"1" + 1', "TYPE_MISMATCH", 0],
  ['1 + "1"', "TYPE_MISMATCH", 4],
  ["true + 1", "TYPE_MISMATCH", 0],
  ["-urgent", "TYPE_MISMATCH", 1],
  ["not 1 ? 1 : 2", "TYPE_MISMATCH", 4],
  ["1 ? 2 : 3", "TYPE_MISMATCH", 0],
  ["kind ? 1 : 2", "TYPE_MISMATCH", 0],
  ['urgent ? 1 : "2"', "TYPE_MISMATCH", 13],
  ['1 == "1" ? 1 : 2', "TYPE_MISMATCH", 5],
  ["kind < note ? 1 : 2", "TYPE_MISMATCH", 0],
  ["urgent == 0 ? 1 : 2", "TYPE_MISMATCH", 10],
  ["urgent and 1 ? 1 : 2", "TYPE_MISMATCH", 11],
  ["1 or urgent ? 1 : 2", "TYPE_MISMATCH", 0],
  ["min(kind, 1)", "TYPE_MISMATCH", 4],
  ["max(1, urgent)", "TYPE_MISMATCH", 7],
  ["2^kind", "TYPE_MISMATCH", 2],
  ["tier(steps, kind)", "TYPE_MISMATCH", 12],
  ["lookup(rates, 1)", "TYPE_MISMATCH", 14],
  ["kind", "RESULT_TYPE", 0],
  ["urgent", "RESULT_TYPE", 0],
  ["area > 1", "RESULT_TYPE", 0],
  ["1 < 2 < 3 ? 1 : 0", "COMPARISON_CHAINED", 6],
  ["rate == 1 == urgent ? 1 : 0", "COMPARISON_CHAINED", 10],
];

const mixingUnits: readonly Attack[] = [
  ["area + price", "UNIT_MISMATCH", 7],
  ["price - area", "UNIT_MISMATCH", 8],
  ["area % price", "UNIT_MISMATCH", 7],
  ["area > price ? 1 : 2", "UNIT_MISMATCH", 7],
  ["area == price ? 1 : 2", "UNIT_MISMATCH", 8],
  ["min(area, 3, price)", "UNIT_MISMATCH", 13],
  ["clamp(price, 0, area)", "UNIT_MISMATCH", 16],
  ["round(price, area)", "UNIT_MISMATCH", 13],
  ["urgent ? area : price", "UNIT_MISMATCH", 16],
  ["area * price + price", "UNIT_MISMATCH", 15],
  ["price / area + price", "UNIT_MISMATCH", 15],
  ["rate + area", "UNIT_MISMATCH", 7],
  ["area ^ rate", "POWER_UNIT", 0],
  ["2 ^ area", "POWER_UNIT", 4],
  ["area^2 + area", "UNIT_MISMATCH", 9],
  ["area^10 > 1 ? 1 : 2", "UNIT_OUT_OF_RANGE", 0],
  ["rate / area^9 / area > 1 ? 1 : 2", "UNIT_OUT_OF_RANGE", 0],
  ["(area^9 * area) / area^9", "UNIT_OUT_OF_RANGE", 0],
  // A unit that multiplies its own powers: its text would grow to gigabytes in 31 characters.
  ["area^32 + area", "UNIT_OUT_OF_RANGE", 0],
  ["(area^32)^32 + area", "UNIT_OUT_OF_RANGE", 0],
  ["((((((area)^32)^32)^32)^32)^32)^32 + area", "UNIT_OUT_OF_RANGE", 4],
];

const namesAndTables: readonly Attack[] = [
  ["prise", "UNKNOWN_NAME", 0],
  ["rates", "TABLE_NOT_VALUE", 0],
  ["tier(rates, 1)", "TABLE_KIND", 5],
  ["lookup(steps, kind)", "TABLE_KIND", 7],
  ["tier(1, 1)", "TABLE_EXPECTED", 5],
  ["tier((steps), 1) + lookup(price, kind)", "UNKNOWN_TABLE", 26],
  ["tier(steps)", "ARITY", 0],
  ["abs()", "ARITY", 0],
  ["abs(1, 2)", "ARITY", 0],
  ["min(1)", "ARITY", 0],
  ["if(urgent, 1)", "ARITY", 0],
  ["if(urgent, 1, 2, 3)", "ARITY", 0],
  ["clamp(1, 2)", "ARITY", 0],
  ["round(1, 2, 3)", "ARITY", 0],
  ["abs + 1", "FUNCTION_NOT_CALLED", 0],
  ["area(1)", "UNKNOWN_FUNCTION", 0],
  ["steps(1)", "UNKNOWN_FUNCTION", 0],
  ['lookup(rates, "丙")', "KEY_UNKNOWN", 14],
  ["tier(steps, 0 - 1)", "TIER_BELOW", 12],
];

const breakingArithmetic: readonly Attack[] = [
  ["1 / 0", "DIVISION_BY_ZERO", 4],
  ["1 % 0", "DIVISION_BY_ZERO", 4],
  ["1 / 0.00", "DIVISION_BY_ZERO", 4],
  ["1 / rate", "DIVISION_BY_ZERO", 4],
  ["price % rate * 2", "UNIT_MISMATCH", 8],
  ["1 % rate", "DIVISION_BY_ZERO", 4],
  ["1 / (area - area)", "DIVISION_BY_ZERO", 4],
  ["round(1, 0)", "STEP_NOT_POSITIVE", 9],
  ["floor(1, -1)", "STEP_NOT_POSITIVE", 9],
  ["ceil(1, rate)", "STEP_NOT_POSITIVE", 8],
  ["clamp(1, 3, 2)", "LIMITS_CROSSED", 0],
];

const lookingAlike: readonly Attack[] = [
  ["аrea", "CHARACTER_UNKNOWN", 0],
  ["ａｒｅａ", "CHARACTER_UNKNOWN", 0],
  ["area\u200b", "CHARACTER_UNKNOWN", 4],
  ["\u202earea", "CHARACTER_UNKNOWN", 0],
  ["\ufeffarea", "CHARACTER_UNKNOWN", 0],
  ["area\u00a0+ 1", "CHARACTER_UNKNOWN", 4],
  ["area\u2028+ 1", "CHARACTER_UNKNOWN", 4],
  ["area\u0000", "CHARACTER_UNKNOWN", 4],
  ["area × 2", "CHARACTER_UNKNOWN", 5],
  ["area ÷ 2", "CHARACTER_UNKNOWN", 5],
  ["area − 2", "CHARACTER_UNKNOWN", 5],
  ["max（1, 2）", "CHARACTER_UNKNOWN", 3],
  ["max(1，2)", "CHARACTER_UNKNOWN", 5],
  ["１ + 1", "CHARACTER_UNKNOWN", 0],
  ["٣ + 1", "CHARACTER_UNKNOWN", 0],
  ["面积 * 2", "CHARACTER_UNKNOWN", 0],
  ["😀", "CHARACTER_UNKNOWN", 0],
  ["\ud800", "CHARACTER_UNKNOWN", 0],
  ["“甲” == kind ? 1 : 2", "CHARACTER_UNKNOWN", 0],
  ["'甲' == kind ? 1 : 2", "CHARACTER_UNKNOWN", 0],
  ['kind == "甲\u200b" ? 1 : 2', "CHARACTER_UNKNOWN", 10],
  ['kind == "\u202e乙" ? 1 : 2', "CHARACTER_UNKNOWN", 9],
  ['note == "a\tb" ? 1 : 2', "CHARACTER_UNKNOWN", 10],
  ["AREA", "NAME_MALFORMED", 0],
  ["_area", "NAME_MALFORMED", 0],
];

const unfinished: readonly Attack[] = [
  ["", "EMPTY", 0],
  [" \t\r\n ", "EMPTY", 5],
  ["1 +", "VALUE_EXPECTED", 3],
  ["* 2", "VALUE_EXPECTED", 0],
  ["(1", "TOKEN_EXPECTED", 2],
  ["1)", "TOKEN_UNEXPECTED", 1],
  ["()", "VALUE_EXPECTED", 1],
  ["min(1, )", "VALUE_EXPECTED", 7],
  ["min(1 2)", "TOKEN_EXPECTED", 6],
  ["urgent ? 1", "TOKEN_EXPECTED", 10],
  ["urgent ? : 2", "VALUE_EXPECTED", 9],
  ['note == "', "TEXT_UNFINISHED", 8],
  ['note == "a\nb" ? 1 : 2', "TEXT_UNFINISHED", 8],
  ["and", "VALUE_EXPECTED", 0],
  ["1 + and", "VALUE_EXPECTED", 4],
  ["area & 1", "CHARACTER_UNKNOWN", 5],
  ["!urgent ? 1 : 2", "CHARACTER_UNKNOWN", 0],
  ["area <> 1 ? 1 : 2", "VALUE_EXPECTED", 6],
  ["area === 1 ? 1 : 2", "ASSIGNMENT", 7],
  ["2 ** 3", "VALUE_EXPECTED", 3],
  ["1 // 2", "VALUE_EXPECTED", 3],
  ["1 /* x */ + 2", "VALUE_EXPECTED", 3],
  ["\\u0061rea", "CHARACTER_UNKNOWN", 0],
  ["~1", "CHARACTER_UNKNOWN", 0],
];

const attacks = {
  reachingTheHost,
  reachingPrototypes,
  changingThings,
  exhausting,
  writingNumbersOtherwise,
  mixingTypes,
  mixingUnits,
  namesAndTables,
  breakingArithmetic,
  lookingAlike,
  unfinished,
};

/** The first thing that is wrong with a formula, when it is compiled or else when it is worked out. */
function refusalOf(source: string): unknown {
  const compiled = compile(source, environment);
  if (!compiled.ok) return [source, compiled.issues[0]?.code, compiled.issues[0]?.from];
  try {
    return evaluate(compiled.formula, new Map(given));
  } catch (error) {
    return error instanceof FormulaError ? [source, error.code, error.from] : error;
  }
}

describe.each(Object.entries(attacks))("an attack by %s", (_, rows) => {
  const named = rows.map(([source, code, from]) => ({
    shown: JSON.stringify(source.slice(0, 60)),
    source,
    code,
    from,
  }));
  it.each(named)("is refused: $shown with $code at $from", ({ source, code, from }) => {
    expect(refusalOf(source)).toEqual([source, code, from]);
  });
});

describe("the attacks as a whole", () => {
  it("are more than two hundred, each another", () => {
    const sources = Object.values(attacks).flatMap((rows) => rows.map(([source]) => source));
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources.length).toBeGreaterThan(200);
  });

  it("leave the prototypes as they were", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    for (const rows of Object.values(attacks)) for (const [source] of rows) refusalOf(source);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
