import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { inviteDemand } from "../src/sourcing/invitation.store.js";
import type { Data } from "./kit/actor.js";
import { aCustomer, anItem, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import {
  anInquiry,
  anInquiryInput,
  asBidder,
  asCustomer,
  asStaff,
  bid,
  passDeadline,
  say,
} from "./kit/makers-sourcing.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const sql = () => world.server.platform.database.read;
const inHours = (hours: number): string => new Date(world.clock.now() + hours * HOUR).toISOString();

describe("one customer alone", () => {
  it("has at most ten inquiries open, and makes no supplier busy", async () => {
    const itemId = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId }] });
    const customer = await aCustomer(world);
    const input = () => anInquiryInput([itemId], { deadline: inHours(24), idempotencyKey: newId() });
    for (let i = 0; i < 10; i += 1) await customer.do(say.open, input());
    expect(await customer.refusal(say.open, input())).toBe("RATE_LIMITED");
    await world.settle();
    const demand = await inviteDemand(sql(), [supplier.supplierId]);
    expect(demand.openInvitations.get(supplier.supplierId)).toBe(1);
  });
});

describe("what was taken back while it was sealed", () => {
  it("is never opened; what is taken back afterwards still says what it was", async () => {
    const made = await anInquiry(world, { suppliers: 3 });
    const [early, late, stays] = made.suppliers;
    if (!early || !late || !stays) throw new Error("There are three.");
    for (const supplier of made.suppliers) await bid(supplier, made);
    const takeBack = async (supplier: typeof early) => {
      const { version } = (await asBidder(supplier.owner, made.no))["bid"] as unknown as { version: number };
      await supplier.owner.do(say.withdraw, { inquiryId: made.id, version });
    };
    await takeBack(early);
    await passDeadline(world, made);
    await takeBack(late);
    const { bids, sheet } = await asCustomer(made.customer, made.no);
    const shown = (bids as unknown as { supplier: { id: string } }[]).map(({ supplier }) => supplier.id).sort();
    expect(shown).toEqual([late.supplierId, stays.supplierId].sort());
    expect(JSON.stringify(sheet)).not.toContain(early.supplierId);
    expect((await asStaff(await aStaff(world), made.no))["bids"]).toHaveLength(2);
  });
});

describe("a bid of a reverse auction", () => {
  it("binds: who kept others out with it can't take it back, before the deadline or after it", async () => {
    const made = await anInquiry(world, { suppliers: 2, input: { visibility: "REVERSE", decrement: "10000" } });
    const [one] = made.suppliers;
    if (!one) throw new Error("There are two.");
    await bid(one, made, { price: 1 });
    const { version, state } = (await asBidder(one.owner, made.no))["bid"] as unknown as {
      version: number;
      state: string;
    };
    expect(state).toBe("SUBMITTED");
    const seen = { inquiryId: made.id, version };
    expect(await one.owner.refusal(say.withdraw, seen)).toBe("INVALID_STATE");
    expect((await asBidder(one.owner, made.no))["availableActions"]).not.toContain("WITHDRAW");
    await passDeadline(world, made);
    const after = (await asBidder(one.owner, made.no))["bid"] as unknown as { version: number };
    expect(await one.owner.refusal(say.withdraw, { ...seen, version: after.version })).toBe("INVALID_STATE");
  });
});

describe("a supplier that declined and then bids", () => {
  it("looks to staff as if it had not, until bids are opened", async () => {
    const made = await anInquiry(world, { suppliers: 2 });
    const [one] = made.suppliers;
    if (!one) throw new Error("There are two.");
    await one.owner.do(say.decline, { inquiryId: made.id, reason: "档期已满" });
    const invitations = async () =>
      JSON.stringify((await asStaff(await aStaff(world), made.no))["invitations"] as unknown as Data[]);
    const declined = async () => (await asCustomer(made.customer, made.no))["counts"] as Data;
    const [before, counted] = [await invitations(), (await declined())["declined"]];
    await bid(one, made);
    expect([await invitations(), (await declined())["declined"]]).toEqual([before, counted]);
    await passDeadline(world, made);
    expect(await invitations()).toContain("ANSWERED");
    expect((await declined())["declined"]).toBe(0);
  });
});

describe("a supplier's list", () => {
  it("takes as many statements for five inquiries as for one", async () => {
    const itemId = await anItem(world);
    const supplier = await aSupplier(world, { services: [{ itemId }] });
    const customer = await aCustomer(world);
    const list = "{ myInvitations { edges { node { no seq questions { question } bid { versions { number } } } } } }";
    const opened = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const input = anInquiryInput([itemId], { deadline: inHours(24), kind: "PRICE", idempotencyKey: newId() });
        const { id } = (await customer.do(say.open, input))["inquiry"] as unknown as { id: string };
        await world.settle();
        await supplier.owner.do(say.ask, { inquiryId: id, question: "几楼？", idempotencyKey: newId() });
      }
      return (await world.statements(() => supplier.owner.ask(list))).length;
    };
    const one = await opened(1);
    expect(await opened(4)).toBe(one);
  });
});
