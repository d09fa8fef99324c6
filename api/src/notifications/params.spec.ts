import { describe, expect, it } from "vitest";
import { contractFacts } from "../contracts/facts.js";
import { ticketFacts } from "../fulfilment/facts.js";
import type { Fact, RecordedFact } from "../kernel/fact.js";
import { fen } from "../kernel/money.js";
import { amendmentFacts, changeRequestFacts } from "../orders/amendment-facts.js";
import { orderFacts } from "../orders/facts.js";
import { paymentFacts, refundFacts } from "../payments/facts.js";
import { quotationFacts } from "../quotations/facts.js";
import { bidderFacts, inquiryFacts } from "../sourcing/facts.js";
import { applicationFacts, certificateFacts, serviceFacts, supplierFacts } from "../suppliers/facts.js";
import { cards, fitCard } from "../wechat/template.js";
import { cardValues } from "./card.js";
import { manners } from "./manners.js";
import { noticeKinds } from "./notice.js";
import { paramsOf } from "./params.js";
import { noticesOf } from "./routes.js";
import type { Subject } from "./subject.js";

const AT = Date.parse("2026-11-20T02:00:00.000Z");
const ticket = { id: "TICKET", orderId: "ORDER", itemName: "水电改造" };
const report = { id: "REPORT", milestoneName: "开工", text: "材料已到场。", photoIds: [] };
const payment = {
  id: "P",
  orderId: "ORDER",
  instalmentName: "首付",
  tender: "BANK_TRANSFER",
  amount: fen(100),
} as const;
const instalment = { id: "INSTALMENT", orderId: "ORDER", name: "尾款", amount: fen(100) };
const paper = { id: "PAPER", supplierId: "SUPPLIER", kind: "电工证", no: "湘电 123", expiresOn: "2026-12-20" };
const contract = { id: "CONTRACT", no: "HT20261120-7K3M9Q", orderId: "ORDER" };
const service = { id: "SERVICE", supplierId: "SUPPLIER", itemId: "ITEM", revision: 1 };
const quotation = { id: "QUOTATION", no: "QT20261120-7K3M9Q", customerId: "C", title: "整装" };
const order = { id: "ORDER", no: "SO20261120-7K3M9Q", customerId: "C", productTitle: "整装", total: fen(100) };

const refund = {
  id: "REFUND",
  no: "RF20261120-7K3M9Q",
  orderId: "ORDER",
  asked: fen(100),
  amount: fen(90),
  reason: "少做了一间",
  rejectReason: "已全部完成",
};
const refundSteps = ["AGREE", "APPROVE", "REJECT", "FAIL_PARTLY", "SUCCEED"] as const;

const inquiry = {
  id: "INQUIRY",
  no: "IQ20261120-7K3M9Q",
  title: "定制柜体",
  customerId: "C",
  regionCode: "430100",
  deadline: AT + 1,
};

function recorded(fact: Fact): RecordedFact {
  const payload = fact.payload as RecordedFact["payload"];
  return { ...fact, payload, seq: 1, streamSeq: 1, actorId: null, at: AT };
}

const amendment = { id: "AMENDMENT", no: "AM1", orderId: "ORDER", saleDelta: fen(100), reason: "加一间房" };
const changeRequest = {
  id: "REQUEST",
  orderId: "ORDER",
  wish: "CHANGE",
  text: "加一间房",
  supplierId: null,
  ticketId: null,
};

