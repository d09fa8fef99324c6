import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { expireQuotation } from "../src/quotations/expire-quotation.flow.js";
import { versionByNumber } from "../src/quotations/quotation.store.js";
import { versionsOf } from "../src/quotations/quotation-read.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import {
  ACCEPT_QUOTATION,
  acceptanceOf,
  aQuotation,
  DRAFT_NEXT,
  type MadeQuotation,
  REQUEST_CHANGE,
  SEND_QUOTATION,
  sendNext,
  WITHDRAW_QUOTATION,
} from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

const ROUNDS = [1, 2, 3];
/** At which of its looks at the clock time runs out for who accepts: at the first, in between, or after it all. */
const LOOKS = [1, 2, 3, 4, 5, 6, 8, 12, 10_000];
const seen = new Set<string>();

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  staff = await aStaff(world);
});
afterAll(() => world.close());

const read = () => world.server.platform.database.read;
const orderCount = async (made: MadeQuotation): Promise<number> =>
  (await read().query("SELECT id FROM orders WHERE quotationId = ?", [made.quotationId])).length;

/** Sends a mutation and tells the code it was refused with, or DONE. */
async function outcome(actor: Actor, mutation: string, input: Record<string, unknown>): Promise<string> {
  const answer = await actor.send(mutation, { input });
  expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
  const [payload] = Object.values(answer.data ?? {}) as { userErrors: { code: string }[] }[];
  return payload?.userErrors[0]?.code ?? "DONE";
}

/** Does something at the n-th time anybody looks at the clock, before they read it. */
function atLook(look: number, deed: () => void): { stop(): void } {
  const now = world.clock.now.bind(world.clock);
  let left = look;
  const spy = vi.spyOn(world.clock, "now").mockImplementation(() => {
    left -= 1;
    if (left === 0) {
      spy.mockRestore();
      deed();
    }
    return now();
  });
  return { stop: () => spy.mockRestore() };
}

async function aDraftToSend(made: MadeQuotation): Promise<Record<string, unknown>> {
  const { quotation } = await staff.do(DRAFT_NEXT, { quotationId: made.quotationId });
  const version = (quotation?.["versions"] as unknown as Data[]).at(-1);
  return { quotationId: made.quotationId, number: version?.["number"], version: version?.["version"] };
}

describe("one order", () => {
  it("of fifty acceptances at once, each with a key of its own", async () => {
    const made = await aQuotation(world);
    const yes = await acceptanceOf(world, made);
    const all = await Promise.all(
      Array.from({ length: 50 }, () => outcome(made.customer, ACCEPT_QUOTATION, { ...yes, idempotencyKey: newId() })),
    );
    expect(all.filter((code) => code === "DONE")).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set(["DONE", "INVALID_STATE"]));
    expect(await orderCount(made)).toBe(1);
  });

  it("of one click that arrives ten times: ten equal answers", async () => {
    const made = await aQuotation(world);
    const yes = await acceptanceOf(world, made);
    const all = await Promise.all(Array.from({ length: 10 }, () => made.customer.do(ACCEPT_QUOTATION, yes)));
    for (const payload of all) expect(payload["order"]).toEqual(all[0]?.["order"]);
    expect(await orderCount(made)).toBe(1);
  });
});

