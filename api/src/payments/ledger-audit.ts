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
  readonly payments: readonly { readonly no: string; readonly received: number; readonly booked: number }[];
  readonly balances: readonly AccountSums[];
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
 * the books received for it, every payment is booked with what it brought, no account that is somebody's is below zero, and
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
  for (const { no, received, booked } of order.payments) {
    must(received === booked, `payment ${no} brought ${yuan(received)}, the books say ${yuan(booked)}.`);
  }
  return faults;
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
