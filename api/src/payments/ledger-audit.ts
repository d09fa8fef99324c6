import { type AccountCode, accounts } from "./accounts.js";

/** Sums of one account: what was debited and credited. */
export interface AccountSums {
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
}

/** An order as its own tables and the books tell it; amounts are fen. */
export interface AuditedOrder {
  readonly no: string;
  readonly takesMoney: boolean;
  readonly total: number;
  /** Above 1 it was changed: what was paid of an instalment may then be more than is asked for, and was given back. */
  readonly revision: number;
  /** Sum of the prices of its parts that are not cancelled. */
  readonly parts: number;
  readonly instalments: readonly {
    readonly seq: number;
    readonly amount: number;
    readonly paid: number;
    readonly isVoid: boolean;
    /** What the receipts of the books brought for it. */
    readonly booked: number;
  }[];
  readonly payments: readonly {
    readonly no: string;
    readonly received: number;
    readonly booked: number;
    /** How often its money really came: a channel may bring it twice, anybody else brings it once. */
    readonly times: number;
  }[];
  /** Those that are owed or paid. */
  readonly refunds: readonly AuditedRefund[];
  readonly balances: readonly AccountSums[];
}

/** A refund that is owed or paid, as its own tables and the books tell it. */
export interface AuditedRefund {
  readonly no: string;
  readonly amount: number;
  /** Sum of its parts. */
  readonly planned: number;
  /** Sum of its parts that arrived. */
  readonly paid: number;
  readonly bookedGranted: number;
  readonly bookedPaid: number;
}

/** A supplier's statement, as its own tables and the books tell it. */
export interface AuditedStatement {
  readonly no: string;
  readonly isPaid: boolean;
  readonly net: number;
  readonly retained: number;
  /** What its lines come to, less what is kept back of them. */
  readonly lines: number;
  readonly bookedPaid: number;
  readonly bookedRetained: number;
}

/** One item of what is open with a supplier: what is kept of it and what its postings come to. */
export interface AuditedItem {
  readonly supplier: string;
  /** Account and component or order. */
  readonly item: string;
  readonly kept: number;
  readonly counted: number;
}

/** Of money that is somebody's, nobody is owed less than nothing, in any order. */
const neverBelowZero: readonly AccountCode[] = [
  "1122",
  "2203",
  "2221",
  "2241.G",
  "2241.H",
  "2241.R",
  "6001",
  "6051",
  "6052",
];

const yuan = (amount: number): string => (amount / 100).toFixed(2);

/**
 * What does not hold of one order, each in words: the plan and the parts sum to its price, every instalment is paid with what
 * the books received for it, every payment is booked with what it brought, every refund with what it owes and what of it
 * arrived, no account that is somebody's is below zero, and
 * no advance lies beside what is owed. That received less returned is held, owed, earned, passed on or given follows: each
 * transaction balances.
 */
export function faultsOfOrder(order: AuditedOrder): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, words: string): void => {
    if (!holds) faults.push(`Order ${order.no}: ${words}`);
  };
  const of = (account: AccountCode): number => balanceOf(account, order.balances);
  for (const account of neverBelowZero) must(of(account) >= 0, `${account} is ${yuan(of(account))}.`);
  must(of("1122") === 0 || of("2203") === 0, `advances ${yuan(of("2203"))} lie beside ${yuan(of("1122"))} owed.`);
  must(of("9001") === of("9002"), `9001 ${yuan(of("9001"))} differs from 9002 ${yuan(of("9002"))}.`);
  const plan = order.instalments.filter(({ isVoid }) => !isVoid).reduce((sum, { amount }) => sum + amount, 0);
  if (order.takesMoney) {
    must(plan === order.total, `its plan is ${yuan(plan)} of ${yuan(order.total)}.`);
    must(order.parts === order.total, `its parts are ${yuan(order.parts)} of ${yuan(order.total)}.`);
  }
  for (const { seq, paid, amount, booked } of order.instalments) {
    must(
      paid >= 0 && (paid <= amount || order.revision > 1),
      `instalment ${seq} has ${yuan(paid)} of ${yuan(amount)}.`,
    );
    must(paid === booked, `instalment ${seq} says ${yuan(paid)} paid, the books ${yuan(booked)}.`);
  }
  for (const { no, amount, planned, paid, bookedGranted, bookedPaid } of order.refunds) {
    must(amount === planned, `refund ${no} is ${yuan(amount)}, its parts ${yuan(planned)}.`);
    must(amount === bookedGranted, `refund ${no} is ${yuan(amount)}, the books owe ${yuan(bookedGranted)}.`);
    must(paid === bookedPaid, `refund ${no} says ${yuan(paid)} arrived, the books ${yuan(bookedPaid)}.`);
  }
  for (const { no, received, booked, times } of order.payments) {
    must(
      received * times === booked,
      `payment ${no} brought ${yuan(received * times)}, the books say ${yuan(booked)}.`,
    );
  }
  return faults;
}

