import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { booked } from "./kit/cash-desk.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aTicket, type MadeTicket } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const ERRORS = "userErrors { code }";
const COLLECTED = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) { paymentId ${ERRORS} } }`;
const CONFIRM_IT = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) { payment { state } ${ERRORS} } }`;
const DROP = `mutation($input: DropCollectedInput!) { dropCollected(input: $input) { payment { state } ${ERRORS} } }`;
const WAITING =
  "{ deniedCollections(unanswered: true, first: 100) { nodes { id } } staffQueues { deniedCollections } }";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Work that goes on, whose supplier says that it took what is due of its order. */
async function aCollection(): Promise<{ readonly made: MadeTicket; readonly paymentId: string }> {
  const made = await aTicket(world, { state: "ACCEPTED" });
  const taken = { ticketId: made.ticketId, amount: "7000", idempotencyKey: newId() };
  const { paymentId } = await made.supplier.owner.do(COLLECTED, taken);
  return { made, paymentId: paymentId as unknown as string };
}
/** A cashier of today: sessions of staff are short. */
const aCashier = (): Promise<Actor> => aStaff(world, ["payments.read", "payments.confirm"]);
async function pass(days: number): Promise<void> {
  world.clock.advance(days * DAY);
  await world.settle();
}
async function timesAsked({ customer }: MadeTicket): Promise<number> {
  const { notices } = await customer.ask("{ notices(first: 50) { nodes { kind } } }");
  const kinds = (notices?.["nodes"] as unknown as { kind: string }[]).map(({ kind }) => kind);
  return kinds.filter((kind) => kind === "COLLECTION_TO_CONFIRM").length;
}
async function waits(id: string): Promise<boolean> {
  const { deniedCollections, staffQueues } = await (await aCashier()).ask(WAITING);
  const there = (deniedCollections?.["nodes"] as unknown as Data[]).some((row) => String(row["id"]) === id);
  expect(Number(staffQueues?.["deniedCollections"]) > 0).toBe(there);
  return there;
}

describe("money a supplier took, about which its customer says nothing", () => {
  it("is asked for again, and after a week staff look into it; a late word still counts", async () => {
    const { made, paymentId } = await aCollection();
    await world.settle();
    expect([await timesAsked(made), await waits(paymentId)]).toEqual([1, false]);
    await pass(3);
    expect([await timesAsked(made), await waits(paymentId)]).toEqual([2, false]);
    await pass(4);
    expect([await timesAsked(made), await waits(paymentId)]).toEqual([2, true]);
    const hasIt = { paymentId, version: 3, idempotencyKey: newId() };
    await made.customer.do(CONFIRM_IT, hasIt);
    expect([await booked(world, made.order, "1221.S"), await waits(paymentId)]).toEqual([7_000, false]);
  });

  it("is dropped by staff, who can do so only after that week", async () => {
    const { made, paymentId } = await aCollection();
    await pass(3);
    const drop = { paymentId, version: 2, reason: "服务商误记" };
    expect(await (await aCashier()).refusal(DROP, drop)).toBe("INVALID_STATE");
    await pass(4);
    await (await aCashier()).do(DROP, { ...drop, version: 3 });
    const late = { paymentId, version: 4, idempotencyKey: newId() };
    expect(await made.customer.refusal(CONFIRM_IT, late)).toBe("INVALID_STATE");
    expect([await booked(world, made.order, "1221.S"), await waits(paymentId)]).toEqual([0, false]);
  });

  it("asks no more once it is answered", async () => {
    const { made, paymentId } = await aCollection();
    await made.customer.do(CONFIRM_IT, { paymentId, version: 2, idempotencyKey: newId() });
    await pass(3);
    expect(await timesAsked(made)).toBe(1);
    await pass(4);
    expect(await waits(paymentId)).toBe(false);
  });
});
