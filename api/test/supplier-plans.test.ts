import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor } from "./kit/actor.js";
import { aSupplier, planPart } from "./kit/makers-catalogue.js";
import {
  approveReport,
  aStagedOrder,
  bringTo,
  complete,
  post,
  START_WORK,
  ticketNow,
} from "./kit/makers-fulfilment.js";
import { payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const PARTS = `query($id: ID!) { supplierTicket(id: $id) { planParts {
  concern nature state dueAt afterDays milestoneName holdsWork } } }`;
const partsFor = async (by: Actor, ticketId: string) =>
  ((await by.ask(PARTS, { id: ticketId }))["supplierTicket"]?.["planParts"] ?? null) as
    | readonly Record<string, unknown>[]
    | null;
const told = async (by: Actor, ticketId: string) =>
  (await partsFor(by, ticketId))?.map(({ concern, state }) => [concern, state].join(" ")).join(", ");

const plan = [
  planPart("首付 ¥2000", 20, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true }),
  planPart("开工款", 10, { trigger: "ON_TICKETS_STARTED", overdueAction: "PAUSE_WORK" }),
  planPart("水电款", 30, { trigger: "ON_MILESTONE", milestone: "BEGUN", componentPosition: 2 }),
  planPart("尾款", 35, { nature: "FINAL" }),
  planPart("质保金", 5, { nature: "RETENTION", trigger: "AFTER_DAYS", afterDays: 30 }),
];

describe("a supplier sees of the customer's plan", () => {
  it("what its own work waits for and makes due, as it moves, and nothing of another's milestone", async () => {
    const { order, tickets } = await aStagedOrder(world, [1, 1], { plan });
    const [first, second] = [found(tickets[0]), found(tickets[1])];
    for (const made of [first, second]) await bringTo(world, made, "ASSIGNED");
    const [own, other] = [first.supplier.owner, second.supplier.owner];
    expect(await told(own, first.ticketId)).toBe(
      "BEFORE_WORK PAID, ON_START PLANNED, ON_ACCEPTANCE PLANNED, ON_ACCEPTANCE PLANNED",
    );
    expect(await partsFor(other, second.ticketId)).toEqual([
      expect.objectContaining({
        concern: "BEFORE_WORK",
        nature: "ADVANCE",
        state: "PAID",
        holdsWork: true,
        dueAt: null,
      }),
      expect.objectContaining({ concern: "ON_START", state: "PLANNED", holdsWork: true }),
      expect.objectContaining({ concern: "ON_MILESTONE", state: "PLANNED", milestoneName: "开工", holdsWork: false }),
      expect.objectContaining({ concern: "ON_ACCEPTANCE", nature: "FINAL", afterDays: null }),
      expect.objectContaining({ concern: "ON_ACCEPTANCE", nature: "RETENTION", afterDays: 30 }),
    ]);
    await other.do(START_WORK, { ticketId: second.ticketId, version: (await ticketNow(world, second)).version });
    await approveReport(second, await post(second, "BEGUN"));
    expect(await told(other, second.ticketId)).toContain("ON_START DUE, ON_MILESTONE DUE");
    await payByTransfer(world, order, ({ name }) => name === "水电款");
    expect(await told(other, second.ticketId)).toContain("ON_START DUE, ON_MILESTONE PAID");
  });

  it.each(["amount", "name", "paid", "payable", "waived", "shareBasisPoints"])(
    "and can't even ask for its %s",
    async (field) => {
      const { owner } = await aSupplier(world);
      const asked = `query($id: ID!) { supplierTicket(id: $id) { planParts { ${field} } } }`;
      expect(await owner.error(asked, { id: "ANY" })).toBe("GRAPHQL_VALIDATION_FAILED");
    },
  );

  it("nothing while it is only offered, and nothing of a ticket that is another's", async () => {
    const { tickets } = await aStagedOrder(world, [1], { plan });
    const made = found(tickets[0]);
    await bringTo(world, made, "OFFERED");
    expect(await partsFor(made.supplier.owner, made.ticketId)).toEqual([]);
    const stranger = await aSupplier(world);
    expect(await partsFor(stranger.owner, made.ticketId)).toBeNull();
  });

  it("that money is late", async () => {
    const two = [
      planPart("首付", 20, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true }),
      planPart("进场款", 80, { trigger: "ON_TICKETS_STARTED", overdueAction: "PAUSE_WORK" }),
    ];
    const { tickets } = await aStagedOrder(world, [1], { plan: two });
    const made = found(tickets[0]);
    await bringTo(world, made, "IN_PROGRESS");
    world.clock.advance(2 * DAY);
    await world.server.courier.drain();
    expect(await told(made.supplier.owner, made.ticketId)).toBe("BEFORE_WORK PAID, ON_START OVERDUE");
  });

  it("what its accepted work made due", async () => {
    const two = [
      planPart("首付", 20, { nature: "ADVANCE", trigger: "ON_ORDER", gate: true }),
      planPart("尾款", 80, { nature: "FINAL" }),
    ];
    const { tickets } = await aStagedOrder(world, [1], { plan: two });
    await complete(world, tickets);
    const made = found(tickets[0]);
    expect(await told(made.supplier.owner, made.ticketId)).toBe("BEFORE_WORK PAID, ON_ACCEPTANCE DUE");
  });
});