/** One fact of each kind that makes a notice with a card, as the rooms record it. */
const facts: readonly RecordedFact[] = [
  orderFacts.placed(order),
  orderFacts.cancelled(order, "不需要了"),
  orderFacts.expired(order),
  orderFacts.completed(order),
  paymentFacts.slipUploaded(payment),
  paymentFacts.rejected(payment, "户名不符"),
  paymentFacts.failed(payment),
  paymentFacts.received(payment, fen(100)),
  paymentFacts.credited(payment, fen(100), "OVERPAID"),
  paymentFacts.quarantined(payment, { amount: 1, currency: "CNY" }),
  refundFacts.requested(refund),
  refundFacts.proposed(refund),
  refundFacts.handedOver(refund, fen(90)),
  ...refundSteps.flatMap((verb) => refundFacts.moved(refund, verb) ?? []),
  paymentFacts.instalmentDue(instalment),
  paymentFacts.instalmentReminded(instalment),
  paymentFacts.instalmentOverdue(instalment),
  paymentFacts.waiverProposed(instalment, "老客户"),
  orderFacts.held(order),
  orderFacts.confirmed(order),
  orderFacts.returned(order, "地址不清楚"),
  amendmentFacts.proposed(amendment),
  amendmentFacts.submitted(amendment),
  amendmentFacts.declined(amendment, "太贵了"),
  amendmentFacts.applied(amendment, { total: fen(100), revision: 2 }),
  changeRequestFacts.requested(changeRequest),
  changeRequestFacts.declined(changeRequest, "已经采购"),
  changeRequestFacts.declined({ ...changeRequest, supplierId: "SUPPLIER", ticketId: "TICKET" }, "不在范围内"),
  ticketFacts.cancelled({ ...ticket, supplierId: "SUPPLIER" }, "客户改变主意"),
  contractFacts.drafted(contract),
  contractFacts.uploaded(contract, { by: "CUSTOMER", count: 2 }),
  contractFacts.issued(contract, { revision: 1, sha256: "0".repeat(64) }),
  contractFacts.rejected(contract, "缺第 2 页"),
  contractFacts.verified(contract, "2026-11-20"),
  contractFacts.voided(contract, "姓名写错了"),
  ticketFacts.offered(ticket, { attemptId: "ATTEMPT", supplierId: "SUPPLIER", strategy: "BEST_SCORE" }),
  ticketFacts.expired(ticket, "SUPPLIER"),
  ticketFacts.withdrawn(ticket, "SUPPLIER", { because: "DISPATCHER", reason: "改派" }),
  ticketFacts.needsHuman(ticket),
  ticketFacts.assigned(ticket, { id: "SUPPLIER", name: "匠心装饰" }),
  ticketFacts.started(ticket),
  ticketFacts.posted(ticket, report),
  ticketFacts.approved(ticket, report),
  ticketFacts.rejected(ticket, report, "照片不清楚"),
  ticketFacts.delivered(ticket),
  ticketFacts.workApproved(ticket),
  ticketFacts.reworkRequested(ticket, { by: "STAFF", reason: "墙角开裂", photoIds: [] }),
  ticketFacts.accepted(ticket, "TIMER"),
  bidderFacts.invited("SUPPLIER", "INQUIRY"),
  bidderFacts.outbid("SUPPLIER", "INQUIRY"),
  bidderFacts.awarded("SUPPLIER", "INQUIRY"),
  inquiryFacts.ranDry("INQUIRY"),
  applicationFacts.submitted("APPLICATION"),
  supplierFacts.suspended("SUPPLIER", "资质过期"),
  supplierFacts.resumed("SUPPLIER", "资质已补"),
  supplierFacts.paused("SUPPLIER"),
  supplierFacts.unpaused("SUPPLIER"),
  serviceFacts.proposed(service),
  serviceFacts.approved(service),
  serviceFacts.rejected(service, "报价过高"),
  serviceFacts.scheduled(service, AT + 1),
  serviceFacts.tookEffect(service),
  serviceFacts.ended(service),
  serviceFacts.retired(service, "不再合作"),
  serviceFacts.imported("SUPPLIER", ["SERVICE"]),
  certificateFacts.submitted(paper),
  certificateFacts.verified(paper),
  certificateFacts.returned(paper, "照片不清楚"),
  certificateFacts.expiring(paper, 7),
  certificateFacts.expired(paper),
  quotationFacts.sent(quotation, { number: 1, versionId: "VERSION", total: fen(100), validUntil: AT + 1 }),
  quotationFacts.expiring(quotation, { number: 1, validUntil: AT + 1 }),
  quotationFacts.requested(quotation, { productId: "PRODUCT" }),
  quotationFacts.changeRequested(quotation, { number: 1, requestId: "REQUEST" }),
  quotationFacts.reviewAsked(quotation, { number: 1, authorId: "AUTHOR", reasons: ["MARGIN_BELOW_FLOOR"] }),
  quotationFacts.returned(quotation, { number: 1, authorId: "AUTHOR", reason: "毛利太低" }),
  quotationFacts.notEligible(quotation, { number: 1, item: "水电改造" }),
].map(recorded);

