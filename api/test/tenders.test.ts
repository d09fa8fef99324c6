import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked, CONFIRM, confirmation, gateOf, readOrder, ticketsOf, withSlip } from "./kit/cash-desk.js";
import { countRows } from "./kit/counter.js";
import { aCustomer, aMember, aStaff } from "./kit/makers-catalogue.js";
import { aTicket, type MadeTicket } from "./kit/makers-fulfilment.js";
import { aPlacedOrder, aSellableProduct, type CustomerActor, type MadeOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code field data }";
const CASH = `mutation($input: RecordCashInput!) { recordCash(input: $input) { payment { id state tender } ${ERRORS} } }`;
const BY_CREDIT = `mutation($input: PayByCreditInput!) { payByCredit(input: $input) { payment { id state } ${ERRORS} } }`;
const COLLECTED = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) { paymentId ${ERRORS} } }`;
const CONFIRM_IT = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) { payment { state } ${ERRORS} } }`;
const DENY_IT = `mutation($input: DenyCollectedInput!) { denyCollected(input: $input) { payment { state version } ${ERRORS} } }`;
const DROP = `mutation($input: DropCollectedInput!) { dropCollected(input: $input) { payment { state } ${ERRORS} } }`;
const DENIED = "{ deniedCollections(first: 100) { nodes { id } } staffQueues { deniedCollections } }";
const WITHDRAW = `mutation($input: WithdrawCollectedInput!) { withdrawCollected(input: $input) { ${ERRORS} } }`;

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let cashier: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
});
afterAll(() => world.close());

const codesOf = (payload: Data): string[] =>
  (payload["userErrors"] as unknown as { code: string }[]).map(({ code }) => code);
const cash = (order: MadeOrder, change: Record<string, unknown> = {}) => ({
  instalmentId: gateOf(order),
  amount: "6000",
  receiptNo: `SJ${newId().replaceAll(/[^A-Za-z0-9]/g, "")}`,
  idempotencyKey: newId(),
  ...change,
});
const payload = async (actor: Actor, document: string, input: unknown): Promise<Data> =>
  found(Object.values(await actor.ask(document, { input }))[0]) as Data;

describe("cash at the counter", () => {
  it("pays the instalment, opens the work and stands in the till", async () => {
    const order = await aPlacedOrder(world, { product });
    const done = await cashier.do(CASH, cash(order));
    expect(done["payment"]).toMatchObject({ state: "SUCCEEDED", tender: "CASH" });
    expect([await booked(world, order, "1001"), await ticketsOf(world, order)]).toEqual([6_000, 2]);
    expect(await readOrder(order)).toMatchObject({ state: "IN_DELIVERY", paid: "6000" });
  });

  it("pays a part when it is less, and what is more is the customer's credit", async () => {
    const order = await aPlacedOrder(world, { product });
    await cashier.do(CASH, cash(order, { amount: "1000" }));
    expect(await readOrder(order)).toMatchObject({ state: "CONFIRMED", paid: "1000", due: "5000" });
    await cashier.do(CASH, cash(order, { amount: "5500" }));
    expect(await readOrder(order)).toMatchObject({ paid: "6000" });
    expect(await booked(world, order, "2241.C")).toBe(-500);
  });

  it("counts a receipt once, also for two cashiers at once and for another order", async () => {
    const [order, other] = [await aPlacedOrder(world, { product }), await aPlacedOrder(world, { product })];
    const colleague = await aStaff(world, ["payments.confirm"]);
    const input = cash(order);
    const both = await Promise.all([
      payload(cashier, CASH, input),
      payload(colleague, CASH, { ...input, idempotencyKey: newId() }),
    ]);
    expect(both.flatMap(codesOf)).toEqual(["VALIDATION"]);
    expect(codesOf(await payload(cashier, CASH, cash(other, { receiptNo: input.receiptNo })))).toEqual(["VALIDATION"]);
    expect(await booked(world, order, "1001")).toBe(6_000);
    expect(await booked(world, other, "1001")).toBe(0);
  });

  it.each([
    ["0", "VALIDATION"],
    ["-1", "VALIDATION"],
    ["1000000000001", "BAD_USER_INPUT"],
    ["1.5", "BAD_USER_INPUT"],
  ])("is refused for %s fen with %s, and nothing is written", async (amount, code) => {
    const order = await aPlacedOrder(world, { product });
    const answer = await cashier.send(CASH, { input: cash(order, { amount }) });
    expect(JSON.stringify(answer)).toContain(code);
    expect(await countRows(world, "payments", "orderId = ?", order.orderId)).toBe(0);
  });

  it("answers a repeat the same and refuses its key with another amount", async () => {
    const order = await aPlacedOrder(world, { product });
    const input = cash(order, { amount: "100" });
    const [first, again] = [await payload(cashier, CASH, input), await payload(cashier, CASH, input)];
    expect(again["payment"]).toEqual(first["payment"]);
    expect(codesOf(await payload(cashier, CASH, { ...input, amount: "200" }))).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await booked(world, order, "1001")).toBe(100);
  });

  it("is recorded by cashiers alone", async () => {
    const order = await aPlacedOrder(world, { product });
    for (const somebody of [order.customer, await aStaff(world, ["orders.read", "payments.read"])]) {
      expect(await somebody.error(CASH, { input: cash(order) })).toBe("FORBIDDEN");
    }
  });
});

