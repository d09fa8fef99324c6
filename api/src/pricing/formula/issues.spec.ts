import { describe, expect, it } from "vitest";
import type { Environment } from "./environment.js";
import { anEnvironment, aVariable, errorOf, issuesOf, keys, tiers } from "./testing/makers.js";

const environment = anEnvironment({
  variables: [
    aVariable("area", "NUMBER", { unit: "㎡" }),
    aVariable("price", "NUMBER", { unit: "元/㎡" }),
    aVariable("month", "NUMBER", { unit: "月" }),
    aVariable("kind", "TEXT", { options: ["甲", "乙"] }),
    aVariable("fast", "BOOLEAN"),
  ],
  tables: [tiers("age", ["0", "1"]), keys("base", ["甲", "220"])],
});

describe("an issue", () => {
  it.each([
    ["1 + prise", "UNKNOWN_NAME", [4, 9], { name: "prise", suggestion: "price" }],
    ["xyzzy", "UNKNOWN_NAME", [0, 5], { name: "xyzzy", suggestion: "" }],
    ["mim(1, 2)", "UNKNOWN_FUNCTION", [0, 3], { name: "mim", suggestion: "min" }],
    ["tier(agee, 1)", "UNKNOWN_TABLE", [5, 9], { name: "agee", suggestion: "age" }],
    ["lookup(age, kind)", "TABLE_KIND", [7, 10], { name: "age", expected: "LOOKUP", found: "TIER" }],
    ["tier(1, 1)", "TABLE_EXPECTED", [5, 6], { kind: "TIER" }],
    ["lookup(1, kind)", "TABLE_EXPECTED", [7, 8], { kind: "LOOKUP" }],
    ["2 * age", "TABLE_NOT_VALUE", [4, 7], { name: "age" }],
    ["2 * min", "FUNCTION_NOT_CALLED", [4, 7], { name: "min" }],
    ["1 + clamp(1, 2)", "ARITY", [4, 9], { name: "clamp", least: "3", most: "3", given: "2" }],
    ["area + fast", "TYPE_MISMATCH", [7, 11], { expected: "NUMBER", found: "BOOLEAN" }],
    ["area * price + area", "UNIT_MISMATCH", [15, 19], { expected: "元", found: "㎡" }],
    ["min(1, area, 2, month)", "UNIT_MISMATCH", [16, 21], { expected: "㎡", found: "月" }],
    ["area < month ? 1 : 2", "UNIT_MISMATCH", [7, 12], { expected: "㎡", found: "月" }],
    ["area == month ? 1 : 2", "UNIT_MISMATCH", [8, 13], { expected: "㎡", found: "月" }],
    ["fast ? area : month", "UNIT_MISMATCH", [14, 19], { expected: "㎡", found: "月" }],
    ["area * area + price ^ 2", "UNIT_MISMATCH", [14, 23], { expected: "㎡·㎡", found: "元·元/㎡·㎡" }],
    ["1 / 0", "DIVISION_BY_ZERO", [4, 5], {}],
    ["1 % 0", "DIVISION_BY_ZERO", [4, 5], {}],
    ["true + 1", "TYPE_MISMATCH", [0, 4], { expected: "NUMBER", found: "BOOLEAN" }],
    ['"甲" + 1', "TYPE_MISMATCH", [0, 3], { expected: "NUMBER", found: "TEXT" }],
    ["-area + month", "UNIT_MISMATCH", [8, 13], { expected: "㎡", found: "月" }],
    ["(not fast) + 1", "TYPE_MISMATCH", [0, 10], { expected: "NUMBER", found: "BOOLEAN" }],
    ['1 "+" 2', "TOKEN_UNEXPECTED", [2, 5], { found: "+" }],
    ['1 < 2 "<" 3', "TOKEN_UNEXPECTED", [6, 9], { found: "<" }],
    ['(1 ")"', "TOKEN_EXPECTED", [3, 6], { expected: ")", found: ")" }],
    ["(1, 2)", "TOKEN_EXPECTED", [2, 3], { expected: ")", found: "," }],
    ["fast ? 1, 2", "TOKEN_EXPECTED", [8, 9], { expected: ":", found: "," }],
    ['min "(" 1', "TOKEN_UNEXPECTED", [4, 7], { found: "(" }],
    ['min(1 "," 2)', "TOKEN_EXPECTED", [6, 9], { expected: ")", found: "," }],
    ['min(")", 1)', "TYPE_MISMATCH", [4, 7], { expected: "NUMBER", found: "TEXT" }],
    [`1${"a".repeat(39)}`, "NUMBER_MALFORMED", [0, 40], { text: `1${"a".repeat(39)}` }],
    ["2 ^ area", "POWER_UNIT", [4, 8], { unit: "㎡" }],
    ["area ^ (1 + 1)", "POWER_UNIT", [0, 4], { unit: "㎡" }],
    ["area ^ 10", "UNIT_OUT_OF_RANGE", [0, 9], { limit: "9" }],
    ["2 ^ 33", "POWER_OUT_OF_RANGE", [4, 6], { limit: "32" }],
    ["2 ^ 1.5", "POWER_OUT_OF_RANGE", [4, 7], { limit: "32" }],
    ["fast", "RESULT_TYPE", [0, 4], { expected: "NUMBER", found: "BOOLEAN" }],
    ['kind == "丙" ? 1 : 2', "OPTION_UNKNOWN", [8, 11], { name: "kind", value: "丙" }],
    ['"丙" != kind ? 1 : 2', "OPTION_UNKNOWN", [0, 3], { name: "kind", value: "丙" }],
    ["lookup(base, kind)", "KEY_UNKNOWN", [13, 17], { name: "base", key: "乙" }],
    ['lookup(base, "丁")', "KEY_UNKNOWN", [13, 16], { name: "base", key: "丁" }],
    ["(1 + 2", "TOKEN_EXPECTED", [6, 6], { expected: ")", found: "" }],
    ["min(1 2)", "TOKEN_EXPECTED", [6, 7], { expected: ")", found: "2" }],
    ["1 + )", "VALUE_EXPECTED", [4, 5], { found: ")" }],
    ["1 2", "TOKEN_UNEXPECTED", [2, 3], { found: "2" }],
    ["1 < 2 <= 3", "COMPARISON_CHAINED", [6, 8], { found: "<=" }],
    ["area = 1", "ASSIGNMENT", [5, 6], {}],
    ["1e5 + 1", "NUMBER_MALFORMED", [0, 3], { text: "1e5" }],
    [`1${"a".repeat(60)}`, "NUMBER_MALFORMED", [0, 61], { text: `1${"a".repeat(39)}…` }],
    ["1".repeat(41), "NUMBER_TOO_LONG", [0, 41], { limit: "40" }],
    ["Area", "NAME_MALFORMED", [0, 4], { name: "Area" }],
    ["area × 2", "CHARACTER_UNKNOWN", [5, 6], { character: "×", instead: "*" }],
    ["max（1", "CHARACTER_UNKNOWN", [3, 4], { character: "（", instead: "(" }],
    ["１", "CHARACTER_UNKNOWN", [0, 1], { character: "１", instead: "1" }],
    ["９", "CHARACTER_UNKNOWN", [0, 1], { character: "９", instead: "9" }],
    ["＂", "CHARACTER_UNKNOWN", [0, 1], { character: "＂", instead: '"' }],
    ["1 ≥ 2", "CHARACTER_UNKNOWN", [2, 3], { character: "≥", instead: ">=" }],
    ["面积", "CHARACTER_UNKNOWN", [0, 1], { character: "面", instead: "" }],
    ["😀", "CHARACTER_UNKNOWN", [0, 2], { character: "😀", instead: "" }],
    ["1\u200b", "CHARACTER_UNKNOWN", [1, 2], { character: "U+200B", instead: "" }],
    ["1\u0000", "CHARACTER_UNKNOWN", [1, 2], { character: "U+0000", instead: "" }],
    ['"a', "TEXT_UNFINISHED", [0, 2], {}],
    [`"${"a".repeat(201)}"`, "TEXT_TOO_LONG", [0, 203], { limit: "200" }],
    ["", "EMPTY", [0, 0], {}],
    ["1".repeat(2001), "TOO_LONG", [2000, 2001], { limit: "2000" }],
    [`${"1+".repeat(300)}1`, "TOO_MANY_TOKENS", [600, 601], { limit: "600" }],
    [`${"(".repeat(50)}1`, "TOO_DEEP", [48, 49], { limit: "48" }],
  ] as const)("tells of %.50s: %s, where, and what helps", (source, code, [from, to], data) => {
    expect(issuesOf(source, environment)).toEqual([{ code, from, to, data }]);
  });

  it("comes with every other one, in the order of the text, and one wrong part is told once", () => {
    const issues = issuesOf("month + (prise + fast) * area / 0 - xyzzy", environment);
    expect(issues.map(({ code, from }) => [code, from])).toEqual([
      ["UNKNOWN_NAME", 9],
      ["TYPE_MISMATCH", 17],
      ["DIVISION_BY_ZERO", 32],
      ["UNKNOWN_NAME", 36],
    ]);
  });

  it("comes in the order of the text however it was found", () => {
    const issues = issuesOf("min(area, month, zz)", environment);
    expect(issues.map(({ code, from }) => [code, from])).toEqual([
      ["UNIT_MISMATCH", 10],
      ["UNKNOWN_NAME", 17],
    ]);
    const later = issuesOf('lookup(base, "丁" == "戊" ? kind : kind) + tier(nope, zz)', environment);
    expect(later.map(({ code, from }) => [code, from])).toEqual([
      ["UNKNOWN_TABLE", expect.any(Number)],
      ["UNKNOWN_NAME", expect.any(Number)],
    ]);
    const powers = issuesOf("area ^ (zz + fast)", environment);
    expect(powers.map(({ from }) => from)).toEqual([8, 13]);
    const mixed = issuesOf("(area + month > 1 ? area : month) + zz", environment);
    expect(mixed.map(({ code, from }) => [code, from])).toEqual([
      ["UNIT_MISMATCH", 8],
      ["UNIT_MISMATCH", 27],
      ["UNKNOWN_NAME", 36],
    ]);
    const keyed = issuesOf('kind == zz or "丙" == kind ? 1 : 2', environment);
    expect(keyed.map(({ code, from }) => [code, from])).toEqual([
      ["UNKNOWN_NAME", 8],
      ["OPTION_UNKNOWN", 14],
    ]);
    const before = issuesOf("min(area, month, min(month, area))", environment);
    expect(before.map(({ from }) => from)).toEqual([10, 28]);
    const both = issuesOf("min(area, month, abs(zz + area))", environment);
    expect(both.map(({ from }) => from)).toEqual([10, 21]);
  });

  it("comes at most twenty times", () => {
    expect(issuesOf(Array.from({ length: 25 }, () => "zz").join("+"))).toHaveLength(20);
    const variables = Array.from({ length: 25 }, () => aVariable("A"));
    expect(issuesOf("1", anEnvironment({ variables }))).toHaveLength(20);
  });

  it("comes of the parameters before those of the text", () => {
    const issues = issuesOf("1 +", anEnvironment({ variables: [aVariable("A")] }));
    expect(issues.map(({ code }) => code)).toEqual(["NAME_INVALID", "VALUE_EXPECTED"]);
  });
});

