import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import {
  allDone,
  released,
  stateAtOpening,
  type TicketState,
  type TicketVerb,
  ticketStates,
  ticketTable,
} from "./ticket.js";

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

describe("stages", () => {
  it("start with the lowest stage, whatever its number", () => {
    expect(stateAtOpening(2, [2, 2, 3])).toBe("TO_DISPATCH");
    expect(stateAtOpening(3, [2, 2, 3])).toBe("WAITING");
  });

  it("release the next stage only when every ticket before it is over", () => {
    const first = { stage: 1, state: "ACCEPTED" as TicketState };
    const second = { stage: 1, state: "DELIVERED" as TicketState };
    const later = { stage: 2, state: "WAITING" as TicketState };
    const last = { stage: 3, state: "WAITING" as TicketState };
    expect(released([first, second, later, last])).toEqual([]);
    expect(released([first, { ...second, state: "ACCEPTED" }, later, last])).toEqual([later]);
    expect(released([first, { ...second, state: "CANCELLED" }, later, last])).toEqual([later]);
  });

  it("release every stage in turn and never one too early, for any order of work (seed 7)", () => {
    const stages = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(stages, (numbers) => {
        const tickets = numbers.map((stage) => ({ stage, state: stateAtOpening(stage, numbers) }));
        while (!allDone(tickets)) {
          const open = tickets.find((ticket) => ticket.state === "TO_DISPATCH");
          if (!open) throw new Error("Nothing can be worked on, yet not all is done.");
          const early = tickets.filter((ticket) => ticket.stage < open.stage && ticket.state !== "ACCEPTED");
          expect(early).toEqual([]);
          open.state = "ACCEPTED";
          for (const ticket of released(tickets)) ticket.state = "TO_DISPATCH";
        }
      }),
      { seed: 7 },
    );
  });

  it("count as done only when something was accepted", () => {
    expect(allDone([{ stage: 1, state: "CANCELLED" }])).toBe(false);
    expect(
      allDone([
        { stage: 1, state: "CANCELLED" },
        { stage: 1, state: "ACCEPTED" },
      ]),
    ).toBe(true);
    expect(
      allDone([
        { stage: 1, state: "ACCEPTED" },
        { stage: 2, state: "WAITING" },
      ]),
    ).toBe(false);
  });
});
