import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { supplierById } from "../src/suppliers/supplier.store.js";
import type { Actor } from "./kit/actor.js";
import { anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import { aTicket } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const PAUSE =
  "mutation($input: PauseSupplierInput!) { pauseSupplier(input: $input) { supplier { state version pauseFrom pauseTo pauseNote availableActions } userErrors { code field } } }";
const UNPAUSE =
  "mutation($input: UnpauseSupplierInput!) { unpauseSupplier(input: $input) { supplier { state version pauseFrom availableActions } userErrors { code } } }";
const TERMINATE =
  "mutation($input: TerminateSupplierInput!) { terminateSupplier(input: $input) { supplier { state reason availableActions services { id } } userErrors { code data } } }";
const SUSPEND =
  "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { supplier { version } userErrors { code } } }";
const RESUME =
  "mutation($input: ResumeSupplierInput!) { resumeSupplier(input: $input) { supplier { state } userErrors { code } } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

async function aShop(): Promise<MadeSupplier & { slug: string }> {
  const itemId = await anItem(world);
  const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
  return { ...(await aSupplier(world, { services: [{ itemId }] })), slug };
}

const inDays = (days: number): string => new Date(world.clock.now() + days * DAY).toISOString();
const rowOf = async (supplierId: string) => found(await supplierById(world.server.platform.database.read, supplierId));

async function supplierCount(slug: string): Promise<unknown> {
  return (await world.stranger().ask(`{ product(slug: "${slug}") { supplierCount } }`))["product"]?.["supplierCount"];
}

describe("a planned pause", () => {
  it("begins and ends by itself", async () => {
    const { owner, supplierId, slug } = await aShop();
    const planned = await owner.do(PAUSE, { version: 1, from: inDays(2), to: inDays(5), note: "外出培训" });
    expect(planned["supplier"]).toMatchObject({
      state: "ACTIVE",
      pauseNote: "外出培训",
      availableActions: ["PAUSE", "UNPAUSE"],
    });
    expect(await supplierCount(slug)).toBe(1);
    world.clock.advance(2 * DAY);
    const offers = `{ product(slug: "${slug}") { components { offers { id } } } }`;
    expect(JSON.stringify(await world.stranger().ask(offers))).toContain('"offers":[]'); // before any timer
    await world.settle();
    expect(await rowOf(supplierId)).toMatchObject({ state: "PAUSED" });
    expect(await supplierCount(slug)).toBe(0);
    world.clock.advance(3 * DAY);
    await world.settle();
    expect(await rowOf(supplierId)).toMatchObject({ state: "ACTIVE", pauseFrom: null, pauseTo: null });
    expect(await supplierCount(slug)).toBe(1);
  });

  it("is dropped, and planned anew; only the last plan counts", async () => {
    const { owner, supplierId } = await aShop();
    await owner.do(PAUSE, { version: 1, from: inDays(1) });
    const dropped = await owner.do(UNPAUSE, { version: 2 });
    expect(dropped["supplier"]).toMatchObject({ state: "ACTIVE", pauseFrom: null, availableActions: ["PAUSE"] });
    expect(await owner.refusal(UNPAUSE, { version: 3 })).toBe("INVALID_STATE");
    await owner.do(PAUSE, { version: 3, from: inDays(1), to: inDays(2) });
    await owner.do(PAUSE, { version: 4, from: inDays(3), to: inDays(4) });
    world.clock.advance(1.5 * DAY);
    await world.settle();
    expect((await rowOf(supplierId)).state).toBe("ACTIVE");
    world.clock.advance(2 * DAY);
    await world.settle();
    expect((await rowOf(supplierId)).state).toBe("PAUSED");
  });

  it("leaves a suspended supplier as it is", async () => {
    const { owner, supplierId } = await aShop();
    await owner.do(PAUSE, { version: 1, from: inDays(1), to: inDays(2) });
    await staff.do(SUSPEND, { supplierId, version: 2, reason: "资质过期" });
    world.clock.advance(3 * DAY);
    await world.settle();
    expect(await rowOf(supplierId)).toMatchObject({ state: "SUSPENDED", pauseFrom: null });
  });

  it("is gone with a suspension: resumed, the supplier takes orders again", async () => {
    const { owner, supplierId, slug } = await aShop();
    await owner.do(PAUSE, { version: 1, note: "休整" });
    const paused = await rowOf(supplierId);
    await staff.do(SUSPEND, { supplierId, version: paused.version, reason: "资质过期" });
    expect(await rowOf(supplierId)).toMatchObject({ state: "SUSPENDED", pauseFrom: null, pauseTo: null });
    await staff.do(RESUME, { supplierId, version: (await rowOf(supplierId)).version, reason: "资质已更新" });
    expect(await rowOf(supplierId)).toMatchObject({ state: "ACTIVE" });
    expect(await supplierCount(slug)).toBe(1);
  });

  it("is refused with days that make no sense", async () => {
    const { owner } = await aShop();
    expect(await owner.refusal(PAUSE, { version: 1, from: inDays(2), to: inDays(1) })).toBe("VALIDATION");
    expect(await owner.refusal(PAUSE, { version: 1, from: inDays(400) })).toBe("VALIDATION");
    expect(await owner.refusal(PAUSE, { version: 9, from: inDays(2) })).toBe("STALE_VERSION");
  });
});

describe("the end of a cooperation", () => {
  it("retires what the supplier does, for good", async () => {
    const { owner, supplierId, slug } = await aShop();
    const input = { supplierId, version: 1, reason: "合同到期" };
    expect(await staff.refusal(TERMINATE, { ...input, reason: "" })).toBe("REASON_REQUIRED");
    expect(await staff.refusal(TERMINATE, { ...input, version: 2 })).toBe("STALE_VERSION");
    const ended = await staff.do(TERMINATE, input);
    expect(ended["supplier"]).toEqual({ state: "TERMINATED", reason: "合同到期", availableActions: [], services: [] });
    expect(await supplierCount(slug)).toBe(0);
    expect(await staff.refusal(TERMINATE, { ...input, version: 2 })).toBe("INVALID_STATE");
    expect(await owner.refusal(PAUSE, { version: 2 })).toBe("INVALID_STATE");
    expect((await owner.ask("{ me { supplier { state reason } } }"))["me"]?.["supplier"]).toEqual({
      state: "TERMINATED",
      reason: "合同到期",
    });
  });

  it("is refused with open work, then with money owed, saying how much, and nothing is changed", async () => {
    const { supplier } = await aTicket(world, { state: "ASSIGNED", staff });
    const { supplierId } = supplier;
    const { version } = await rowOf(supplierId);
    const input = { input: { supplierId, version, reason: "不再合作" } };
    const open = (await staff.ask(TERMINATE, input))["terminateSupplier"];
    expect(open?.["userErrors"]).toEqual([
      { code: "SUPPLIER_HAS_OPEN", data: JSON.stringify({ tickets: 1, owed: 0, reservations: 0 }) },
    ]);
    expect((await rowOf(supplierId)).state).toBe("ACTIVE");
    const done = await aTicket(world, { state: "ACCEPTED", staff });
    const row = await rowOf(done.supplier.supplierId);
    const owed = (
      await staff.ask(TERMINATE, { input: { supplierId: row.id, version: row.version, reason: "不再合作" } })
    )["terminateSupplier"];
    expect(owed?.["userErrors"]).toEqual([
      { code: "SUPPLIER_HAS_OPEN", data: JSON.stringify({ tickets: 0, owed: 7_000, reservations: 0 }) },
    ]);
  });

  it("passes an unanswered offer on instead of counting it as open", async () => {
    const { supplier } = await aTicket(world, { state: "OFFERED", staff });
    const { version } = await rowOf(supplier.supplierId);
    const input = { supplierId: supplier.supplierId, version, reason: "不再合作" };
    expect((await staff.do(TERMINATE, input))["supplier"]).toMatchObject({ state: "TERMINATED" });
  });

  it("is staff's alone, with suppliers.manage", async () => {
    const { owner, supplierId } = await aShop();
    const input = { input: { supplierId, version: 1, reason: "再见" } };
    expect(await owner.error(TERMINATE, input)).toBe("FORBIDDEN");
    expect(await (await aStaff(world, ["suppliers.review"])).error(TERMINATE, input)).toBe("FORBIDDEN");
  });
});