/** What such a fact is about, found as it is found in the tables: by its stream and the ids it names. */
function aboutOf({ stream, payload }: RecordedFact): Subject {
  const on = (kind: string): boolean => stream.startsWith(`${kind}:`);
  const names = (...keys: string[]): boolean => keys.some((key) => key in payload);
  const supplier = { id: "SUPPLIER", code: "SP2026001", name: "匠心装饰" };
  const ofTicket = { id: "TICKET", no: "TK20261120-1", itemName: "水电改造", regionCode: "430100", percent: 50 };
  return {
    order: on("order") ? order : null,
    ticket: names("ticketId") ? { ...ofTicket, supplierId: "SUPPLIER", workerId: null } : null,
    instalment: names("instalmentId", "paymentId") ? { id: "I", seq: 2, count: 2, trigger: "ON_ACCEPTANCE" } : null,
    offer: names("attemptId") ? { pay: 7_000, expiresAt: AT + 1 } : null,
    suppliers: on("supplier") || names("supplierId", "ticketId") ? [supplier] : [],
    inquiry: names("inquiryId") ? inquiry : null,
    service: names("serviceId") ? { id: "SERVICE", itemName: "水电改造" } : null,
    application: on("application") ? { id: "APPLICATION", no: "AP20261120-1", organisation: "匠心装饰" } : null,
    quotation: on("quotation") ? { ...quotation, customerId: "C", authorId: "AUTHOR" } : null,
    product: null,
    accountId: null,
  };
}

const tellings = facts.flatMap((fact) =>
  noticesOf(fact.kind).map((telling) => ({ kind: telling.kind, fact, telling })),
);

describe("what a fact tells", () => {
  const carded = tellings.filter(({ kind }) => manners[kind].card !== null);

  it("is looked at for every kind that has a card", () => {
    expect(carded.map(({ kind }) => kind).sort()).toEqual(noticeKinds.filter((kind) => manners[kind].card).sort());
  });

  it.each(carded)("fills every row of the card of $kind", ({ kind, fact, telling }) => {
    const { card } = manners[kind];
    if (!card) throw new Error("It has a card.");
    const fields = cards[card.code].fields.map(({ name, type }, index) => ({ name, key: `${type}${index + 1}`, type }));
    const data = fitCard(card.code, fields, cardValues(paramsOf(fact, aboutOf(fact), telling), card, AT));
    expect(Object.keys(data)).toHaveLength(fields.length);
  });

  it("names a ticket or an inquiry to a supplier, and no order, customer or applicant", () => {
    for (const { fact, telling } of tellings.filter((one) => one.telling.to.startsWith("supplier:"))) {
      const { no, title } = paramsOf(fact, aboutOf(fact), telling);
      expect(no ?? "TK").toMatch(/^(TK|IQ)/);
      expect(title).toBe(no === inquiry.no ? inquiry.title : undefined);
    }
  });

  it("names no supplier when several are told", () => {
    const fact = recorded(ticketFacts.withdrawn(ticket, "SUPPLIER", { because: "DISPATCHER", reason: null }));
    const [telling] = noticesOf(fact.kind);
    if (!telling) throw new Error("It is told.");
    const [one] = aboutOf(fact).suppliers;
    const both = { ...aboutOf(fact), suppliers: one ? [one, { ...one, id: "OTHER", name: "另一家" }] : [] };
    expect(paramsOf(fact, aboutOf(fact), telling).supplier).toBe("匠心装饰");
    expect(paramsOf(fact, both, telling).supplier).toBeUndefined();
  });
});
