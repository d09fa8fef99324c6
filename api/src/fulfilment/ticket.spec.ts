import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR } from "../kernel/clock.js";
import { Refusal } from "../kernel/refusal.js";
import { allDone, opening, released, type TicketState, type TicketVerb, ticketStates, ticketTable } from "./ticket.js";

const verbs: readonly TicketVerb[] = [
  "RELEASE",
  "OFFER",
  "GIVE_UP",
  "ACCEPT_OFFER",
  "DECLINE_OFFER",
  "EXPIRE_OFFER",
  "WITHDRAW_OFFER",
  "PASS_ON",
  "START",
  "DELIVER",
  "APPROVE_WORK",
  "RETURN_WORK",
  "ACCEPT",
  "REQUEST_REWORK",
  "CANCEL",
];

const arrows: readonly [TicketState, TicketVerb, TicketState][] = [
  ["WAITING", "RELEASE", "TO_DISPATCH"],
  ["TO_DISPATCH", "OFFER", "OFFERED"],
  ["TO_DISPATCH", "GIVE_UP", "NEEDS_HUMAN"],
  ["NEEDS_HUMAN", "OFFER", "OFFERED"],
  ["OFFERED", "ACCEPT_OFFER", "ASSIGNED"],
  ["OFFERED", "DECLINE_OFFER", "TO_DISPATCH"],
  ["OFFERED", "EXPIRE_OFFER", "TO_DISPATCH"],
  ["OFFERED", "WITHDRAW_OFFER", "NEEDS_HUMAN"],
  ["OFFERED", "PASS_ON", "TO_DISPATCH"],
  ["ASSIGNED", "START", "IN_PROGRESS"],
  ["IN_PROGRESS", "DELIVER", "DELIVERED"],
  ["DELIVERED", "APPROVE_WORK", "PLATFORM_APPROVED"],
  ["DELIVERED", "RETURN_WORK", "REWORK"],
  ["PLATFORM_APPROVED", "ACCEPT", "ACCEPTED"],
  ["PLATFORM_APPROVED", "REQUEST_REWORK", "REWORK"],
  ["REWORK", "START", "IN_PROGRESS"],
  ...ticketStates
    .filter((state) => state !== "ACCEPTED" && state !== "CANCELLED")
    .map((state): [TicketState, TicketVerb, TicketState] => [state, "CANCEL", "CANCELLED"]),
];

describe("a ticket's life", () => {
  it.each(arrows)("%s, %s → %s", (from, verb, to) => {
    expect(ticketTable.after(from, verb)).toBe(to);
  });

  it("has no other arrow", () => {
    const known = new Set(arrows.map(([from, verb]) => `${from} ${verb}`));
    for (const state of ticketStates) {
      for (const verb of verbs) expect(ticketTable.allows(state, verb)).toBe(known.has(`${state} ${verb}`));
    }
  });

  it("never lets a customer accept what the platform has not approved", () => {
    expect(() => ticketTable.after("DELIVERED", "ACCEPT")).toThrow(Refusal);
  });
});

type Staged = Parameters<typeof opening>[0] & { state: TicketState; releasesAt: number | null };
const staged = (stage: number, wish: Partial<Staged> = {}): Staged => ({
  orderComponentId: `component-${stage}`,
  stage,
  waitsFor: null,
  lagHours: 0,
  state: "WAITING",
  releasesAt: null,
  ...wish,
});

describe("the order of work", () => {
  it("starts with the lowest stage, whatever its number", () => {
    const all = [staged(2), staged(2), staged(3)];
    expect(all.map((ticket) => opening(ticket, all, 0).state)).toEqual(["TO_DISPATCH", "TO_DISPATCH", "WAITING"]);
  });

  it("starts with what waits for nothing, and lets hours go by before what asks for them", () => {
    const early = staged(1, { orderComponentId: "a", waitsFor: [] });
    const drying = staged(1, { orderComponentId: "b", waitsFor: [], lagHours: 24 });
    const late = staged(2, { orderComponentId: "c", waitsFor: ["a"], lagHours: 2 });
    const all = [early, drying, late];
    expect(all.map((ticket) => opening(ticket, all, 1_000))).toEqual([
      { state: "TO_DISPATCH", releasesAt: null },
      { state: "WAITING", releasesAt: 1_000 + 24 * HOUR },
      { state: "WAITING", releasesAt: null },
    ]);
  });

  it("releases the next stage only when every ticket before it is over", () => {
    const [first, second, later, last] = [staged(1), staged(1), staged(2), staged(3)] as const;
    const done = (ticket: Staged, state: TicketState): Staged => ({ ...ticket, state });
    expect(released([done(first, "ACCEPTED"), done(second, "DELIVERED"), later, last])).toEqual([]);
    expect(released([done(first, "ACCEPTED"), done(second, "ACCEPTED"), later, last])).toEqual([later]);
    expect(released([done(first, "ACCEPTED"), done(second, "CANCELLED"), later, last])).toEqual([later]);
  });

  it("releases what its own predecessors allow, whatever else of an earlier stage is open", () => {
    const done = staged(1, { orderComponentId: "a", waitsFor: [], state: "ACCEPTED" });
    const open = staged(1, { orderComponentId: "b", waitsFor: [], state: "IN_PROGRESS" });
    const next = staged(2, { orderComponentId: "c", waitsFor: ["a"] });
    const both = staged(2, { orderComponentId: "d", waitsFor: ["a", "b"] });
    const lagging = staged(2, { orderComponentId: "e", waitsFor: ["a"], releasesAt: 5 });
    expect(released([done, open, next, both, lagging])).toEqual([next]);
  });

  it("comes to an end for any graph, and begins nothing too early (seed 7)", () => {
    const sizes = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(sizes, (picks) => {
        const tickets = picks.map((pick, index) => {
          const waitsFor = index === 0 ? [] : pick.map((seed) => `c${seed % index}`);
          return staged(1, { orderComponentId: `c${index}`, waitsFor });
        });
        for (const [index, ticket] of tickets.entries()) {
          tickets[index] = { ...ticket, state: opening(ticket, tickets, 0).state };
        }
        while (!allDone(tickets)) {
          const open = tickets.find((ticket) => ticket.state === "TO_DISPATCH");
          if (!open) throw new Error("Nothing can be worked on, yet not all is done.");
          const before = tickets.filter(({ orderComponentId }) => open.waitsFor?.includes(orderComponentId));
          expect(before.every(({ state }) => state === "ACCEPTED")).toBe(true);
          open.state = "ACCEPTED";
          for (const ticket of released(tickets)) ticket.state = "TO_DISPATCH";
        }
      }),
      { seed: 7 },
    );
  });

  it("count as done only when something was accepted", () => {
    expect(allDone([{ state: "CANCELLED" }])).toBe(false);
    expect(allDone([{ state: "CANCELLED" }, { state: "ACCEPTED" }])).toBe(true);
    expect(allDone([{ state: "ACCEPTED" }, { state: "WAITING" }])).toBe(false);
  });
});
