import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { orderStream } from "../src/orders/facts.js";
import { instalmentsOf } from "../src/payments/instalment.store.js";
import { FactRow } from "../src/platform/platform.table.js";
import type { Actor } from "./kit/actor.js";
import { CONFIRM, confirmation, type SeenPayment, SLIP, START } from "./kit/cash-desk.js";
import { aCustomer, aStaff, planPart } from "./kit/makers-catalogue.js";
import { approveReport, aStagedOrder, bringTo, post } from "./kit/makers-fulfilment.js";
import { aPicture, aPlacedOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const gate = planPart("首付", 20, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true });

const planOf = (order: MadeOrder) => instalmentsOf(world.server.platform.database.read, [order.orderId]);
const lastOf = async (order: MadeOrder) => found((await planOf(order)).at(-1));
async function toldOf(order: MadeOrder, kind: string): Promise<number> {
  const facts = await world.server.platform.database.read.rows(FactRow, "WHERE t.stream = ? ORDER BY t.seq", [
    orderStream(order.orderId),
  ]);
  return facts.filter((fact) => fact.kind === kind).length;
}
async function pass(days: number): Promise<void> {
  world.clock.advance(days * DAY);
  await world.server.courier.drain();
}

describe("reminders of a part that is due on a day", () => {
  const dated = planPart("月付", 80, { trigger: "ON_DATE", afterDays: 10 });

  it("come three days before, one and seven days after, and no more", async () => {
    const { order } = await aStagedOrder(world, [1], { plan: [gate, dated] });
    const heard: number[] = [];
    for (let day = 1; day <= 25; day += 1) {
      await pass(1);
      heard.push(await toldOf(order, "InstalmentReminded"));
    }
    const days = heard.flatMap((count, index) => (count > (heard[index - 1] ?? 0) ? [index + 1] : []));
    expect(days).toEqual([7, 11, 17]);
    expect([await toldOf(order, "InstalmentDue"), await toldOf(order, "InstalmentOverdue")]).toEqual([1, 1]);
  });

  it("end with the payment, also with an early one", async () => {
    const { order } = await aStagedOrder(world, [1], { plan: [gate, dated] });
    await payByTransfer(world, order, ({ name }) => name === "月付");
    await pass(25);
    expect([await toldOf(order, "InstalmentReminded"), await toldOf(order, "InstalmentDue")]).toEqual([0, 0]);
  });
});

/** Pays this much of the last instalment by a transfer that the cashier confirms with what came. */
async function payEarly(order: MadeOrder, amount: number): Promise<void> {
  const { id: instalmentId } = await lastOf(order);
  const begun = { instalmentId, tender: "BANK_TRANSFER", idempotencyKey: newId() };
  const payment = (await order.customer.do(START, begun))["payment"] as unknown as SeenPayment;
  const { body } = await order.customer.upload("SLIP", await aPicture());
  const slip = await order.customer.do(SLIP, { paymentId: payment.id, fileId: body["id"], version: payment.version });
  const shown = slip["payment"] as unknown as SeenPayment;
  // Days pass here, and sessions end: a cashier of today.
  const cashier = await aStaff(world, ["payments.read", "payments.confirm"]);
  await cashier.do(CONFIRM, confirmation(shown, { receivedAmount: String(amount) }));
}

describe("who pays early", () => {
  const node = planPart("节点款", 80, { trigger: "ON_MILESTONE", milestone: "BEGUN" });

  it("a part of it is asked for the rest alone, when its trigger fires, and once", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 1], { plan: [gate, node] });
    const total = (await lastOf(order)).amount;
    await payEarly(order, 6_000);
    expect(await lastOf(order)).toMatchObject({ state: "PLANNED", paid: 6_000 });
    expect(await toldOf(order, "InstalmentDue")).toBe(0);
    for (const made of tickets) {
      await bringTo(world, made, "IN_PROGRESS");
      await approveReport(made, await post(made, "BEGUN"));
    }
    expect(await lastOf(order)).toMatchObject({ state: "DUE", paid: 6_000 });
    expect(await toldOf(order, "InstalmentDue")).toBe(1);
    await payEarly(order, total - 6_000);
    expect(await lastOf(order)).toMatchObject({ state: "PAID", paid: total });
  });

  it("all of it is never asked for it, whatever fires", async () => {
    const { order, tickets } = await aStagedOrder(world, [1], { plan: [gate, node] });
    await payEarly(order, (await lastOf(order)).amount);
    const made = found(tickets[0]);
    await bringTo(world, made, "IN_PROGRESS");
    await approveReport(made, await post(made, "BEGUN"));
    expect((await lastOf(order)).state).toBe("PAID");
    expect(await toldOf(order, "InstalmentDue")).toBe(0);
  });

  it("more than all of it has the rest as credit", async () => {
    const { order } = await aStagedOrder(world, [1], { plan: [gate, node] });
    const { amount } = await lastOf(order);
    await payEarly(order, amount + 500);
    expect(await lastOf(order)).toMatchObject({ state: "PAID", paid: amount });
    expect(await toldOf(order, "CustomerCredited")).toBe(1);
  });

  it("is refused what is paid, what is another's, and an order that ended", async () => {
    const { order } = await aStagedOrder(world, [1], { plan: [gate, node] });
    const start = async (by: Actor, instalmentId: string) =>
      by.refusal(START, { instalmentId, tender: "BANK_TRANSFER", idempotencyKey: newId() });
    expect(await start(order.customer, found((await planOf(order))[0]).id)).toBe("NOTHING_DUE");
    expect(await start(await aCustomer(world), (await lastOf(order)).id)).toBe("NOT_FOUND");
    const unpaid = await aPlacedOrder(world);
    await pass(4);
    expect(await start(unpaid.customer, (await lastOf(unpaid)).id)).toBe("NOTHING_DUE");
  });
});
