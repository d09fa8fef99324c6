import { expect, test } from "vitest";
import { collectionModes, collectorOf, principalOf } from "./collection.js";

test("how a part is collected says who sells it and who takes the money", () => {
  expect(collectionModes.map((mode) => [mode, principalOf(mode), collectorOf(mode)])).toEqual([
    ["OWN_SALE", "PLATFORM", "PLATFORM"],
    ["SUB_MERCHANT", "SUPPLIER", "PLATFORM"],
    ["CUSTODY", "SUPPLIER", "PLATFORM"],
    ["DIRECT", "SUPPLIER", "SUPPLIER"],
  ]);
});
