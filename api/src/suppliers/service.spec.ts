import { describe, expect, it } from "vitest";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { cleanOffer, cleanOffers, inForceKey, type ServiceOffer, serviceLife, worthShowing } from "./service.js";

const offer = (wish: Partial<ServiceOffer> = {}): ServiceOffer => ({
  itemId: "item",
  level: 3,
  costPrice: fen(7_000),
  salePrice: fen(10_000),
  perDay: 10,
  notes: null,
  ...wish,
});

describe("a service offer", () => {
  it("keeps what is right and makes blank notes none", () => {
    expect(cleanOffer(offer({ notes: "  " }))).toEqual(offer());
    expect(cleanOffer(offer({ notes: " 含材料 " })).notes).toBe("含材料");
  });

  it("may be sold at cost, never below it", () => {
    expect(cleanOffer(offer({ costPrice: fen(10_000) })).costPrice).toBe(10_000);
    expect(() => cleanOffer(offer({ costPrice: fen(10_001) }))).toThrow(Refusal);
  });

  it.each([
    { level: 0 },
    { level: 6 },
    { level: 2.5 },
    { perDay: 0 },
    { perDay: 10_001 },
    { salePrice: fen(0), costPrice: fen(0) },
    { salePrice: fen(1_000_000_001) },
    { costPrice: fen(-1) },
    { notes: "长".repeat(301) },
  ])("refuses VALIDATION for %o", (wish) => {
    expect(() => cleanOffer(offer(wish))).toThrow(expect.objectContaining({ code: "VALIDATION" }));
  });

  it("names each item once", () => {
    expect(() => cleanOffers([offer(), offer()])).toThrow(Refusal);
  });
});

it("shows what is in force, proposed or rejected last", () => {
  const row = (revision: number, state: "REJECTED" | "EFFECTIVE" | "PROPOSED" | "SUPERSEDED", itemId = "item") => ({
    supplierId: "one",
    itemId,
    revision,
    state,
  });
  const answered = [row(1, "SUPERSEDED"), row(2, "REJECTED"), row(3, "EFFECTIVE"), row(4, "PROPOSED")];
  expect(worthShowing(answered).map(({ revision }) => revision)).toEqual([3, 4]);
  const open = [row(1, "EFFECTIVE"), row(2, "REJECTED"), row(1, "REJECTED", "other")];
  expect(worthShowing(open)).toEqual(open);
});

describe("the life of a service", () => {
  it("goes from a proposal into force, rests, and ends with a later revision", () => {
    const arrows = serviceLife.states.map((state) => [
      state,
      Object.fromEntries(serviceLife.verbs(state).map((verb) => [verb, serviceLife.after(state, verb)])),
    ]);
    expect(Object.fromEntries(arrows)).toEqual({
      PROPOSED: { APPROVE: "APPROVED", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN", SUPERSEDE: "SUPERSEDED" },
      APPROVED: { TAKE_EFFECT: "EFFECTIVE", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN", SUPERSEDE: "SUPERSEDED" },
      EFFECTIVE: { PAUSE: "PAUSED", RETIRE: "RETIRED", END: "RETIRED", SUPERSEDE: "SUPERSEDED" },
      PAUSED: { RESUME: "EFFECTIVE", RETIRE: "RETIRED", END: "RETIRED", SUPERSEDE: "SUPERSEDED" },
      REJECTED: {},
      WITHDRAWN: {},
      SUPERSEDED: {},
      RETIRED: {},
    });
  });

  it("never approves a rejected one", () => {
    expect(() => serviceLife.after("REJECTED", "APPROVE")).toThrow(expect.objectContaining({ code: "INVALID_STATE" }));
  });

  it("holds the one place in force while it is effective or paused", () => {
    expect(inForceKey("EFFECTIVE", "s", "i")).toBe("s:i");
    expect(inForceKey("PAUSED", "s", "i")).toBe("s:i");
    expect(inForceKey("PROPOSED", "s", "i")).toBeNull();
    expect(inForceKey("SUPERSEDED", "s", "i")).toBeNull();
  });
});
