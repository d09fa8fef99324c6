import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked, CONFIRM, confirmation, gateOf, readOrder, ticketsOf, withSlip } from "./kit/cash-desk.js";
import { countRows } from "./kit/counter.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code field data }";
const RECEIPT = "receipt { id no state amount version orderNo returnReason returnReference availableActions }";
const ENTER = `mutation($input: EnterUnidentifiedInput!) { enterUnidentified(input: $input) { ${RECEIPT} ${ERRORS} } }`;
const IDENTIFY = `mutation($input: IdentifyReceiptInput!) { identifyReceipt(input: $input) { ${RECEIPT} payment { id state receivedAmount } ${ERRORS} } }`;
const PROPOSE = `mutation($input: ProposeReturnInput!) { proposeReturn(input: $input) { ${RECEIPT} ${ERRORS} } }`;
const KEEP = `mutation($input: KeepReceiptInput!) { keepReceipt(input: $input) { ${RECEIPT} ${ERRORS} } }`;
const RETURN = `mutation($input: ReturnReceiptInput!) { returnReceipt(input: $input) { ${RECEIPT} ${ERRORS} } }`;
const LIST = `query($state: UnidentifiedState!) { unidentifiedReceipts(state: $state, first: 100) { edges { node { id availableActions } } } }`;

interface Receipt {
  readonly id: string;
  readonly version: number;
}

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;
let colleague: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
  colleague = await aStaff(world, ["payments.read", "payments.confirm", "orders.read"]);
});
afterAll(() => world.close());

const reference = () =>
  `BK${newId()
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .toUpperCase()}`;
const line = (change: Record<string, unknown> = {}) => ({
  amount: "6000",
  receivedOn: "2026-11-20",
  payer: "某某贸易有限公司",
  bankReference: reference(),
  note: "附言：货款",
  idempotencyKey: newId(),
  ...change,
});
const payload = async (actor: Actor, document: string, input: unknown): Promise<Data> =>
  found(Object.values(await actor.ask(document, { input }))[0]) as Data;
const codesOf = (answer: Data): string[] =>
  (answer["userErrors"] as unknown as { code: string }[]).map(({ code }) => code);
const entered = async (change: Record<string, unknown> = {}): Promise<Receipt> =>
  (await cashier.do(ENTER, line(change)))["receipt"] as unknown as Receipt;
const seen = ({ id, version }: Receipt) => ({ receiptId: id, version });
const identified = (receipt: Receipt, instalmentId: string, actor = cashier) =>
  payload(actor, IDENTIFY, { ...seen(receipt), instalmentId, idempotencyKey: newId() });
const proposed = async (receipt: Receipt): Promise<Receipt> =>
  (await cashier.do(PROPOSE, { ...seen(receipt), reason: "查无此人" }))["receipt"] as unknown as Receipt;
const returned = (receipt: Receipt, actor: Actor, change: Record<string, unknown> = {}) =>
  payload(actor, RETURN, { ...seen(receipt), bankReference: reference(), idempotencyKey: newId(), ...change });
const standing = async (): Promise<number> => {
  const [row] = await world.server.platform.database.read.query<{ sum: number }>(
    "SELECT COALESCE(SUM(credit), 0) - COALESCE(SUM(debit), 0) AS sum FROM postings WHERE account = '1901'",
  );
  return Number(row?.sum);
};
const noDifference = async () => expect((await auditLedger(world.server.platform)).differences).toEqual([]);

