import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { openContents, openedBids, standings } from "../src/sourcing/bid.store.js";
import type { Actor } from "./kit/actor.js";
import { aMember, aStaff } from "./kit/makers-catalogue.js";
import {
  aBidInput,
  anInquiry,
  asBidder,
  asCustomer,
  asStaff,
  bid,
  type MadeInquiry,
  passDeadline,
  say,
} from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let made: MadeInquiry;
let staff: Actor;
let key: Actor;

/** A price that stands nowhere else, so that it can be looked for. */
const SECRET = 48_713;
const traces = [String(SECRET), String(SECRET * 22), "487.13", "10,716.86"];

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  made = await anInquiry(world, { suppliers: 3 });
  const [one] = made.suppliers;
  if (one) await bid(one, made, { price: SECRET });
  const create = "mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret userErrors { code } } }";
  const created = await staff.do(create, {
    name: "对接",
    scopes: ["sourcing.read", "orders.read"],
    expiresAt: "2026-12-31T00:00:00.000Z",
  });
  key = world.stranger("admin").withKey(String(created["secret"]));
  await world.settle();
});
afterAll(() => world.close());

const sql = () => world.server.platform.database.read;

const expectSealed = (told: unknown): void => {
  const text = JSON.stringify(told);
  for (const trace of traces) expect(text).not.toContain(trace);
};

describe("a sealed bid before its deadline", () => {
  it("is a count and nothing else to customer, staff and API key", async () => {
    const views = [
      await asCustomer(made.customer, made.no),
      await asStaff(staff, made.no),
      await asStaff(key, made.no),
    ];
    for (const view of views) {
      expect(view).toMatchObject({ counts: { bids: 1 }, bids: [], sheet: [] });
      expectSealed(view);
    }
    const invitations = views[1]?.["invitations"] as unknown as { state: string | null }[];
    expect(invitations.map(({ state }) => state)).toEqual([null, null, null]);
  });

  it("is not there for another bidder, and neither is how many there are", async () => {
    const seen = await asBidder(made.suppliers[1]?.owner as Actor, made.no);
    expect(seen).toMatchObject({ bid: null, standings: [], most: null });
    expectSealed(seen);
    expect(await made.suppliers[1]?.owner.error("{ staffInquiries { nodes { id } } }")).toBe("FORBIDDEN");
  });

  it("is not given by the statements that everybody but its bidder reads through", async () => {
    expect((await openedBids(sql(), [made.id])).size).toBe(0);
    expect((await standings(sql(), [made.id])).size).toBe(0);
    expect(await openContents(sql(), [made.id])).toEqual([]);
  });

  it("leaves no price in facts, notices, sends or answers that are kept", async () => {
    for (const table of ["facts", "notices", "notice_sends", "idempotency_keys", "deliveries", "timers"]) {
      const rows = await sql().query<Record<string, unknown>>(`SELECT * FROM ${table}`);
      if (table === "facts") expect(rows.some((row) => row["kind"] === "BidArrived")).toBe(true);
      expectSealed(rows);
    }
  });

  it("stays sealed for good when its customer cancels to peek", async () => {
    const peeked = await anInquiry(world, { suppliers: 1 });
    const [one] = peeked.suppliers;
    if (one) await bid(one, peeked, { price: SECRET });
    const cancel = { inquiryId: peeked.id, version: (await peeked.now()).version, reason: "不做了" };
    await peeked.customer.do(say.cancel, cancel);
    expect(await asCustomer(peeked.customer, peeked.no)).toMatchObject({ state: "CANCELLED", bids: [], sheet: [] });
    expectSealed(await asStaff(staff, peeked.no));
    const mine = await asBidder(one?.owner as Actor, peeked.no);
    expect(mine["bid"]).toMatchObject({ state: "LOST", total: String(SECRET * 22) });
  });

  it("is answered by who may bind the company alone", async () => {
    const [one] = made.suppliers;
    for (const role of ["WORKER", "FINANCE"] as const) {
      const { actor } = await aMember(world, one?.supplierId ?? "", role);
      expect(await actor.error(say.bid, { input: aBidInput(made) })).toBe("FORBIDDEN");
      expect((await asBidder(actor, made.no))["availableActions"]).toEqual([]);
    }
    const { actor } = await aMember(world, made.suppliers[2]?.supplierId ?? "", "DISPATCHER");
    await actor.do(say.bid, aBidInput(made, { price: SECRET }));
    expect(await made.customer.error(say.bid, { input: aBidInput(made) })).toBe("FORBIDDEN");
    expect(await key.error(say.staffCancel, { input: { inquiryId: made.id, version: 1, reason: "x" } })).toBe(
      "FORBIDDEN",
    );
    const reader = await aStaff(world, ["sourcing.read"]);
    expect((await asStaff(reader, made.no))["availableActions"]).toEqual([]);
    expect(await reader.error(say.staffAnswer, { input: { questionId: newId(), answer: "x" } })).toBe("FORBIDDEN");
  });

  it("is read by its customer and staff once the deadline has passed", async () => {
    await passDeadline(world, made);
    const later = await aStaff(world);
    expect((await asCustomer(made.customer, made.no))["bids"]).toHaveLength(2);
    const seen = await asStaff(later, made.no);
    expect(JSON.stringify(seen)).toContain(String(SECRET * 22));
    const poor = await aStaff(world, ["sourcing.read"]);
    const costs = (await asStaff(poor, made.no))["bids"] as unknown as { cost: string | null }[];
    expect(costs.map(({ cost }) => cost)).toEqual([null, null]);
    expectSealed(await asCustomer(made.customer, made.no));
    expectSealed(await asBidder(made.suppliers[1]?.owner as Actor, made.no));
  });
});
