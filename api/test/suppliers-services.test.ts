import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Data } from "./kit/actor.js";
import {
  aCustomer,
  aMember,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  type MadeSupplier,
} from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const SERVICE =
  "service { id state revision version costPrice salePrice level perDay notes reason availableActions item { id } } userErrors { code field }";
const PROPOSE = `mutation($input: ProposeServiceInput!) { proposeService(input: $input) { ${SERVICE} } }`;
const PAUSE = `mutation($input: PauseServiceInput!) { pauseService(input: $input) { ${SERVICE} } }`;
const RESUME = `mutation($input: ResumeServiceInput!) { resumeService(input: $input) { ${SERVICE} } }`;
const APPROVE = `mutation($input: ApproveServiceInput!) { approveService(input: $input) { ${SERVICE} } }`;
const REJECT = `mutation($input: RejectServiceInput!) { rejectService(input: $input) { ${SERVICE} } }`;
const MINE =
  "{ me { supplier { services { id state revision version costPrice salePrice availableActions item { id } } } } }";

interface Service {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly version: number;
  readonly salePrice: string;
  readonly availableActions: string[];
  readonly item: { readonly id: string };
}

let world: World;
let staff: Actor;
let key = 0;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

const offer = (itemId: string, wish: Record<string, unknown> = {}) => ({
  itemId,
  level: 3,
  costPrice: "7000",
  salePrice: "10000",
  perDay: 5,
  notes: null,
  idempotencyKey: `service-key-${(key += 1)}`,
  ...wish,
});

async function mine(owner: Actor, itemId: string): Promise<Service[]> {
  const { me } = (await owner.ask(MINE)) as unknown as { me: { supplier: { services: Service[] } } };
  return me.supplier.services.filter((service) => service.item.id === itemId);
}

async function priceOf(slug: string): Promise<unknown> {
  return (await world.stranger().ask(`{ product(slug: "${slug}") { priceFrom supplierCount regions { code } } }`))[
    "product"
  ];
}

/** One supplier that does one item for ¥100, and a product made of it. */
async function aShop(): Promise<MadeSupplier & { itemId: string; slug: string; serviceId: string }> {
  const itemId = await anItem(world);
  const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
  const supplier = await aSupplier(world, { services: [{ itemId, salePrice: 10_000 }] });
  return { ...supplier, itemId, slug, serviceId: supplier.serviceIds.get(itemId) ?? "" };
}

