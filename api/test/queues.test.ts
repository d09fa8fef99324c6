import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { CONFIRM, confirmation, withSlip } from "./kit/cash-desk.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aPlacedOrder, aSellableProduct } from "./kit/makers-orders.js";
import { asked, payByChannel, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const ASK = `{ staffQueues { paymentsToConfirm unidentifiedReceipts mismatchedPayments ordersToAudit amendmentsToAudit
  refundsToAnswer refundsToApprove refundsToMend } }`;
const NONE = {
  ...{ paymentsToConfirm: 0, unidentifiedReceipts: 0, mismatchedPayments: 0, ordersToAudit: 0 },
  ...{ amendmentsToAudit: 0, refundsToAnswer: 0, refundsToApprove: 0, refundsToMend: 0 },
};
const ENTER = "mutation($input: EnterUnidentifiedInput!) { enterUnidentified(input: $input) { userErrors { code } } }";

let world: World;
let product: Awaited<ReturnType<typeof aSellableProduct>>;
let chief: Actor;

beforeAll(async () => {
  world = await openWorld();
  product = await aSellableProduct(world);
  chief = await aStaff(world);
});
afterAll(() => world.close());

const waiting = async (actor: Actor) => (await actor.ask(ASK))["staffQueues"];

describe("money that waits for a person", () => {
  it("is counted by what has to be done with it, and told to nobody without the right", async () => {
    expect(await waiting(chief)).toEqual(NONE);
    const slip = await withSlip(await aPlacedOrder(world, { product }));
    const line = { amount: "100", receivedOn: "2026-11-20", payer: "某某公司", idempotencyKey: newId() };
    await chief.do(ENTER, { ...line, bankReference: "ICBC 0001" });
    const paid = await aPlacedOrder(world, { product });
    await payByChannel(world, paid);
    await asked(paid, 100);
    const other = await aPlacedOrder(world, { product });
    await payByChannel(world, other);
    await proposed(chief, other, 100);
    expect(await waiting(chief)).toMatchObject({
      ...{ paymentsToConfirm: 1, unidentifiedReceipts: 1, refundsToAnswer: 1 },
    });
    expect(await waiting(await aStaff(world, ["catalogue.manage"]))).toEqual(NONE);
    await chief.do(CONFIRM, confirmation(slip));
    expect(await waiting(chief)).toMatchObject({ paymentsToConfirm: 0 });
  });
});

describe("what waits for an auditor", () => {
  it("is counted for who may audit", async () => {
    const limit = (from: number, to: number) =>
      world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "orders.audit-limit", String(from), String(to)));
    await limit(5_000_000, 100);
    await aPlacedOrder(world, { product });
    await limit(100, 5_000_000);
    const auditor = await aStaff(world, ["orders.read", "orders.audit"]);
    expect(await waiting(auditor)).toEqual({ ...NONE, ordersToAudit: 1 });
    expect(await waiting(await aStaff(world, ["orders.read"]))).toEqual(NONE);
  });
});
