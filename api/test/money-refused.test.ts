import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor } from "./kit/actor.js";
import { CONFIRM, confirmation, gateOf, SLIP, start, withSlip } from "./kit/cash-desk.js";
import { countRows } from "./kit/counter.js";
import { aCustomer, aStaff } from "./kit/makers-catalogue.js";
import { aPicture, aPlacedOrder, aSellableProduct, type MadeOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code }";
const BY_CREDIT = `mutation($input: PayByCreditInput!) { payByCredit(input: $input) { ${ERRORS} } }`;
const COMBINE = `mutation($input: CombinePaymentInput!) { combinePayment(input: $input) { ${ERRORS} } }`;
const REJECT = `mutation($input: RejectBankPaymentInput!) { rejectBankPayment(input: $input) { ${ERRORS} } }`;

/** What no money can be: nothing, less than nothing, a fraction of a fen, beyond 10^12. */
const NO_MONEY = [
  ["0", "VALIDATION"],
  ["-1", "VALIDATION"],
  ["1.5", "BAD_USER_INPUT"],
  ["1000000000001", "BAD_USER_INPUT"],
] as const;

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;
let colleague: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
  colleague = await aStaff(world, ["payments.read", "payments.confirm"]);
});
afterAll(() => world.close());

/** Everything about payments and the books, in numbers of rows and in what each payment says. */
async function written(): Promise<unknown> {
  const tables = ["ledger_transactions", "postings", "payments", "payment_groups", "instalments", "tickets"];
  const { read } = world.server.platform.database;
  return {
    rows: await Promise.all(tables.map((table) => countRows(world, table))),
    payments: await read.query("SELECT id, state, version, received, slipFileId FROM payments ORDER BY id"),
    instalments: await read.query("SELECT id, state, version FROM instalments ORDER BY id"),
  };
}

/** Sends it and expects this refusal and that nothing at all was written. */
async function refused(actor: Actor, document: string, input: unknown, code: string): Promise<void> {
  const before = await written();
  const answer = await actor.send(document, { input });
  expect(JSON.stringify(answer)).toContain(`"code":"${code}"`);
  expect(await written()).toEqual(before);
}

/** An unpaid order (60.00 due) of a customer who has 40.00 of credit. */
async function withCredit(): Promise<MadeOrder> {
  const customer = await aCustomer(world);
  const slip = await withSlip(await aPlacedOrder(world, { product, customer }));
  await cashier.do(CONFIRM, confirmation(slip, { receivedAmount: "10000" }));
  return aPlacedOrder(world, { product, customer });
}

describe.each(NO_MONEY)("%s fen", (amount, code) => {
  it(`is no transfer on the statement: ${code}`, async () => {
    const slip = await withSlip(await aPlacedOrder(world, { product }));
    await refused(cashier, CONFIRM, confirmation(slip, { receivedAmount: amount }), code);
  });

  it(`is no credit to pay with: ${code}`, async () => {
    const order = await withCredit();
    await refused(order.customer, BY_CREDIT, { instalmentId: gateOf(order), amount, idempotencyKey: newId() }, code);
  });

  it(`is no part of a combined payment: ${code}`, async () => {
    const order = await withCredit();
    const parts = [
      { tender: "CREDIT", amount },
      { tender: "TEST_CHANNEL", amount: "1000" },
    ];
    await refused(order.customer, COMBINE, { instalmentId: gateOf(order), parts, idempotencyKey: newId() }, code);
  });
});

