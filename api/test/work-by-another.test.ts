import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Actor } from "./kit/actor.js";
import { aContest, type Contest } from "./kit/contest.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { bringTo, DISPATCH_TICKET, decline, ticketNow } from "./kit/makers-fulfilment.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const CHARGE = `mutation($input: ChargeSupplierInput!) { chargeSupplier(input: $input) { userErrors { code field } } }`;
const REASONS = "query($id: ID!) { staffTicket(id: $id) { state candidates { eligible reasons supplier { id } } } }";
const BY_SUPPLIER = { responsibility: { platform: 0, supplier: 10_000, customer: 0 } };

let world: World;
let staff: Actor;
beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

/** What stands open with each of the suppliers of a contest on an account, in fen; above zero it is owed to them. */
async function openWith({ suppliers, order }: Contest, account: string): Promise<number[]> {
  const rows = await world.server.platform.database.read.query<{ supplierId: string; balance: number }>(
    "SELECT supplierId, balance FROM supplier_items WHERE orderId = ? AND account = ?",
    [order.orderId, account],
  );
  return suppliers.map(({ supplierId }) => Number(rows.find((row) => row.supplierId === supplierId)?.balance ?? 0));
}

/** The supplier that the order names declines, and the next one does the work. */
async function doneByAnother(): Promise<Contest> {
  const contest = await aContest(world, staff, 2);
  await world.settle();
  await decline(world, contest.as(0));
  await world.settle();
  await bringTo(world, contest.as(1), "ACCEPTED");
  return contest;
}

describe("work that another supplier did than the order names", () => {
  it("is owed to who did it, and so is what it bears of a refund", async () => {
    const contest = await doneByAnother();
    expect(await openWith(contest, "2202")).toEqual([0, 6_100]);
    await approved(await aStaff(world), await proposed(staff, contest.order, 3_000, BY_SUPPLIER));
    expect(await openWith(contest, "1221.S")).toEqual([0, -3_000]);
    expect((await auditLedger(world.server.platform)).differences).toEqual([]);
  });

  it("is charged to who did it, and to nobody else", async () => {
    const contest = await doneByAnother();
    const componentId = contest.order.components[0]?.id;
    const about = { orderId: contest.order.orderId, componentId, amount: "500", reason: "迟到两小时" };
    const charge = (index: number) => ({
      ...about,
      supplierId: contest.suppliers[index]?.supplierId,
      idempotencyKey: newId(),
    });
    expect(await staff.refusal(CHARGE, charge(0))).toBe("NOT_FOUND");
    await staff.do(CHARGE, charge(1));
    expect(await openWith(contest, "1221.S")).toEqual([0, -500]);
  });
});

describe("work that a supplier sells itself", () => {
  it("is offered to nobody else, neither by the platform nor by hand", async () => {
    const contest = await aContest(world, staff, 2, 0, { collectionMode: "CUSTODY" });
    await world.settle();
    await decline(world, contest.as(0));
    await world.settle();
    const { staffTicket } = await staff.ask(REASONS, { id: contest.ticketId });
    expect(staffTicket).toMatchObject({ state: "NEEDS_HUMAN" });
    expect(staffTicket?.["candidates"]).toContainEqual({
      eligible: false,
      reasons: ["SOLD_BY_ANOTHER"],
      supplier: { id: contest.suppliers[1]?.supplierId },
    });
    const { version } = await ticketNow(world, contest.as(1));
    const byHand = { ticketId: contest.ticketId, supplierId: contest.suppliers[1]?.supplierId, version };
    expect(await staff.refusal(DISPATCH_TICKET, { ...byHand, idempotencyKey: newId() })).toBe("SUPPLIER_NOT_ELIGIBLE");
    await staff.do(DISPATCH_TICKET, {
      ...byHand,
      supplierId: contest.suppliers[0]?.supplierId,
      idempotencyKey: newId(),
    });
    expect(await contest.offeredTo()).toBe(contest.suppliers[0]?.supplierId);
  });
});
