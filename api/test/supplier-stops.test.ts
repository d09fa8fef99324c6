import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offerNext } from "../src/fulfilment/offer-next.flow.js";
import { newId } from "../src/kernel/ids.js";
import { SYSTEM } from "../src/platform/viewer.js";
import type { Actor } from "./kit/actor.js";
import { aContest, type Contest } from "./kit/contest.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { ACCEPT_OFFER, accept, DISPATCH_TICKET, offerOf, ticketNow } from "./kit/makers-fulfilment.js";
import { openWorld, type World } from "./kit/world.js";

const SUSPEND = "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";
const PAUSE = "mutation($input: PauseSupplierInput!) { pauseSupplier(input: $input) { userErrors { code } } }";
const ATTEMPTS = "query($id: ID!) { staffTicket(id: $id) { attempts { state declineReason trace { code } } } }";

/** Each race is run so often: who wins may differ, that one wins may not. */
const ROUNDS = [1, 2, 3, 4];

let world: World;
let staff: Actor;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

interface Stop {
  readonly title: string;
  readonly reason: string | null;
  /** Sends the deed to the first supplier of the contest; answers the code it was refused with, or DONE. */
  send(contest: Contest): Promise<string>;
}

const suspension: Stop = {
  title: "suspended",
  reason: "投诉调查",
  send: ({ suppliers: [first] }) =>
    outcome(staff, SUSPEND, { supplierId: first?.supplierId, version: 1, reason: "投诉调查" }),
};
const pause: Stop = {
  title: "paused by its owner",
  reason: null,
  send: ({ as }) => outcome(as(0).supplier.owner, PAUSE, { version: 1 }),
};

async function outcome(actor: Actor, mutation: string, input: Record<string, unknown>): Promise<string> {
  const answer = await actor.send(mutation, { input });
  expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined();
  const [payload] = Object.values(answer.data ?? {}) as { userErrors: { code: string }[] }[];
  return payload?.userErrors[0]?.code ?? "DONE";
}

describe.each([suspension, pause])("a supplier that is $title", ({ send, reason }) => {
  it("loses its open offers at once, and the next candidate is asked", async () => {
    const contest = await aContest(world, staff, 2);
    await world.settle();
    const offer = { ...(await offerOf(contest.as(0).supplier.owner, contest.ticketId)), idempotencyKey: newId() };
    expect(await send(contest)).toBe("DONE");
    expect(await contest.states()).toEqual(["WITHDRAWN"]);
    expect((await ticketNow(world, contest)).state).toBe("TO_DISPATCH");
    expect(await outcome(contest.as(0).supplier.owner, ACCEPT_OFFER, offer)).toBe("OFFER_ENDED");
    await world.settle();
    expect(await contest.offeredTo()).toBe(contest.suppliers[1]?.supplierId);
  });

  it("leaves the dispatcher the offer with its score and the reason it ended", async () => {
    const contest = await aContest(world, staff, 1);
    await world.settle();
    await send(contest);
    await world.settle();
    const { staffTicket } = await staff.ask(ATTEMPTS, { id: contest.ticketId });
    expect(staffTicket?.["attempts"]?.[0]).toMatchObject({ state: "WITHDRAWN", declineReason: reason });
    expect(staffTicket?.["attempts"]?.[0]?.["trace"]).toHaveLength(5);
    expect((await ticketNow(world, contest)).state).toBe("NEEDS_HUMAN");
  });

  it("keeps the work it has taken", async () => {
    const contest = await aContest(world, staff, 2);
    await world.settle();
    await accept(world, contest.as(0));
    await send(contest);
    await world.settle();
    expect(await contest.states()).toEqual(["ACCEPTED"]);
    expect((await ticketNow(world, contest)).supplierId).toBe(contest.suppliers[0]?.supplierId);
  });

  it.each(ROUNDS)("while it accepts: the work is its own, or the next one's, never both (%i)", async () => {
    const contest = await aContest(world, staff, 2);
    await world.settle();
    const { owner } = contest.as(0).supplier;
    const offer = { ...(await offerOf(owner, contest.ticketId)), idempotencyKey: newId() };
    world.clock.advance(1);
    const [accepted, stopped] = await Promise.all([outcome(owner, ACCEPT_OFFER, offer), send(contest)]);
    expect(stopped).toBe("DONE");
    await world.settle();
    if (accepted === "DONE") {
      expect(await contest.states()).toEqual(["ACCEPTED"]);
    } else {
      expect(accepted).toBe("OFFER_ENDED");
      expect(await contest.states()).toEqual(["WITHDRAWN", "OFFERED"]);
      expect(await contest.offeredTo()).toBe(contest.suppliers[1]?.supplierId);
    }
  });

  it.each(ROUNDS)("while it is asked, by the platform or by hand: no offer to it stays open (%i)", async (round) => {
    const contest = await aContest(world, staff, 2);
    const { ticketId, suppliers } = contest;
    const { version } = await ticketNow(world, contest);
    const input = { ticketId, version, supplierId: suppliers[0]?.supplierId, idempotencyKey: newId() };
    const asking =
      round % 2 === 0
        ? outcome(staff, DISPATCH_TICKET, input)
        : offerNext(world.server.platform, SYSTEM, { ticketId }).then(() => "DONE");
    const [asked, stopped] = await Promise.all([asking, send(contest)]);
    expect(["DONE", "SUPPLIER_NOT_ELIGIBLE"]).toContain(asked);
    expect(stopped).toBe("DONE");
    await world.settle();
    expect(await contest.offeredTo()).toBe(suppliers[1]?.supplierId);
  });
});

it("a supplier that takes no orders can't accept, whatever was left open", async () => {
  const contest = await aContest(world, staff, 1);
  await world.settle();
  const { owner, supplierId } = contest.as(0).supplier;
  const offer = { ...(await offerOf(owner, contest.ticketId)), idempotencyKey: newId() };
  await world.server.platform.work.run(SYSTEM, (tx) =>
    tx.run("UPDATE suppliers SET state = 'SUSPENDED' WHERE id = ?", [supplierId]),
  );
  expect(await outcome(owner, ACCEPT_OFFER, offer)).toBe("SUPPLIER_NOT_ELIGIBLE");
});
