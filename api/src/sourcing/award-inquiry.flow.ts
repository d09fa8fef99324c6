import { versionWithComponents } from "../catalogue/catalogue.store.js";
import { frozenTerms, OWN_TERMS } from "../catalogue/collection.js";
import type { Component, PlanStepSpec } from "../catalogue/product.js";
import { fen, plus } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { quotationFacts } from "../quotations/facts.js";
import { planOnLines } from "../quotations/plan-on-lines.js";
import type { QuotationLine } from "../quotations/quotation.js";
import { addQuotation, moveVersion, type QuotationRow, versionByNumber } from "../quotations/quotation.store.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { type AwardedLine, type Pick, readPicks } from "./award.js";
import { loseStanding } from "./award.store.js";
import { type BidVersionRow, moveBid, openedBids, type SentBid } from "./bid.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { seenLast } from "./inquiry.js";
import { addAwards, type InquiryRow, lockInquiry, moveInquiry } from "./inquiry.store.js";
import { marginHolds } from "./markup.js";
import { mergedTerms, planWithoutProduct } from "./quoted.js";
import { mayServe } from "./routing.js";
import { sold } from "./sheet.js";

export interface AwardInquiry {
  readonly inquiryId: string;
  /** Which bid takes which line; one bid for all of them is an award as a whole. */
  readonly picks: readonly Pick[];
  readonly version: number;
  readonly idempotencyKey: string;
}

interface Awardable {
  readonly id: string;
  readonly supplierId: string;
  readonly state: SentBid["bid"]["state"];
  readonly validUntil: number | null;
  readonly lines: BidVersionRow["lines"];
  readonly sent: SentBid;
}

type Awarded = AwardedLine<Awardable>;

/**
 * Awards an inquiry, whole or line by line, and makes the quotation of it in the same transaction: nothing is typed again.
 * Of two awards at once the first stands. Everybody who bid is told how it ended. By the inquiry's customer, or staff with
 * `sourcing.manage`. With less than the least margin the quotation waits for who may review quotations.
 *
 * Refuses NOT_FOUND, INVALID_STATE (not open for choosing, or awarded), STALE_VERSION, BID_EXPIRED, VALIDATION, and
 * SUPPLIER_NOT_ELIGIBLE for a supplier that may not do the work any more.
 */
export async function awardInquiry(
  platform: Platform,
  viewer: Viewer,
  input: AwardInquiry,
): Promise<{ inquiryId: string }> {
  must(viewer.kind === "customer" || holds(viewer, "sourcing.manage"), "FORBIDDEN");
  const { idempotencyKey: key, ...asked } = input;
  return platform.work.once(viewer, { operation: "awardInquiry", key, input: asked }, async (tx) => {
    const inquiry = found(await lockInquiry(tx, asked.inquiryId));
    must(viewer.kind !== "customer" || inquiry.customerId === viewer.accountId, "NOT_FOUND");
    must(inquiry.state === "EVALUATING", "INVALID_STATE", { thing: "inquiry", state: inquiry.state, verb: "AWARD" });
    seenLast(inquiry, asked.version);
    const bids = ((await openedBids(tx, [inquiry.id])).get(inquiry.id) ?? []).map(awardable);
    const awarded = readPicks(inquiry, bids, asked.picks, tx.now);
    await mustStillDoIt(tx, awarded);
    const quotation = await quote(tx, inquiry, awarded);
    await moveInquiry(tx, inquiry, "AWARD", { quotationId: quotation.id, quotationNo: quotation.no, endedAt: tx.now });
    await addAwards(
      tx,
      awarded.map((one) => awardOf(inquiry, one)),
    );
    await tellBidders(tx, inquiry, awarded);
    tx.record(inquiryFacts.awarded(inquiry.id, quotation.id));
    return { inquiryId: inquiry.id };
  });
}

const awardable = (sent: SentBid): Awardable => ({ ...sent.bid, lines: sent.content.lines, sent });

/** A supplier that was suspended, or whose certificate ran out, since it bid can't take the work. */
async function mustStillDoIt(tx: Tx, awarded: readonly Awarded[]): Promise<void> {
  const services = await effectiveServices(tx, [...new Set(awarded.map(({ line }) => line.itemId))]);
  const unable = awarded.find(({ bid, line, asked }) => {
    const own = services.filter(({ supplierId }) => supplierId === bid.supplierId);
    return !own.some((service) => mayServe(asked ?? line, service));
  });
  must(!unable, "SUPPLIER_NOT_ELIGIBLE", { field: "picks", item: unable?.line.itemName ?? "" });
}

