import { expect, it } from "vitest";
import { asItIs, partsOf } from "./amend-wish";

const line = { id: "one", quantity: 2, amount: "10000" };

it("names no part while nothing differs", () => {
  expect(partsOf([line], {})).toEqual([]);
  expect(partsOf([line], { one: asItIs(line) })).toEqual([]);
});

it("names what differs: another price, another quantity, or the end of a line", () => {
  expect(partsOf([line], { one: { ...asItIs(line), amount: "12000" } })).toEqual([
    { kind: "CHANGE", componentId: "one", quantity: 2, saleAmount: "12000" },
  ]);
  expect(partsOf([line], { one: { ...asItIs(line), cancel: true } })).toEqual([
    { kind: "CANCEL", componentId: "one", doneShare: 0 },
  ]);
});

it("waits while an amount is being typed", () => {
  expect(partsOf([line], { one: { ...asItIs(line), amount: "" } })).toEqual([]);
});
