import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attemptsOf } from "../src/fulfilment/attempt.store.js";
import { ticketsOf } from "../src/fulfilment/ticket.store.js";
import { DAY } from "../src/kernel/clock.js";
import { dayAfter, dayOf } from "../src/kernel/day.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Viewer } from "../src/platform/viewer.js";

import { certificateById } from "../src/suppliers/certificate.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { aMember, anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import { complete } from "./kit/makers-fulfilment.js";
import { aPaidOrder, aPicture } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const PAPER = "certificate { id kind no expiresOn daysLeft state reason version availableActions file { url } }";
const deed = (name: string): string =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${PAPER} userErrors { code field } } }`;
const [SUBMIT, WITHDRAW] = [deed("submitCertificate"), deed("withdrawCertificate")];
const [VERIFY, RETURN] = [deed("verifyCertificate"), deed("returnCertificate")];

interface Paper {
  readonly id: string;
  readonly version: number;
}

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
});
// A session ends while the clock runs.
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

const inDays = (days: number): string => dayAfter(dayOf(world.clock.now()), days);

/** A supplier of one item that requires an electrician's certificate, and a product of it. */
async function aShop(): Promise<
  MadeSupplier & { itemId: string; slug: string; product: Awaited<ReturnType<typeof aPublishedProduct>> }
> {
  const itemId = await anItem(world, { requiredCertificates: ["电工证"] });
  const product = await aPublishedProduct(world, { components: [{ itemId }] });
  const supplier = await aSupplier(world, { services: [{ itemId }] });
  return { ...supplier, itemId, slug: product.slug, product };
}

async function aFile(accountId: string): Promise<string> {
  const { platform } = world.server;
  const viewer = { kind: "customer", accountId, sessionId: "", ip: "" } satisfies Viewer;
  return (await platform.files.keep(platform.work, viewer, "CERTIFICATE", await aPicture())).id;
}

async function submit(shop: MadeSupplier, wish: Record<string, unknown> = {}): Promise<Paper> {
  const fileId = await aFile(shop.ownerAccountId);
  const input = { kind: "电工证", no: "湘电 123", expiresOn: inDays(60), fileId, idempotencyKey: newId(), ...wish };
  return (await shop.owner.do(SUBMIT, input))["certificate"] as unknown as Paper;
}

const verify = async ({ id, version }: Paper): Promise<Paper> =>
  (await staff.do(VERIFY, { certificateId: id, version }))["certificate"] as unknown as Paper;

/** Saves the item as it is, with other papers required. */
async function demand(itemId: string, requiredCertificates: readonly string[]): Promise<void> {
  const asked = await staff.ask(
    `query($id: ID!) { staffServiceItem(id: $id) { item { id version code name nameEn unit description
      category { id } milestones { code name weight minPhotos } } } }`,
    { id: itemId },
  );
  const { item } = asked["staffServiceItem"] as unknown as { item: { category: { id: string } } };
  const { category, ...spec } = item;
  await staff.do(
    "mutation($input: SaveServiceItemInput!) { saveServiceItem(input: $input) { userErrors { code field } } }",
    { ...spec, categoryId: category.id, requiredCertificates },
  );
}

async function supplierCount(slug: string): Promise<unknown> {
  return (await world.stranger().ask(`{ product(slug: "${slug}") { supplierCount } }`))["product"]?.["supplierCount"];
}

async function stateOf(id: string): Promise<string> {
  return found(await certificateById(world.server.platform.database.read, id)).state;
}

async function told(supplierId: string): Promise<string[]> {
  const rows = await world.server.platform.database.read.query<{ kind: string }>(
    "SELECT kind FROM facts WHERE stream = ? AND kind LIKE 'Certificate%' ORDER BY seq",
    [`supplier:${supplierId}`],
  );
  return rows.map(({ kind }) => kind);
}

describe("an item that requires a paper", () => {
  it("is sold by who has a verified one, from its verification on", async () => {
    const shop = await aShop();
    expect(await supplierCount(shop.slug)).toBe(0);
    const paper = await submit(shop);
    expect(await supplierCount(shop.slug)).toBe(0);
    await verify(paper);
    expect(await supplierCount(shop.slug)).toBe(1);
    const needs = await shop.owner.ask("{ me { supplier { certificateNeeds { kind met item { id } } } } }");
    expect(needs["me"]?.["supplier"]).toMatchObject({
      certificateNeeds: [{ kind: "电工证", met: true, item: { id: shop.itemId } }],
    });
  });

  it("takes who has none off the shelves when it begins to require one, and back when it no longer does", async () => {
    const itemId = await anItem(world);
    const product = await aPublishedProduct(world, { components: [{ itemId }] });
    const supplier = await aSupplier(world, { services: [{ itemId }] });
    expect(await supplierCount(product.slug)).toBe(1);
    await demand(itemId, ["高处作业证"]);
    expect(await supplierCount(product.slug)).toBe(0);
    await verify(await submit(supplier, { kind: "高处作业证" }));
    expect(await supplierCount(product.slug)).toBe(1);
    await demand(itemId, ["高处作业证", "电工证"]);
    expect(await supplierCount(product.slug)).toBe(0);
    await demand(itemId, []);
    expect(await supplierCount(product.slug)).toBe(1);
  });

  it("shows customers which kinds of papers a supplier has: verified and not over, never their numbers", async () => {
    const shop = await aShop();
    const kinds = async (): Promise<unknown> => {
      const asked = `{ supplier(id: "${shop.supplierId}") { certificateKinds } }`;
      return (await world.stranger().ask(asked))["supplier"]?.["certificateKinds"];
    };
    const paper = await submit(shop, { expiresOn: inDays(1) });
    expect(await kinds()).toEqual([]);
    await verify(paper);
    expect(await kinds()).toEqual(["电工证"]);
    world.clock.advance(2 * DAY);
    expect(await kinds()).toEqual([]);
  });

  it("is not served by another paper", async () => {
    const shop = await aShop();
    await verify(await submit(shop, { kind: "高处作业证" }));
    expect(await supplierCount(shop.slug)).toBe(0);
  });

  it("leaves the shop after the last day, by the clock at once and for good by the timer; running work goes on", async () => {
    const shop = await aShop();
    const paper = await verify(await submit(shop, { expiresOn: inDays(1) }));
    const order = await aPaidOrder(world, { product: shop.product });
    await world.settle();
    world.clock.advance(2 * DAY);
    const offers = `{ product(slug: "${shop.slug}") { components { offers { id } } } }`;
    expect(JSON.stringify(await world.stranger().ask(offers))).toContain('"offers":[]');
    await world.settle();
    expect(await stateOf(paper.id)).toBe("EXPIRED");
    expect(await supplierCount(shop.slug)).toBe(0);
    const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    expect(ticket?.state).not.toBe("CANCELLED");
  });

  it("is not dispatched to who has none: a person decides", async () => {
    const shop = await aShop();
    const paper = await verify(await submit(shop));
    const order = await aPaidOrder(world, { product: shop.product });
    await staff.do(RETURN, { certificateId: paper.id, version: paper.version, reason: "查无此证" });
    await world.settle();
    const [ticket] = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    expect(ticket?.state).toBe("NEEDS_HUMAN");
  });
});

describe("a paper that ends while work waits", () => {
  const WAITING =
    "query($id: ID!) { staffTicket(id: $id) { state version candidates { eligible } attempts { state } } }";
  const DISPATCH =
    "mutation($input: DispatchTicketInput!) { dispatchTicket(input: $input) { ticket { state } userErrors { code } } }";
  const ticketIdOf = async (orderId: string): Promise<string> =>
    found((await ticketsOf(world.server.platform.database.read, [orderId]))[0]).id;
  const waiting = async (id: string): Promise<Data> => (await staff.ask(WAITING, { id }))["staffTicket"] as Data;
  /** The clock goes on past everybody's session. */
  async function daysLater(days: number): Promise<void> {
    world.clock.advance(days * DAY);
    await world.settle();
    staff = await aStaff(world);
  }

  it("takes back the offer nobody answered; by hand it can't be given either, until a new paper is verified", async () => {
    const shop = await aShop();
    const paper = await verify(await submit(shop));
    const order = await aPaidOrder(world, { product: shop.product });
    await world.settle();
    const id = await ticketIdOf(order.orderId);
    expect((await waiting(id))["state"]).toBe("OFFERED");
    await staff.do(RETURN, { certificateId: paper.id, version: paper.version, reason: "已被吊销" });
    await world.settle();
    const stranded = await waiting(id);
    expect(stranded).toMatchObject({
      state: "NEEDS_HUMAN",
      candidates: [{ eligible: false }],
      attempts: [{ state: "WITHDRAWN" }],
    });
    const deed = () => ({ ticketId: id, supplierId: shop.supplierId, idempotencyKey: newId() });
    expect(await staff.refusal(DISPATCH, { ...deed(), version: stranded["version"] })).toBe("SUPPLIER_NOT_ELIGIBLE");
    await verify(await submit(shop, { no: "湘电 789" }));
    const { version } = await waiting(id);
    const given = await staff.do(DISPATCH, { ...deed(), version });
    expect(given["ticket"]).toEqual({ state: "OFFERED" });
  });

  it("goes to the next who has one, as do offers of the day on which it expires", async () => {
    const shop = await aShop();
    await verify(await submit(shop, { expiresOn: inDays(0) }));
    const order = await aPaidOrder(world, { product: shop.product });
    await world.settle();
    const id = await ticketIdOf(order.orderId);
    const rival = await aSupplier(world, { services: [{ itemId: shop.itemId, salePrice: 30_000 }] });
    await verify(await submit(rival, { no: "湘电 555" }));
    await daysLater(1);
    const { read } = world.server.platform.database;
    const asked = (await attemptsOf(read, [id])).map(({ supplierId }) => supplierId);
    expect(asked).toEqual([shop.supplierId, rival.supplierId]);
  });

  it("keeps the work of a later stage from the one who lacks it when that stage opens", async () => {
    const first = await anItem(world);
    const second = await anItem(world, { requiredCertificates: ["电工证"] });
    const builder = await aSupplier(world, { services: [{ itemId: first }] });
    const electrician = await aSupplier(world, { services: [{ itemId: second }] });
    await verify(await submit(electrician, { expiresOn: inDays(1) }));
    const components = [{ itemId: first }, { itemId: second, stage: 2 }];
    const product = await aPublishedProduct(world, { components });
    const order = await aPaidOrder(world, { product });
    await world.settle();
    await daysLater(3);
    const tickets = await ticketsOf(world.server.platform.database.read, [order.orderId]);
    const [begun, later] = [first, second].map((itemId) => found(tickets.find((row) => row.itemId === itemId)));
    const made = { order, customer: order.customer, staff };
    const work = { ...made, ticketId: found(begun).id, supplier: builder };
    if (found(begun).state === "NEEDS_HUMAN") {
      const deed = { ticketId: work.ticketId, supplierId: builder.supplierId, version: found(begun).version };
      await staff.do(DISPATCH, { ...deed, idempotencyKey: newId() });
    }
    await complete(world, [work]);
    await world.settle();
    expect(await waiting(found(later).id)).toMatchObject({ state: "NEEDS_HUMAN", attempts: [] });
  });

  it("is counted for staff with those that wait to be verified, and listed by its last day", async () => {
    const shop = await aShop();
    const COUNTS = "{ staffQueues { certificatesToVerify certificatesExpiring } }";
    const before = (await staff.ask(COUNTS))["staffQueues"] as unknown as Record<string, number>;
    await verify(await submit(shop, { expiresOn: inDays(30) }));
    await verify(await submit(shop, { kind: "高处作业证", expiresOn: inDays(31) }));
    await verify(await submit(shop, { kind: "健康证", expiresOn: inDays(2) }));
    await submit(shop, { kind: "焊工证" });
    expect((await staff.ask(COUNTS))["staffQueues"]).toEqual({
      certificatesToVerify: Number(before["certificatesToVerify"]) + 1,
      certificatesExpiring: Number(before["certificatesExpiring"]) + 2,
    });
    const list = "{ expiringCertificates(first: 100) { nodes { kind daysLeft supplier { name } } } }";
    const nodes = (await staff.ask(list))["expiringCertificates"]?.["nodes"] as unknown as {
      kind: string;
      daysLeft: number;
      supplier: { name: string };
    }[];
    const own = nodes.filter(({ supplier }) => supplier.name === shop.name);
    expect(own.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ["健康证", 2],
      ["电工证", 30],
    ]);
    const cashier = await aStaff(world, ["payments.read"]);
    expect(await cashier.error(list)).toBe("FORBIDDEN");
    expect((await cashier.ask(COUNTS))["staffQueues"]).toEqual({ certificatesToVerify: 0, certificatesExpiring: 0 });
  });
});

describe("a paper", () => {
  it("warns 30, 7 and 0 days before its last day, and ends after it", async () => {
    const shop = await aShop();
    const paper = await verify(await submit(shop, { expiresOn: inDays(31) }));
    for (let day = 0; day < 33; day += 1) {
      world.clock.advance(DAY);
      await world.settle();
    }
    expect(await told(shop.supplierId)).toEqual([
      "CertificateSubmitted",
      "CertificateVerified",
      "CertificateExpiring",
      "CertificateExpiring",
      "CertificateExpiring",
      "CertificateExpired",
    ]);
    expect(await stateOf(paper.id)).toBe("EXPIRED");
  });

  it("is replaced by a later one of its kind, which then does the warning", async () => {
    const shop = await aShop();
    const first = await verify(await submit(shop, { expiresOn: inDays(8) }));
    await verify(await submit(shop, { expiresOn: inDays(400) }));
    expect(await stateOf(first.id)).toBe("REPLACED");
    world.clock.advance(10 * DAY);
    await world.settle();
    expect(await told(shop.supplierId)).not.toContain("CertificateExpiring");
    expect(await supplierCount(shop.slug)).toBe(1);
  });

  it("is returned with a reason, withdrawn while nobody looked, and nothing after that", async () => {
    const shop = await aShop();
    const first = await submit(shop);
    expect(await staff.refusal(RETURN, { certificateId: first.id, version: 1, reason: " " })).toBe("REASON_REQUIRED");
    expect(await staff.refusal(RETURN, { certificateId: first.id, version: 2, reason: "模糊" })).toBe("STALE_VERSION");
    await staff.do(RETURN, { certificateId: first.id, version: 1, reason: "模糊" });
    expect(await staff.refusal(VERIFY, { certificateId: first.id, version: 2 })).toBe("INVALID_STATE");
    const second = await submit(shop);
    await shop.owner.do(WITHDRAW, { certificateId: second.id, version: 1 });
    expect(await shop.owner.refusal(WITHDRAW, { certificateId: second.id, version: 2 })).toBe("INVALID_STATE");
  });

  it("is refused with a last day that is over, also when that day passed before anybody looked", async () => {
    const shop = await aShop();
    const fileId = await aFile(shop.ownerAccountId);
    const input = { kind: "电工证", no: "1", expiresOn: inDays(-1), fileId, idempotencyKey: newId() };
    expect(await shop.owner.refusal(SUBMIT, input)).toBe("VALIDATION");
    const paper = await submit(shop, { expiresOn: inDays(0) });
    world.clock.advance(DAY);
    staff = await aStaff(world);
    expect(await staff.refusal(VERIFY, { certificateId: paper.id, version: 1 })).toBe("VALIDATION");
  });
});

describe("who may", () => {
  it("hand in: owner and dispatcher, with a file of their own; another supplier's is not there", async () => {
    const shop = await aShop();
    const rival = await aSupplier(world);
    const paper = await submit(shop);
    expect(await rival.owner.refusal(WITHDRAW, { certificateId: paper.id, version: 1 })).toBe("NOT_FOUND");
    const stolen = { kind: "电工证", no: "1", expiresOn: inDays(9), idempotencyKey: newId() };
    const fileId = await aFile(shop.ownerAccountId);
    expect(await rival.owner.refusal(SUBMIT, { ...stolen, fileId })).toBe("NOT_FOUND");
    const { actor } = await aMember(world, shop.supplierId, "WORKER");
    expect(await actor.error(SUBMIT, { input: { ...stolen, fileId } })).toBe("FORBIDDEN");
    expect((await actor.ask("{ me { supplier { certificates { id } } } }"))["me"]?.["supplier"]).toEqual({
      certificates: [],
    });
  });

  it("verify: reviewers, never the supplier", async () => {
    const shop = await aShop();
    const { id, version } = await submit(shop);
    expect(await shop.owner.error(VERIFY, { input: { certificateId: id, version } })).toBe("FORBIDDEN");
    const clerk = await aStaff(world, ["suppliers.read"]);
    expect(await clerk.error(VERIFY, { input: { certificateId: id, version } })).toBe("FORBIDDEN");
    const queue = await staff.ask("{ submittedCertificates(first: 100) { nodes { id supplier { name } } } }");
    expect(queue["submittedCertificates"]?.["nodes"]).toContainEqual({ id, supplier: { name: shop.name } });
  });

  it("of two who verify two papers of a kind at once, one paper counts in the end", async () => {
    const shop = await aShop();
    const papers = [await submit(shop), await submit(shop, { no: "湘电 456" })];
    const input = papers.map(({ id, version }) => ({ input: { certificateId: id, version } }));
    await Promise.all(input.map((one) => staff.ask(VERIFY, one)));
    const states = await Promise.all(papers.map(({ id }) => stateOf(id)));
    expect(states.sort()).toEqual(["REPLACED", "VERIFIED"]);
  });
});
