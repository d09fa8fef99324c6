import { cleanReason } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM, type Viewer } from "../platform/viewer.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { totalsOf } from "./line.js";
import { moneyRoles } from "./statement.js";
import {
  linesOf,
  lockStatement,
  moveStatement,
  STATEMENT_CONFIRMS,
  type StatementRow,
  setLine,
} from "./statement.store.js";

export interface ConfirmStatement {
  readonly statementId: string;
  readonly version: number;
  /** Lines that are wrong, each with why; they leave this statement and wait for an answer. */
  readonly disputes: readonly { readonly lineId: string; readonly reason: string }[];
  readonly idempotencyKey: string;
}

/**
 * A supplier says that its statement is right, but for the lines it disputes. With every line disputed the statement is
 * cancelled. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.
 */
export async function confirmStatement(platform: Platform, viewer: Viewer, input: ConfirmStatement): Promise<void> {
  must(viewer.kind === "supplier" && moneyRoles.includes(viewer.role), "FORBIDDEN");
  const { idempotencyKey: key, ...said } = input;
  const disputes = new Map(said.disputes.map(({ lineId, reason }) => [lineId, cleanReason(reason, 300)]));
  await platform.work.once(viewer, { operation: "confirmStatement", key, input: said }, async (tx) => {
    const statement = found(await lockStatement(tx, input.statementId));
    must(statement.supplierId === viewer.supplierId && statement.state !== "DRAFT", "NOT_FOUND");
    must(statement.version === input.version, "STALE_VERSION");
    await tx.cancelTimer(STATEMENT_CONFIRMS, statement.id);
    await confirm(tx, statement, viewer.accountId, disputes);
    return {};
  });
}

/** The days for an answer are over: what nobody disputed counts as right. */
export async function confirmStatementInTime(platform: Platform, statementId: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const statement = await lockStatement(tx, statementId);
    if (statement?.state === "SUPPLIER_REVIEW") await confirm(tx, statement, null, new Map());
  });
}

async function confirm(
  tx: Tx,
  statement: StatementRow,
  confirmedBy: string | null,
  disputes: ReadonlyMap<string, string>,
): Promise<void> {
  const lines = await linesOf(tx, [statement.id]);
  for (const lineId of disputes.keys()) found(lines.find(({ id }) => id === lineId));
  for (const line of lines) {
    const reason = disputes.get(line.id);
    if (reason !== undefined) await setLine(tx, line, { state: "DISPUTED", disputeReason: reason });
  }
  const left = lines.filter(({ id }) => !disputes.has(id));
  const sums = totalsOf(left);
  // Without what was disputed the supplier may owe more than it gets: such a statement waits for the next.
  const done = left.length === 0 || sums.net < 0;
  if (done) for (const line of left) await setLine(tx, line, { liveItem: null });
  const also = { ...sums, confirmedAt: tx.now, confirmedBy };
  const moved = await moveStatement(tx, statement, done ? "CANCEL" : "CONFIRM", done ? { reason: null } : also);
  if (disputes.size > 0) tx.record(settlementFacts.disputed(moved, { disputes: disputes.size }));
  tx.record(done ? settlementFacts.cancelled(moved) : settlementFacts.confirmed(moved), queuesMoved);
}