describe("money that names no order", () => {
  it("is in the books from the moment it is entered, and counts its transfer once", async () => {
    const before = await standing();
    const input = line();
    await cashier.do(ENTER, input);
    expect(await standing()).toBe(before + 6_000);
    const again = await payload(colleague, ENTER, { ...input, idempotencyKey: newId() });
    expect([codesOf(again), await standing()]).toEqual([["VALIDATION"], before + 6_000]);
    await noDifference();
  });

  it("can't be confirmed for a slip as well", async () => {
    const order = await aPlacedOrder(world, { product });
    const payment = await withSlip(order);
    const { bankReference } = line();
    await cashier.do(ENTER, line({ bankReference }));
    expect(codesOf(await payload(cashier, CONFIRM, confirmation(payment, { bankReference })))).toEqual(["VALIDATION"]);
    expect(await booked(world, order, "1002")).toBe(0);
  });

  it("pays the instalment that it turns out to be for, and opens the work", async () => {
    const order = await aPlacedOrder(world, { product });
    const done = await identified(await entered(), gateOf(order), colleague);
    expect(done).toMatchObject({
      receipt: { state: "IDENTIFIED", availableActions: [] },
      payment: { receivedAmount: "6000" },
    });
    expect((done["receipt"] as Data)["orderNo"]).not.toBeNull();
    expect([await booked(world, order, "1901"), await booked(world, order, "1002")]).toEqual([6_000, 0]);
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
    expect(await ticketsOf(world, order)).toBe(2);
    await noDifference();
  });

  it("makes what is too much the customer's credit", async () => {
    const order = await aPlacedOrder(world, { product });
    await identified(await entered({ amount: "7500" }), gateOf(order));
    expect([await booked(world, order, "2241.C"), await booked(world, order, "1901")]).toEqual([-1_500, 7_500]);
    await noDifference();
  });

  it("goes back by another person than who proposed it, and then stands nowhere", async () => {
    const before = await standing();
    const waiting = await proposed(await entered());
    expect(codesOf(await returned(waiting, cashier))).toEqual(["FOUR_EYES"]);
    const done = await returned(waiting, colleague);
    expect(done["receipt"]).toMatchObject({ state: "RETURNED", returnReason: "查无此人" });
    expect(await standing()).toBe(before);
    await noDifference();
  });

  it("stays when somebody thinks better of it, and can then be identified", async () => {
    const order = await aPlacedOrder(world, { product });
    const waiting = await proposed(await entered());
    expect(codesOf(await identified(waiting, gateOf(order)))).toEqual(["INVALID_STATE"]);
    const kept = (await cashier.do(KEEP, seen(waiting)))["receipt"] as unknown as Receipt;
    expect(codesOf(await identified(kept, gateOf(order)))).toEqual([]);
  });

  it("is identified once by two cashiers at once", async () => {
    const [one, other] = [await aPlacedOrder(world, { product }), await aPlacedOrder(world, { product })];
    const receipt = await entered();
    const both = await Promise.all([identified(receipt, gateOf(one)), identified(receipt, gateOf(other), colleague)]);
    expect(both.flatMap(codesOf)).toEqual(["STALE_VERSION"]);
    const paid = [await booked(world, one, "1901"), await booked(world, other, "1901")];
    expect(paid.toSorted((a, b) => a - b)).toEqual([0, 6_000]);
    await noDifference();
  });

  it("is identified or on its way back, never both", async () => {
    const order = await aPlacedOrder(world, { product });
    const receipt = await entered();
    const both = await Promise.all([
      identified(receipt, gateOf(order)),
      payload(colleague, PROPOSE, { ...seen(receipt), reason: "退回" }),
    ]);
    expect(both.flatMap(codesOf)).toEqual(["STALE_VERSION"]);
    await noDifference();
  });

  it("leaves by each transfer back once", async () => {
    const [one, other] = [await proposed(await entered()), await proposed(await entered())];
    const bankReference = reference();
    expect(codesOf(await returned(one, colleague, { bankReference }))).toEqual([]);
    expect(codesOf(await returned(other, colleague, { bankReference }))).toEqual(["VALIDATION"]);
    await noDifference();
  });

  it("answers a repeat the same", async () => {
    const input = line();
    const [first, again] = [await payload(cashier, ENTER, input), await payload(cashier, ENTER, input)];
    expect(again).toEqual(first);
  });

  it.each([
    [{ amount: "0" }, "VALIDATION"],
    [{ amount: "-1" }, "VALIDATION"],
    [{ amount: "1000000000001" }, "BAD_USER_INPUT"],
    [{ receivedOn: "2026-02-30" }, "VALIDATION"],
    [{ receivedOn: "2026-11-21" }, "VALIDATION"],
    [{ payer: " " }, "VALIDATION"],
    [{ bankReference: "1" }, "VALIDATION"],
  ])("is refused as %o with %s, and nothing is written", async (change, code) => {
    const [before, rows] = [await standing(), await countRows(world, "unidentified_receipts")];
    expect(JSON.stringify(await cashier.send(ENTER, { input: line(change) }))).toContain(code);
    expect([await standing(), await countRows(world, "unidentified_receipts")]).toEqual([before, rows]);
  });

  it("is nobody else's business", async () => {
    const receipt = await entered();
    const clerk = await aStaff(world, ["orders.read"]);
    for (const actor of [clerk, world.stranger("admin")]) {
      const refused = [
        await actor.send(ENTER, { input: line() }),
        await actor.send(KEEP, { input: seen(receipt) }),
        await actor.send(LIST, { state: "OPEN" }),
      ].map((answer) => JSON.stringify(answer));
      for (const answer of refused) expect(answer).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    }
    const reader = await aStaff(world, ["payments.read"]);
    const { edges } = found((await reader.ask(LIST, { state: "OPEN" }))["unidentifiedReceipts"]) as unknown as {
      edges: { node: { id: string; availableActions: string[] } }[];
    };
    expect(edges.find(({ node }) => node.id === receipt.id)?.node.availableActions).toEqual([]);
  });
});
