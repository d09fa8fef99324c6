import { type Fen, minus, plus, split, ZERO } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { AccountCode } from "./accounts.js";
import type { FundingPart } from "./funding.js";
import type { Tender } from "./payment.js";

/** One line of a ledger transaction; exactly one of the two sides is above zero. */
export interface PostingLine {
  readonly account: AccountCode;
  readonly debit: Fen;
  readonly credit: Fen;
  /** What this line is about where that is more than its transaction says. */
  readonly about?: { readonly orderId?: string; readonly componentId?: string; readonly supplierId?: string };
}

/** Service is taxed at 6 %, included in every price: of 106 parts 6 are tax. */
const NET_PARTS = 100;
const VAT_PARTS = 6;

type About = PostingLine["about"];

export const debit = (account: AccountCode, amount: Fen, about?: About): PostingLine =>
  about ? { account, debit: amount, credit: ZERO, about } : { account, debit: amount, credit: ZERO };
export const credit = (account: AccountCode, amount: Fen, about?: About): PostingLine =>
  about ? { account, debit: ZERO, credit: amount, about } : { account, debit: ZERO, credit: amount };

/** Where each tender's money stands when it arrives. */
export const moneyAccounts: Readonly<Record<Tender, AccountCode>> = {
  BANK_TRANSFER: "1002",
  TEST_CHANNEL: "1012.TEST",
  CASH: "1001",
  SUPPLIER_COLLECTED: "1221.S",
  CREDIT: "2241.C",
};

/** An amount with tax inside as what is left without it and the tax; both always sum to the amount. */
export function withoutVat(amount: Fen): { readonly net: Fen; readonly vat: Fen } {
  const [net = ZERO, vat = ZERO] = split(amount, [NET_PARTS, VAT_PARTS]);
  return { net, vat };
}

/**
 * What goes back of an amount that was booked with its `vat`: all of it takes exactly that tax with it and not what rounding
 * tells, so that parts which go back one by one leave no fen on either side.
 */
export function backWithVat(
  amount: Fen,
  booked: { readonly whole: Fen; readonly vat: Fen },
): { readonly net: Fen; readonly vat: Fen } {
  const most = booked.vat < amount ? booked.vat : amount;
  const rounded = withoutVat(amount).vat;
  const vat = amount === booked.whole || rounded > most ? most : rounded;
  return { net: minus(amount, vat), vat };
}

/**
 * Money received for an order (TP1, TP3, TP6, TA1, TS1, G): the platform's own part pays the open receivable (1122) first,
 * the rest is an advance (2203); what is collected for a supplier is held (2241.H), what is collected for an office too
 * (2241.G); what the order can't take is the customer's credit (2241.C). What a supplier took as its own seller never
 * touches the platform: a pair of memo accounts tells it.
 */
export function receiptPostings(
  tender: Tender,
  parts: readonly FundingPart[],
  toCredit: Fen,
  openReceivable: Fen,
  takenBy: string | null = null,
): PostingLine[] {
  const of = (kind: FundingPart["kind"]): Fen =>
    plus(...parts.filter((part) => part.kind === kind).map((part) => part.amount));
  const [own, direct] = [of("OWN"), of("DIRECT")];
  const settles = own < openReceivable ? own : openReceivable;
  const touched = plus(own, of("HELD"), of("FEE"), toCredit);
  const money = moneyAccounts[tender];
  const lines = (kind: "HELD" | "FEE" | "DIRECT", account: AccountCode): PostingLine[] =>
    parts.filter((part) => part.kind === kind).map((part) => credit(account, part.amount, aboutOf(part)));
  return some([
    debit(money, touched, takenBy === null ? undefined : { supplierId: takenBy }),
    debit("9001", direct, takenBy === null ? undefined : { supplierId: takenBy }),
    credit("1122", settles),
    credit("2203", minus(own, settles)),
    ...lines("HELD", "2241.H"),
    ...lines("FEE", "2241.G"),
    ...lines("DIRECT", "9002"),
    credit("2241.C", toCredit),
  ]);
}