describe("accepting at the same moment as", () => {
  it.each(ROUNDS)("withdrawing: one wins (%i)", async () => {
    const made = await aQuotation(world);
    const takeBack = { quotationId: made.quotationId, number: 1, reason: "价格有误" };
    const yes = await acceptanceOf(world, made);
    const both = await Promise.all([
      outcome(made.customer, ACCEPT_QUOTATION, yes),
      outcome(staff, WITHDRAW_QUOTATION, takeBack),
    ]);
    expect([...both].sort()).toEqual(["DONE", "INVALID_STATE"]);
    expect(await orderCount(made)).toBe(both[0] === "DONE" ? 1 : 0);
  });

  it.each(LOOKS)(
    "its end, which comes at its look %i at the clock: accepted in time or expired, never both",
    async (look) => {
      const made = await aQuotation(world, { draft: { validUntil: world.clock.now() + HOUR } });
      const yes = await acceptanceOf(world, made);
      const version = await versionByNumber(read(), made.quotationId, 1);
      let ending: Promise<void> | undefined;
      const end = (): void => {
        world.clock.advance(HOUR);
        ending = expireQuotation(world.server.platform, version?.id ?? "");
      };
      const before = atLook(look, end);
      const code = await outcome(made.customer, ACCEPT_QUOTATION, yes);
      before.stop();
      if (!ending) end();
      await ending;
      const state = (await versionByNumber(read(), made.quotationId, 1))?.state;
      expect([code, state]).toEqual(code === "DONE" ? ["DONE", "CONVERTED"] : ["QUOTATION_EXPIRED", "EXPIRED"]);
      expect(await orderCount(made)).toBe(code === "DONE" ? 1 : 0);
      seen.add(code);
    },
  );

  it("its end, with both outcomes seen", () => {
    expect([...seen].sort()).toEqual(["DONE", "QUOTATION_EXPIRED"]);
  });

  it.each(ROUNDS)("the next version is sent: the old one is accepted or superseded (%i)", async () => {
    const made = await aQuotation(world);
    const next = await aDraftToSend(made);
    const yes = await acceptanceOf(world, made);
    const [accepted, sent] = await Promise.all([
      outcome(made.customer, ACCEPT_QUOTATION, yes),
      outcome(staff, SEND_QUOTATION, next),
    ]);
    const states = ((await versionsOf(read(), [made.quotationId])).get(made.quotationId) ?? []).map(
      ({ state }) => state,
    );
    if (accepted === "DONE") {
      expect(["INVALID_STATE", "STALE_VERSION"]).toContain(sent);
      expect(states).toEqual(["CONVERTED", "WITHDRAWN"]);
    } else {
      expect([accepted, sent]).toEqual(["QUOTATION_CHANGED", "DONE"]);
      expect(states).toEqual(["SUPERSEDED", "SENT"]);
    }
  });
});

describe("two of the staff at once", () => {
  it("send one draft: it is sent once", async () => {
    const made = await aQuotation(world);
    const next = await aDraftToSend(made);
    const other = await aStaff(world);
    const both = await Promise.all([outcome(staff, SEND_QUOTATION, next), outcome(other, SEND_QUOTATION, next)]);
    expect([...both].sort()).toEqual(["DONE", "STALE_VERSION"]);
  });

  it("begin the next version: both get the same draft", async () => {
    const made = await aQuotation(world);
    const other = await aStaff(world);
    const input = { quotationId: made.quotationId };
    const both = await Promise.all([staff.do(DRAFT_NEXT, input), other.do(DRAFT_NEXT, input)]);
    expect(both.map((payload) => payload["quotation"]["draftNumber"])).toEqual([2, 2]);
    expect((await versionsOf(read(), [made.quotationId])).get(made.quotationId)).toHaveLength(2);
  });
});

describe("a negotiation", () => {
  it("over three versions becomes an order once, at the last version's price", async () => {
    const made = await aQuotation(world);
    const wish = (number: number, text: string) =>
      made.customer.do(REQUEST_CHANGE, { quotationId: made.quotationId, number, text, idempotencyKey: newId() });
    await wish(1, "能否便宜一些？");
    expect(await sendNext(world, staff, made, "9500")).toBe(2);
    world.clock.advance(MINUTE);
    await wish(2, "再便宜一点就定了");
    expect(await sendNext(world, staff, made, "9000")).toBe(3);
    const DIFF = `query($no: String!) { quotation(no: $no) { state currentNumber
      requests { state answeredByNumber } versions { number state changes { field before after } } } }`;
    const { quotation } = await made.customer.ask(DIFF, { no: made.no });
    expect(quotation).toMatchObject({ currentNumber: 3, requests: [{ answeredByNumber: 2 }, { answeredByNumber: 3 }] });
    expect((quotation?.["versions"] as unknown as Data[]).map((version) => version["state"])).toEqual([
      "SUPERSEDED",
      "SUPERSEDED",
      "SENT",
    ]);
    expect(quotation?.["versions"][2]?.["changes"]).toContainEqual({ field: "TOTAL", before: "9500", after: "9000" });
    const payload = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    expect(payload["order"]["total"]).toBe("9000");
    expect(await orderCount(made)).toBe(1);
  });
});
