import { describe, expect, it } from "vitest";
import { wholeRefund } from "./whole-refund";

const line = (componentId: string, available: string) => ({ componentId, itemName: componentId, available });

describe("the whole of a refund", () => {
  it("is all of every part that was paid in full", () => {
    expect(wholeRefund([line("a", "300"), line("b", "0"), line("c", "200")], "500")).toEqual({ a: "300", c: "200" });
  });

  it("is no more than was paid, whatever the parts cost", () => {
    expect(wholeRefund([line("a", "300"), line("b", "200")], "350")).toEqual({ a: "300", b: "50" });
    expect(wholeRefund([line("a", "300"), line("b", "200")], "0")).toEqual({});
    expect(wholeRefund([line("a", "999999999999"), line("b", "1")], "1000000000000")).toEqual({
      a: "999999999999",
      b: "1",
    });
  });
});