describe("a cashier who decides twice", () => {
  it("is answered the same by the same key, and nothing more is written", async () => {
    const input = confirmation(await withSlip(await aPlacedOrder(world, { product })));
    const first = await cashier.do(CONFIRM, input);
    const before = await written();
    expect(await cashier.do(CONFIRM, input)).toEqual(first);
    expect(await written()).toEqual(before);
  });

  it("is refused with a new key, with the version seen before and with the version of now, like a colleague", async () => {
    const slip = await withSlip(await aPlacedOrder(world, { product }));
    const done = (await cashier.do(CONFIRM, confirmation(slip)))["payment"] as unknown as { version: number };
    for (const who of [cashier, colleague]) {
      await refused(who, CONFIRM, confirmation(slip), "STALE_VERSION");
      await refused(who, CONFIRM, confirmation(slip, { version: done.version }), "INVALID_STATE");
      const reject = { paymentId: slip.id, version: done.version, reason: "查无此款" };
      await refused(who, REJECT, reject, "INVALID_STATE");
    }
  });

  it("is refused when the key is reused with another body", async () => {
    const input = confirmation(await withSlip(await aPlacedOrder(world, { product })), { receivedAmount: "1000" });
    await cashier.do(CONFIRM, input);
    await refused(cashier, CONFIRM, { ...input, receivedAmount: "1001" }, "IDEMPOTENCY_KEY_REUSED");
    const other = await withSlip(await aPlacedOrder(world, { product }));
    const moved = { ...input, paymentId: other.id, version: other.version };
    await refused(cashier, CONFIRM, moved, "IDEMPOTENCY_KEY_REUSED");
  });
});

describe("two cashiers on one slip", () => {
  it("book it once: the slower one is refused, and one receipt is in the books", async () => {
    const order = await aPlacedOrder(world, { product });
    const slip = await withSlip(order);
    const before = await countRows(world, "ledger_transactions");
    const both = await Promise.all(
      [cashier, colleague].map((each) => each.send(CONFIRM, { input: confirmation(slip) })),
    );
    const answers = both.map((answer) => JSON.stringify(answer));
    expect(answers.filter((answer) => answer.includes('"code":"STALE_VERSION"'))).toHaveLength(1);
    expect(await countRows(world, "ledger_transactions")).toBe(before + 1);
  });

  it("book one transfer for one payment when each finds it for another", async () => {
    const slips = [
      await withSlip(await aPlacedOrder(world, { product })),
      await withSlip(await aPlacedOrder(world, { product })),
    ];
    const bankReference = `B-${newId()}`;
    const before = await countRows(world, "ledger_transactions");
    const both = await Promise.all(
      [cashier, colleague].map((each, index) =>
        each.send(CONFIRM, { input: confirmation(found(slips[index]), { bankReference }) }),
      ),
    );
    expect(both.filter((answer) => JSON.stringify(answer).includes('"state":"CONFIRMED"'))).toHaveLength(1);
    expect(await countRows(world, "ledger_transactions")).toBe(before + 1);
  });
});

describe("a slip", () => {
  it("of another customer, for another's payment or of another way to pay is refused", async () => {
    const [order, other] = [await aPlacedOrder(world, { product }), await aPlacedOrder(world, { product })];
    const [mine, theirs] = [await start(order, "BANK_TRANSFER"), await start(other, "BANK_TRANSFER")];
    const upload = async ({ customer }: MadeOrder) => (await customer.upload("SLIP", await aPicture())).body["id"];
    const own = await upload(order);
    const slipOf = (payment: { id: string; version: number }, fileId: unknown) => ({
      paymentId: payment.id,
      fileId,
      version: payment.version,
    });
    await refused(order.customer, SLIP, slipOf(mine, await upload(other)), "NOT_FOUND");
    await refused(order.customer, SLIP, slipOf(theirs, own), "NOT_FOUND");
    await refused(order.customer, SLIP, slipOf(await start(order, "TEST_CHANNEL"), own), "INVALID_STATE");
  });

  it("is confirmed for no order but its own: a payment without a slip stays unbooked", async () => {
    const order = await aPlacedOrder(world, { product });
    const bare = await start(order, "BANK_TRANSFER");
    await refused(cashier, CONFIRM, confirmation(bare), "SLIP_MISSING");
  });
});
