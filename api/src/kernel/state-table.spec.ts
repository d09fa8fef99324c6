import { describe, expect, it } from "vitest";
import { Refusal } from "./refusal.js";
import { stateTable } from "./state-table.js";

const door = stateTable<"OPEN" | "SHUT", "shut" | "open">("door", "OPEN", {
  OPEN: { shut: "SHUT" },
  SHUT: { open: "OPEN" },
});

describe("a state table", () => {
  it("moves by verbs and offers only those it allows", () => {
    expect(door.after("OPEN", "shut")).toBe("SHUT");
    expect(door.verbs("SHUT")).toEqual(["open"]);
  });

  it("refuses an arrow that does not exist", () => {
    expect(() => door.after("OPEN", "open")).toThrow(Refusal);
  });

  it("does not start with an arrow to an unknown state", () => {
    expect(() => stateTable("door", "OPEN", { OPEN: { shut: "SLAMMED" as "OPEN" } })).toThrow(/unknown state SLAMMED/);
  });

  it("does not start with a state that nothing leads to", () => {
    expect(() => stateTable<"A" | "B", "go">("island", "A", { A: {}, B: {} })).toThrow(/nothing leads to B/);
  });
});
