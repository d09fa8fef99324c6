import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { readSupplierAccount } from "../src/settlement/read-supplier-account.flow.js";
import { suppliersDue } from "../src/settlement/settle-cycles.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { countRows } from "./kit/counter.js";
import { aMember, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aTicket, type MadeTicket } from "./kit/makers-fulfilment.js";
import { APPROVE_REFUND, approved as approvedRefund, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const PAPERS = `{ mySupplierForms(code: SETTLEMENT) {
  nodes { id title amount number state text { kind text head rows foot } } } }`;
const ERRORS = "userErrors { code field data }";
const STATEMENT = `statement { id no state gross deducted retained net carried version availableActions
  lines { id account amount retained state title orderNo parts { kind amount } } }`;
const deed = (name: string, input: string, view = STATEMENT): string =>
  `mutation($input: ${input}!) { ${name}(input: $input) { ${view} ${ERRORS} } }`;
const MAKE = deed("makeStatement", "MakeStatementInput");
const SEND = deed("sendStatement", "StatementSeenInput");
const CONFIRM = deed("confirmStatement", "ConfirmStatementInput");
const ANSWER = deed("answerDispute", "AnswerDisputeInput");
const APPROVE = deed("approveStatement", "StatementSeenInput");
const EXPORT = deed("exportPayFile", "ExportPayFileInput", "fileId no sha256");
const SETTLE = deed("settleStatement", "SettleStatementInput");
const FAIL = deed("failStatement", "StatementReasonInput");
const CANCEL = deed("cancelStatement", "StatementReasonInput");
const TERMS = deed("saveSettlementTerms", "SaveSettlementTermsInput", "__typename");
const BANK = deed("saveBankAccount", "SaveBankAccountInput", "__typename");
const CHARGE = deed("chargeSupplier", "ChargeSupplierInput", "__typename");
const END = deed("endClaim", "EndClaimInput", "__typename");
const DEPOSIT = deed("takeDeposit", "TakeDepositInput", "__typename");
const RETURN = deed("returnDeposit", "ReturnDepositInput", "__typename");
const SHEET = `query($supplierId: ID!) { supplierAccount(supplierId: $supplierId) {
  ready waiting owes deposit version availableActions items { account item balance blocker inStatement title } } }`;

let world: World;
let clerk: Actor;
let approver: Actor;
let cashier: Actor;

/** Sessions end after days without use: people sign in again when time has passed. */
async function signIn(): Promise<void> {
  clerk = await aStaff(world, ["settlement.read", "settlement.manage"]);
  approver = await aStaff(world, ["settlement.read", "settlement.approve", "settlement.pay"]);
  cashier = await aStaff(world, ["settlement.read", "settlement.pay"]);
}

beforeAll(async () => {
  world = await openWorld();
  await signIn();
});
afterAll(() => world.close());

type Payload = Data;
const codesOf = (payload: Payload): string[] =>
  (payload["userErrors"] as unknown as { code: string }[]).map(({ code }) => code);
const send = async (actor: Actor, document: string, input: unknown): Promise<Payload> =>
  found(Object.values(await actor.ask(document, { input }))[0]) as Payload;
const done = async (actor: Actor, document: string, input: unknown): Promise<Data> => {
  const payload = await send(actor, document, input);
  expect(codesOf(payload)).toEqual([]);
  return found(payload["statement"]);
};
const seen = (statement: Data, more: Record<string, unknown> = {}) => ({
  statementId: statement["id"],
  version: statement["version"],
  ...more,
});
const key = () => ({ idempotencyKey: newId() });

async function postings(statementId: unknown): Promise<string> {
  const rows = await world.server.platform.database.read.query<{ account: string; debit: number; credit: number }>(
    "SELECT account, debit, credit FROM postings WHERE statementId = ? ORDER BY position",
    [String(statementId)],
  );
  const side = (of: "debit" | "credit"): string =>
    rows
      .filter((row) => Number(row[of]) > 0)
      .map((row) => `${row.account} ${(Number(row[of]) / 100).toFixed(2)}`)
      .join(" · ");
  return `${side("debit")} / ${side("credit")}`;
}

/** Accepted work of a supplier (¥70 owed to it), whose customer can no longer complain. */
async function aDueSupplier(retentionRate = 0): Promise<MadeTicket> {
  const made = await aTicket(world, { state: "ACCEPTED" });
  const { supplierId } = made.supplier;
  const terms = { supplierId, version: 0, cycle: "MANUAL", retentionRate, retentionDays: 365 };
  expect(codesOf(await send(clerk, TERMS, terms))).toEqual([]);
  const account = { version: 1, bankName: "招商银行", accountName: "某某服务部", accountNo: "6225 8801 2345 6789" };
  expect(codesOf(await send(made.supplier.owner, BANK, account))).toEqual([]);
  world.clock.advance(8 * DAY);
  await signIn();
  return made;
}

/** The supplier's owner, signed in at this moment. */
const ownerOf = async (made: MadeTicket): Promise<Actor> =>
  (await aMember(world, made.supplier.supplierId, "FINANCE")).actor;

const make = (made: MadeTicket): Promise<Data> => done(clerk, MAKE, { supplierId: made.supplier.supplierId, ...key() });

/** What each line says it is made of. */
function partsTold(statement: Data): Record<string, string> {
  const lines = statement["lines"] as unknown as {
    readonly account: string;
    readonly amount: string;
    readonly parts: readonly { readonly kind: string; readonly amount: string }[];
  }[];
  return Object.fromEntries(
    lines.map(({ account, amount, parts }) => [
      `${account} ${amount}`,
      parts.map((part) => `${part.kind} ${part.amount}`).join(", "),
    ]),
  );
}

async function confirmed(made: MadeTicket): Promise<Data> {
  const sent = await done(clerk, SEND, seen(await make(made)));
  return done(await ownerOf(made), CONFIRM, seen(sent, { disputes: [], ...key() }));
}

async function paying(made: MadeTicket): Promise<Data> {
  const approved = await done(approver, APPROVE, seen(await confirmed(made)));
  expect(codesOf(await send(cashier, EXPORT, { statementIds: [approved["id"]], ...key() }))).toEqual([]);
  return found(
    (
      await cashier.ask(`query($id: ID!) { ${STATEMENT.replace("statement", "statement(id: $id)")} }`, {
        id: approved["id"],
      })
    )["statement"],
  );
}

describe("a supplier's statement", () => {
  it("TP4: is confirmed, approved, exported and paid, with its retention kept back", async () => {
    const made = await aDueSupplier(1_000);
    const statement = await paying(made);
    expect(statement).toMatchObject({ state: "PAYING", gross: "7000", retained: "700", net: "6300" });
    const input = seen(statement, { bankReference: `PAY${Date.now()}A`, ...key() });
    const paid = await done(cashier, SETTLE, input);
    expect(paid).toMatchObject({ state: "PAID", availableActions: [] });
    expect(await postings(paid["id"])).toBe("2202 70.00 / 2202.R 7.00 · 1002 63.00");
    expect(await done(cashier, SETTLE, input)).toEqual(paid);
    const sheet = (await clerk.ask(SHEET, { supplierId: made.supplier.supplierId }))["supplierAccount"];
    expect(sheet).toMatchObject({ ready: "0", waiting: "700", owes: "0" });
    expect(found(sheet)["items"]).toMatchObject([{ account: "KEPT_BACK", blocker: "RETAINED" }]);
  });

  it("makes a 服务商结算单 when it is approved and another version when it is paid, for its own supplier alone", async () => {
    const made = await aDueSupplier(1_000);
    const statement = await paying(made);
    const papers = async (actor: Actor): Promise<Data[]> => {
      await world.settle();
      const { mySupplierForms } = await actor.ask(PAPERS);
      return mySupplierForms?.["nodes"] as unknown as Data[];
    };
    const owner = await ownerOf(made);
    const [first, ...none] = await papers(owner);
    expect(none).toEqual([]);
    expect(first).toMatchObject({ title: "服务商结算单", amount: "6300", number: 1, state: "ISSUED" });
    world.clock.advance(60_000);
    const bankReference = `PAY${newId().replaceAll(/[-_]/g, "3").toUpperCase()}`;
    await done(cashier, SETTLE, seen(statement, { bankReference, ...key() }));
    const [newest, before] = await papers(owner);
    const second = found<Data>(newest);
    expect(second).toMatchObject({ amount: "6300", number: 2, state: "ISSUED" });
    expect(before).toMatchObject({ id: first?.["id"], state: "SUPERSEDED" });
    const said = JSON.stringify(second["text"]);
    for (const words of [String(statement["no"]), "¥7.00", "¥63.00", bankReference, "陆拾叁元整"]) {
      expect(said).toContain(words);
    }
    const rival = (await aSupplier(world)).owner;
    expect(await papers(rival)).toEqual([]);
    expect(await rival.ask("query($id: ID!) { form(id: $id) { id } }", { id: second["id"] })).toEqual({
      form: null,
    });
  });

  it("is compared with the books: what of a paid one is changed by hand, the auditor finds", async () => {
    const made = await aDueSupplier(1_000);
    const statement = await paying(made);
    const bankReference = `PAY${newId().replaceAll(/[-_]/g, "4")}`;
    await done(cashier, SETTLE, seen(statement, { bankReference, ...key() }));
    const { platform } = world.server;
    const found = async (): Promise<string> =>
      (await auditLedger(platform)).differences.filter((words) => words.includes(String(statement["no"]))).join(" ");
    const tamper = (text: string) => platform.work.run(SYSTEM, (tx) => tx.run(text, [String(statement["id"])]));
    expect(await found()).toBe("");
    await tamper("UPDATE statements SET net = net - 1, retained = retained + 1 WHERE id = ?");
    expect(await found()).toMatch(
      /it pays 62.99, its lines 63.00.*it paid 62.99, the books 63.00.*it kept 7.01, the books 7.00/,
    );
    await tamper("UPDATE statements SET net = net + 1, retained = retained - 1 WHERE id = ?");
    await tamper("UPDATE statement_lines SET amount = amount + 1 WHERE statementId = ?");
    expect(await found()).toMatch(/it pays 63.00, its lines 63.01/);
  });

  it("TP9: pays what was kept back once its time is over", async () => {
    const made = await aDueSupplier(1_000);
    const first = await paying(made);
    await done(cashier, SETTLE, seen(first, { bankReference: `PAY${newId().replaceAll(/[-_]/g, "0")}`, ...key() }));
    expect(codesOf(await send(clerk, MAKE, { supplierId: made.supplier.supplierId, ...key() }))).toEqual([
      "NOTHING_TO_SETTLE",
    ]);
    world.clock.advance(366 * DAY);
    await signIn();
    const second = await paying(made);
    expect(second).toMatchObject({ gross: "700", net: "700" });
    const reference = { bankReference: `PAY${newId().replaceAll(/[-_]/g, "1")}`, ...key() };
    const paid = await done(cashier, SETTLE, seen(second, reference));
    expect(await postings(paid["id"])).toBe("2202.R 7.00 / 1002 7.00");
  });

  it("is not made while the customer may still complain, and says so", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const { supplierId } = made.supplier;
    expect(codesOf(await send(clerk, MAKE, { supplierId, ...key() }))).toEqual(["NOTHING_TO_SETTLE"]);
    const sheet = (await clerk.ask(SHEET, { supplierId }))["supplierAccount"];
    expect(sheet).toMatchObject({ ready: "0", waiting: "7000" });
    expect(found(sheet)["items"]).toMatchObject([{ account: "OWED", blocker: "DISPUTE_WINDOW", inStatement: null }]);
  });

  it("holds each piece of work once, also when two are made at once", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const answers = await Promise.all([
      send(clerk, MAKE, { supplierId, ...key() }),
      send(clerk, MAKE, { supplierId, ...key() }),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(["NOTHING_TO_SETTLE"]);
    expect(await countRows(world, "statements", "supplierId = ?", supplierId)).toBe(1);
  });

  it("lets a disputed line go to the next, after an answer; who answered does not approve it", async () => {
    const made = await aDueSupplier();
    const sent = await done(clerk, SEND, seen(await make(made)));
    const [first] = sent["lines"] as unknown as readonly Data[];
    const line = found<Data>(first);
    const disputes = [{ lineId: line["id"], reason: "少算了一次上门" }];
    const disputed = await done(await ownerOf(made), CONFIRM, seen(sent, { disputes, ...key() }));
    expect(disputed).toMatchObject({ state: "CANCELLED", lines: [{ state: "DISPUTED" }] });
    const { supplierId } = made.supplier;
    const WAITING =
      "query($of: ID!) { statements(supplierId: $of, disputed: true) { nodes { id } } staffQueues { statementsDisputed } }";
    const waiting = { statements: { nodes: [{ id: sent["id"] }] }, staffQueues: { statementsDisputed: 1 } };
    expect(await clerk.ask(WAITING, { of: supplierId })).toMatchObject(waiting);
    expect(codesOf(await send(clerk, MAKE, { supplierId, ...key() }))).toEqual(["NOTHING_TO_SETTLE"]);
    const both = await aStaff(world, ["settlement.manage", "settlement.approve"]);
    await done(both, ANSWER, { lineId: line["id"], answer: "已核对，金额无误" });
    const again = await send(both, ANSWER, { lineId: line["id"], answer: "再说一次" });
    expect(codesOf(again)).toEqual(["INVALID_STATE"]);
    const answered = { statements: { nodes: [] }, staffQueues: { statementsDisputed: 0 } };
    expect(await clerk.ask(WAITING, { of: supplierId })).toMatchObject(answered);
    const COUNTS = "{ staffQueues { statementsToApprove statementsToPay } }";
    const counted = async () => (await approver.ask(COUNTS))["staffQueues"] as unknown as Record<string, number>;
    const before = await counted();
    const next = await confirmed(made);
    expect((await counted())["statementsToApprove"]).toBe(Number(before["statementsToApprove"]) + 1);
    expect((await clerk.ask(COUNTS))["staffQueues"]).toMatchObject({ statementsToApprove: 0, statementsToPay: 0 });
    expect(codesOf(await send(both, APPROVE, seen(next)))).toEqual(["FOUR_EYES"]);
    expect(await done(approver, APPROVE, seen(next))).toMatchObject({ state: "APPROVED", net: "7000" });
    expect((await counted())["statementsToPay"]).toBe(Number(before["statementsToPay"]) + 1);
  });

  it("is approved by another than who made it, and paid by another than who approved it", async () => {
    const made = await aDueSupplier();
    const all = await aStaff(world);
    const draft = await done(all, MAKE, { supplierId: made.supplier.supplierId, ...key() });
    const sent = await done(all, SEND, seen(draft));
    const right = await done(await ownerOf(made), CONFIRM, seen(sent, { disputes: [], ...key() }));
    expect(codesOf(await send(all, APPROVE, seen(right)))).toEqual(["FOUR_EYES"]);
    const approved = await done(approver, APPROVE, seen(right));
    await send(approver, EXPORT, { statementIds: [approved["id"]], ...key() });
    const input = { statementId: approved["id"], version: 5, bankReference: "PAYSELF01", ...key() };
    expect(codesOf(await send(approver, SETTLE, input))).toEqual(["FOUR_EYES"]);
  });

  it("counts as confirmed when its supplier did not answer for five days", async () => {
    const made = await aDueSupplier();
    const sent = await done(clerk, SEND, seen(await make(made)));
    world.clock.advance(5 * DAY + 1);
    await world.settle();
    await signIn();
    const statement = (await clerk.ask("query($id: ID!) { statement(id: $id) { state } }", { id: sent["id"] }))[
      "statement"
    ];
    expect(statement).toMatchObject({ state: "CONFIRMED" });
  });

  it("that the bank did not pay posts nothing and is paid by the next file", async () => {
    const made = await aDueSupplier();
    const statement = await paying(made);
    const failed = await done(cashier, FAIL, seen(statement, { reason: "户名不符" }));
    expect(failed).toMatchObject({ state: "FAILED" });
    expect(await postings(failed["id"])).toBe(" / ");
    expect(codesOf(await send(cashier, EXPORT, { statementIds: [failed["id"]], ...key() }))).toEqual([]);
  });

  it("is not paid when the books say something else by now", async () => {
    const made = await aDueSupplier();
    const statement = await confirmed(made);
    await world.server.platform.database.transaction(async (sql) => {
      await sql.run("UPDATE supplier_items SET balance = balance - 1 WHERE supplierId = ?", [made.supplier.supplierId]);
    });
    expect(codesOf(await send(approver, APPROVE, seen(statement)))).toEqual(["STATEMENT_OUTDATED"]);
    await done(clerk, CANCEL, seen(statement, { reason: "账目变化" }));
  });

  it("is refused with an old version, and twice at once approves once", async () => {
    const made = await aDueSupplier();
    const statement = await confirmed(made);
    expect(codesOf(await send(approver, APPROVE, { ...seen(statement), version: 1 }))).toEqual(["STALE_VERSION"]);
    const answers = await Promise.all([
      send(approver, APPROVE, seen(statement)),
      send(approver, APPROVE, seen(statement)),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(["STALE_VERSION"]);
  });

  it("needs to know where to pay to", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    world.clock.advance(8 * DAY);
    await signIn();
    const approved = await done(approver, APPROVE, seen(await confirmed(made)));
    const answer = await send(cashier, EXPORT, { statementIds: [approved["id"]], ...key() });
    expect(codesOf(answer)).toEqual(["BANK_ACCOUNT_MISSING"]);
  });

  it("is paid with the bank's reference only, and each transfer pays one statement", async () => {
    const one = await paying(await aDueSupplier());
    const other = await paying(await aDueSupplier());
    for (const bankReference of [null, "", " 12 "]) {
      expect(codesOf(await send(cashier, SETTLE, seen(one, { bankReference, ...key() })))).toEqual(["VALIDATION"]);
    }
    const bankReference = `PAY${newId().replaceAll(/[-_]/g, "4")}`;
    const answers = await Promise.all([
      send(cashier, SETTLE, seen(one, { bankReference, ...key() })),
      send(cashier, SETTLE, seen(other, { bankReference: ` ${bankReference.toLowerCase()}`, ...key() })),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(["VALIDATION"]);
    expect(await countRows(world, "statements", "bankReference = ?", bankReference.toUpperCase())).toBe(1);
  });

  it("keeps the pay file as it was made; account numbers are sealed in the database", async () => {
    const made = await aDueSupplier();
    const approved = await done(approver, APPROVE, seen(await confirmed(made)));
    const input = { statementIds: [approved["id"]], ...key() };
    const file = await send(cashier, EXPORT, input);
    expect(await send(cashier, EXPORT, input)).toEqual(file);
    const { payFile } = await cashier.ask("query($id: ID!) { payFile(id: $id) }", { id: file["fileId"] });
    expect(payFile).toContain("6225880123456789");
    expect(createHash("sha256").update(String(payFile)).digest("hex")).toBe(file["sha256"]);
    const other = await aDueSupplier();
    const twice = { statementIds: [approved["id"], (await confirmed(other))["id"]], ...key() };
    expect(codesOf(await send(cashier, EXPORT, twice))).toEqual(["INVALID_STATE"]);
    expect(payFile).toContain(",70.00,");
    const { read } = world.server.platform.database;
    const stored = JSON.stringify([
      await read.query("SELECT * FROM pay_files"),
      await read.query("SELECT * FROM settlement_terms"),
    ]);
    expect(stored).not.toContain("6225880123456789");
  });
});

describe("what a supplier owes", () => {
  it("comes off the next statement, and what is more carries over", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const component = found(made.order.components[0]);
    const charge = { supplierId, orderId: made.order.orderId, componentId: component.id, reason: "迟到两天" };
    expect(codesOf(await send(clerk, CHARGE, { ...charge, amount: "9000", ...key() }))).toEqual([]);
    const draft = await make(made);
    expect(draft).toMatchObject({ gross: "7000", deducted: "7000", net: "0", carried: "2000" });
    const sent = await done(clerk, SEND, seen(draft));
    const right = await done(await ownerOf(made), CONFIRM, seen(sent, { disputes: [], ...key() }));
    const approved = await done(approver, APPROVE, seen(right));
    const paid = await done(cashier, SETTLE, seen(approved, { bankReference: null, ...key() }));
    expect(await postings(paid["id"])).toBe("2202 70.00 / 1221.S 70.00");
    const sheet = (await clerk.ask(SHEET, { supplierId }))["supplierAccount"];
    expect(sheet).toMatchObject({ ready: "0", owes: "2000" });
  });

  it("TA6: is taken from its deposit as far as that goes, or given up with a reason", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const component = found(made.order.components[0]);
    const charge = { supplierId, orderId: made.order.orderId, componentId: component.id, reason: "损坏地板" };
    await send(clerk, CHARGE, { ...charge, amount: "5000", ...key() });
    const item = `c:${component.id}`;
    const end = (change: Record<string, unknown>) =>
      send(approver, END, { supplierId, item, amount: "3000", end: "DEPOSIT", reason: "抵扣", ...key(), ...change });
    expect(codesOf(await end({}))).toEqual(["DEPOSIT_TOO_LOW"]);
    const reference = `BZJ${newId().replaceAll(/[-_]/g, "2")}`;
    const deposit = { supplierId, amount: "3000", bankReference: reference, ...key() };
    expect(codesOf(await send(cashier, DEPOSIT, deposit))).toEqual([]);
    expect(codesOf(await send(cashier, DEPOSIT, { ...deposit, ...key() }))).toEqual(["VALIDATION"]);
    expect(codesOf(await end({}))).toEqual([]);
    expect(codesOf(await end({ end: "WRITTEN_OFF", amount: "2001" }))).toEqual(["VALIDATION"]);
    expect(codesOf(await end({ end: "WRITTEN_OFF", amount: "2000", reason: "" }))).toEqual(["REASON_REQUIRED"]);
    expect(codesOf(await end({ end: "WRITTEN_OFF", amount: "2000" }))).toEqual([]);
    const sheet = (await clerk.ask(SHEET, { supplierId }))["supplierAccount"];
    expect(sheet).toMatchObject({ owes: "0", deposit: "0" });
  });
});

describe("what a refund claims from a supplier", () => {
  const toBlame = { responsibility: { platform: 0, supplier: 10_000, customer: 0 } };
  const someone = () => aStaff(world, ["refunds.read", "refunds.propose"]);
  const another = () => aStaff(world, ["refunds.read", "refunds.approve"]);
  const sheetOf = async (made: MadeTicket): Promise<Data> =>
    found((await clerk.ask(SHEET, { supplierId: made.supplier.supplierId }))["supplierAccount"]);

  it("comes off the statement that is made after it", async () => {
    const made = await aDueSupplier();
    await approvedRefund(await another(), await proposed(await someone(), made.order, 1_000, toBlame));
    const statement = await make(made);
    expect(statement).toMatchObject({ gross: "7000", deducted: "1000", net: "6000" });
    expect(partsTold(statement)).toEqual({ "OWED 7000": "COST 7000", "CLAIMED -1000": "REFUND_CLAIM -1000" });
  });

  it("is owed by the supplier when its work was paid for already, and is given up with a reason", async () => {
    const made = await aDueSupplier();
    const reference = () => ({ bankReference: `PAY${newId().replaceAll(/[-_]/g, "6")}`, ...key() });
    await done(cashier, SETTLE, seen(await paying(made), reference()));
    await approvedRefund(await another(), await proposed(await someone(), made.order, 1_000, toBlame));
    expect(await sheetOf(made)).toMatchObject({ ready: "0", owes: "1000" });
    expect([await booked(world, made.order, "2202"), await booked(world, made.order, "1221.S")]).toEqual([0, 1_000]);
    const { supplierId } = made.supplier;
    const item = `c:${found(made.order.components[0]).id}`;
    const end = { supplierId, item, amount: "1000", end: "WRITTEN_OFF", ...key() };
    expect(codesOf(await send(approver, END, { ...end, reason: "" }))).toEqual(["REASON_REQUIRED"]);
    expect(codesOf(await send(approver, END, { ...end, reason: "服务商已停业" }))).toEqual([]);
    expect(await sheetOf(made)).toMatchObject({ owes: "0" });
    expect(await booked(world, made.order, "1221.S")).toBe(0);
  });

  it("is given up by another than who proposed it", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const bankReference = `PAY${newId().replaceAll(/[-_]/g, "6")}`;
    await done(cashier, SETTLE, seen(await paying(made), { bankReference, ...key() }));
    const proposer = await aStaff(world);
    await approvedRefund(await another(), await proposed(proposer, made.order, 1_000, toBlame));
    const item = `c:${found(made.order.components[0]).id}`;
    const end = { supplierId, item, amount: "1000", end: "WRITTEN_OFF", reason: "另一位同事决定免除追索" };
    expect(codesOf(await send(proposer, END, { ...end, ...key() }))).toEqual(["FOUR_EYES"]);
    expect(await sheetOf(made)).toMatchObject({ owes: "1000" });
    expect(codesOf(await send(approver, END, { ...end, ...key() }))).toEqual([]);
    expect(await sheetOf(made)).toMatchObject({ owes: "0" });
  });

  it("is taken from its deposit when its work was paid for already", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const reference = (name: string) => ({ bankReference: `${name}${newId().replaceAll(/[-_]/g, "4")}`, ...key() });
    await send(cashier, DEPOSIT, { supplierId, amount: "3000", ...reference("BZJ") });
    await done(cashier, SETTLE, seen(await paying(made), reference("PAY")));
    await approvedRefund(await another(), await proposed(await someone(), made.order, 1_000, toBlame));
    const item = `c:${found(made.order.components[0]).id}`;
    const end = { supplierId, item, amount: "1000", end: "DEPOSIT", reason: "退款追索", ...key() };
    expect(codesOf(await send(approver, END, end))).toEqual([]);
    expect(await sheetOf(made)).toMatchObject({ owes: "0", deposit: "2000" });
    expect(await booked(world, made.order, "1221.S")).toBe(0);
  });

  it.each([1, 2, 3])(
    "and the payment of the same work at once: one pays, the other claims, each once (%i)",
    async () => {
      const made = await aDueSupplier();
      const statement = await paying(made);
      const refund = await proposed(await someone(), made.order, 1_000, toBlame);
      const wish = { refundId: refund["id"], version: refund["version"], ...key() };
      const payment = seen(statement, { bankReference: `PAY${newId().replaceAll(/[-_]/g, "7")}`, ...key() });
      const boss = await another();
      const answers = await Promise.all([
        send(cashier, SETTLE, payment),
        send(boss, APPROVE_REFUND, wish),
        send(cashier, SETTLE, payment),
        send(boss, APPROVE_REFUND, wish),
      ]);
      expect(answers.flatMap(codesOf)).toEqual([]);
      expect(await postings(statement["id"])).toBe("2202 70.00 / 1002 70.00");
      const accounts = ["2202", "1221.S", "2241.R"];
      expect(await Promise.all(accounts.map((account) => booked(world, made.order, account)))).toEqual([
        0, 1_000, -1_000,
      ]);
      expect(await sheetOf(made)).toMatchObject({ ready: "0", owes: "1000" });
      const { no } = made.order;
      const { differences } = await auditLedger(world.server.platform);
      expect(differences.filter((words) => words.includes(no) || words.includes(String(statement["no"])))).toEqual([]);
    },
  );
});

