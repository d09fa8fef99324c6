import { describe, expect, it } from "vitest";
import type { Permission, Viewer } from "../platform/viewer.js";
import { customerActions, staffActions } from "./actions.js";
import { ticketStates } from "./ticket.js";

const staff = (...held: Permission[]): Viewer => ({
  kind: "staff",
  accountId: "a",
  sessionId: "s",
  permissions: new Set(held),
  ip: "127.0.0.1",
});

describe("available actions", () => {
  it("let the customer act on approved work only", () => {
    const acting = ticketStates.filter((state) => customerActions(state).length > 0);
    expect(acting).toEqual(["PLATFORM_APPROVED"]);
    expect(customerActions("PLATFORM_APPROVED")).toEqual(["ACCEPT", "REQUEST_REWORK"]);
  });

  it("give staff what their permissions allow, and nothing without one", () => {
    expect(staffActions("NEEDS_HUMAN", staff("tickets.dispatch"))).toEqual(["DISPATCH"]);
    expect(staffActions("OFFERED", staff("tickets.dispatch"))).toEqual(["WITHDRAW_OFFER"]);
    expect(staffActions("DELIVERED", staff("tickets.dispatch"))).toEqual([]);
    expect(staffActions("DELIVERED", staff("progress.review"))).toEqual(["APPROVE_WORK", "REQUEST_REWORK"]);
    for (const state of ticketStates) expect(staffActions(state, staff("tickets.read"))).toEqual([]);
  });

  it("give a customer or supplier none of the staff's", () => {
    const customer: Viewer = { kind: "customer", accountId: "a", sessionId: "s", ip: "127.0.0.1" };
    for (const state of ticketStates) expect(staffActions(state, customer)).toEqual([]);
  });
});
