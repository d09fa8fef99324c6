import { describe, expect, it } from "vitest";
import { compile, formulaName } from "./index.js";
import { anEnvironment, aVariable, errorOf, keys, tiers, valueOf } from "./testing/makers.js";

const environment = anEnvironment({
  variables: [
    aVariable("x", "NUMBER", { min: "-5", max: "100.5" }),
    aVariable("y", "NUMBER", { default: "7" }),
    aVariable("n"),
    aVariable("kind", "TEXT", { options: ["甲", "乙"], default: "乙" }),
    aVariable("note", "TEXT"),
    aVariable("yes", "BOOLEAN"),
    aVariable("no", "BOOLEAN", { default: "false" }),
    aVariable("floor", "NUMBER", { default: "3" }),
  ],
  tables: [tiers("t", ["10", "0.9"], ["0", "1"], ["20.5", "0.8"]), keys("k", ["甲", "1.5"], ["乙", "2"])],
});
const condition = anEnvironment({ ...environment, result: "BOOLEAN" });

describe("a formula", () => {
  it.each([
    ["1 + 2 * 3", "7"],
    ["(1 + 2) * 3", "9"],
    ["10 - 4 - 3", "3"],
    ["2 * 3 - 4 / 2", "4"],
    ["100 / 10 / 5", "2"],
    ["7 % 4 * 2", "6"],
    ["-7 % 4", "-3"],
    ["7 % -4", "3"],
    ["7.5 % 2", "1.5"],
    ["2 ^ 3 ^ 2", "512"],
    ["-2 ^ 2", "-4"],
    ["(-2) ^ 3", "-8"],
    ["2 ^ 0", "1"],
    ["0 ^ 0", "1"],
    ["1.1 ^ 2", "1.21"],
    ["2 * -3", "-6"],
    ["- -3", "3"],
    ["0.1 + 0.2", "0.3"],
    ["100 / 3 * 3", "100"],
    ["floor(100 / 3 * 3)", "100"],
    ["1 / 3", `0.${"3".repeat(40)}`],
    ["2 / 3", `0.${"6".repeat(39)}7`],
    ["-2 / 3", `-0.${"6".repeat(39)}7`],
    ["1 / 8", "0.125"],
    ["1 / 2 ^ 32 / 2 ^ 32", "0.0000000000000000000542101086242752217003726400434970855712890625"],
    ["0 - 0", "0"],
    ["10 ^ 30 * 10 ^ 30", `1${"0".repeat(60)}`],
    ["1 / 10 ^ 30 / 10 ^ 30", `0.${"0".repeat(59)}1`],
    ["2 ^ 32", "4294967296"],
    ["-2 + 3", "1"],
    ["-2 * 3 + 1", "-5"],
    ["1.5 - 0.25", "1.25"],
    ["1.5 / 0.25", "6"],
    ["1 / -4", "-0.25"],
    ["-1 / -4", "0.25"],
    ["7.75 % 0.5", "0.25"],
    ["7.5 % 2.25", "0.75"],
    ["-1 / 3 / 10 ^ 30 / 10 ^ 20", "0"],
    ["1 / 3 + 2 / 3", "1"],
    ["0.99999 ^ 31 * 0", "0"],
  ])("comes to exactly what it says: %s = %s", (source, value) => {
    expect(valueOf(source)).toBe(value);
  });

  it.each([
    ["min(3, 1, 2)", "1"],
    ["min(1, 2)", "1"],
    ["max(3, 1, 2)", "3"],
    ["max(1, 3)", "3"],
    ["abs(-2.5)", "2.5"],
    ["abs(2.5)", "2.5"],
    ["floor(2.7)", "2"],
    ["floor(-2.1)", "-3"],
    ["floor(-2)", "-2"],
    ["floor(17, 5)", "15"],
    ["floor(0.37, 0.05)", "0.35"],
    ["ceil(2.1)", "3"],
    ["ceil(2)", "2"],
    ["ceil(-2.7)", "-2"],
    ["ceil(16, 5)", "20"],
    ["round(2.5)", "3"],
    ["round(2.4)", "2"],
    ["round(-2.5)", "-3"],
    ["round(2.345, 0.01)", "2.35"],
    ["round(57648.93, 100)", "57600"],
    ["round(12.5, 5)", "15"],
    ["clamp(5, 1, 3)", "3"],
    ["clamp(0, 1, 3)", "1"],
    ["clamp(2, 1, 3)", "2"],
    ["clamp(2, 2, 2)", "2"],
    ["if(1 < 2, 3, 4)", "3"],
    ["1 > 2 ? 3 : 4", "4"],
    ["1 > 2 ? 3 : 1 > 0 ? 5 : 6", "5"],
    ["tier(t, 0)", "1"],
    ["tier(t, 9.99)", "1"],
    ["tier(t, 10)", "0.9"],
    ["tier(t, 20.4)", "0.9"],
    ["tier(t, 1000)", "0.8"],
    ['lookup(k, "甲")', "1.5"],
    ["lookup(k, kind)", "2"],
    ["floor - 1", "2"],
    ["floor(floor / 2)", "1"],
    ["\t1\r\n+ 1 ", "2"],
    ["007.50", "7.5"],
    ["min(2, 2)", "2"],
    ["floor(0)", "0"],
    ["abs(0)", "0"],
  ])("knows its functions and tables: %s = %s", (source, value) => {
    expect(valueOf(source, environment)).toBe(value);
  });

  it.each([
    ["1 < 1", false],
    ["1 <= 1", true],
    ["1 > 1", false],
    ["1 >= 1", true],
    ["2 < 1", false],
    ["2 <= 1", false],
    ["1 > 2", false],
    ["1 >= 2", false],
    ["1 == 1.0", true],
    ["1 != 1.0", false],
    ["1 == 2", false],
    ["100 / 3 * 3 == 100", true],
    ['kind == "乙"', true],
    ['kind != "乙"', false],
    ["kind == note", false],
    ["yes == true", true],
    ["yes == no", false],
    ["true and false", false],
    ["true and true", true],
    ["false or true", true],
    ["false or false", false],
    ["not true", false],
    ["not 1 > 2", true],
    ["not false and false", false],
    ["true or true and false", true],
    ["yes and not no", true],
    ["1 + 1 > 1 * 1 and 2 > 1", true],
  ])("decides: %s is %s", (source, value) => {
    expect(valueOf(source, condition, { yes: true, note: "甲" })).toBe(value);
  });

  it("works out only the branch that is taken", () => {
    expect(valueOf("yes ? 1 : 1 / (y - 7)", environment, { yes: true })).toBe("1");
    expect(valueOf("no and 1 / (y - 7) > 0", condition)).toBe(false);
    expect(valueOf("yes or 1 / (y - 7) > 0", condition, { yes: true })).toBe(true);
    expect(errorOf("yes ? 1 : 1 / (y - 7)", environment, { yes: false })).toMatchObject({ code: "DIVISION_BY_ZERO" });
  });

  it("gives a name that is used as often as it likes one value, and asks for no other", () => {
    expect(valueOf("x * x + x", environment, { x: "3", unknown: "9" })).toBe("12");
    expect(valueOf("1 + 1", environment, { x: "nonsense" })).toBe("2");
  });

  it("names what it uses in the order of the text, each once", () => {
    const source = 'if(yes, -x + tier(t, y), clamp(x, 1, floor)) * (kind == "甲" ? 1 : 2)';
    const compiled = compile(source, environment);
    expect(compiled.ok && compiled.formula.uses).toEqual(["yes", "x", "y", "floor", "kind"]);
    expect(compiled.ok && compiled.formula.source).toBe(source);
  });

  it("can't be changed once compiled", () => {
    const compiled = compile("if(yes, min(x, 1), (2 + 3))", environment);
    if (!compiled.ok) throw new Error("It is right.");
    const { formula } = compiled;
    const { root } = formula;
    if (root.kind !== "CHOICE" || root.yes.kind !== "CALL") throw new Error("It is a choice.");
    const parts = [formula, formula.uses, root, root.yes, root.yes.args, root.no, formula.scope.tables.get("t")];
    expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
  });

  it("reads a code as a name", () => {
    expect(formulaName("FLOOR-AREA-M2")).toBe("floor_area_m2");
  });
});

