import { describe, expect, it } from "vitest";
import { type SeenAttempt, type SeenTicket, viewForSupplier } from "./supplier-view.js";

const NOW = Date.parse("2026-11-20T02:00:00Z");
const ticket: SeenTicket = {
  id: "t",
  no: "ST20261120-AAAAAA",
  orderId: "o1",
  orderComponentId: "c1",
  orderNo: "SO20261120-AAAAAA",
  itemName: "空调清洗",
  quantity: 2,
  unit: "台",
  stage: 1,
  state: "OFFERED",
  regionCode: "430100",
  inputs: [{ code: "FLOOR", label: "楼层", value: "5", unit: null }],
  milestones: [{ code: "DONE", name: "完工", weight: 100, minPhotos: 1 }],
  note: "门禁 1234",
  contactName: "林晓",
  contactPhone: "13800000001",
  address: "岳麓大道 1 号",
  supplierId: null,
  pay: null,
  percent: 0,
  reworkCount: 0,
  reworkReason: null,
  reworkPhotoIds: [],
  assignedAt: null,
  deliveredAt: null,
  version: 2,
};
const attempt: SeenAttempt = {
  id: "a",
  supplierId: "mine",
  state: "OFFERED",
  offeredAt: NOW - 1_000,
  expiresAt: NOW + 1_000,
  pay: 9_600,
};
const owner = { supplierId: "mine", role: "OWNER" } as const;
const secrets = [ticket.note, ticket.contactName, ticket.contactPhone, ticket.address];
const shows = (view: unknown): boolean => secrets.some((secret) => JSON.stringify(view).includes(secret ?? "?"));

describe("what a supplier sees", () => {
  it("of an offer: scope, pay and the window, but not whom or where", () => {
    const view = viewForSupplier(ticket, attempt, owner, NOW);
    expect(view).toMatchObject({ pay: 9_600, state: "OFFERED", version: 2, contactName: null, address: null });
    expect(view?.availableActions).toEqual(["ACCEPT_OFFER", "DECLINE_OFFER"]);
    expect(shows(view)).toBe(false);
  });

  it("of a ticket of theirs: whom to contact", () => {
    const mine: SeenTicket = { ...ticket, state: "ASSIGNED", supplierId: "mine", pay: 9_600 };
    const view = viewForSupplier(mine, { ...attempt, state: "ACCEPTED" }, owner, NOW);
    expect(view).toMatchObject({ contactPhone: "13800000001", address: "岳麓大道 1 号", mine: true });
    expect(view?.availableActions).toEqual(["START"]);
  });

  it.each(["DECLINED", "EXPIRED", "WITHDRAWN"] as const)("after %s: nothing more than the offer showed", (state) => {
    const gone: SeenTicket = {
      ...ticket,
      state: "REWORK",
      supplierId: "rival",
      pay: 12_345,
      percent: 60,
      reworkCount: 1,
      reworkReason: "边角未清理",
      assignedAt: NOW,
      version: 9,
    };
    const view = viewForSupplier(gone, { ...attempt, state }, owner, NOW);
    expect(view).toMatchObject({ state: "OFFERED", pay: 9_600, percent: 0, version: 0, availableActions: [] });
    expect(view).toMatchObject({
      supplierId: null,
      reworkReason: null,
      assignedAt: null,
      offer: { state },
      mine: false,
    });
    expect(shows(view)).toBe(false);
    expect(JSON.stringify(view)).not.toMatch(/rival|12345|边角/);
  });

  it("of an offer whose window is over, the same, even before the timer comes round", () => {
    const view = viewForSupplier(ticket, attempt, owner, NOW + 1_000);
    expect(view).toMatchObject({ offer: { state: "EXPIRED" }, availableActions: [] });
  });

  it("nothing of what was never offered to them", () => {
    expect(viewForSupplier(ticket, null, owner, NOW)).toBeNull();
    expect(viewForSupplier(ticket, attempt, { supplierId: "other", role: "OWNER" }, NOW)).toBeNull();
    expect(viewForSupplier({ ...ticket, supplierId: "rival" }, null, owner, NOW)).toBeNull();
  });

  it("and may do by role: books nothing, workers the work, owners and dispatchers the offers too", () => {
    const working: SeenTicket = { ...ticket, state: "IN_PROGRESS", supplierId: "mine" };
    const may = (role: "OWNER" | "DISPATCHER" | "WORKER" | "FINANCE", seen: SeenTicket) =>
      viewForSupplier(seen, attempt, { supplierId: "mine", role }, NOW)?.availableActions;
    expect(may("FINANCE", ticket)).toEqual([]);
    expect(may("FINANCE", working)).toEqual([]);
    expect(may("WORKER", ticket)).toEqual([]);
    expect(may("WORKER", working)).toEqual(["POST_PROGRESS", "DELIVER"]);
    expect(may("DISPATCHER", ticket)).toEqual(["ACCEPT_OFFER", "DECLINE_OFFER"]);
    expect(may("OWNER", { ...working, state: "REWORK" })).toEqual(["START", "POST_PROGRESS"]);
  });
});
