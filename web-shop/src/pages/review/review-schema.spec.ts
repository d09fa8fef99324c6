import { describe, expect, it } from "vitest";
import { noMarks, supplierScores, suppliersOf } from "./review-schema";

const marks = { overall: 5, quality: 4, punctuality: 3, attitude: 2 };
const values = { ...marks, suppliers: [{ supplierId: "a", ...noMarks, overall: 1 }], text: "", anonymous: false };

describe("the marks of a review", () => {
  it("go to everybody whose work was accepted, once each", () => {
    const tickets = [
      { state: "ACCEPTED", supplier: { id: "a", name: "甲" } },
      { state: "ACCEPTED", supplier: { id: "a", name: "甲" } },
      { state: "ACCEPTED", supplier: { id: "b", name: "乙" } },
      { state: "CANCELLED", supplier: { id: "c", name: "丙" } },
      { state: "ACCEPTED", supplier: null },
    ];
    expect(suppliersOf(tickets)).toEqual([
      { id: "a", name: "甲" },
      { id: "b", name: "乙" },
    ]);
  });

  it("are those of the whole when one supplier did all of it", () => {
    expect(supplierScores(values, [{ id: "b" }])).toEqual([{ supplierId: "b", ...marks }]);
  });

  it("are each supplier's own when several did it", () => {
    expect(supplierScores(values, [{ id: "a" }, { id: "b" }])).toEqual(values.suppliers);
  });
});