describe("the limits", () => {
  it("let everything through that is just within", () => {
    expect(issuesOf(`${" ".repeat(1999)}1`)).toEqual([]);
    expect(issuesOf(`${"(".repeat(47)}1${")".repeat(47)}`)).toEqual([]);
    expect(issuesOf("1".repeat(40))).toEqual([]);
    expect(issuesOf(`0.${"1".repeat(39)}`)).toEqual([]);
    expect(issuesOf(`${"1+".repeat(249)}1`)).toEqual([]);
    expect(issuesOf(`min(${Array.from({ length: 20 }, () => "1").join(",")})`)).toEqual([]);
    const long = anEnvironment({ variables: [aVariable("a".repeat(40)), aVariable("n", "TEXT")] });
    expect(issuesOf("a".repeat(40), long)).toEqual([]);
    expect(issuesOf(`n == "${"a".repeat(200)}" ? 1 : 2`, long)).toEqual([]);
  });

  it("let through just as many nodes", () => {
    expect(issuesOf(`-1${"+1".repeat(249)}`)).toEqual([]);
  });

  it("count the tokens and the nodes apart", () => {
    const tokens = `${"1+".repeat(299)}1`;
    expect(issuesOf(tokens)).toMatchObject([{ code: "TOO_MANY_NODES", data: { limit: "500" } }]);
    expect(issuesOf(`${"1+".repeat(250)}1`)).toMatchObject([{ code: "TOO_MANY_NODES" }]);
  });

  it("bound the steps of one evaluation", () => {
    const rows = Array.from({ length: 500 }, (_, index): [string, string] => [`${index}`, "1"]);
    const table = anEnvironment({ tables: [tiers("t", ...rows)] });
    const sum = (count: number) => Array.from({ length: count }, () => "tier(t, 499)").join("+");
    expect(errorOf(sum(19), table)).toBe("19");
    expect(errorOf(`${sum(19)}+tier(t, 439)`, table)).toBe("20");
    expect(errorOf(`${sum(19)}+tier(t, 440)`, table)).toMatchObject({ code: "STEPS_EXCEEDED" });
    expect(errorOf(sum(20), table)).toMatchObject({ code: "STEPS_EXCEEDED", data: { limit: "10000" } });
  });
});

