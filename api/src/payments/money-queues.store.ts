import type { Sql } from "../platform/sql.js";

/** How much money waits for a person of the platform, each counted to a cap. */
export interface MoneyQueues {
  /** Transfers whose slip waits for a cashier. */
  readonly slips: number;
  /** Payments that a channel told another amount of. */
  readonly mismatched: number;
  /** Money of the bank statement that names no order, also where it is to go back. */
  readonly unidentified: number;
  /** What suppliers say they took and their customers deny, or did not answer for a week. */
  readonly denied: number;
  /** Credit that customers ask for in money. */
  readonly creditPayouts: number;
  readonly refundsAsked: number;
  readonly refundsAgreed: number;
  /** Refunds of which a part did not arrive. */
  readonly refundsFailed: number;
}

/** All of them in one statement. */
export async function countMoneyQueues(sql: Sql, cap: number): Promise<MoneyQueues> {
  const counted = (table: string, states: string) =>
    `(SELECT COUNT(*) FROM (SELECT id FROM ${table} WHERE state IN (${states}) LIMIT ${cap}) AS some)`;
  const [row] = await sql.query<MoneyQueues>(
    `SELECT ${counted("payments", "'SLIP_UPLOADED'")} AS slips, ${counted("payments", "'MISMATCH'")} AS mismatched,
       ${counted("unidentified_receipts", "'OPEN', 'RETURNING'")} AS unidentified,
       ${counted("payments", "'DENIED', 'UNANSWERED'")} AS denied,
       ${counted("credit_payouts", "'ASKED'")} AS creditPayouts,
       ${counted("refunds", "'REQUESTED'")} AS refundsAsked, ${counted("refunds", "'AGREED'")} AS refundsAgreed,
       ${counted("refunds", "'PARTLY_FAILED'")} AS refundsFailed`,
  );
  return {
    slips: Number(row?.slips ?? 0),
    mismatched: Number(row?.mismatched ?? 0),
    unidentified: Number(row?.unidentified ?? 0),
    denied: Number(row?.denied ?? 0),
    creditPayouts: Number(row?.creditPayouts ?? 0),
    refundsAsked: Number(row?.refundsAsked ?? 0),
    refundsAgreed: Number(row?.refundsAgreed ?? 0),
    refundsFailed: Number(row?.refundsFailed ?? 0),
  };
}
