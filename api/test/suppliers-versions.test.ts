import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { writePolicy } from "../src/platform/policies.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { revisionsOf, serviceKey } from "../src/suppliers/revision.store.js";
import { serviceById } from "../src/suppliers/service.store.js";
import type { Actor, Data } from "./kit/actor.js";
import {
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  CHANGSHA,
  type MadeSupplier,
  ZHUZHOU,
} from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const SERVICE =
  "service { id state revision version salePrice effectiveFrom effectiveTo reason regions { code } brands changes { field before after } availableActions } userErrors { code field }";
const deed = (name: string): string =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${SERVICE} } }`;
const [PROPOSE, PROPOSE_FOR, WITHDRAW] = [deed("proposeService"), deed("proposeServiceFor"), deed("withdrawService")];
const [APPROVE, REJECT, RETIRE, PAUSE] = [
  deed("approveService"),
  deed("rejectService"),
  deed("retireService"),
  deed("pauseService"),
];

interface Service {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

let world: World;
let staff: Actor;
let key = 0;

beforeAll(async () => {
  world = await openWorld();
});
// A session ends while the clock runs.
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

const offer = (itemId: string, wish: Record<string, unknown> = {}) => ({
  itemId,
  level: 3,
  costPrice: "7000",
  salePrice: "12000",
  perDay: 10,
  idempotencyKey: `version-key-${(key += 1)}`,
  ...wish,
});
const inDays = (days: number): string => new Date(world.clock.now() + days * DAY).toISOString();

async function aShop(): Promise<MadeSupplier & { itemId: string; slug: string; serviceId: string }> {
  const itemId = await anItem(world);
  const { slug } = await aPublishedProduct(world, { components: [{ itemId }], regions: [CHANGSHA, ZHUZHOU] });
  const supplier = await aSupplier(world, { services: [{ itemId }], regions: [CHANGSHA, ZHUZHOU] });
  return { ...supplier, itemId, slug, serviceId: supplier.serviceIds.get(itemId) ?? "" };
}

async function propose(owner: Actor, itemId: string, wish: Record<string, unknown> = {}): Promise<Service> {
  return (await owner.do(PROPOSE, offer(itemId, wish)))["service"] as unknown as Service;
}

async function approve({ id, version }: Service, by = staff): Promise<Service> {
  return (await by.do(APPROVE, { serviceId: id, version }))["service"] as unknown as Service;
}

/** The states of all revisions, newest first, from the rows: sessions end while the clock runs. */
async function states(serviceId: string): Promise<string[]> {
  const { read } = world.server.platform.database;
  const { supplierId, itemId } = found(await serviceById(read, serviceId));
  return ((await revisionsOf(read, [{ supplierId, itemId }])).get(serviceKey({ supplierId, itemId })) ?? []).map(
    ({ state }) => state,
  );
}

async function shelf(slug: string): Promise<Data> {
  return (await world.stranger().ask(`{ product(slug: "${slug}") { priceFrom supplierCount regions { code } } }`))[
    "product"
  ] as Data;
}

describe("terms approved for a day to come", () => {
  it("wait for it, then replace what is in force and reach the shelf, all at once", async () => {
    const { owner, itemId, slug, serviceId } = await aShop();
    const approved = await approve(await propose(owner, itemId, { effectiveFrom: inDays(3), regions: [CHANGSHA] }));
    expect(approved.state).toBe("APPROVED");
    expect(await states(serviceId)).toEqual(["APPROVED", "EFFECTIVE"]);
    world.clock.advance(3 * DAY - MINUTE);
    await world.settle();
    expect(await shelf(slug)).toMatchObject({ priceFrom: "10000" });
    world.clock.advance(MINUTE);
    await world.settle();
    expect(await states(serviceId)).toEqual(["EFFECTIVE", "SUPERSEDED"]);
    expect(await shelf(slug)).toMatchObject({ priceFrom: "12000", regions: [{ code: CHANGSHA }] });
  });

  it("are replaced by others for the same day, and stand beside others for another day", async () => {
    const { owner, itemId, serviceId } = await aShop();
    const day = inDays(5);
    await approve(await propose(owner, itemId, { effectiveFrom: day }));
    await approve(await propose(owner, itemId, { effectiveFrom: inDays(9), salePrice: "14000" }));
    await approve(await propose(owner, itemId, { effectiveFrom: day, salePrice: "13000" }));
    expect(await states(serviceId)).toEqual(["APPROVED", "APPROVED", "SUPERSEDED", "EFFECTIVE"]);
    world.clock.advance(10 * DAY);
    await world.settle();
    expect(await states(serviceId)).toEqual(["SUPERSEDED", "EFFECTIVE", "SUPERSEDED", "SUPERSEDED"]);
  });

  it("take effect at once when the day is over before anybody approves", async () => {
    const { owner, itemId } = await aShop();
    const proposed = await propose(owner, itemId, { effectiveFrom: inDays(1) });
    world.clock.advance(2 * DAY);
    expect((await approve(proposed, await aStaff(world))).state).toBe("EFFECTIVE");
  });

  it("stay paused where the service is paused", async () => {
    const { owner, itemId, serviceId } = await aShop();
    await approve(await propose(owner, itemId, { effectiveFrom: inDays(1) }));
    await owner.do(PAUSE, { serviceId, version: 1 });
    world.clock.advance(DAY);
    await world.settle();
    expect(await states(serviceId)).toEqual(["PAUSED", "SUPERSEDED"]);
  });

  it("replace what is in force however many were proposed before", async () => {
    const shop = await aShop();
    for (let round = 0; round < 105; round += 1)
      await propose(shop.owner, shop.itemId, { salePrice: `${13_000 + round}` });
    const last = await propose(shop.owner, shop.itemId, { salePrice: "14000" });
    const approved = await staff.do(APPROVE, { serviceId: last.id, version: last.version });
    expect(approved["service"]).toMatchObject({ state: "EFFECTIVE", revision: 107, salePrice: "14000" });
  });

  it("are taken back by the supplier or by staff, and then no day brings them", async () => {
    const { owner, itemId, serviceId } = await aShop();
    const first = await approve(await propose(owner, itemId, { effectiveFrom: inDays(1) }));
    const withdrawn = await owner.do(WITHDRAW, { serviceId: first.id, version: first.version });
    expect(withdrawn["service"]).toMatchObject({ state: "WITHDRAWN", availableActions: [] });
    const second = await approve(await propose(owner, itemId, { effectiveFrom: inDays(1) }));
    await staff.do(REJECT, { serviceId: second.id, version: second.version, reason: "改为年后调价" });
    world.clock.advance(2 * DAY);
    await world.settle();
    expect(await states(serviceId)).toEqual(["REJECTED", "WITHDRAWN", "EFFECTIVE"]);
    expect(await owner.refusal(WITHDRAW, { serviceId, version: 1 })).toBe("INVALID_STATE");
  });
});

describe("the last day of terms", () => {
  it("takes the service off the shelf, and by the clock even before its timer fired", async () => {
    const { owner, itemId, slug, serviceId } = await aShop();
    await approve(await propose(owner, itemId, { effectiveTo: inDays(2) }));
    expect(await shelf(slug)).toMatchObject({ supplierCount: 1 });
    world.clock.advance(2 * DAY);
    const offers = `{ product(slug: "${slug}") { components { offers { id } } } }`;
    expect(JSON.stringify(await world.stranger().ask(offers))).toContain('"offers":[]');
    await world.settle();
    expect(await states(serviceId)).toEqual(["RETIRED", "SUPERSEDED"]);
    expect(await shelf(slug)).toMatchObject({ supplierCount: 0 });
  });

  it("is forgotten when other terms replace them first", async () => {
    const { owner, itemId, serviceId } = await aShop();
    await approve(await propose(owner, itemId, { effectiveTo: inDays(2) }));
    await approve(await propose(owner, itemId));
    world.clock.advance(3 * DAY);
    await world.settle();
    expect((await states(serviceId))[0]).toBe("EFFECTIVE");
  });

  it("keeps a proposal from being approved once it is over", async () => {
    const { owner, itemId } = await aShop();
    const { id, version } = await propose(owner, itemId, { effectiveTo: inDays(1) });
    world.clock.advance(DAY);
    expect(await (await aStaff(world)).refusal(APPROVE, { serviceId: id, version })).toBe("VALIDATION");
  });
});

describe("a difference", () => {
  it("is told to staff, the cost only to who may read it", async () => {
    const { owner, itemId } = await aShop();
    const { id } = await propose(owner, itemId, { costPrice: "8000", brands: ["立邦"] });
    const ask = "query($id: ID!) { staffService(id: $id) { changes { field before after } costPrice } }";
    const all = await staff.ask(ask, { id });
    expect(all["staffService"]).toMatchObject({
      changes: [
        { field: "salePrice", before: "10000", after: "12000" },
        { field: "costPrice", before: "7000", after: "8000" },
        { field: "brands", before: null, after: "立邦" },
      ],
    });
    const clerk = await aStaff(world, ["suppliers.read", "suppliers.review"]);
    const less = JSON.stringify(await clerk.ask(ask, { id }));
    expect(less).not.toContain('costPrice",');
    expect(less).not.toContain("8000");
  });
});

describe("staff", () => {
  it("propose for a supplier, and another of them approves while the policy wants two", async () => {
    const { supplierId, itemId } = await aShop();
    const input = { supplierId, ...offer(itemId) };
    const { id, version } = (await staff.do(PROPOSE_FOR, input))["service"] as unknown as Service;
    expect(await staff.refusal(APPROVE, { serviceId: id, version })).toBe("FOUR_EYES");
    const other = await aStaff(world);
    expect((await approve({ id, version, state: "" }, other)).state).toBe("EFFECTIVE");
    await world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "suppliers.four-eyes", "on", "off"));
    const again = { supplierId, ...offer(itemId) };
    const own = (await staff.do(PROPOSE_FOR, again))["service"] as unknown as Service;
    expect((await approve(own)).state).toBe("EFFECTIVE");
    await world.server.platform.work.run(SYSTEM, (tx) => writePolicy(tx, "suppliers.four-eyes", "off", "on"));
    expect(await staff.refusal(PROPOSE_FOR, { ...offer(itemId), supplierId: "nobody" })).toBe("NOT_FOUND");
  });

  it("retire a service with a reason; a supplier may propose it anew", async () => {
    const { owner, itemId, serviceId, slug } = await aShop();
    expect(await staff.refusal(RETIRE, { serviceId, version: 1, reason: " " })).toBe("REASON_REQUIRED");
    expect(await staff.refusal(RETIRE, { serviceId, version: 9, reason: "停办" })).toBe("STALE_VERSION");
    await staff.do(RETIRE, { serviceId, version: 1, reason: "停办" });
    expect(await shelf(slug)).toMatchObject({ supplierCount: 0 });
    expect(await staff.refusal(RETIRE, { serviceId, version: 2, reason: "停办" })).toBe("INVALID_STATE");
    expect((await approve(await propose(owner, itemId))).state).toBe("EFFECTIVE");
  });
});

describe("who may", () => {
  it("read or take back another supplier's: nobody, and it looks as if there were none", async () => {
    const { owner, itemId } = await aShop();
    const rival = (await aSupplier(world)).owner;
    const { id, version } = await propose(owner, itemId);
    expect((await rival.ask("query($id: ID!) { myService(id: $id) { id } }", { id }))["myService"]).toBeNull();
    expect(await rival.refusal(WITHDRAW, { serviceId: id, version })).toBe("NOT_FOUND");
    expect(await owner.refusal(PROPOSE, offer(itemId, { regions: ["110100"] }))).toBe("VALIDATION");
    expect(await owner.error(APPROVE, { input: { serviceId: id, version } })).toBe("FORBIDDEN");
    expect(await owner.error(PROPOSE_FOR, { input: { supplierId: "x", ...offer(itemId) } })).toBe("FORBIDDEN");
  });
});

describe("at once", () => {
  it("of two revisions that two people approve one is in force and the other was refused or replaced", async () => {
    const { owner, itemId, serviceId } = await aShop();
    const other = await aStaff(world);
    const proposed = await propose(owner, itemId);
    const input = { serviceId: proposed.id, version: proposed.version };
    const answers = await Promise.all([staff, other, staff, other].map((who) => who.ask(APPROVE, { input })));
    expect(answers.filter((answer) => answer["approveService"]?.["service"])).toHaveLength(1);
    expect(await states(serviceId)).toEqual(["EFFECTIVE", "SUPERSEDED"]);
  });

  it("approving and taking back leaves one of the two", async () => {
    const { owner, itemId, serviceId } = await aShop();
    const { id, version } = await propose(owner, itemId);
    const input = { serviceId: id, version };
    await Promise.all([staff.ask(APPROVE, { input }), owner.ask(WITHDRAW, { input })]);
    expect([
      ["EFFECTIVE", "SUPERSEDED"],
      ["WITHDRAWN", "EFFECTIVE"],
    ]).toContainEqual(await states(serviceId));
  });
});
