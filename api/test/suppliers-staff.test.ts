import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Data } from "./kit/actor.js";
import { aCustomer, anItem, aPublishedProduct, aStaff, aSupplier, aUscc, CHANGSHA } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const ENTER =
  "mutation($input: EnterSupplierInput!) { enterSupplier(input: $input) { supplier { id name members { login role } services { state item { id } } } invitationLink userErrors { code field } } }";
const SUSPEND =
  "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { supplier { state reason version availableActions } userErrors { code } } }";
const RESUME =
  "mutation($input: ResumeSupplierInput!) { resumeSupplier(input: $input) { supplier { state reason availableActions } userErrors { code } } }";
const PAUSE =
  "mutation($input: PauseSupplierInput!) { pauseSupplier(input: $input) { supplier { state version availableActions } userErrors { code } } }";
const UNPAUSE =
  "mutation($input: UnpauseSupplierInput!) { unpauseSupplier(input: $input) { supplier { state } userErrors { code } } }";
const LIST =
  "query($state: SupplierState, $search: String, $first: Int, $after: String) { staffSuppliers(state: $state, search: $search, first: $first, after: $after) { nodes { id name code regions { name } rating { count overall } members { login } services { costPrice item { name } } } pageInfo { hasNextPage endCursor } } }";

let world: World;
let staff: Actor;
let key = 0;

beforeAll(async () => {
  world = await openWorld({ demo: true });
  staff = await aStaff(world);
});
afterAll(() => world.close());

const details = (itemId: string, wish: Record<string, unknown> = {}) => ({
  organisation: "悦居木作",
  uscc: aUscc(),
  contactName: "陈木",
  contactPhone: "13900000003",
  contactEmail: `chen${(key += 1)}@example.com`,
  introduction: "",
  regions: [CHANGSHA],
  services: [{ itemId, level: 4, costPrice: "48000", salePrice: "65000", perDay: 2 }],
  idempotencyKey: `enter-key-${key}`,
  ...wish,
});

async function shopOf(slug: string): Promise<Data> {
  return (await world.stranger().ask(`{ product(slug: "${slug}") { supplierCount regions { code } } }`))[
    "product"
  ] as Data;
}

describe("entering a supplier by hand", () => {
  it("makes it whole with an invitation, once for a repeat", async () => {
    const itemId = await anItem(world);
    const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
    const input = details(itemId);
    const entered = await staff.do(ENTER, input);
    expect(entered["supplier"]).toMatchObject({
      name: "悦居木作",
      members: [{ login: input.contactEmail, role: "OWNER" }],
      services: [{ state: "EFFECTIVE", item: { id: itemId } }],
    });
    expect(await staff.do(ENTER, input)).toEqual(entered);
    await world.settle();
    const letters = world.server.platform.post.mailbox().filter((letter) => letter.to === input.contactEmail);
    const token = String(entered["invitationLink"]).split("#")[1];
    expect(letters.map((letter) => letter.text.includes(`/supplier/set-password#${token}`))).toEqual([true]);
    expect(await shopOf(slug)).toMatchObject({ supplierCount: 1, regions: [{ code: CHANGSHA }] });
  });

  it("is refused when something is missing, wrong or taken", async () => {
    const itemId = await anItem(world);
    const first = details(itemId);
    await staff.do(ENTER, first);
    expect(await staff.refusal(ENTER, details(itemId, { uscc: first.uscc }))).toBe("USCC_TAKEN");
    expect(await staff.refusal(ENTER, details(itemId, { contactEmail: first.contactEmail }))).toBe("LOGIN_TAKEN");
    expect(await staff.refusal(ENTER, details(itemId, { services: [] }))).toBe("SERVICES_MISSING");
    expect(await staff.refusal(ENTER, details(itemId, { uscc: "91430100MA4L000019" }))).toBe("VALIDATION");
    expect(await staff.refusal(ENTER, details(await anItem(world, { state: "DRAFT" })))).toBe("VALIDATION");
  });

  it("is for those who manage suppliers", async () => {
    const input = details(await anItem(world));
    const reviewer = await aStaff(world, ["suppliers.read", "suppliers.review"]);
    const { owner } = await aSupplier(world);
    for (const who of [reviewer, owner, await aCustomer(world)])
      expect(await who.error(ENTER, { input })).toBe("FORBIDDEN");
    expect(await world.stranger("admin").error(ENTER, { input })).toBe("UNAUTHENTICATED");
  });
});