describe("what is worked out", () => {
  const tables = anEnvironment({
    variables: [aVariable("z", "NUMBER", { default: "0" })],
    tables: [tiers("t", ["2.5", "1"])],
  });
  it.each([
    ["1 / z", "DIVISION_BY_ZERO", [4, 5], {}],
    ["2 ^ (z - 1)", "POWER_OUT_OF_RANGE", [4, 11], { limit: "32" }],
    ["2 ^ (z + 0.5)", "POWER_OUT_OF_RANGE", [4, 13], { limit: "32" }],
    ["2 ^ (z + 33)", "POWER_OUT_OF_RANGE", [4, 12], { limit: "32" }],
    ["1 + 10 ^ 31 * 10 ^ 31", "NUMBER_OUT_OF_RANGE", [4, 21], {}],
    ["floor(1, z)", "STEP_NOT_POSITIVE", [9, 10], { value: "0" }],
    ["round(1, z - 2)", "STEP_NOT_POSITIVE", [9, 14], { value: "-2" }],
    ["1 + clamp(1, 3, 2)", "LIMITS_CROSSED", [4, 18], {}],
    ["tier(t, z + 2)", "TIER_BELOW", [8, 13], { name: "t", value: "2", lowest: "2.5" }],
    ["0.99999 ^ 32", "NUMBER_TOO_LONG", [0, 12], {}],
    ["1.00001 ^ 31 * 1000003", "NUMBER_TOO_LONG", [0, 22], {}],
    ["floor(10 ^ 32, 0.3)^2", "NUMBER_OUT_OF_RANGE", [0, 21], {}],
  ] as const)("refuses %s: %s", (source, code, [from, to], data) => {
    expect(errorOf(source, tables)).toEqual({ code, from, to, data });
  });

  it("may raise to the highest power", () => {
    expect(errorOf("2 ^ (z + 32)", tables)).toBe("4294967296");
    expect(errorOf("2 ^ z", tables)).toBe("1");
  });
});

