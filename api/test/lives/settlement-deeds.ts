import { ticketsOf } from "../../src/fulfilment/ticket.store.js";
import { found } from "../../src/kernel/refusal.js";
import { approveStatement } from "../../src/settlement/approve-statement.flow.js";
import { confirmStatement } from "../../src/settlement/confirm-statement.flow.js";
import { exportPayFile } from "../../src/settlement/export-pay-file.flow.js";
import { makeStatement } from "../../src/settlement/make-statement.flow.js";
import { saveBankAccount } from "../../src/settlement/save-bank-account.flow.js";
import { sendStatement } from "../../src/settlement/send-statement.flow.js";
import { settleStatement } from "../../src/settlement/settle-statement.flow.js";
import { pageOfStatements, type StatementRow } from "../../src/settlement/statement.store.js";
import { termsOf } from "../../src/settlement/terms.store.js";
import { ownerOf } from "./deeds.js";
import type { Deed, Life } from "./life.js";

/** From what is furthest from being paid to what is paid next. */
const way: readonly StatementRow["state"][] = ["DRAFT", "SUPPLIER_REVIEW", "CONFIRMED", "APPROVED", "PAYING"];

/**
 * The next step towards paying the suppliers, whose statements hold this order's work and that of lives before it: the
 * furthest one goes on, or another is made for who did work of this order.
 */
export const settle: Deed = async (life) => {
  const { platform } = life.world.server;
  const { read } = platform.database;
  const idempotencyKey = `k${life.dice.word()}${life.dice.word()}`;
  const { rows } = await pageOfStatements(read, {}, { first: 30, after: null });
  const open = way.flatMap((state) => rows.filter((row) => row.state === state));
  const furthest = open.at(-1);
  if (furthest && life.dice.chance(0.9)) return stepOf(life, furthest, idempotencyKey);
  const tickets = await ticketsOf(read, [life.order.orderId]);
  const supplierId = life.dice.oneOf(tickets.filter(({ state }) => state === "ACCEPTED"))?.supplierId;
  return supplierId ? () => makeStatement(platform, life.staff.clerk, { supplierId, idempotencyKey }) : undefined;
};

async function stepOf(life: Life, statement: StatementRow, idempotencyKey: string) {
  const { platform } = life.world.server;
  const { clerk, approver, cashier } = life.staff;
  const { id: statementId, version, supplierId, state, net } = statement;
  const seen = { statementId, version };
  const supplier = await ownerOf(life, supplierId);
  const terms = await termsOf(platform.database.read, supplierId);
  const account = {
    version: terms.version,
    bankName: "招商银行",
    accountName: "服务部",
    accountNo: "6225880123456789",
  };
  const bankReference = net > 0 ? `ST${idempotencyKey}`.toUpperCase() : null;
  const pay = () => settleStatement(platform, cashier, { ...seen, bankReference, idempotencyKey });
  if (state === "APPROVED" && net === 0) return pay; // a statement of nothing needs no file
  const steps: Partial<Record<StatementRow["state"], () => Promise<unknown>>> = {
    DRAFT: () => sendStatement(platform, clerk, seen),
    SUPPLIER_REVIEW: () => confirmStatement(platform, supplier, { ...seen, disputes: [], idempotencyKey }),
    CONFIRMED: () => approveStatement(platform, approver, seen),
    APPROVED: terms.accountNo
      ? () => exportPayFile(platform, cashier, { statementIds: [statementId], idempotencyKey })
      : () => saveBankAccount(platform, supplier, account),
    PAYING: pay,
  };
  return found(steps[state]);
}