describe("a supplier's price", () => {
  it("changes for customers when staff approve, not before, and the former revision ends", async () => {
    const { owner, itemId, slug, serviceId } = await aShop();
    const proposed = await owner.do(PROPOSE, offer(itemId, { salePrice: "8000" }));
    expect(proposed["service"]).toMatchObject({
      state: "PROPOSED",
      revision: 2,
      salePrice: "8000",
      availableActions: ["WITHDRAW"],
    });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "10000" });
    const { id, version } = proposed["service"] as unknown as Service;
    const approved = await staff.do(APPROVE, { serviceId: id, version });
    expect(approved["service"]).toMatchObject({ state: "EFFECTIVE", costPrice: "7000", availableActions: ["RETIRE"] });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "8000", supplierCount: 1 });
    expect(await mine(owner, itemId)).toMatchObject([{ id, state: "EFFECTIVE", revision: 2 }]);
    expect(await owner.refusal(PAUSE, { serviceId, version: 2 })).toBe("INVALID_STATE");
  });

  it("stays when the proposal is rejected, with the reason told", async () => {
    const { owner, itemId, slug } = await aShop();
    const proposed = await owner.do(PROPOSE, offer(itemId, { salePrice: "99000" }));
    const { id: serviceId, version } = proposed["service"] as unknown as Service;
    expect(await staff.refusal(REJECT, { serviceId, version, reason: " " })).toBe("REASON_REQUIRED");
    const rejected = await staff.do(REJECT, { serviceId, version, reason: "高于市场价。" });
    expect(rejected["service"]).toMatchObject({ state: "REJECTED", reason: "高于市场价。" });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "10000" });
    expect(await staff.refusal(APPROVE, { serviceId, version: version + 1 })).toBe("INVALID_STATE");
    expect((await mine(owner, itemId)).map(({ state }) => state)).toEqual(["EFFECTIVE", "REJECTED"]);
  });

  it("has one open proposal: a later one replaces it, and a repeat is the same one", async () => {
    const { owner, itemId } = await aShop();
    const input = offer(itemId, { salePrice: "9000" });
    const first = (await owner.do(PROPOSE, input))["service"] as unknown as Service;
    expect(((await owner.do(PROPOSE, input))["service"] as unknown as Service).id).toBe(first.id);
    await owner.do(PROPOSE, offer(itemId, { salePrice: "9500" }));
    expect((await mine(owner, itemId)).map(({ state, salePrice }) => [state, salePrice])).toEqual([
      ["EFFECTIVE", "10000"],
      ["PROPOSED", "9500"],
    ]);
    expect(await staff.refusal(APPROVE, { serviceId: first.id, version: 1 })).toBe("STALE_VERSION");
    expect(await staff.refusal(APPROVE, { serviceId: first.id, version: 2 })).toBe("INVALID_STATE");
  });

  it("may not lie below cost, and names an active item", async () => {
    const { owner } = await aSupplier(world);
    const itemId = await anItem(world);
    const draft = await anItem(world, { state: "DRAFT" });
    expect(await owner.refusal(PROPOSE, offer(itemId, { costPrice: "10001" }))).toBe("VALIDATION");
    expect(await owner.refusal(PROPOSE, offer(itemId, { level: 6 }))).toBe("VALIDATION");
    expect(await owner.refusal(PROPOSE, offer(draft))).toBe("VALIDATION");
    expect(await owner.refusal(PROPOSE, offer(itemId, { idempotencyKey: "short" }))).toBe("IDEMPOTENCY_KEY_REQUIRED");
  });

  it("is one in force although two proposals are approved at once", async () => {
    const { owner, itemId } = await aShop();
    const { id, version } = (await owner.do(PROPOSE, offer(itemId)))["service"] as unknown as Service;
    const approve = (): Promise<Data> => staff.ask(APPROVE, { input: { serviceId: id, version } });
    const answers = await Promise.all([approve(), approve()]);
    expect(answers.filter((answer) => answer["approveService"]?.["service"])).toHaveLength(1);
    expect((await mine(owner, itemId)).filter(({ state }) => state === "EFFECTIVE")).toHaveLength(1);
  });
});

describe("a pause", () => {
  it("takes the product out of the shop and back", async () => {
    const { owner, serviceId, slug, itemId } = await aShop();
    expect(await mine(owner, itemId)).toMatchObject([{ availableActions: ["PAUSE"] }]);
    const paused = await owner.do(PAUSE, { serviceId, version: 1 });
    expect(paused["service"]).toMatchObject({ state: "PAUSED", availableActions: ["RESUME"] });
    expect(await priceOf(slug)).toMatchObject({ supplierCount: 0, regions: [] });
    expect(await owner.refusal(PAUSE, { serviceId, version: 2 })).toBe("INVALID_STATE");
    expect(await owner.refusal(RESUME, { serviceId, version: 1 })).toBe("STALE_VERSION");
    await owner.do(RESUME, { serviceId, version: 2 });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "10000", supplierCount: 1 });
  });

  it("outlives a new price: approval does not bring a paused service back", async () => {
    const { owner, serviceId, slug, itemId } = await aShop();
    await owner.do(PAUSE, { serviceId, version: 1 });
    const { id, version } = (await owner.do(PROPOSE, offer(itemId)))["service"] as unknown as Service;
    expect((await staff.do(APPROVE, { serviceId: id, version }))["service"]).toMatchObject({ state: "PAUSED" });
    expect(await priceOf(slug)).toMatchObject({ regions: [] });
  });

  it("leaves the price to the others", async () => {
    const { slug, itemId, owner, serviceId } = await aShop();
    await aSupplier(world, { services: [{ itemId, salePrice: 12_000 }] });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "10000", supplierCount: 2 });
    await owner.do(PAUSE, { serviceId, version: 1 });
    expect(await priceOf(slug)).toMatchObject({ priceFrom: "12000", supplierCount: 1 });
  });
});

