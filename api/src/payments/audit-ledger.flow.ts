import { DAY, HOUR } from "../kernel/clock.js";
import { dayAfter, dayOf, startOfDay } from "../kernel/day.js";
import type { Platform } from "../platform/platform.js";
import type { Sql } from "../platform/sql.js";
import { SYSTEM } from "../platform/viewer.js";
import { allStatements } from "../settlement/audited-statements.store.js";
import { allItems } from "./audited-items.store.js";
import {
  type AccountSums,
  faultsOfItem,
  faultsOfOrder,
  faultsOfStatement,
  faultsOfTotals,
  faultsOfTransaction,
  faultsOfTrial,
  faultsOfUnidentified,
} from "./ledger-audit.js";
import {
  allOrders,
  allTransactions,
  auditIsPlanned,
  keepAudit,
  keptTotals,
  LEDGER_AUDIT,
} from "./ledger-audit.store.js";
import { auditedUnidentified } from "./unidentified.store.js";

/** The first of the differences are kept in words; more of them only tell the same. */
const FINDINGS_KEPT = 50;
/** When the nightly audit begins, in Shanghai. */
const NIGHT_HOUR = 3;

export interface LedgerAudit {
  readonly transactions: number;
  readonly orders: number;
  readonly differences: readonly string[];
}

/**
 * Works the books out anew from their postings, as they were at one instant, and tells every difference: transactions that
 * don't balance or were not sealed, totals that differ from their postings, orders whose plan, parts, payments or refunds,
 * statements, suppliers' open items and money that names no order that say something else than the books. The result is kept for staff; differences are logged as an error. Nothing is mended.
 */
export async function auditLedger(platform: Platform): Promise<LedgerAudit> {
  const audit = await platform.database.snapshot(workOut);
  const { transactions, orders, differences } = audit;
  await platform.work.run(SYSTEM, (tx) =>
    keepAudit(tx, {
      transactions,
      orders,
      differences: differences.length,
      findings: differences.slice(0, FINDINGS_KEPT),
    }),
  );
  if (differences.length > 0) {
    platform.log.error({ differences: differences.slice(0, FINDINGS_KEPT) }, "The books differ from their postings.");
  }
  return audit;
}

/** The nightly audit. The next night is planned first, so that one that fails does not end them. */
export async function auditLedgerNightly(platform: Platform): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    if (await auditIsPlanned(tx, tx.now + HOUR)) return;
    await tx.setTimer(LEDGER_AUDIT, "nightly", nextNight(tx.now));
  });
  await auditLedger(platform);
}

/** At least an hour from now, so a night is not audited twice. */
function nextNight(now: number): number {
  const tomorrow = startOfDay(dayAfter(dayOf(now))) + NIGHT_HOUR * HOUR;
  const today = tomorrow - DAY;
  return today > now + HOUR ? today : tomorrow;
}

async function workOut(sql: Sql): Promise<LedgerAudit> {
  const differences: string[] = [];
  const counted = new Map<string, AccountSums>();
  let [transactions, orders] = [0, 0];
  for await (const transaction of allTransactions(sql, counted)) {
    transactions += 1;
    differences.push(...faultsOfTransaction(transaction));
  }
  differences.push(...faultsOfTotals(await keptTotals(sql), counted), ...faultsOfTrial(counted.values()));
  for await (const order of allOrders(sql)) {
    orders += 1;
    differences.push(...faultsOfOrder(order));
  }
  for await (const statement of allStatements(sql)) differences.push(...faultsOfStatement(statement));
  for await (const item of allItems(sql)) differences.push(...faultsOfItem(item));
  differences.push(...faultsOfUnidentified(await auditedUnidentified(sql)));
  return { transactions, orders, differences };
}