/**
 * The platform does without part of the price, which is its own promotion (like TA7): the parts of the order are funded as
 * if the money had come, so a supplier and an office still get all of theirs.
 */
export function waivedPostings(parts: readonly FundingPart[], openReceivable: Fen): PostingLine[] {
  const of = (kind: FundingPart["kind"]): readonly FundingPart[] => parts.filter((part) => part.kind === kind);
  const own = plus(...of("OWN").map(({ amount }) => amount));
  const settles = own < openReceivable ? own : openReceivable;
  return some([
    debit("6602", plus(...parts.map(({ amount }) => amount))),
    credit("1122", settles),
    credit("2203", minus(own, settles)),
    ...of("HELD").map((part) => credit("2241.H", part.amount, aboutOf(part))),
    ...of("FEE").map((part) => credit("2241.G", part.amount, aboutOf(part))),
  ]);
}

/**
 * A component was accepted, so its share of the price is earned (TP2a): the order's advances (2203) are used up first, what
 * they don't cover the customer owes (1122). Net revenue and VAT always sum to the share.
 */
export function earnedPostings(share: Fen, advances: Fen): PostingLine[] {
  const fromAdvances = share < advances ? share : advances;
  const { net, vat } = withoutVat(share);
  return some([
    debit("2203", fromAdvances),
    debit("1122", minus(share, fromAdvances)),
    credit("6001", net),
    credit("2221", vat),
  ]);
}

/** What the supplier earned by the same component (TP2b). Nothing to post when the work cost nothing. */
export function costPostings(cost: Fen): PostingLine[] {
  return some([debit("6401", cost), credit("2202", cost)]);
}

/** What was held for a supplier may be paid to it, less the platform's commission (TA2). */
export function releasePostings(release: Fen, commission: Fen): PostingLine[] {
  const { net, vat } = withoutVat(commission);
  return some([
    debit("2241.H", release),
    credit("2241.A", minus(release, commission)),
    credit("6051", net),
    credit("2221", vat),
  ]);
}

/** The commission on what a supplier collected itself is claimed from it (TS2). */
export function commissionClaimPostings(commission: Fen): PostingLine[] {
  const { net, vat } = withoutVat(commission);
  return some([debit("1221.S", commission), credit("6051", net), credit("2221", vat)]);
}

function aboutOf({ componentId, supplierId }: FundingPart): About {
  return { ...(componentId ? { componentId } : {}), ...(supplierId ? { supplierId } : {}) };
}

/** Stops a transaction that does not balance, is empty or has a line with two sides: a fault of ours, never a person's. */
export function checkBalanced(lines: readonly PostingLine[]): void {
  const oneSided = lines.every((line) => line.debit >= 0 && line.credit >= 0 && line.debit > 0 !== line.credit > 0);
  const [debits, credits] = [plus(...lines.map((line) => line.debit)), plus(...lines.map((line) => line.credit))];
  if (!oneSided || debits !== credits || debits === ZERO) {
    throw new Error(`Unbalanced ledger transaction: ${debits} against ${credits} in ${lines.length} lines.`);
  }
}

/** What each account is debited and credited by these lines, in the order of the accounts. */
export function totalsOf(lines: readonly PostingLine[]): { account: AccountCode; debit: Fen; credit: Fen }[] {
  const codes = [...new Set(lines.map(({ account }) => account))].sort();
  return codes.map((account) => {
    const own = lines.filter((line) => line.account === account);
    return { account, debit: plus(...own.map((line) => line.debit)), credit: plus(...own.map((line) => line.credit)) };
  });
}

/** The lines that say something: those with an amount. */
export function some(lines: readonly PostingLine[]): PostingLine[] {
  for (const line of lines) must(line.debit >= 0 && line.credit >= 0, "VALIDATION", { field: "amount" });
  return lines.filter((line) => line.debit > 0 || line.credit > 0);
}