describe("who may", () => {
  it("propose: the owner; pause: also the dispatcher; neither: worker and finance", async () => {
    const { supplierId, itemId, serviceId } = await aShop();
    const as = async (role: "DISPATCHER" | "WORKER" | "FINANCE") => (await aMember(world, supplierId, role)).actor;
    const dispatcher = await as("DISPATCHER");
    expect(await dispatcher.error(PROPOSE, { input: offer(itemId) })).toBe("FORBIDDEN");
    await dispatcher.do(PAUSE, { serviceId, version: 1 });
    const [worker, finance] = [await as("WORKER"), await as("FINANCE")];
    for (const who of [worker, finance]) {
      expect(await who.error(PROPOSE, { input: offer(itemId) })).toBe("FORBIDDEN");
      expect(await who.error(RESUME, { input: { serviceId, version: 2 } })).toBe("FORBIDDEN");
    }
    expect(await mine(finance, itemId)).toMatchObject([{ state: "PAUSED", availableActions: [] }]);
    expect(await mine(worker, itemId)).toEqual([]);
  });

  it("pause another supplier's: nobody, and it looks as if there were none", async () => {
    const { serviceId } = await aShop();
    const other = await aSupplier(world);
    expect(await other.owner.refusal(PAUSE, { serviceId, version: 1 })).toBe("NOT_FOUND");
    expect(await other.owner.refusal(PAUSE, { serviceId: "x".repeat(22), version: 1 })).toBe("NOT_FOUND");
  });

  it("approve: reviewers, never the supplier itself, a customer or a stranger", async () => {
    const { owner, itemId } = await aShop();
    const { id, version } = (await owner.do(PROPOSE, offer(itemId)))["service"] as unknown as Service;
    const input = { serviceId: id, version };
    const reader = await aStaff(world, ["suppliers.read", "cost.read"]);
    for (const who of [owner, reader, await aCustomer(world)])
      expect(await who.error(APPROVE, { input })).toBe("FORBIDDEN");
    expect(await world.stranger("admin").error(APPROVE, { input })).toBe("UNAUTHENTICATED");
    expect(await staff.refusal(APPROVE, { serviceId: "x".repeat(22), version })).toBe("NOT_FOUND");
  });
});

describe("the queue of proposals", () => {
  it("is oldest first, by pages, and asks the database the same however long it is", async () => {
    const fresh = await openWorld();
    const reviewer = await aStaff(fresh);
    const LIST =
      "query($first: Int, $after: String) { proposedServices(first: $first, after: $after) { nodes { id supplier { name } item { name category { name } } availableActions } pageInfo { hasNextPage endCursor } } }";
    const propose = async (): Promise<string> => {
      const { owner } = await aSupplier(fresh);
      fresh.clock.advance(1_000);
      const itemId = await anItem(fresh);
      return ((await owner.do(PROPOSE, offer(itemId)))["service"] as unknown as Service).id;
    };
    const one = await propose();
    const few = await fresh.statements(() => reviewer.ask(LIST, {}));
    const ids = [one, await propose(), await propose(), await propose()];
    const many = await fresh.statements(() => reviewer.ask(LIST, {}));
    expect(many).toHaveLength(few.length);
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { proposedServices } = await reviewer.ask(LIST, { first: 3, after });
      const page = proposedServices as unknown as {
        nodes: Service[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
      walked.push(...page.nodes.map((node) => node.id));
      expect(page.nodes[0]?.availableActions).toEqual(["APPROVE", "REJECT"]);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(walked).toEqual(ids);
    await fresh.close();
  });
});