async function quote(tx: Tx, inquiry: InquiryRow, awarded: readonly Awarded[]): Promise<{ id: string; no: string }> {
  const version = inquiry.productVersionId ? await versionWithComponents(tx, inquiry.productVersionId) : undefined;
  const lines = awarded.map((one) => quotationLine(inquiry, one, version?.components ?? []));
  const plan: readonly PlanStepSpec[] = version
    ? planOnLines(version.version.plan, version.components, lines)
    : planWithoutProduct;
  const sale = plus(...lines.map((line) => line.amount));
  const cost = plus(...lines.map((line) => line.costAmount));
  const bids = [...new Map(awarded.map(({ bid }) => [bid.id, bid])).values()];
  const quotation = await addQuotation(
    tx,
    {
      customerId: inquiry.customerId,
      source: "INQUIRY",
      sourceId: inquiry.id,
      productVersionId: inquiry.productVersionId,
      title: inquiry.title,
      regionCode: inquiry.regionCode,
      inputs: inquiry.inputs,
      lines,
      plan,
      terms: mergedTerms(bids.map(({ sent }) => sent.content)),
      validUntil: Math.min(...bids.map(({ validUntil }) => validUntil ?? tx.now)),
      contractTemplate: version?.version.contractTemplate ?? null,
    },
    marginHolds(sale, cost, inquiry.terms) ? "SENT" : "DRAFT",
  );
  if (!marginHolds(sale, cost, inquiry.terms)) await askForReview(tx, quotation);
  return quotation;
}

/** Too little would be left: a person of the platform looks at it, and sends it or writes another. */
async function askForReview(tx: Tx, quotation: QuotationRow): Promise<void> {
  const version = found(await versionByNumber(tx, quotation.id, 1));
  const reasons = ["MARGIN_BELOW_FLOOR"] as const;
  await moveVersion(tx, quotation, version, "SUBMIT", { reviewReasons: [...reasons], reviewNote: null });
  tx.record(quotationFacts.reviewAsked(quotation, { number: 1, authorId: version.authorId, reasons }));
}

function quotationLine(
  inquiry: InquiryRow,
  { bid, line, asked }: Awarded,
  components: readonly Component[],
): QuotationLine {
  const { itemId, itemName, unit, quantity, serviceId, note } = line;
  const price = sold(line, inquiry.terms);
  const terms = components.find(({ id }) => id === asked?.componentId) ?? OWN_TERMS;
  return {
    itemId,
    itemName,
    unit,
    componentId: asked?.componentId ?? null,
    quantity,
    stage: asked?.stage ?? 1,
    supplierId: bid.supplierId,
    // The price is the bid's, not that of the service: nothing is read from the price list again.
    serviceId,
    ...price,
    ...frozenTerms(terms, quantity, price.amount),
    leadDays: line.leadDays ?? bid.sent.content.leadDays,
    optional: false,
    note,
  };
}

function awardOf(inquiry: InquiryRow, { bid, line }: Awarded) {
  const { amount: saleAmount, costAmount } = sold(line, inquiry.terms);
  return {
    inquiryId: inquiry.id,
    lineCode: line.code,
    bidId: bid.id,
    bidNumber: bid.sent.content.number,
    supplierId: bid.supplierId,
    saleAmount: fen(saleAmount),
    costAmount,
  };
}

async function tellBidders(tx: Tx, inquiry: InquiryRow, awarded: readonly Awarded[]): Promise<void> {
  const winners = [...new Map(awarded.map(({ bid }) => [bid.id, bid])).values()];
  for (const { sent } of winners) await moveBid(tx, sent.bid, "AWARD");
  const losers = await loseStanding(
    tx,
    inquiry.id,
    winners.map(({ id }) => id),
  );
  tx.record(...winners.map(({ supplierId }) => bidderFacts.awarded(supplierId, inquiry.id)));
  tx.record(...losers.map((supplierId) => bidderFacts.lost(supplierId, inquiry.id)));
}
