import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "./kit/actor.js";
import { aContest } from "./kit/contest.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { accept, approve, decline, deliver, sign, start } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const ORDER =
  "query($id: ID!) { staffOrder(id: $id) { cost margin lines { costAmount } ledger { kind postings { debit } } } }";
const LIST = "query($first: Int) { staffOrders(first: $first) { nodes { total cost margin lines { costAmount } } } }";

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

describe("what an order costs", () => {
  it("is what was planned until another supplier takes the work, then that one's pay, as the books say", async () => {
    const contest = await aContest(world, staff, 2);
    const seen = async () => (await staff.ask(ORDER, { id: contest.order.orderId }))["staffOrder"];
    const planned = { cost: "6000", margin: "4000", lines: [{ costAmount: "6000" }] };
    await world.settle();
    await decline(world, contest.as(0));
    await world.settle();
    expect(await seen()).toMatchObject(planned);
    await accept(world, contest.as(1));
    expect(await seen()).toMatchObject({ cost: "6100", margin: "3900", lines: [{ costAmount: "6100" }] });
    for (const step of [start, deliver, approve, sign]) await step(world, contest.as(1));
    const ledger = (await seen())?.["ledger"] as unknown as { kind: string; postings: { debit: string }[] }[];
    const booked = ledger.find(({ kind }) => kind === "COST_INCURRED");
    expect(booked?.postings[0]?.debit).toBe("6100");
  });

  it("is told for a whole list in as many statements as for one", async () => {
    for (let count = 0; count < 3; count += 1) await aContest(world, staff, 1);
    const few = await world.statements(() => staff.ask(LIST, { first: 1 }));
    const many = await world.statements(() => staff.ask(LIST, { first: 4 }));
    expect(many).toHaveLength(few.length);
  });

  it("is told to nobody without cost.read", async () => {
    const { order } = await aContest(world, staff, 1);
    const clerk = await aStaff(world, ["orders.read"]);
    const { staffOrder } = await clerk.ask(ORDER, { id: order.orderId });
    expect(staffOrder).toMatchObject({ cost: null, margin: null, lines: [{ costAmount: null }] });
  });
});
