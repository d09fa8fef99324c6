import { cleanText } from "../identity/account.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, fen, plus, times } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { cleanQuantity, type InquiryLine, type InquiryState, type InquirySubject, MAX_LINES } from "./inquiry.js";
import { mayServe } from "./routing.js";

export const bidStates = ["DRAFT", "SUBMITTED", "WITHDRAWN", "AWARDED", "LOST", "EXPIRED"] as const;
export type BidState = (typeof bidStates)[number];
export type BidVerb = "SUBMIT" | "REVISE" | "WITHDRAW" | "AWARD" | "LOSE" | "EXPIRE";

/** The life of one supplier's bid. Every SUBMIT and REVISE is a numbered version that nothing changes afterwards. */
export const bidTable = stateTable<BidState, BidVerb>("bid", "DRAFT", {
  DRAFT: { SUBMIT: "SUBMITTED" },
  SUBMITTED: { REVISE: "SUBMITTED", WITHDRAW: "WITHDRAWN", AWARD: "AWARDED", LOSE: "LOST", EXPIRE: "EXPIRED" },
  // Before the deadline a supplier may come back with another version.
  WITHDRAWN: { SUBMIT: "SUBMITTED" },
  AWARDED: {},
  LOST: {},
  // Only an inquiry that was opened anew takes another version.
  EXPIRED: { SUBMIT: "SUBMITTED" },
});

/** Timer: the bid is no longer valid; its subject is the bid. */
export const BID_EXPIRES = "BID_EXPIRES";

export const MAX_FILES = 6;
const MAX_LEAD_DAYS = 730;
/** How long a bid stays valid after the deadline: at least a day, at most half a year. */
export const VALIDITY_DAYS = { min: 1, max: 180 } as const;

/** One priced line as a supplier wrote it. */
export interface BidLineWish {
  /** The inquiry's line; for a need, which has none, the supplier names the item itself. */
  readonly lineCode: string | null;
  readonly itemId: string | null;
  readonly quantity: number | null;
  readonly unitPrice: Fen;
  readonly leadDays: number | null;
  readonly note: string | null;
}

export interface BidWish {
  readonly lines: readonly BidLineWish[];
  readonly leadDays: number;
  /** Days the bid stays valid after the deadline. */
  readonly validDays: number;
  readonly terms: string;
  /** What the price contains. */
  readonly inclusions: string;
  /** How the supplier would like to be paid, in words. */
  readonly planWish: string;
  readonly fileIds: readonly string[];
}

/** One priced line, complete: what a version keeps. Unit price and amount are what the supplier wants to be paid. */
export interface BidLine {
  readonly code: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly serviceId: string;
  readonly unitPrice: Fen;
  readonly amount: Fen;
  readonly leadDays: number | null;
  readonly note: string | null;
}

export interface BidContent extends Omit<BidWish, "lines"> {
  readonly lines: readonly BidLine[];
  readonly total: Fen;
}

/** A service in force of the bidder, by item: nobody bids for work it may not do. */
export interface BidderService {
  readonly id: string;
  readonly itemId: string;
  readonly supplierId: string;
  readonly level: number;
  readonly itemName: string;
  readonly unit: string;
}

interface Asked {
  readonly subject: InquirySubject;
  readonly lines: readonly InquiryLine[];
}

/**
 * Reads a bid that is to be sent: complete, with its amounts. A bidder may leave lines out, except where totals
 * compete (`whole`). Refuses VALIDATION, QUANTITY_OUT_OF_RANGE and SUPPLIER_NOT_ELIGIBLE naming the field.
 */
export function readBid(wish: BidWish, asked: Asked, services: readonly BidderService[], whole: boolean): BidContent {
  must(wish.lines.length >= 1 && wish.lines.length <= MAX_LINES, "VALIDATION", {
    field: "lines",
    min: 1,
    max: MAX_LINES,
  });
  const lines = wish.lines.map((line, index) =>
    asked.subject === "NEED"
      ? freeLine(line, services, `lines.${index}`)
      : askedLine(line, asked.lines, services, `lines.${index}`),
  );
  must(new Set(lines.map((line) => line.code)).size === lines.length, "VALIDATION", { field: "lines", repeated: true });
  const missing = whole ? asked.lines.find(({ code }) => !lines.some((line) => line.code === code)) : undefined;
  must(!missing, "VALIDATION", { field: "lines", missing: missing?.itemName ?? "" });
  return { ...readTerms(wish), lines, total: plus(...lines.map((line) => line.amount)) };
}

function askedLine(
  wish: BidLineWish,
  asked: readonly InquiryLine[],
  services: readonly BidderService[],
  field: string,
): BidLine {
  const line = asked.find(({ code }) => code === wish.lineCode);
  must(line, "VALIDATION", { field });
  const service = services.find((own) => mayServe(line, own));
  must(service, "SUPPLIER_NOT_ELIGIBLE", { field, item: line.itemName });
  const { code, itemId, itemName, unit, quantity } = line;
  return priced({ code, itemId, itemName, unit, quantity, serviceId: service.id }, wish, field);
}

