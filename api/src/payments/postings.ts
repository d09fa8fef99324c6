import { type Fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { AccountCode } from "./accounts.js";
import type { Tender } from "./payment.js";

/** One line of a ledger transaction; exactly one of the two sides is above zero. */
export interface PostingLine {
  readonly account: AccountCode;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** Service is taxed at 6 %, included in every price: of 106 parts 6 are tax. */
const NET_PARTS = 100;
const VAT_PARTS = 6;

const debit = (account: AccountCode, amount: Fen): PostingLine => ({ account, debit: amount, credit: ZERO });
const credit = (account: AccountCode, amount: Fen): PostingLine => ({ account, debit: ZERO, credit: amount });

/** Where each tender's money stands when it arrives. */
const moneyAccounts: Readonly<Record<Tender, AccountCode>> = {
  BANK_TRANSFER: "1002",
  TEST_CHANNEL: "1012.TEST",
  CASH: "1001",
  SUPPLIER_COLLECTED: "1221.S",
  CREDIT: "2241.C",
};

/**
 * Money received for an order: pays the open receivable (1122) first, the rest is an advance (2203); what the order
 * can't take is the customer's credit (2241.C).
 */
export function receiptPostings(tender: Tender, toOrder: Fen, toCredit: Fen, openReceivable: Fen): PostingLine[] {
  const settles = toOrder < openReceivable ? toOrder : openReceivable;
  return some([
    debit(moneyAccounts[tender], plus(toOrder, toCredit)),
    credit("1122", settles),
    credit("2203", minus(toOrder, settles)),
    credit("2241.C", toCredit),
  ]);
}

/**
 * A component was accepted, so its share of the price is earned: the order's advances (2203) are used up first, what
 * they don't cover the customer owes (1122). Net revenue and VAT always sum to the share.
 */
export function earnedPostings(share: Fen, advances: Fen): PostingLine[] {
  const fromAdvances = share < advances ? share : advances;
  const [net = ZERO, vat = ZERO] = split(share, [NET_PARTS, VAT_PARTS]);
  return some([
    debit("2203", fromAdvances),
    debit("1122", minus(share, fromAdvances)),
    credit("6001", net),
    credit("2221", vat),
  ]);
}

/** What the supplier earned by the same component. Nothing to post when the work cost nothing. */
export function costPostings(cost: Fen): PostingLine[] {
  return some([debit("6401", cost), credit("2202", cost)]);
}

/** Stops a transaction that does not balance, is empty or has a line with two sides: a fault of ours, never a person's. */
export function checkBalanced(lines: readonly PostingLine[]): void {
  const oneSided = lines.every((line) => line.debit >= 0 && line.credit >= 0 && line.debit > 0 !== line.credit > 0);
  const [debits, credits] = [plus(...lines.map((line) => line.debit)), plus(...lines.map((line) => line.credit))];
  if (!oneSided || debits !== credits || debits === ZERO) {
    throw new Error(`Unbalanced ledger transaction: ${debits} against ${credits} in ${lines.length} lines.`);
  }
}

function some(lines: readonly PostingLine[]): PostingLine[] {
  for (const line of lines) must(line.debit >= 0 && line.credit >= 0, "VALIDATION", { field: "amount" });
  return lines.filter((line) => line.debit > 0 || line.credit > 0);
}
