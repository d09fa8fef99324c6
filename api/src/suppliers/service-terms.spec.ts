import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/clock.js";
import { fen } from "../kernel/money.js";
import { differences } from "./service-change.js";
import { cleanProposal, noTerms, regionsOfService, type ServiceProposal } from "./service-terms.js";

const NOW = Date.parse("2026-11-20T02:00:00Z");
const own = ["430100", "430200"];
const proposal = (wish: Partial<ServiceProposal> = {}): ServiceProposal => ({
  itemId: "item",
  level: 3,
  costPrice: fen(7_000),
  salePrice: fen(10_000),
  perDay: 10,
  notes: null,
  ...noTerms,
  ...wish,
});

describe("the terms of a service", () => {
  it("keep what is right; naming no region is all of the supplier's", () => {
    const wish = proposal({
      regions: ["430200", "430200"],
      brands: [" 立邦 ", "立邦"],
      minCharge: fen(20_000),
      concurrent: 4,
      leadHours: 48,
      noticeHours: 0,
      effectiveFrom: NOW + DAY,
      effectiveTo: NOW + 2 * DAY,
    });
    expect(cleanProposal(wish, own, NOW)).toEqual({ ...wish, regions: ["430200"], brands: ["立邦"] });
    expect(cleanProposal(proposal({ regions: [] }), own, NOW).regions).toBeNull();
  });

  it.each([
    [{ regions: ["110100"] }, "regions"],
    [{ regions: ["nowhere"] }, "regions"],
    [{ brands: Array.from({ length: 21 }, (_, i) => `牌${i}`) }, "brands"],
    [{ minCharge: fen(0) }, "minCharge"],
    [{ concurrent: 0 }, "concurrent"],
    [{ leadHours: -1 }, "leadHours"],
    [{ leadHours: 0.5 }, "leadHours"],
    [{ noticeHours: 2_161 }, "noticeHours"],
    [{ effectiveFrom: NOW - DAY }, "effectiveFrom"],
    [{ effectiveFrom: NOW + 800 * DAY }, "effectiveFrom"],
    [{ effectiveTo: NOW }, "effectiveTo"],
    [{ effectiveFrom: NOW + 2 * DAY, effectiveTo: NOW + DAY }, "effectiveTo"],
    [{ salePrice: fen(6_999) }, "costPrice"],
  ] as const)("refuse %o, naming %s", (wish, field) => {
    expect(() => cleanProposal(proposal(wish), own, NOW)).toThrow(
      expect.objectContaining({ code: "VALIDATION", data: expect.objectContaining({ field }) }),
    );
  });

  it("never reach a region the supplier left", () => {
    expect(regionsOfService(null, own)).toEqual(own);
    expect(regionsOfService(["430100"], ["430200"])).toEqual([]);
  });
});

describe("what a revision changes", () => {
  it("is told field by field, money first", () => {
    const before = proposal();
    const after = proposal({ salePrice: fen(12_000), regions: ["430100"], brands: ["立邦"], level: 4 });
    expect(differences(before, after)).toEqual([
      { field: "salePrice", before: "10000", after: "12000" },
      { field: "level", before: "3", after: "4" },
      { field: "regions", before: null, after: "430100" },
      { field: "brands", before: null, after: "立邦" },
    ]);
    expect(differences(before, before)).toEqual([]);
  });

  it("is everything while nothing is in force", () => {
    expect(differences(null, proposal()).map(({ field }) => field)).toEqual([
      "salePrice",
      "costPrice",
      "level",
      "perDay",
    ]);
  });
});