/** A customer who overpaid another order by ¥40. */
async function withCredit(): Promise<CustomerActor> {
  const customer = await aCustomer(world);
  const order = await aPlacedOrder(world, { product, customer });
  const payment = await withSlip(order);
  await cashier.do(CONFIRM, confirmation(payment, { receivedAmount: "10000" }));
  return customer;
}

describe("customer credit", () => {
  const credit = async (customer: Actor): Promise<unknown> => (await customer.ask("{ myCredit }"))["myCredit"];

  it("pays a part of another order, and what is left stays the customer's", async () => {
    const customer = await withCredit();
    expect(await credit(customer)).toBe("4000");
    const order = await aPlacedOrder(world, { product, customer });
    await customer.do(BY_CREDIT, { instalmentId: gateOf(order), amount: "2500", idempotencyKey: newId() });
    expect(await readOrder(order)).toMatchObject({ paid: "2500", due: "3500" });
    expect(await credit(customer)).toBe("1500");
    expect([await booked(world, order, "2241.C"), await booked(world, order, "2203")]).toEqual([2_500, -2_500]);
  });

  it("is not spent twice by two payments at once", async () => {
    const customer = await withCredit();
    const orders = [await aPlacedOrder(world, { product, customer }), await aPlacedOrder(world, { product, customer })];
    const answers = await Promise.all(
      orders.map((order) =>
        payload(customer, BY_CREDIT, { instalmentId: gateOf(order), amount: "3000", idempotencyKey: newId() }),
      ),
    );
    expect(answers.flatMap(codesOf)).toEqual(["CREDIT_TOO_LOW"]);
    expect(await credit(customer)).toBe("1000");
  });

  it("pays no more than is open, and nobody else's order", async () => {
    const customer = await withCredit();
    const order = await aPlacedOrder(world, { product, customer });
    const pay = (actor: Actor, amount: string) =>
      payload(actor, BY_CREDIT, { instalmentId: gateOf(order), amount, idempotencyKey: newId() });
    for (const amount of ["0", "6001"]) expect(codesOf(await pay(customer, amount))).toEqual(["VALIDATION"]);
    expect(codesOf(await pay(await withCredit(), "100"))).toEqual(["NOT_FOUND"]);
    expect(await credit(customer)).toBe("4000");
  });
});

