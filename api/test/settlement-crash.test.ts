import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Permission, Staff, SupplierMemberViewer } from "../src/platform/viewer.js";
import { approveStatement } from "../src/settlement/approve-statement.flow.js";
import { cancelStatement } from "../src/settlement/cancel-statement.flow.js";
import { confirmStatement } from "../src/settlement/confirm-statement.flow.js";
import { exportPayFile } from "../src/settlement/export-pay-file.flow.js";
import { makeDueStatement } from "../src/settlement/make-due-statement.flow.js";
import { saveBankAccount } from "../src/settlement/save-bank-account.flow.js";
import { settleStatement } from "../src/settlement/settle-statement.flow.js";
import { pageOfStatements, type StatementRow } from "../src/settlement/statement.store.js";
import { membersOf } from "../src/suppliers/supplier.store.js";
import { booked } from "./kit/cash-desk.js";
import { aTicket, type MadeTicket } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const HERE = { sessionId: "s", ip: "127.0.0.1" };
const staffWith = (permission: Permission): Staff => ({
  ...{ kind: "staff", accountId: newId(), permissions: new Set([permission]), ...HERE },
});
const approver = staffWith("settlement.approve");
const cashier = staffWith("settlement.pay");
const clerk = staffWith("settlement.manage");

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const platform = () => world.server.platform;

async function ownerOf({ supplier: { supplierId } }: MadeTicket): Promise<SupplierMemberViewer> {
  const [owner] = (await membersOf(platform().database.read, [supplierId])).get(supplierId) ?? [];
  const { id: memberId, accountId } = found(owner);
  return { kind: "supplier", accountId, supplierId, memberId, role: "OWNER", ...HERE };
}

/** Accepted work whose statement the supplier was sent. */
async function sent(): Promise<{ made: MadeTicket; owner: SupplierMemberViewer }> {
  const made = await aTicket(world, { state: "ACCEPTED" });
  const owner = await ownerOf(made);
  const account = { bankName: "招商银行", accountName: "某某服务部", accountNo: "6225880123456789" };
  await saveBankAccount(platform(), owner, { version: 0, ...account });
  world.clock.advance(8 * DAY);
  await makeDueStatement(platform(), made.supplier.supplierId);
  return { made, owner };
}
async function statementOf({ supplier: { supplierId } }: MadeTicket): Promise<StatementRow> {
  const { rows } = await pageOfStatements(platform().database.read, { supplierId }, { first: 1, after: null });
  return found(rows[0]);
}
const seen = ({ id: statementId, version }: StatementRow) => ({ statementId, version });

describe("a statement that somebody confirms while somebody else calls it off", () => {
  it.each([1, 2, 3])("is one or the other, and what it held is in a statement once (%i)", async () => {
    const { made, owner } = await sent();
    const statement = seen(await statementOf(made));
    const answers = await Promise.allSettled([
      confirmStatement(platform(), owner, { ...statement, disputes: [], idempotencyKey: newId() }),
      cancelStatement(platform(), clerk, { ...statement, reason: "金额有误" }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { state } = await statementOf(made);
    expect(["CONFIRMED", "CANCELLED"]).toContain(state);
    await makeDueStatement(platform(), made.supplier.supplierId);
    const live = await platform().database.read.query(
      "SELECT id FROM statement_lines WHERE supplierId = ? AND liveItem IS NOT NULL",
      [made.supplier.supplierId],
    );
    expect(live).toHaveLength(1);
  });
});

describe("a process that dies while a statement is paid", () => {
  it("has written nothing; told again, it is paid once", async () => {
    const { made, owner } = await sent();
    const confirm = { ...seen(await statementOf(made)), disputes: [], idempotencyKey: newId() };
    await confirmStatement(platform(), owner, confirm);
    await approveStatement(platform(), approver, seen(await statementOf(made)));
    const { id } = await statementOf(made);
    const file = { statementIds: [id], idempotencyKey: newId() };
    await exportPayFile(platform(), cashier, file);
    const payment = { ...seen(await statementOf(made)), bankReference: "PAY-CRASH-01", idempotencyKey: newId() };
    const { work } = platform();
    const once: typeof work.once = (viewer, deed, deal) =>
      work.once(viewer, deed, async (tx) => {
        await deal(tx);
        throw new Error("The process died.");
      });
    const dies = Object.create(platform(), { work: { value: { ...work, once } } });
    await expect(settleStatement(dies, cashier, payment)).rejects.toThrow("died");
    expect([(await statementOf(made)).state, await booked(world, made.order, "2202")]).toEqual(["PAYING", -7_000]);
    await settleStatement(platform(), cashier, payment);
    await settleStatement(platform(), cashier, payment);
    expect([(await statementOf(made)).state, await booked(world, made.order, "2202")]).toEqual(["PAID", 0]);
    expect((await auditLedger(platform())).differences).toEqual([]);
  });
});