/** What does not hold of one statement: its lines come to what it pays, and the books paid that and kept that back, once it is paid. */
export function faultsOfStatement(statement: AuditedStatement): string[] {
  const { no, isPaid, net, retained, lines, bookedPaid, bookedRetained } = statement;
  const [due, kept] = isPaid ? [net, retained] : [0, 0];
  return [
    ...(isPaid && lines !== net ? [`Statement ${no}: it pays ${yuan(net)}, its lines ${yuan(lines)}.`] : []),
    ...(bookedPaid === due ? [] : [`Statement ${no}: it paid ${yuan(due)}, the books ${yuan(bookedPaid)}.`]),
    ...(bookedRetained === kept ? [] : [`Statement ${no}: it kept ${yuan(kept)}, the books ${yuan(bookedRetained)}.`]),
  ];
}

/** What is kept of what is open with a supplier differs from its postings. */
export function faultsOfItem({ supplier, item, kept, counted }: AuditedItem): string[] {
  return kept === counted ? [] : [`Supplier ${supplier}, ${item}: kept ${yuan(kept)}, counted ${yuan(counted)}.`];
}

/** Money that names no order: what waits for a cashier differs from what the books hold of it. */
export function faultsOfUnidentified({ kept, booked }: { readonly kept: number; readonly booked: number }): string[] {
  return kept === booked ? [] : [`Unidentified receipts: ${yuan(kept)} wait, 1901 is ${yuan(booked)}.`];
}

/** Where the totals that are kept differ from the sums of the postings, by account and month. */
export function faultsOfTotals(
  kept: ReadonlyMap<string, AccountSums>,
  counted: ReadonlyMap<string, AccountSums>,
): string[] {
  const none = { debit: 0, credit: 0 };
  return [...new Set([...kept.keys(), ...counted.keys()])].sort().flatMap((key) => {
    const [one, other] = [kept.get(key) ?? none, counted.get(key) ?? none];
    if (one.debit === other.debit && one.credit === other.credit) return [];
    return [
      `Totals ${key}: kept ${yuan(one.debit)} / ${yuan(one.credit)}, counted ${yuan(other.debit)} / ${yuan(other.credit)}.`,
    ];
  });
}

/** A trial balance whose sides differ. */
export function faultsOfTrial(sums: Iterable<AccountSums>): string[] {
  let [debit, credit] = [0n, 0n];
  for (const each of sums) [debit, credit] = [debit + BigInt(each.debit), credit + BigInt(each.credit)];
  return debit === credit ? [] : [`Trial balance: debits ${debit} and credits ${credit} fen.`];
}

/** One transaction as it was scanned. */
export interface ScannedTransaction {
  readonly no: string;
  readonly at: number;
  readonly sealed: boolean;
  readonly postings: readonly { readonly debit: number; readonly credit: number; readonly at: number }[];
}

/** What is wrong with one transaction by itself. */
export function faultsOfTransaction({ no, at, sealed, postings }: ScannedTransaction): string[] {
  const sum = (side: "debit" | "credit"): number => postings.reduce((total, posting) => total + posting[side], 0);
  return [
    ...(sealed ? [] : [`Transaction ${no} was never sealed.`]),
    ...(sealed && (postings.length < 2 || sum("debit") !== sum("credit"))
      ? [`Transaction ${no}: debits ${yuan(sum("debit"))}, credits ${yuan(sum("credit"))}.`]
      : []),
    ...(postings.some((posting) => posting.at !== at) ? [`Transaction ${no}: a posting has another date.`] : []),
  ];
}

function balanceOf(account: AccountCode, balances: readonly AccountSums[]): number {
  const sums = balances.find((each) => each.account === account);
  const difference = (sums?.debit ?? 0) - (sums?.credit ?? 0);
  return accounts[account].normalSide === "DEBIT" ? difference : 0 - difference;
}