describe("money a supplier takes at the customer's", () => {
  /** Work that goes on, of an order whose second instalment is due. */
  async function aTailTicket(): Promise<MadeTicket> {
    return aTicket(world, { state: "ACCEPTED" });
  }
  const record = async (made: MadeTicket, change: Record<string, unknown> = {}): Promise<Data> =>
    payload(made.supplier.owner, COLLECTED, {
      ticketId: made.ticketId,
      amount: "7000",
      idempotencyKey: newId(),
      ...change,
    });
  const idOf = (recorded: Data): string => recorded["paymentId"] as unknown as string;
  const answer = (paymentId: string, version: number, more: Record<string, unknown> = {}) => ({
    paymentId,
    version,
    ...more,
  });

  it("is booked as the supplier's debt once the customer says so, and not before", async () => {
    const made = await aTailTicket();
    const recorded = await record(made);
    expect(await booked(world, made.order, "1221.S")).toBe(0);
    const input = answer(idOf(recorded), 2, { idempotencyKey: newId() });
    const confirmed = await payload(made.customer, CONFIRM_IT, input);
    expect(confirmed["payment"]).toMatchObject({ state: "CONFIRMED" });
    expect(await payload(made.customer, CONFIRM_IT, input)).toEqual(confirmed);
    expect([await booked(world, made.order, "1221.S"), await booked(world, made.order, "1122")]).toEqual([7_000, 0]);
    expect(await readOrder(made.order)).toMatchObject({ moneyState: "PAID", due: "0" });
  });

  it("is nobody's debt when the customer denies it; they may think better of it", async () => {
    const made = await aTailTicket();
    const id = idOf(await record(made));
    expect(codesOf(await payload(made.customer, DENY_IT, answer(id, 2, { reason: "" })))).toEqual(["REASON_REQUIRED"]);
    const denied = await payload(made.customer, DENY_IT, answer(id, 2, { reason: "只给了三十" }));
    expect(denied["payment"]).toMatchObject({ state: "DENIED", version: 3 });
    expect(await booked(world, made.order, "1221.S")).toBe(0);
    await made.customer.do(CONFIRM_IT, answer(id, 3, { idempotencyKey: newId() }));
    expect(await booked(world, made.order, "1221.S")).toBe(7_000);
  });

  it("waits for staff while it is denied, who drop what did not come and nothing else", async () => {
    const made = await aTailTicket();
    const id = idOf(await record(made));
    const drop = (version: number, reason = "已与双方核实，未收款") => ({ paymentId: id, version, reason });
    expect(await cashier.refusal(DROP, drop(2))).toBe("INVALID_STATE");
    await made.customer.do(DENY_IT, answer(id, 2, { reason: "没有付过" }));
    const waiting = async () => {
      const { deniedCollections, staffQueues } = await cashier.ask(DENIED);
      const ids = (deniedCollections?.["nodes"] as unknown as { id: string }[]).map((row) => row.id);
      return [ids.includes(id), Number(staffQueues?.["deniedCollections"]) > 0];
    };
    expect(await waiting()).toEqual([true, true]);
    expect(await cashier.refusal(DROP, drop(3, ""))).toBe("REASON_REQUIRED");
    expect(await made.customer.error(DROP, { input: drop(3) })).toBe("FORBIDDEN");
    await cashier.do(DROP, drop(3));
    expect((await waiting())[0]).toBe(false);
    const late = await payload(made.customer, CONFIRM_IT, answer(id, 4, { idempotencyKey: newId() }));
    expect(codesOf(late)).toEqual(["INVALID_STATE"]);
    expect(await booked(world, made.order, "1221.S")).toBe(0);
  });

  it("is taken back by the supplier until the customer has confirmed it", async () => {
    const made = await aTailTicket();
    const id = idOf(await record(made));
    await made.supplier.owner.do(WITHDRAW, answer(id, 2));
    const late = await payload(made.customer, CONFIRM_IT, answer(id, 3, { idempotencyKey: newId() }));
    expect(codesOf(late)).toEqual(["INVALID_STATE"]);
    const second = idOf(await record(made));
    await made.customer.do(CONFIRM_IT, answer(second, 2, { idempotencyKey: newId() }));
    expect(codesOf(await payload(made.supplier.owner, WITHDRAW, answer(second, 3)))).toEqual(["INVALID_STATE"]);
  });

  it("is no more than the customer is asked for, and is for the supplier's own ticket", async () => {
    const made = await aTailTicket();
    for (const amount of ["0", "7001"]) expect(codesOf(await record(made, { amount }))).toEqual(["VALIDATION"]);
    const rival = await aTailTicket();
    expect(codesOf(await record(rival, { ticketId: made.ticketId }))).toEqual(["NOT_FOUND"]);
    const books = await aMember(world, made.supplier.supplierId, "FINANCE");
    const wish = { ticketId: made.ticketId, amount: "100", idempotencyKey: newId() };
    expect(await books.actor.error(COLLECTED, { input: wish })).toBe("FORBIDDEN");
  });

  it("is answered by the order's customer alone", async () => {
    const made = await aTailTicket();
    const id = idOf(await record(made));
    const stranger = await aCustomer(world);
    const input = answer(id, 2, { idempotencyKey: newId() });
    expect(codesOf(await payload(stranger, CONFIRM_IT, input))).toEqual(["NOT_FOUND"]);
    expect(codesOf(await payload(stranger, DENY_IT, answer(id, 2, { reason: "不是" })))).toEqual(["NOT_FOUND"]);
    const rival = await aTailTicket();
    expect(codesOf(await payload(rival.supplier.owner, WITHDRAW, answer(id, 2)))).toEqual(["NOT_FOUND"]);
  });

  it("pays once when it is confirmed and paid by transfer at the same moment; the rest is credit", async () => {
    const made = await aTailTicket();
    const id = idOf(await record(made));
    const open = found(found(await readOrder(made.order))["instalments"]) as unknown as { id: string; state: string }[];
    const due = found(open.find(({ state }) => state === "DUE"));
    await Promise.all([
      made.customer.do(CONFIRM_IT, answer(id, 2, { idempotencyKey: newId() })),
      cashier.do(CASH, cash(made.order, { instalmentId: due.id, amount: "7000" })),
    ]);
    expect(await readOrder(made.order)).toMatchObject({ moneyState: "OVERPAID", paid: "10000" });
    expect(await booked(world, made.order, "2241.C")).toBe(-7_000);
  });
});
