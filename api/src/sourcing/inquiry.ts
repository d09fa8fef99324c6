import type { Eligible } from "../catalogue/product.js";
import { cleanPhone, cleanText } from "../identity/account.js";
import { DAY, MINUTE } from "../kernel/clock.js";
import { dayOf } from "../kernel/day.js";
import type { Fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { isRegion } from "../suppliers/region.js";

/** PRICE 询价 asks what it costs; BIDDING 竞价 lets suppliers compete. */
export const inquiryKinds = ["PRICE", "BIDDING"] as const;
export type InquiryKind = (typeof inquiryKinds)[number];

/** What is asked for: a product of the shop, service items with quantities, or a need in the customer's own words. */
export const inquirySubjects = ["PRODUCT", "ITEMS", "NEED"] as const;
export type InquirySubject = (typeof inquirySubjects)[number];

/**
 * SEALED: nobody but its bidder reads a bid before the deadline. OPEN: bidders see the others' totals without names.
 * REVERSE: the same, and every bid must undercut the best one by a step.
 */
export const visibilities = ["SEALED", "OPEN", "REVERSE"] as const;
export type Visibility = (typeof visibilities)[number];

export const inquiryStates = ["DRAFT", "OPEN", "EVALUATING", "NO_BIDS", "AWARDED", "CANCELLED"] as const;
export type InquiryState = (typeof inquiryStates)[number];

export type InquiryVerb = "SEND" | "EXTEND" | "WIDEN" | "CLOSE" | "EVALUATE" | "RUN_DRY" | "AWARD" | "CANCEL";

/** An inquiry's life. A draft lives in its writer's browser: the first row is OPEN. Printed in this room's README. */
export const inquiryTable = stateTable<InquiryState, InquiryVerb>("inquiry", "DRAFT", {
  DRAFT: { SEND: "OPEN" },
  OPEN: {
    EXTEND: "OPEN",
    WIDEN: "OPEN",
    CLOSE: "EVALUATING",
    EVALUATE: "EVALUATING",
    RUN_DRY: "NO_BIDS",
    CANCEL: "CANCELLED",
  },
  // The last standing bid may be withdrawn or run out while the customer thinks.
  EVALUATING: { AWARD: "AWARDED", RUN_DRY: "NO_BIDS", CANCEL: "CANCELLED" },
  NO_BIDS: { WIDEN: "OPEN", CANCEL: "CANCELLED" },
  AWARDED: {},
  CANCELLED: {},
});

/** Timer: an inquiry's deadline; its subject is the inquiry. */
export const INQUIRY_CLOSES = "INQUIRY_CLOSES";

/** Something to be priced. `code` names it among the inquiry's lines and in every bid. */
export interface InquiryLine {
  readonly code: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly stage: number;
  /** The component of the product it comes from; null for items asked for by themselves. */
  readonly componentId: string | null;
  /** Whose service may do it, as the product had it; absent is everybody's. */
  readonly eligible?: Eligible;
  readonly optional: boolean;
  readonly note: string | null;
}

export const MIN_OPEN_MS = 10 * MINUTE;
export const MAX_OPEN_MS = 60 * DAY;
export const DEFAULT_CAP = 8;
export const MAX_CAP = 20;
export const MAX_LINES = 30;
/** So many inquiries of one customer may take bids at once: each asks for the time of many suppliers. */
export const MAX_OPEN_INQUIRIES = 10;
export const MAX_PHOTOS = 9;
const QUANTITY_LIMIT = 1_000_000;

/** What a customer says of an inquiry besides what it is about. */
export interface InquiryWish {
  readonly kind: InquiryKind;
  readonly description: string;
  readonly photoIds: readonly string[];
  readonly regionCode: string;
  /** A day, YYYY-MM-DD. */
  readonly desiredOn: string | null;
  readonly budget: Fen | null;
  /** Whether suppliers are told the budget. */
  readonly budgetShown: boolean;
  readonly visibility: Visibility;
  /** By how much a bid of a reverse auction must undercut the best one. */
  readonly decrement: Fen | null;
  readonly deadline: number;
  readonly minBids: number;
  readonly maxSuppliers: number;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** Checks everything that no other room has to be asked for. Refuses VALIDATION naming the field. */
export function cleanWish(wish: InquiryWish, now: number): InquiryWish {
  must(isRegion(wish.regionCode), "VALIDATION", { field: "regionCode" });
  must(wish.photoIds.length <= MAX_PHOTOS, "VALIDATION", { field: "photoIds", max: MAX_PHOTOS });
  must(wish.budget === null || wish.budget > 0, "VALIDATION", { field: "budget", min: 1 });
  must(wish.desiredOn === null || wish.desiredOn >= dayOf(now), "VALIDATION", { field: "desiredOn" });
  checkDeadline(wish.deadline, now);
  checkCounts(wish);
  checkVisibility(wish);
  return {
    ...wish,
    description: cleanText(wish.description, "description", 2_000, 0),
    contactName: cleanText(wish.contactName, "contactName", 30),
    contactPhone: cleanPhone(wish.contactPhone, "contactPhone"),
    budgetShown: wish.budget !== null && wish.budgetShown,
  };
}

/** Bids are taken for at least ten minutes and at most sixty days from `now`. Refuses VALIDATION. */
export function checkDeadline(deadline: number, now: number): void {
  const open = deadline - now;
  must(open >= MIN_OPEN_MS && open <= MAX_OPEN_MS, "VALIDATION", {
    field: "deadline",
    minMinutes: MIN_OPEN_MS / MINUTE,
    maxDays: MAX_OPEN_MS / DAY,
  });
}

function checkCounts({ maxSuppliers, minBids }: InquiryWish): void {
  const cap = Number.isInteger(maxSuppliers) && maxSuppliers >= 1 && maxSuppliers <= MAX_CAP;
  must(cap, "VALIDATION", { field: "maxSuppliers", min: 1, max: MAX_CAP });
  const enough = Number.isInteger(minBids) && minBids >= 1 && minBids <= maxSuppliers;
  must(enough, "VALIDATION", { field: "minBids", min: 1, max: maxSuppliers });
}

/** An inquiry for a price is always sealed; only a reverse auction has a step, and must have one. */
function checkVisibility({ kind, visibility, decrement }: InquiryWish): void {
  must(kind === "BIDDING" || visibility === "SEALED", "VALIDATION", { field: "visibility" });
  const fits = visibility === "REVERSE" ? decrement !== null && decrement > 0 : decrement === null;
  must(fits, "VALIDATION", { field: "decrement" });
}

/** Checks the quantity of a line. Refuses QUANTITY_OUT_OF_RANGE naming the field. */
export function cleanQuantity(quantity: number, field: string): number {
  const fine = Number.isSafeInteger(Math.round(quantity * 10_000)) && quantity > 0 && quantity <= QUANTITY_LIMIT;
  must(fine, "QUANTITY_OUT_OF_RANGE", { field, max: QUANTITY_LIMIT });
  return Math.round(quantity * 10_000) / 10_000;
}

/**
 * What suppliers see of whom they bid for until it is theirs: "林**", "138****5678". Of a number never more than a third at
 * either end, of a short one nothing, and nothing of a name that is one character.
 */
export function maskedContact(contact: { readonly contactName: string; readonly contactPhone: string }): {
  readonly name: string;
  readonly phone: string;
} {
  const [first = "", ...rest] = contact.contactName;
  const phone = contact.contactPhone;
  const [head, tail] = phone.length < 9 ? [0, 0] : [3, phone.length < 11 ? 3 : 4];
  const masked = `${phone.slice(0, head)}****${phone.slice(phone.length - tail)}`;
  return { name: `${rest.length > 0 ? first : ""}**`, phone: masked };
}

/** Refuses STALE_VERSION when the caller saw another version of the inquiry than there is. */
export function seenLast(inquiry: { readonly version: number }, version: number): void {
  must(inquiry.version === version, "STALE_VERSION");
}
