import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aCustomer } from "./kit/makers-orders.js";
import { aQuotation, REQUEST_CHANGE } from "./kit/makers-quotations.js";
import { anInquiry, bid } from "./kit/makers-sourcing.js";
import { connect, listen, subscribe } from "./kit/socket.js";
import { openWorld, type World } from "./kit/world.js";

const INQUIRY =
  "subscription($id: ID!, $afterSeq: Int) { inquiryChanged(inquiryId: $id, afterSeq: $afterSeq) { inquiry { counts { bids } bids { id } } } }";
const STAFF_INQUIRY =
  "subscription($id: ID!, $afterSeq: Int) { staffInquiryChanged(inquiryId: $id, afterSeq: $afterSeq) { inquiry { counts { bids } bids { id } } } }";
const MY_INVITATION =
  "subscription($id: ID!, $afterSeq: Int) { supplierInquiryChanged(inquiryId: $id, afterSeq: $afterSeq) { inquiry { bid { total } most } } }";
const QUOTATION =
  "subscription($id: ID!, $afterSeq: Int) { quotationChanged(quotationId: $id, afterSeq: $afterSeq) { quotation { requests { text } } } }";
const STAFF_QUOTATION =
  "subscription($id: ID!, $afterSeq: Int) { staffQuotationChanged(quotationId: $id, afterSeq: $afterSeq) { quotation { requests { text } } } }";

let world: World;
let url: string;
const clients: Client[] = [];

beforeAll(async () => {
  world = await openWorld();
  url = await listen(world);
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => world.close());

function open(actor: Actor): Client {
  const client = connect(url, actor);
  clients.push(client);
  return client;
}
const ended = (actor: Actor, query: string, id: string): Promise<unknown> =>
  subscribe(open(actor), query, { id }).ended;

describe("an inquiry that moves", () => {
  it("is heard of by its customer, by who is invited and by staff who may read it, by nobody else", async () => {
    const made = await anInquiry(world, { suppliers: 2 });
    const [invited] = made.suppliers;
    const outsider = (await anInquiry(world, { suppliers: 1 })).suppliers[0]?.owner as Actor;
    const stranger = await aCustomer(world);
    for (const id of [made.id, newId()]) {
      expect(await ended(stranger, INQUIRY, id)).toBe("NOT_FOUND");
      expect(await ended(outsider, MY_INVITATION, id)).toBe("NOT_FOUND");
    }
    expect(await ended(invited?.owner as Actor, INQUIRY, made.id)).toBe("FORBIDDEN");
    expect(await ended(made.customer, MY_INVITATION, made.id)).toBe("FORBIDDEN");
    expect(await ended(made.customer, STAFF_INQUIRY, made.id)).toBe("FORBIDDEN");
    expect(await ended(await aStaff(world, ["orders.read"]), STAFF_INQUIRY, made.id)).toBe("FORBIDDEN");
  });

  it("tells a sealed bid as one more, and to another bidder not at all", async () => {
    const made = await anInquiry(world, { suppliers: 2 });
    const [one, other] = made.suppliers;
    if (!one || !other) throw new Error("Two suppliers were asked for.");
    const staff = await aStaff(world, ["sourcing.read"]);
    const asked = { id: made.id, afterSeq: 0 };
    const customer = subscribe(open(made.customer), INQUIRY, asked);
    const looking = subscribe(open(staff), STAFF_INQUIRY, asked);
    const bidder = subscribe(open(one.owner), MY_INVITATION, asked);
    const rival = subscribe(open(other.owner), MY_INVITATION, asked);
    const opened = (event: Data): boolean => event["inquiry"]?.["bid"] === null;
    await Promise.all([bidder.until(opened), rival.until(opened)]);
    await bid(one, made, { price: 48_713 });
    const counted = (event: Data): boolean => event["inquiry"]?.["counts"]?.["bids"] === 1;
    expect((await customer.until(counted))["inquiry"]?.["bids"]).toEqual([]);
    expect((await looking.until(counted))["inquiry"]?.["bids"]).toEqual([]);
    const bidden = (event: Data): boolean => !opened(event);
    expect((await bidder.until(bidden))["inquiry"]?.["most"]).toBeNull();
    await bid(other, made, { price: 50_000 });
    await rival.until(bidden);
    // Between the page's first look and its own bid the rival heard nothing.
    expect(rival.events.filter(opened)).toHaveLength(1);
  });
});

describe("a quotation that moves", () => {
  it("is heard of by its addressee and by staff who may read it, by nobody else", async () => {
    const made = await aQuotation(world);
    const stranger = await aCustomer(world);
    for (const id of [made.quotationId, newId()]) expect(await ended(stranger, QUOTATION, id)).toBe("NOT_FOUND");
    expect(await ended(made.customer, STAFF_QUOTATION, made.quotationId)).toBe("FORBIDDEN");
    expect(await ended(await aStaff(world, ["orders.read"]), STAFF_QUOTATION, made.quotationId)).toBe("FORBIDDEN");
    const staff = await aStaff(world, ["quotations.read"]);
    const heard = subscribe(open(staff), STAFF_QUOTATION, { id: made.quotationId, afterSeq: 0 });
    const wish = { quotationId: made.quotationId, number: 1, text: "能否便宜一点？", idempotencyKey: newId() };
    await made.customer.do(REQUEST_CHANGE, wish);
    const wished = (event: Data): boolean => JSON.stringify(event["quotation"]?.["requests"]).includes(wish.text);
    expect(await heard.until(wished)).toBeDefined();
  });
});
