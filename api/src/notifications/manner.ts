import type { NoticeTopic, Reach } from "./notice.js";
import type { Page } from "./page.js";

/** The template cards of the service account, by our own codes. */
export type CardCode =
  | "ORDER_PLACED"
  | "PAYMENT_RECEIVED"
  | "TICKET_ASSIGNED"
  | "PROGRESS"
  | "ACCEPTANCE"
  | "INSTALMENT_DUE"
  | "PAYMENT_PROBLEM"
  | "ORDER_CLOSED"
  | "ORDER_COMPLETED"
  | "NEW_TICKET"
  | "TICKET_CHANGED"
  | "TASK"
  | "SUPPLIER_CHANGED";

interface Card {
  readonly code: CardCode;
  /** The word in its state row, if it has one. */
  readonly status: string | null;
}

interface More {
  /** Which amount may be told: a key of the fact, or what the offer pays. */
  readonly amount?: string;
  /** The key of the fact whose prose may be told. */
  readonly detail?: string;
  readonly until?: "offer" | "acceptance" | "inquiry" | "validity";
  /** Reminders wait for the morning; what somebody just did is told at any hour. */
  readonly reminder?: true;
  /** Of one kind and one order at most one leaves the house in so many ms; the later one carries the newest values. */
  readonly collapseMs?: number;
  /** Also kept for who did it themselves: as read in the app, and outside to come back by. */
  readonly receipt?: true;
  /** Follows from what somebody did and asks something new of them, so it is told even to who did that. */
  readonly consequence?: true;
}

/** How a kind of notice is told. */
export interface Manner extends More {
  readonly topic: NoticeTopic;
  readonly reach: Reach;
  /** The page it leads to. */
  readonly page: Page;
  /** What it is in WeChat; without a card WeChat is passed over. */
  readonly card: Card | null;
}

const manner =
  (reach: Reach) =>
  (topic: NoticeTopic, page: Page, inWechat: Card | null = null, more: More = {}): Manner => ({
    topic,
    reach,
    page,
    card: inWechat,
    ...more,
  });

export const urgent = manner("URGENT");
export const normal = manner("NORMAL");
export const quiet = manner("QUIET");
export const letter = manner("LETTER");
export const card = (code: CardCode, status: string | null = null): Card => ({ code, status });