function freeLine(wish: BidLineWish, services: readonly BidderService[], field: string): BidLine {
  const service = services.find(({ itemId }) => itemId === wish.itemId);
  must(service, "SUPPLIER_NOT_ELIGIBLE", { field });
  const quantity = cleanQuantity(wish.quantity ?? 0, `${field}.quantity`);
  const { id: serviceId, itemId, itemName, unit } = service;
  return priced({ code: itemId, itemId, itemName, unit, quantity, serviceId }, wish, field);
}

function priced(
  line: Omit<BidLine, "unitPrice" | "amount" | "leadDays" | "note">,
  { unitPrice, leadDays, note }: BidLineWish,
  field: string,
): BidLine {
  must(unitPrice > 0, "VALIDATION", { field: `${field}.unitPrice`, min: 1 });
  return {
    ...line,
    unitPrice: fen(unitPrice),
    amount: times(fen(unitPrice), line.quantity),
    leadDays: leadDays === null ? null : cleanDays(leadDays, `${field}.leadDays`),
    note: note?.trim() ? cleanText(note, `${field}.note`, 200) : null,
  };
}

function readTerms(wish: BidWish): Omit<BidContent, "lines" | "total"> {
  const { min, max } = VALIDITY_DAYS;
  const valid = Number.isInteger(wish.validDays) && wish.validDays >= min && wish.validDays <= max;
  must(valid, "VALIDATION", { field: "validDays", min, max });
  must(wish.fileIds.length <= MAX_FILES, "VALIDATION", { field: "fileIds", max: MAX_FILES });
  return {
    leadDays: cleanDays(wish.leadDays, "leadDays"),
    validDays: wish.validDays,
    terms: cleanText(wish.terms, "terms", 2_000, 0),
    inclusions: cleanText(wish.inclusions, "inclusions", 1_000, 0),
    planWish: cleanText(wish.planWish, "planWish", 500, 0),
    fileIds: [...wish.fileIds],
  };
}

function cleanDays(days: number, field: string): number {
  must(Number.isInteger(days) && days >= 0 && days <= MAX_LEAD_DAYS, "VALIDATION", {
    field,
    min: 0,
    max: MAX_LEAD_DAYS,
  });
  return days;
}

/** What was typed so far, kept for its writer alone: bounded, but neither complete nor priced. Refuses VALIDATION. */
export function readDraft(wish: BidWish): BidWish {
  must(wish.lines.length <= MAX_LINES, "VALIDATION", { field: "lines", max: MAX_LINES });
  must(wish.fileIds.length <= MAX_FILES, "VALIDATION", { field: "fileIds", max: MAX_FILES });
  const lines = wish.lines.map(({ lineCode, itemId, quantity, unitPrice, leadDays, note }, index) => ({
    lineCode: lineCode === null ? null : cleanText(lineCode, `lines.${index}`, 40),
    itemId: itemId === null ? null : cleanText(itemId, `lines.${index}`, 22),
    quantity,
    unitPrice: fen(unitPrice),
    leadDays,
    note: note === null ? null : cleanText(note, `lines.${index}.note`, 200, 0),
  }));
  return {
    lines,
    leadDays: wish.leadDays,
    validDays: wish.validDays,
    terms: cleanText(wish.terms, "terms", 2_000, 0),
    inclusions: cleanText(wish.inclusions, "inclusions", 1_000, 0),
    planWish: cleanText(wish.planWish, "planWish", 500, 0),
    fileIds: [...wish.fileIds],
  };
}

/** The files that neither the draft nor a version before has: the sender must have uploaded them. Refuses VALIDATION for one named twice. */
export function freshFiles(
  fileIds: readonly string[],
  before: readonly ({ readonly fileIds: readonly string[] } | null | undefined)[],
): string[] {
  must(new Set(fileIds).size === fileIds.length, "VALIDATION", { field: "fileIds", repeated: true });
  const kept = new Set(before.flatMap((one) => one?.fileIds ?? []));
  return fileIds.filter((id) => !kept.has(id));
}

/** When a bid ends that is valid for so many days after the deadline. */
export const validUntilOf = (deadline: number, validDays: number): number => deadline + validDays * DAY;

/**
 * Whether bids are taken at `now`: the one rule for a bid against its deadline. Ask it behind the inquiry's lock with
 * the transaction's own instant: a bid whose transaction began at the deadline or after it, or that finds the inquiry
 * closed, is refused; every other is kept and counts. Refuses BIDDING_CLOSED.
 */
export function mustTakeBids(inquiry: { readonly state: InquiryState; readonly deadline: number }, now: number): void {
  must(inquiry.state === "OPEN" && now < inquiry.deadline, "BIDDING_CLOSED");
}
