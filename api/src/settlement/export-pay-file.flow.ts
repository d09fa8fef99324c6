import { createHash } from "node:crypto";
import { plus } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { writeCsv } from "../platform/spreadsheet.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { plainYuan } from "../pricing/yuan.js";
import { queuesMoved, settlementFacts } from "./facts.js";
import { addPayFile, lockStatement, moveStatement, type StatementRow } from "./statement.store.js";
import { termsOf } from "./terms.store.js";

const HEAD = ["结算单号", "收款户名", "收款账号", "开户行", "金额（元）", "附言"];
const MOST = 200;

/**
 * Makes the bank's file of transfers for approved statements; from now on they are being paid. The file is kept as it was
 * made, with its hash. Returns its id. Refuses NOT_FOUND, INVALID_STATE, BANK_ACCOUNT_MISSING, and VALIDATION for none, too
 * many, or one that pays nothing.
 */
export async function exportPayFile(
  platform: Platform,
  viewer: Viewer,
  input: { readonly statementIds: readonly string[]; readonly idempotencyKey: string },
): Promise<string> {
  must(holds(viewer, "settlement.pay"), "FORBIDDEN");
  const statementIds = [...new Set(input.statementIds)].sort((one, other) => (one < other ? -1 : 1));
  must(statementIds.length > 0 && statementIds.length <= MOST, "VALIDATION", { field: "statementIds", max: MOST });
  const once = { operation: "exportPayFile", key: input.idempotencyKey, input: { statementIds } };
  const { fileId } = await platform.work.once(viewer, once, async (tx) => {
    const statements: StatementRow[] = [];
    const rows: string[][] = [];
    for (const id of statementIds) {
      const statement = found(await lockStatement(tx, id));
      must(statement.net > 0, "VALIDATION", { field: "statementIds", no: statement.no });
      const { accountName, accountNo, bankName } = await termsOf(tx, statement.supplierId);
      must(accountNo && accountName && bankName, "BANK_ACCOUNT_MISSING", { no: statement.no });
      const number = platform.signer.unseal(accountNo);
      rows.push([statement.no, accountName, number, bankName, plainYuan(statement.net), `结算款 ${statement.no}`]);
      statements.push(statement);
    }
    const content = writeCsv([HEAD, ...rows]).toString("utf8");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const total = plus(...statements.map(({ net }) => net));
    const file = await addPayFile(tx, { statementIds, total, sha256, content: platform.signer.seal(content) });
    for (const statement of statements) {
      const paying = await moveStatement(tx, statement, "PAY", { payFileId: file.id, reason: null });
      tx.record(settlementFacts.paying(paying));
    }
    tx.record(queuesMoved);
    return { fileId: file.id };
  });
  return fileId;
}