describe("a suspension", () => {
  it("takes the supplier's work out of the shop with a reason it can read, and ends", async () => {
    const itemId = await anItem(world);
    const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
    const { supplierId, owner } = await aSupplier(world, { services: [{ itemId }] });
    expect(await staff.refusal(SUSPEND, { supplierId, version: 1, reason: "" })).toBe("REASON_REQUIRED");
    const done = await staff.do(SUSPEND, { supplierId, version: 1, reason: "多次爽约。" });
    expect(done["supplier"]).toEqual({
      state: "SUSPENDED",
      reason: "多次爽约。",
      version: 2,
      availableActions: ["RESUME", "TERMINATE"],
    });
    expect(await shopOf(slug)).toEqual({ supplierCount: 0, regions: [] });
    expect((await owner.ask("{ me { supplier { state reason } } }"))["me"]).toEqual({
      supplier: { state: "SUSPENDED", reason: "多次爽约。" },
    });
    expect(await staff.refusal(SUSPEND, { supplierId, version: 1, reason: "再次" })).toBe("STALE_VERSION");
    expect(await staff.refusal(SUSPEND, { supplierId, version: 2, reason: "再次" })).toBe("INVALID_STATE");
    expect(await owner.refusal(UNPAUSE, { version: 2 })).toBe("INVALID_STATE");
    const back = await staff.do(RESUME, { supplierId, version: 2, reason: "已整改。" });
    expect(back["supplier"]).toEqual({ state: "ACTIVE", reason: null, availableActions: ["SUSPEND", "TERMINATE"] });
    expect(await shopOf(slug)).toMatchObject({ supplierCount: 1 });
  });

  it("does not touch products that others can do", async () => {
    const itemId = await anItem(world);
    const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
    const { supplierId } = await aSupplier(world, { services: [{ itemId }] });
    await aSupplier(world, { services: [{ itemId }] });
    await staff.do(SUSPEND, { supplierId, version: 1, reason: "核查资质。" });
    expect(await shopOf(slug)).toEqual({ supplierCount: 1, regions: [{ code: CHANGSHA }] });
  });

  it("is not for those who only read, and finds nothing for an unknown supplier", async () => {
    const { supplierId, owner } = await aSupplier(world);
    const input = { supplierId, version: 1, reason: "核查。" };
    const reader = await aStaff(world, ["suppliers.read"]);
    for (const who of [reader, owner]) expect(await who.error(SUSPEND, { input })).toBe("FORBIDDEN");
    expect(await staff.refusal(SUSPEND, { ...input, supplierId: "x".repeat(22) })).toBe("NOT_FOUND");
  });
});

describe("a supplier's own pause", () => {
  it("stops new orders until the owner takes them again", async () => {
    const itemId = await anItem(world);
    const { slug } = await aPublishedProduct(world, { components: [{ itemId }] });
    const { owner } = await aSupplier(world, { services: [{ itemId }] });
    const paused = await owner.do(PAUSE, { version: 1 });
    expect(paused["supplier"]).toEqual({ state: "PAUSED", version: 2, availableActions: ["UNPAUSE"] });
    expect(await shopOf(slug)).toMatchObject({ regions: [] });
    expect(await owner.refusal(PAUSE, { version: 2 })).toBe("INVALID_STATE");
    expect(await owner.refusal(UNPAUSE, { version: 1 })).toBe("STALE_VERSION");
    await owner.do(UNPAUSE, { version: 2 });
    expect(await shopOf(slug)).toMatchObject({ supplierCount: 1 });
  });
});

describe("the list of suppliers", () => {
  it("is searched by name, number and company code, wildcards meaning themselves", async () => {
    const { supplierId, uscc } = await aSupplier(world, { name: "百分百_保洁%店" });
    const idsFor = async (search: string): Promise<string[]> => {
      const answer = await staff.ask(LIST, { search, first: 100 });
      const { nodes } = answer["staffSuppliers"] as unknown as { nodes: { id: string }[] };
      return nodes.map((node) => node.id);
    };
    expect(await idsFor("百分百")).toEqual([supplierId]);
    expect(await idsFor(uscc.toLowerCase())).toEqual([supplierId]);
    expect(await idsFor("洁%店")).toEqual([supplierId]);
    expect(await idsFor("百%店")).toEqual([]);
  });

  it("asks the database the same however long it is, and pages by state", async () => {
    const fresh = await openWorld();
    const reader = await aStaff(fresh);
    const itemId = await anItem(fresh);
    const one = await aSupplier(fresh, { services: [{ itemId }] });
    const few = await fresh.statements(() => reader.ask(LIST, {}));
    const made = [one.supplierId];
    for (let count = 0; count < 4; count += 1) {
      fresh.clock.advance(count % 2 === 0 ? 0 : 1_000);
      made.push((await aSupplier(fresh, { services: [{ itemId }] })).supplierId);
    }
    const many = await fresh.statements(() => reader.ask(LIST, {}));
    expect(many).toHaveLength(few.length);
    for (const state of [null, "ACTIVE"]) {
      const walked: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { staffSuppliers } = await reader.ask(LIST, { state, first: 2, after });
        const page = staffSuppliers as unknown as {
          nodes: { id: string }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
        walked.push(...page.nodes.map((node) => node.id));
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
      }
      expect([...walked].sort()).toEqual([...made].sort());
    }
    await fresh.close();
  });

  it("is for staff with suppliers.read", async () => {
    const { owner, supplierId } = await aSupplier(world);
    const ONE = "query($id: ID!) { staffSupplier(id: $id) { name availableActions } }";
    const dispatcher = await aStaff(world, ["tickets.dispatch"]);
    for (const who of [owner, dispatcher, await aCustomer(world)]) {
      expect(await who.error(LIST)).toBe("FORBIDDEN");
      expect(await who.error(ONE, { id: supplierId })).toBe("FORBIDDEN");
    }
    const reader = await aStaff(world, ["suppliers.read"]);
    expect((await reader.ask(ONE, { id: supplierId }))["staffSupplier"]).toMatchObject({ availableActions: [] });
    expect((await reader.ask(ONE, { id: "x".repeat(22) }))["staffSupplier"]).toBeNull();
  });
});

it("shows anybody a supplier's public page and nothing more", async () => {
  const { supplierId, name } = await aSupplier(world);
  const page = `query($id: ID!) { supplier(id: $id) { name introduction regions { code name } rating { count overall } completedCount joinedAt } }`;
  expect((await world.stranger().ask(page, { id: supplierId }))["supplier"]).toMatchObject({
    name,
    regions: [{ code: CHANGSHA, name: "长沙市" }],
    rating: { count: 0, overall: null },
    completedCount: 0,
  });
  expect((await world.stranger().ask(page, { id: "x".repeat(22) }))["supplier"]).toBeNull();
});
