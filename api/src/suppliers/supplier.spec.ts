import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import { checkOwner, checkRemoval } from "./member.js";
import { cleanRegions, isRegion, regionOf } from "./region.js";
import { averages, supplierLife } from "./supplier.js";

describe("a rating", () => {
  it("is unknown until somebody has rated", () => {
    const none = { ratingCount: 0, overallSum: 0, qualitySum: 0, punctualitySum: 0, attitudeSum: 0 };
    expect(averages(none)).toEqual({ count: 0, overall: null, quality: null, punctuality: null, attitude: null });
  });

  it("is the mean to one decimal", () => {
    const three = { ratingCount: 3, overallSum: 14, qualitySum: 15, punctualitySum: 13, attitudeSum: 3 };
    expect(averages(three)).toEqual({ count: 3, overall: 4.7, quality: 5, punctuality: 4.3, attitude: 1 });
  });
});

describe("the life of a supplier", () => {
  it("pauses itself and is suspended by the platform", () => {
    expect(supplierLife.after("ACTIVE", "PAUSE")).toBe("PAUSED");
    expect(supplierLife.after("PAUSED", "UNPAUSE")).toBe("ACTIVE");
    expect(supplierLife.after("ACTIVE", "SUSPEND")).toBe("SUSPENDED");
    expect(supplierLife.after("PAUSED", "SUSPEND")).toBe("SUSPENDED");
    expect(supplierLife.after("SUSPENDED", "RESUME")).toBe("ACTIVE");
  });

  it("can't end its own suspension", () => {
    expect(() => supplierLife.after("SUSPENDED", "UNPAUSE")).toThrow(
      expect.objectContaining({ code: "INVALID_STATE" }),
    );
  });
});

describe("its people", () => {
  it("always include an owner", () => {
    expect(() => checkRemoval({ role: "OWNER", active: true }, 1)).toThrow(
      expect.objectContaining({ code: "LAST_OWNER" }),
    );
    expect(() => checkRemoval({ role: "OWNER", active: true }, 2)).not.toThrow();
    expect(() => checkRemoval({ role: "WORKER", active: true }, 1)).not.toThrow();
  });

  it("are changed by one who is an owner now", () => {
    expect(() => checkOwner({ role: "OWNER", active: true })).not.toThrow();
    for (const other of [undefined, { role: "OWNER", active: false }, { role: "DISPATCHER", active: true }] as const) {
      expect(() => checkOwner(other)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    }
  });
});

describe("regions", () => {
  it("are known by code, and an old code is shown as it is", () => {
    expect(isRegion("430100")).toBe(true);
    expect(regionOf("430100").name).toBe("长沙市");
    expect(regionOf("000000")).toEqual({ code: "000000", name: "000000" });
  });

  it("are kept once each in the platform's order", () => {
    expect(cleanRegions(["110100", "430100", "110100"])).toEqual(["430100", "110100"]);
    expect(() => cleanRegions([])).toThrow(Refusal);
  });
});