describe("a claim that is given up", () => {
  it("is given up by another than who charged the supplier", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const component = found(made.order.components[0]);
    const all = await aStaff(world);
    const charge = { supplierId, orderId: made.order.orderId, componentId: component.id, reason: "损坏地板" };
    expect(codesOf(await send(all, CHARGE, { ...charge, amount: "5000", ...key() }))).toEqual([]);
    const end = { supplierId, item: `c:${component.id}`, amount: "5000", reason: "协商免除" };
    expect(codesOf(await send(all, END, { ...end, end: "WRITTEN_OFF", ...key() }))).toEqual(["FOUR_EYES"]);
    expect(await countRows(world, "ledger_transactions", "kind = 'CLAIM_ENDED' AND memo LIKE ?", "%协商免除")).toBe(0);
    expect(codesOf(await send(approver, END, { ...end, end: "WRITTEN_OFF", ...key() }))).toEqual([]);
    expect((await clerk.ask(SHEET, { supplierId }))["supplierAccount"]).toMatchObject({ owes: "0" });
  });
});

describe("a supplier's deposit", () => {
  it("goes back once nothing is owed, each transfer once, and never more than there is", async () => {
    const made = await aDueSupplier();
    const { supplierId } = made.supplier;
    const reference = () => ({ bankReference: `BZJ${newId().replaceAll(/[-_]/g, "5")}`, ...key() });
    expect(codesOf(await send(cashier, DEPOSIT, { supplierId, amount: "3000", ...reference() }))).toEqual([]);
    const component = found(made.order.components[0]);
    const charge = { supplierId, orderId: made.order.orderId, componentId: component.id, reason: "损坏地板" };
    await send(clerk, CHARGE, { ...charge, amount: "1000", ...key() });
    const back = { supplierId, amount: "3000", ...reference() };
    expect(codesOf(await send(cashier, RETURN, back))).toEqual(["CLAIMS_OPEN"]);
    const end = { supplierId, item: `c:${component.id}`, amount: "1000", end: "DEPOSIT", reason: "抵扣", ...key() };
    expect(codesOf(await send(approver, END, end))).toEqual([]);
    expect(codesOf(await send(cashier, RETURN, { ...back, ...key() }))).toEqual(["DEPOSIT_TOO_LOW"]);
    expect(codesOf(await send(cashier, RETURN, { ...back, amount: "0", ...key() }))).toEqual(["VALIDATION"]);
    const answers = await Promise.all([
      send(cashier, RETURN, { supplierId, amount: "2000", ...reference() }),
      send(cashier, RETURN, { supplierId, amount: "2000", ...reference() }),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(["DEPOSIT_TOO_LOW"]);
    expect((await clerk.ask(SHEET, { supplierId }))["supplierAccount"]).toMatchObject({ deposit: "0", owes: "0" });
    expect(await clerk.error(RETURN, { input: { supplierId, amount: "1", ...reference() } })).toBe("FORBIDDEN");
  });
});

describe("who sees and does what", () => {
  it("a rival sees nothing and confirms nothing; a supplier sees no draft", async () => {
    const made = await aDueSupplier();
    const draft = await make(made);
    const rival = (await aSupplier(world)).owner;
    const mine = await ownerOf(made);
    const MY = "query($id: ID!) { myStatement(id: $id) { id } myStatements { nodes { id } } }";
    expect(await mine.ask(MY, { id: draft["id"] })).toMatchObject({ myStatement: null, myStatements: { nodes: [] } });
    const sent = await done(clerk, SEND, seen(draft));
    expect(await mine.ask(MY, { id: sent["id"] })).toMatchObject({ myStatement: { id: sent["id"] } });
    expect(await rival.ask(MY, { id: sent["id"] })).toMatchObject({ myStatement: null, myStatements: { nodes: [] } });
    expect(codesOf(await send(rival, CONFIRM, seen(sent, { disputes: [], ...key() })))).toEqual(["NOT_FOUND"]);
  });

  it("workers and staff without the permission are refused", async () => {
    const made = await aDueSupplier();
    const worker = (await aMember(world, made.supplier.supplierId, "WORKER")).actor;
    expect(await worker.error("{ mySettlement { ready } }")).toBe("FORBIDDEN");
    const nobody = await aStaff(world, ["orders.read", "payments.read"]);
    expect(await nobody.error(SHEET, { supplierId: made.supplier.supplierId })).toBe("FORBIDDEN");
    expect(await clerk.error(APPROVE, { input: { statementId: "x", version: 1 } })).toBe("FORBIDDEN");
    expect(await clerk.error(EXPORT, { input: { statementIds: [], ...key() } })).toBe("FORBIDDEN");
  });

  it("tells what each supplier was paid in a quarter", async () => {
    const made = await aDueSupplier();
    const statement = await paying(made);
    await done(cashier, SETTLE, seen(statement, { bankReference: `PAY${newId().replaceAll(/[-_]/g, "3")}`, ...key() }));
    const now = new Date(world.clock.now() + 8 * 3_600_000);
    const when = { year: now.getUTCFullYear(), quarter: Math.floor(now.getUTCMonth() / 3) + 1 };
    const ASK =
      "query($year: Int!, $quarter: Int!) { supplierIncome(year: $year, quarter: $quarter) { supplierId gross net } }";
    const rows = (await clerk.ask(ASK, when))["supplierIncome"] as unknown as Data[];
    const { supplierId } = made.supplier;
    expect(rows.find((row) => String(row["supplierId"]) === supplierId)).toMatchObject({ gross: "7000", net: "7000" });
    expect(await clerk.error(ASK, { year: 2026, quarter: 5 })).toBe("VALIDATION");
    const TABLE = deed("exportIncome", "ExportIncomeInput", "file { url mime }");
    const table = await send(clerk, TABLE, { ...when, format: "CSV" });
    expect(codesOf(table)).toEqual([]);
    const workbook = await send(clerk, TABLE, { ...when, format: "XLSX" });
    expect(found(workbook["file"])["mime"]).toContain("spreadsheetml");
    expect(codesOf(await send(clerk, TABLE, { ...when, quarter: 5, format: "CSV" }))).toEqual(["VALIDATION"]);
    const nobody = await aStaff(world, ["orders.read"]);
    expect(await nobody.error(TABLE, { input: { ...when, format: "CSV" } })).toBe("FORBIDDEN");
  });

  it("finds whose statement is due, and reads a supplier's account, in a number of statements that never grows", async () => {
    const { platform } = world.server;
    const one = await aDueSupplier();
    const due = await world.statements(() => suppliersDue(platform));
    const read = await world.statements(() => readSupplierAccount(platform, one.supplier.supplierId));
    for (let more = 0; more < 3; more++) await aDueSupplier();
    expect(await world.statements(() => suppliersDue(platform))).toHaveLength(due.length);
    expect(due).toHaveLength(2);
    await world.server.platform.database.transaction(async (sql) => {
      await sql.run("UPDATE supplier_items SET supplierId = ?", [one.supplier.supplierId]);
    });
    const again = await world.statements(() => readSupplierAccount(platform, one.supplier.supplierId));
    expect(again).toHaveLength(read.length);
  });

  it("makes statements by itself on the day of the cycle", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    world.clock.advance(8 * DAY);
    await world.settle();
    await signIn();
    const ask = "query($supplierId: ID) { statements(supplierId: $supplierId) { nodes { state net } } }";
    const listed = (await clerk.ask(ask, { supplierId: made.supplier.supplierId }))["statements"];
    expect(listed).toMatchObject({ nodes: [{ state: "SUPPLIER_REVIEW", net: "7000" }] });
  });
});