describe("units", () => {
  const result = (resultUnit: string | null): Environment => ({ ...environment, resultUnit });
  it.each([
    ["area * price", "元"],
    ["price * area", "元"],
    ["area * price / month", "元/月"],
    ["area * area / area", "㎡"],
    ["area / area", ""],
    ["area ^ 3", "㎡·㎡·㎡"],
    ["area ^ 2 / area", "㎡"],
    ["(1 + 1) ^ (1 + 1)", "元"],
    ["1 / month", "1/月"],
    ["2", "元"],
    ["2 * area", "元"],
    ["tier(age, area) * 3", "元"],
    ["max(0, area - 50) * 2 + area * price", "元"],
    ["-area", "㎡"],
    ["abs(area)", "㎡"],
    ["round(area, 5)", "㎡"],
    ["area % 3", "㎡"],
    ["fast ? area : 3", "㎡"],
    ["fast ? 3 : area", "㎡"],
    ["clamp(area, 1, 2)", "㎡"],
    ["(area / area) ^ (area / area)", ""],
  ])("fit: %s is in %s", (source, unit) => {
    expect(issuesOf(source, result(unit))).toEqual([]);
  });

  it.each([
    ["area * price", "㎡", "元"],
    ["area / area", "元", ""],
    ["month * area", "元", "㎡·月"],
    ["1 / month * 1 / month", "元", null],
    ["price / month", "元", "元/㎡·月"],
    ["area ^ 0", "㎡", ""],
    ["area / area / month", "元", "1/月"],
  ])("that don't fit are told: %s is not in %s but %s", (source, expected, found) => {
    const told = [{ code: "RESULT_UNIT", from: 0, to: source.length, data: { expected, found: found ?? "" } }];
    expect(issuesOf(source, result(expected))).toEqual(found === null ? [] : told);
  });

  it("of the result don't matter when none is asked for", () => {
    expect(issuesOf("area * month", result(null))).toEqual([]);
    expect(issuesOf("fast", { ...result("元"), result: "BOOLEAN" })).toEqual([]);
    expect(issuesOf("fast", result("元")).map(({ code }) => code)).toEqual(["RESULT_TYPE"]);
    expect(issuesOf('lookup(base, fast ? "甲" : "甲")', result("元"))).toEqual([]);
  });
});

