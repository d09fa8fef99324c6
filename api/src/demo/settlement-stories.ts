import { fen } from "../kernel/money.js";
import type { Platform } from "../platform/platform.js";
import { approveStatement } from "../settlement/approve-statement.flow.js";
import { confirmStatement } from "../settlement/confirm-statement.flow.js";
import { exportPayFile } from "../settlement/export-pay-file.flow.js";
import { saveBankAccount } from "../settlement/save-bank-account.flow.js";
import { saveSettlementTerms } from "../settlement/save-settlement-terms.flow.js";
import { settleStatement } from "../settlement/settle-statement.flow.js";
import type { StatementState } from "../settlement/statement.js";
import { linesOf, pageOfStatements, type StatementRow, statementById } from "../settlement/statement.store.js";
import { takeDeposit } from "../settlement/take-deposit.flow.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const DEPOSIT = fen(500_000);
/** In basis points. */
const KEPT_BACK = 500;
const HALF_A_YEAR = 180;

/**
 * Cleaners and repairers are paid for last month: of the cleaners' work a twentieth is kept back for half a year. What came
 * since waits for suppliers, for finance and for the bank, and one line of it is disputed.
 */
export async function* settled(platform: Platform, trade: Trade, when: When): Story {
  yield when(59, 9);
  await account(platform, trade, "liangjie", "亮洁家政", "622588012345001");
  await account(platform, trade, "kuaixiu", "快修侠", "622588012345002");
  const supplierId = trade.owner("liangjie").supplierId;
  const terms = { cycle: "T_PLUS_7", retentionRate: KEPT_BACK, retentionDays: HALF_A_YEAR } as const;
  await saveSettlementTerms(platform, trade.staff("cashier"), { supplierId, version: 1, ...terms });
  await takeDeposit(platform, trade.staff("cashier"), {
    ...{ supplierId: trade.owner("jiangxin").supplierId, amount: DEPOSIT },
    ...{ bankReference: "BZJ-77120-01", idempotencyKey: trade.key() },
  });
  yield when(28, 15);
  for (const key of ["liangjie", "kuaixiu"]) await pay(platform, trade, key);
  yield when(3, 15);
  const [approved] = await waiting(platform, trade, "liangjie", "CONFIRMED");
  if (approved) await approve(platform, trade, approved);
  yield when(1, 17);
  const [shown] = await waiting(platform, trade, "kuaixiu", "SUPPLIER_REVIEW");
  if (shown) await dispute(platform, trade, shown);
}

async function account(platform: Platform, trade: Trade, key: string, accountName: string, accountNo: string) {
  await saveBankAccount(platform, trade.owner(key), {
    version: 0,
    bankName: "招商银行长沙分行",
    accountName,
    accountNo,
  });
}

async function waiting(
  platform: Platform,
  trade: Trade,
  key: string,
  state: StatementState,
): Promise<readonly StatementRow[]> {
  const of = { supplierId: trade.owner(key).supplierId, state };
  return (await pageOfStatements(platform.database.read, of, { first: 20, after: null })).rows;
}

const approve = (platform: Platform, trade: Trade, { id: statementId, version }: StatementRow): Promise<void> =>
  approveStatement(platform, trade.staff("finance"), { statementId, version });

/** Finance lets all of a supplier's confirmed statements be paid, and the cashier sends them in one file. */
async function pay(platform: Platform, trade: Trade, key: string): Promise<void> {
  const cashier = trade.staff("cashier");
  const statements = await waiting(platform, trade, key, "CONFIRMED");
  if (statements.length === 0) return;
  for (const statement of statements) await approve(platform, trade, statement);
  const statementIds = statements.map(({ id }) => id);
  await exportPayFile(platform, cashier, { statementIds, idempotencyKey: trade.key() });
  for (const [index, statementId] of statementIds.entries()) {
    const { version = 0 } = (await statementById(platform.database.read, statementId)) ?? {};
    const bankReference = `JS-${key.toUpperCase()}-${index + 1}`;
    await settleStatement(platform, cashier, { statementId, version, bankReference, idempotencyKey: trade.key() });
  }
}

async function dispute(platform: Platform, trade: Trade, { id: statementId, version }: StatementRow): Promise<void> {
  const [line] = await linesOf(platform.database.read, [statementId]);
  if (!line) return;
  const disputes = [{ lineId: line.id, reason: "这一单加洗了一台外机，费用没有算进来。" }];
  const said = { statementId, version, disputes, idempotencyKey: trade.key() };
  await confirmStatement(platform, trade.owner("kuaixiu"), said);
}
