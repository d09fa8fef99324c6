import { expect, it } from "vitest";
import { asItIs, endingOf, partsOf } from "./amend-wish";

const line = { id: "one", quantity: 2, amount: "10000", supplier: { id: "s1" } };

it("names no part while nothing differs", () => {
  expect(partsOf([line], {})).toEqual([]);
  expect(partsOf([line], { one: asItIs(line) })).toEqual([]);
});

it("names what differs: another price, quantity or supplier, or the end of a line with what was done of it", () => {
  expect(partsOf([line], { one: { ...asItIs(line), amount: "12000" } })).toEqual([
    { kind: "CHANGE", componentId: "one", quantity: 2, saleAmount: "12000" },
  ]);
  expect(partsOf([line], { one: { ...asItIs(line), supplierId: "s2" } })).toEqual([
    { kind: "CHANGE", componentId: "one", quantity: 2, saleAmount: "10000", supplierId: "s2" },
  ]);
  expect(partsOf([line], { one: { ...asItIs(line), cancel: true, done: 33.33 } })).toEqual([
    { kind: "CANCEL", componentId: "one", doneShare: 3333 },
  ]);
});

it("names what is added once it says who does it and for how much", () => {
  const added = { key: "a", service: "", quantity: 3, amount: "30000", stage: 2 };
  expect(partsOf([line], {}, [added])).toEqual([]);
  expect(partsOf([line], {}, [{ ...added, service: "item:sup" }])).toEqual([
    { kind: "ADD", itemId: "item", supplierId: "sup", quantity: 3, saleAmount: "30000", stage: 2 },
  ]);
});

it("waits while an amount is being typed", () => {
  expect(partsOf([line], { one: { ...asItIs(line), amount: "" } })).toEqual([]);
});

it("ends every line that is still open, and none that was accepted or taken out", () => {
  const lines = [line, { ...line, id: "two", accepted: true }, { ...line, id: "three", cancelled: true }];
  expect(endingOf(lines, { one: { ...asItIs(line), done: 50 } })).toEqual([
    { kind: "CANCEL", componentId: "one", doneShare: 5000 },
  ]);
});
