import { describe, expect, it } from "vitest";
import type { RecordedFact } from "../kernel/fact.js";
import { timelineKindNames, timelineKinds, timelineOf } from "./timeline.js";

function aFact(kind: string, payload: Record<string, unknown> = {}): RecordedFact {
  return { seq: 9, kind, stream: "order:o1", streamSeq: 3, actorId: null, payload, at: 1_000 };
}

describe("an order's timeline", () => {
  it("tells a payment with its amount as money", () => {
    const [entry] = timelineOf([aFact("PaymentReceived", { instalmentName: "首付款", amount: 30_000 })], "CUSTOMER");
    expect(entry).toEqual({
      seq: 3,
      at: 1_000,
      kind: "PAYMENT_RECEIVED",
      money: true,
      amount: 30_000,
      subject: "首付款",
      detail: null,
      photoIds: [],
      ticketId: null,
    });
  });

  it("hides from customers what a supplier wrote before it was approved", () => {
    const posted = aFact("ProgressPosted", { ticketId: "t1", subject: "水电", text: "开槽完成", photoIds: ["f1"] });
    expect(timelineOf([posted], "CUSTOMER")[0]).toMatchObject({ detail: null, photoIds: [], ticketId: "t1" });
    expect(timelineOf([posted], "STAFF")[0]).toMatchObject({ detail: "开槽完成", photoIds: ["f1"] });
  });

  it("shows a customer their own words about rework, not those of staff", () => {
    const reason = { reason: "缝隙不齐", photoIds: ["f1"] };
    const own = aFact("ReworkRequested", { by: "CUSTOMER", ...reason });
    const staffs = aFact("ReworkRequested", { by: "STAFF", ...reason });
    expect(timelineOf([own, staffs], "CUSTOMER").map((entry) => entry.detail)).toEqual(["缝隙不齐", null]);
    expect(timelineOf([own, staffs], "STAFF").map((entry) => entry.detail)).toEqual(["缝隙不齐", "缝隙不齐"]);
  });

  it("keeps refused progress and the reasons of suppliers between the platform and them", () => {
    const facts = [aFact("ProgressRejected", { reason: "照片模糊" }), aFact("OfferDeclined", { reason: "太远" })];
    expect(timelineOf(facts, "CUSTOMER")).toMatchObject([{ kind: "OFFER_DECLINED", detail: null }]);
    expect(timelineOf(facts, "STAFF").map((entry) => entry.detail)).toEqual(["照片模糊", "太远"]);
  });

  it("tells both of a payment that failed, and staff alone of one that does not match", () => {
    const failed = aFact("PaymentFailed", { instalmentName: "首付款", amount: 6_000 });
    const told = { instalmentName: "首付款", amount: 6_000, toldAmount: 1, toldCurrency: "CNY" };
    const facts = [failed, aFact("PaymentQuarantined", told)];
    expect(timelineOf(facts, "CUSTOMER")).toMatchObject([{ kind: "PAYMENT_FAILED", money: true, amount: 6_000 }]);
    expect(timelineOf(facts, "STAFF")[1]).toMatchObject({ kind: "PAYMENT_QUARANTINED", amount: 1, detail: "CNY" });
  });

  it("tells a customer that an offer was withdrawn, and staff alone why", () => {
    const fact = aFact("OfferWithdrawn", { subject: "水电", because: "SUPPLIER_SUSPENDED", reason: "投诉调查" });
    expect(timelineOf([fact], "CUSTOMER")).toMatchObject([{ kind: "OFFER_WITHDRAWN", detail: null }]);
    expect(timelineOf([fact], "STAFF")).toMatchObject([{ kind: "OFFER_WITHDRAWN", detail: "投诉调查" }]);
  });

  it("tells both why a signed contract was sent back", () => {
    const fact = aFact("ContractRejected", { contractNo: "HT1", reason: "缺第 2 页" });
    expect(timelineOf([fact], "CUSTOMER")).toMatchObject([
      { kind: "CONTRACT_REJECTED", subject: "HT1", detail: "缺第 2 页" },
    ]);
  });

  it("tells nobody of facts it does not know", () => {
    expect(timelineOf([aFact("SomethingNew")], "STAFF")).toEqual([]);
  });

  it("can tell every kind that pages know", () => {
    const told = new Set(Object.values(timelineKinds).map((telling) => telling.as));
    expect(timelineKindNames.filter((kind) => !told.has(kind))).toEqual([]);
  });
});