describe("a value", () => {
  it.each([
    ["x", "-5", "-5"],
    ["x", "100.50", "100.5"],
    ["n", "1".repeat(40), "1".repeat(40)],
    ["n", `${"1".repeat(20)}.${"1".repeat(20)}`, `${"1".repeat(20)}.${"1".repeat(20)}`],
    ["y", undefined, "7"],
  ])("is taken within its limits: %s given %s", (name, value, result) => {
    expect(valueOf(name, environment, value === undefined ? {} : { [name]: value })).toBe(result);
  });

  it("that is missing is named where it is used", () => {
    expect(errorOf("1 + x", environment)).toEqual({ code: "VALUE_MISSING", from: 4, to: 5, data: { name: "x" } });
  });

  it.each([
    ["100.51", { code: "VALUE_OUT_OF_RANGE", data: { name: "x", value: "100.51", min: "-5", max: "100.5" } }],
    ["-5.1", { code: "VALUE_OUT_OF_RANGE", data: { name: "x", value: "-5.1", min: "-5", max: "100.5" } }],
    ["1e3", { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
    ["", { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
    ["NaN", { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
    [" 1", { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
    ["1\n", { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
    [true, { code: "VALUE_MALFORMED", data: { name: "x", expected: "NUMBER" } }],
  ])("outside its limits is refused with them: %j", (value, error) => {
    expect(errorOf("x", environment, { x: value })).toEqual({ from: 0, to: 1, ...error });
  });

  it.each([`0.${"1".repeat(40)}`, "1".repeat(41), `${"1".repeat(21)}.${"1".repeat(20)}`])(
    "of too many digits is refused: %s",
    (value) => {
      const error = { code: "VALUE_MALFORMED", from: 0, to: 1, data: { name: "n", expected: "NUMBER" } };
      expect(errorOf("n", environment, { n: value })).toEqual(error);
    },
  );

  it("with one limit or none names just what there is", () => {
    const half = anEnvironment({
      variables: [aVariable("a", "NUMBER", { min: "1" }), aVariable("b", "NUMBER", { max: "1" })],
    });
    expect(errorOf("a", half, { a: "0" })).toMatchObject({ data: { min: "1", max: "" } });
    expect(errorOf("b", half, { b: "2" })).toMatchObject({ data: { min: "", max: "1" } });
  });

  it.each([
    ["kind", "丙", { code: "OPTION_UNKNOWN", data: { name: "kind", value: "丙" } }],
    ["kind", true, { code: "VALUE_MALFORMED", data: { name: "kind", expected: "TEXT" } }],
    ["note", "a\u200bb", { code: "VALUE_MALFORMED", data: { name: "note", expected: "TEXT" } }],
    ["note", "字".repeat(201), { code: "VALUE_MALFORMED", data: { name: "note", expected: "TEXT" } }],
    ["yes", "是", { code: "VALUE_MALFORMED", data: { name: "yes", expected: "BOOLEAN" } }],
  ])("of a text or a truth is one of what it may be: %s given %j", (name, value, error) => {
    const source = name === "yes" ? "yes" : `${name} == ${name}`;
    expect(errorOf(source, condition, { [name]: value })).toEqual({ from: 0, to: name.length, ...error });
  });

  it("of a truth may be written", () => {
    expect(valueOf("yes", condition, { yes: "true" })).toBe(true);
    expect(valueOf("yes", condition, { yes: "false" })).toBe(false);
    expect(valueOf("no", condition)).toBe(false);
  });

  it("of a text may be as long as a text may be, and be looked up", () => {
    expect(valueOf("note == note", condition, { note: "字".repeat(200) })).toBe(true);
    expect(errorOf("lookup(k, note)", environment, { note: "丙" })).toEqual({
      code: "KEY_UNKNOWN",
      from: 10,
      to: 14,
      data: { name: "k", key: "丙" },
    });
  });
});
