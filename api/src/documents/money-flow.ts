import { type Fen, fen, ZERO } from "../kernel/money.js";

export interface MoneyLine {
  readonly account: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** What one transaction of the books means to the order it belongs to. */
export interface MoneyEffect {
  /** Came in for the order, by whatever tender. */
  readonly paid: Fen;
  /** The part of it that was collected for somebody else. */
  readonly onBehalf: Fen;
  /** Went to the customer's credit; below zero when it was used. */
  readonly credited: Fen;
  /** Counts as earned: by the platform, or by the supplier it was collected for. */
  readonly earned: Fen;
  /** Left towards the customer. */
  readonly refunded: Fen;
  /** Was promised back to the customer, whether it left yet or not. */
  readonly granted: Fen;
}

/** Where money stands that came in, of the platform's own and what a supplier holds for it. */
const isMoney = (account: string): boolean => /^(1001|1002|1012\..*|1901|9001|1221\.S)$/.test(account);
const ofOrder = ["1122", "2203", "2241.H", "2241.G", "9002"];
const forOthers = ["2241.H", "2241.G", "9002"];
const income = ["6001", "6051", "6052", "2221"];

/** Reads a transaction by its sides, so that no kind of event has to be known by name. */
export function effectOf(lines: readonly MoneyLine[]): MoneyEffect {
  const sum = (side: "debit" | "credit", takes: (account: string) => boolean): number =>
    lines.reduce((total, line) => total + (takes(line.account) ? line[side] : 0), 0);
  const one = (side: "debit" | "credit", account: string): number => sum(side, (known) => known === account);
  const granted = one("credit", "2241.R");
  const came = Math.max(0, sum("debit", isMoney) - sum("credit", isMoney)) + one("debit", "2241.C");
  const taken = sum("credit", (account) => ofOrder.includes(account)) + one("credit", "2241.C");
  const paid = granted === 0 ? Math.min(came, taken) : 0;
  const bySupplier = one("debit", "1221.S") + one("debit", "9001") > 0;
  const held = sum("credit", (account) => forOthers.includes(account));
  const left = sum("credit", (account) => /^(1001|1002|1012\..*|2202)$/.test(account));
  const earned =
    sum("credit", (account) => income.includes(account)) -
    sum("debit", (account) => income.includes(account)) +
    (one("debit", "2241.H") > 0 ? one("credit", "2241.A") : 0) +
    (left > 0 ? one("debit", "2241.G") : 0) -
    (granted > 0 ? one("debit", "1221.S") : 0);
  return {
    paid: fen(paid),
    onBehalf: fen(bySupplier ? paid : Math.min(held, paid)),
    credited: fen(one("credit", "2241.C") - one("debit", "2241.C")),
    earned: fen(earned),
    refunded: fen(one("debit", "2241.R")),
    granted: fen(granted),
  };
}

/** The one supplier for whom all of what came was collected; null when any of it is the platform's, an office's or another's. */
export function collectedFor(lines: readonly (MoneyLine & { readonly supplierId: string | null })[]): string | null {
  const taken = lines.filter(({ account, credit }) => credit > ZERO && !isMoney(account));
  const suppliers = new Set(taken.map(({ account, supplierId }) => (account === "2241.H" ? supplierId : null)));
  const [only = null] = suppliers;
  return suppliers.size === 1 ? only : null;
}

export interface MoneyStep {
  readonly at: number;
  readonly no: string;
  readonly memo: string;
  readonly effect: MoneyEffect;
  /** Sums up to and with this step. */
  readonly paid: Fen;
  readonly earned: Fen;
  readonly refunded: Fen;
  /** What of the order's total nobody has paid yet. */
  readonly outstanding: Fen;
}

/** The order's money from its first transaction to the last, each with the sums so far. */
export function runningOf(
  transactions: readonly { at: number; no: string; memo: string; lines: readonly MoneyLine[] }[],
  total: Fen,
): MoneyStep[] {
  const sums = { paid: 0, credited: 0, earned: 0, refunded: 0 };
  return transactions.map(({ at, no, memo, lines }) => {
    const effect = effectOf(lines);
    sums.paid += effect.paid;
    sums.credited += effect.credited;
    sums.earned += effect.earned;
    sums.refunded += effect.refunded;
    const outstanding = fen(Math.max(0, total - (sums.paid - Math.max(0, sums.credited))));
    const [paid, earned, refunded] = [fen(sums.paid), fen(sums.earned), fen(sums.refunded)];
    return { at, no, memo, effect, paid, earned, refunded, outstanding };
  });
}

/** Whether a step means anything to who pays: what the platform and its suppliers settle among themselves does not. */
export function concernsCustomer({ paid, earned, refunded, credited, granted }: MoneyEffect): boolean {
  return [paid, earned, refunded, credited, granted].some((amount) => amount !== ZERO);
}

/** What a step is to who pays, in words that name nobody else's business. */
export function customersWord({ paid, earned, refunded, credited, granted }: MoneyEffect): string {
  if (paid > ZERO) return "收到付款";
  if (refunded > ZERO) return "退款付出";
  if (granted > ZERO) return "同意退款";
  if (earned !== ZERO) return "服务确认";
  return credited === ZERO ? "" : "余款变动";
}

/**
 * What the platform can invoice of an order: what was paid of its own sale and not promised back. What a supplier sells the
 * supplier invoices, an office's fee is proved by the office's receipt, and what was overpaid is the customer's own.
 */
export function keptOf(transactions: readonly (readonly MoneyLine[])[]): Fen {
  return fen(
    Math.max(
      0,
      transactions.reduce((total, lines) => total + ownOf(lines), 0),
    ),
  );
}

/** What one transaction adds to it. */
function ownOf(lines: readonly MoneyLine[]): number {
  const one = (side: "debit" | "credit", account: string): number =>
    lines.reduce((total, line) => total + (line.account === account ? line[side] : 0), 0);
  if (one("credit", "2241.R") > 0) {
    const revenue = one("debit", "6001");
    return 0 - one("debit", "2203") - one("debit", "1122") - revenue - (revenue > 0 ? one("debit", "2221") : 0);
  }
  const came = lines.some(({ account, debit }) => debit > 0 && (isMoney(account) || account === "2241.C"));
  return came ? one("credit", "1122") + one("credit", "2203") : 0;
}
