import { DAY } from "../kernel/clock.js";
import { type Fen, fen, minus, plus, ZERO } from "../kernel/money.js";
import { type SupplierAccount } from "../payments/supplier-item.js";
import { type LinePart, partsOfLine } from "./line-part.js";

/** An open item between the platform and a supplier, with what decides when it is paid. */
export interface OpenItem {
  readonly account: SupplierAccount;
  readonly item: string;
  readonly orderId: string | null;
  readonly componentId: string | null;
  /** Above zero owed to the supplier, below zero owed by it. */
  readonly balance: Fen;
  /** Of it, official fees that the supplier paid in advance: nobody's pay, of which nothing is kept back. */
  readonly fees: Fen;
  /** What its balance is made of. */
  readonly parts: readonly LinePart[];
  /** When it was posted first. */
  readonly since: number;
  /** Number of the statement it is in. */
  readonly inStatement: string | null;
  /** Whether a dispute about it waits for staff's answer. */
  readonly disputed: boolean;
  /** For retention: until when it is kept back. */
  readonly retainedUntil: number | null;
}

/** What keeps an item from being paid. */
export const blockers = ["DISPUTE_WINDOW", "IN_STATEMENT", "DISPUTED", "RETAINED"] as const;
export type Blocker = (typeof blockers)[number];

export interface Terms {
  /** Days after acceptance in which a customer may still complain; nothing is paid before. */
  readonly windowDays: number;
  /** Share of what is paid for the platform's own sales that is kept back, in basis points. */
  readonly retentionRate: number;
  readonly retentionDays: number;
}

/** What keeps an item from being paid at `now`, and from when on it may be; what the supplier owes waits for nothing. */
export function standingOf(
  item: OpenItem,
  { windowDays }: Pick<Terms, "windowDays">,
  now: number,
): { readonly blocker: Blocker | null; readonly expectedAt: number | null } {
  if (item.disputed) return { blocker: "DISPUTED", expectedAt: null };
  if (item.inStatement !== null) return { blocker: "IN_STATEMENT", expectedAt: null };
  if (item.balance < ZERO) return { blocker: null, expectedAt: now };
  if (item.account === "2202.R") {
    const at = item.retainedUntil ?? item.since;
    return { blocker: at > now ? "RETAINED" : null, expectedAt: Math.max(at, now) };
  }
  const open = item.since + windowDays * DAY;
  return { blocker: open > now ? "DISPUTE_WINDOW" : null, expectedAt: Math.max(open, now) };
}

export interface NewLine {
  readonly account: SupplierAccount;
  readonly item: string;
  readonly orderId: string | null;
  readonly componentId: string | null;
  /** What the line settles of the item: above zero paid, below zero deducted. */
  readonly amount: Fen;
  /** Of `amount`, what is kept back for the warranty. */
  readonly retained: Fen;
  /** What `amount` is made of, as it was when the statement was made. */
  readonly parts: readonly LinePart[];
}

export interface Cut {
  readonly lines: readonly NewLine[];
  /** What is paid for: above zero. */
  readonly gross: Fen;
  readonly deducted: Fen;
  readonly retained: Fen;
  readonly net: Fen;
  /** What the supplier owes beyond this statement; it stays open and comes off the next. */
  readonly carried: Fen;
}

/**
 * A statement of what may be paid now. What the supplier owes comes off, the oldest first and never below nothing: the rest
 * stays open for the next statement.
 */
export function cutStatement(items: readonly OpenItem[], terms: Terms, now: number): Cut {
  const ready = items.filter((item) => standingOf(item, terms, now).blocker === null && item.balance !== ZERO);
  const paid = ready
    .filter(({ balance }) => balance > ZERO)
    .map((item): NewLine => {
      const pay = item.fees < item.balance ? minus(item.balance, item.fees) : ZERO;
      const retained = item.account === "2202" ? shareOf(pay, terms.retentionRate) : ZERO;
      return { ...aboutOf(item), amount: item.balance, retained, parts: item.parts };
    });
  const [gross, retained] = [plus(...paid.map(({ amount }) => amount)), plus(...paid.map((line) => line.retained))];
  let left = minus(gross, retained);
  const deductions = ready
    .filter(({ balance }) => balance < ZERO)
    .map((item): NewLine => {
      const owed = minus(ZERO, item.balance);
      const taken = owed < left ? owed : left;
      left = minus(left, taken);
      const amount = minus(ZERO, taken);
      return { ...aboutOf(item), amount, retained: ZERO, parts: partsOfLine(item.parts, item.balance, amount) };
    });
  const owes = plus(...ready.filter(({ balance }) => balance < ZERO).map(({ balance }) => minus(ZERO, balance)));
  const lines = [...paid, ...deductions.filter(({ amount }) => amount !== ZERO)];
  return { lines, ...totalsOf(lines), carried: minus(owes, minus(ZERO, plus(...deductions.map((d) => d.amount)))) };
}

/** The sums of a statement's lines. */
export function totalsOf(lines: readonly Pick<NewLine, "amount" | "retained">[]): Omit<Cut, "lines" | "carried"> {
  const gross = plus(...lines.map(({ amount }) => (amount > ZERO ? amount : ZERO)));
  const deducted = plus(...lines.map(({ amount }) => (amount < ZERO ? minus(ZERO, amount) : ZERO)));
  const retained = plus(...lines.map((line) => line.retained));
  return { gross, deducted, retained, net: minus(minus(gross, retained), deducted) };
}

const aboutOf = ({ account, item, orderId, componentId }: OpenItem) => ({ account, item, orderId, componentId });
const shareOf = (amount: Fen, rate: number): Fen => fen(Number((BigInt(amount) * BigInt(rate)) / 10_000n));