describe("parameters and tables", () => {
  const variable = (...given: Parameters<typeof aVariable>) => anEnvironment({ variables: [aVariable(...given)] });
  it.each([
    ["a variable's name", variable("Area"), "NAME_INVALID", { name: "Area" }],
    ["a name that is too long", variable("a".repeat(41)), "NAME_INVALID", { name: "a".repeat(40) }],
    ["a word of the language", variable("and"), "NAME_TAKEN", { name: "and" }],
    ["if", variable("if"), "NAME_TAKEN", { name: "if" }],
    ["a unit", variable("a", "NUMBER", { unit: "㎡ 2" }), "UNIT_INVALID", { name: "a", unit: "㎡ 2" }],
    ["a figure in a unit", variable("a", "NUMBER", { unit: "2㎡" }), "UNIT_INVALID", { name: "a", unit: "2㎡" }],
    ["a figure below", variable("a", "NUMBER", { unit: "元/1" }), "UNIT_INVALID", { name: "a", unit: "元/1" }],
    ["an empty base", variable("a", "NUMBER", { unit: "元/" }), "UNIT_INVALID", { name: "a", unit: "元/" }],
    [
      "a long unit",
      variable("a", "NUMBER", { unit: "元".repeat(41) }),
      "UNIT_INVALID",
      { name: "a", unit: "元".repeat(41) },
    ],
    ["a unit of a text", variable("a", "TEXT", { unit: "元" }), "UNIT_INVALID", { name: "a", unit: "元" }],
    ["limits crossed", variable("a", "NUMBER", { min: "2", max: "1" }), "VARIABLE_INVALID", { name: "a" }],
    ["a limit", variable("a", "NUMBER", { min: "1e3" }), "VARIABLE_INVALID", { name: "a" }],
    ["a limit of a text", variable("a", "TEXT", { max: "1" }), "VARIABLE_INVALID", { name: "a" }],
    ["options of a number", variable("a", "NUMBER", { options: ["1"] }), "VARIABLE_INVALID", { name: "a" }],
    ["an option twice", variable("a", "TEXT", { options: ["甲", "甲"] }), "VARIABLE_INVALID", { name: "a" }],
    ["a hidden character", variable("a", "TEXT", { options: ["甲", "乙\u200b"] }), "VARIABLE_INVALID", { name: "a" }],
    ["a quotation mark", variable("a", "TEXT", { options: ['"'] }), "VARIABLE_INVALID", { name: "a" }],
    ["many options", variable("a", "TEXT", { options: many(101) }), "VARIABLE_INVALID", { name: "a" }],
    ["a default", variable("a", "NUMBER", { default: "x" }), "DEFAULT_INVALID", { name: "a", value: "x" }],
    [
      "a default outside",
      variable("a", "NUMBER", { default: "3", max: "2" }),
      "DEFAULT_INVALID",
      { name: "a", value: "3" },
    ],
    [
      "no option",
      variable("a", "TEXT", { default: "乙", options: ["甲"] }),
      "DEFAULT_INVALID",
      { name: "a", value: "乙" },
    ],
    [
      "a hidden default",
      variable("a", "TEXT", { default: "\u0007" }),
      "DEFAULT_INVALID",
      { name: "a", value: "\u0007" },
    ],
    ["a truth", variable("a", "BOOLEAN", { default: "1" }), "DEFAULT_INVALID", { name: "a", value: "1" }],
    ["no rows", anEnvironment({ tables: [tiers("t")] }), "TABLE_INVALID", { name: "t" }],
    [
      "a row's start",
      anEnvironment({ tables: [tiers("t", ["1", "1"], ["x", "1"])] }),
      "ROW_INVALID",
      { name: "t", row: "2" },
    ],
    ["a row's value", anEnvironment({ tables: [tiers("t", ["1", ""])] }), "ROW_INVALID", { name: "t", row: "1" }],
    [
      "a start twice",
      anEnvironment({ tables: [tiers("t", ["1", "1"], ["0", "1"], ["1.0", "2"])] }),
      "ROW_REPEATED",
      { name: "t", row: "3" },
    ],
    [
      "a key's value",
      anEnvironment({ tables: [keys("t", ["甲", "1"], ["乙", "x"])] }),
      "ROW_INVALID",
      { name: "t", row: "2" },
    ],
    ["no key", anEnvironment({ tables: [keys("t", ["", "1"])] }), "ROW_INVALID", { name: "t", row: "1" }],
    ["a hidden key", anEnvironment({ tables: [keys("t", ["甲\u202e", "1"])] }), "ROW_INVALID", { name: "t", row: "1" }],
    [
      "a key twice",
      anEnvironment({ tables: [keys("t", ["甲", "1"], ["甲", "2"])] }),
      "ROW_REPEATED",
      { name: "t", row: "2" },
    ],
    [
      "many rows",
      anEnvironment({ tables: [keys("t", ...many(501).map((key): [string, string] => [key, "1"]))] }),
      "TABLE_INVALID",
      { name: "t", limit: "500" },
    ],
    ["the result's unit", anEnvironment({ resultUnit: "元 " }), "UNIT_INVALID", { name: "", unit: "元 " }],
    [
      "many variables",
      anEnvironment({ variables: many(61).map((name) => aVariable(name)) }),
      "VARIABLE_INVALID",
      { name: "", limit: "60" },
    ],
    [
      "many tables",
      anEnvironment({ tables: many(21).map((name) => keys(name, ["a", "1"])) }),
      "TABLE_INVALID",
      { name: "", limit: "20" },
    ],
  ] as const)("are refused for %s", (_, given, code, data) => {
    expect(issuesOf("1", given)).toEqual([{ code, from: 0, to: 0, data }]);
  });

  it("beyond the limit are not looked at", () => {
    const variables = [...many(60).map((name) => aVariable(name)), aVariable("BAD")];
    const tables = [...many(20).map((name) => keys(`t${name}`, ["a", "1"])), keys("BAD", ["a", "1"])];
    expect(issuesOf("1", anEnvironment({ variables, tables })).map(({ code }) => code)).toEqual([
      "VARIABLE_INVALID",
      "TABLE_INVALID",
    ]);
    const rows = many(501).map((key, index): [string, string] => [key, index === 500 ? "x" : "1"]);
    expect(issuesOf("1", anEnvironment({ tables: [keys("t", ...rows)] })).map(({ code }) => code)).toEqual([
      "TABLE_INVALID",
    ]);
    const steps = many(501).map((_, index): [string, string] => [`${index}`, index === 500 ? "x" : "1"]);
    expect(issuesOf("1", anEnvironment({ tables: [tiers("t", ...steps)] })).map(({ code }) => code)).toEqual([
      "TABLE_INVALID",
    ]);
  });

  it("that are wrong cause no second issue where they are used", () => {
    const wrong = anEnvironment({
      variables: [aVariable("a", "NUMBER", { unit: "/" }), aVariable("b", "NUMBER", { unit: "元" })],
    });
    expect(issuesOf("a + b", wrong).map(({ code }) => code)).toEqual(["UNIT_INVALID"]);
  });

  it("of one name are refused once each", () => {
    const twice = anEnvironment({ variables: [aVariable("a"), aVariable("a")], tables: [keys("a", ["x", "1"])] });
    expect(issuesOf("1", twice).map(({ code }) => code)).toEqual(["NAME_TAKEN", "NAME_TAKEN"]);
  });

  it("are taken just within their limits", () => {
    const full = anEnvironment({
      variables: [
        ...many(56).map((name) => aVariable(name)),
        aVariable("o", "TEXT", { options: many(100), default: "n99" }),
        aVariable("one", "NUMBER", { min: "1", max: "1", default: "1", unit: "元·月/㎡·年" }),
        aVariable("b", "BOOLEAN", { default: "true" }),
        aVariable("free", "TEXT", { default: "随便" }),
      ],
      tables: many(20).map((name) => keys(`t${name}`, ...many(500).map((key): [string, string] => [key, "1"]))),
      resultUnit: "元".repeat(40),
    });
    expect(issuesOf("1", full)).toEqual([]);
  });
});

function many(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `n${index}`);
}
