import { describe, expect, it } from "vitest";
import { workOrderOf } from "./work-order.js";

const part = (id: string, position: number, dependsOn: number[], lagHours = 0) => ({
  id,
  position,
  dependsOn,
  lagHours,
});

describe("the order of work of an order", () => {
  const parts = [part("wiring", 1, []), part("proof", 2, []), part("shell", 3, [1, 2], 24), part("clean", 4, [3])];

  it("counts lines, not the product's components", () => {
    const lines = ["wiring", "proof", "shell", "clean"].map((componentId) => ({ componentId }));
    expect(workOrderOf(parts, lines)).toEqual([
      { stage: 1, dependsOn: [], lagHours: 0 },
      { stage: 1, dependsOn: [], lagHours: 0 },
      { stage: 2, dependsOn: [0, 1], lagHours: 24 },
      { stage: 3, dependsOn: [2], lagHours: 0 },
    ]);
  });

  it("leads through what was not ordered", () => {
    const lines = ["proof", "clean"].map((componentId) => ({ componentId }));
    expect(workOrderOf(parts, lines)).toEqual([
      { stage: 1, dependsOn: [], lagHours: 0 },
      { stage: 2, dependsOn: [0], lagHours: 0 },
    ]);
  });
});
