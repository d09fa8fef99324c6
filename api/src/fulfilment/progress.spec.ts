import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import {
  checkApproval,
  checkDelivery,
  checkPost,
  deliveryOf,
  PHOTOS_MAX,
  percentOf,
  type Report,
  type ReportState,
  reportStates,
  reportTable,
} from "./progress.js";
import { type Milestone, ticketStates } from "./ticket.js";

const milestones: readonly Milestone[] = [
  { code: "survey", name: "上门勘查", weight: 20, minPhotos: 0 },
  { code: "build", name: "施工完成", weight: 50, minPhotos: 2 },
  { code: "clean", name: "清场", weight: 30, minPhotos: 1 },
];
const working = { state: "IN_PROGRESS" as const, milestones };
const report = (milestoneCode: string | null, state: ReportState): Report => ({ milestoneCode, state });

const codeOf = (deed: () => unknown): string => {
  try {
    deed();
    return "";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe("a report's life", () => {
  it("ends with approval or rejection", () => {
    expect(reportTable.after("SUBMITTED", "APPROVE")).toBe("APPROVED");
    expect(reportTable.after("SUBMITTED", "REJECT")).toBe("REJECTED");
    expect(codeOf(() => reportTable.after("APPROVED", "REJECT"))).toBe("INVALID_STATE");
    expect(codeOf(() => reportTable.after("REJECTED", "APPROVE"))).toBe("INVALID_STATE");
  });
});

describe("posting", () => {
  it("is possible only while there is work going on", () => {
    const able = ticketStates.filter(
      (state) => codeOf(() => checkPost({ state, milestones }, [], { milestoneCode: null, photoCount: 0 })) === "",
    );
    expect(able).toEqual(["IN_PROGRESS", "REWORK"]);
  });

  it("takes a note without photos and at most nine of them", () => {
    expect(checkPost(working, [], { milestoneCode: null, photoCount: 0 })).toBeNull();
    expect(codeOf(() => checkPost(working, [], { milestoneCode: null, photoCount: PHOTOS_MAX + 1 }))).toBe(
      "VALIDATION",
    );
  });

  it("asks for a milestone's photos and says how many", () => {
    expect(codeOf(() => checkPost(working, [], { milestoneCode: "build", photoCount: 1 }))).toBe("PHOTOS_MISSING");
    expect(checkPost(working, [], { milestoneCode: "build", photoCount: 2 })).toEqual(milestones[1]);
  });

  it("refuses an unknown milestone", () => {
    expect(codeOf(() => checkPost(working, [], { milestoneCode: "paint", photoCount: 9 }))).toBe("VALIDATION");
  });

  it.each(["SUBMITTED", "APPROVED"] as const)("refuses a milestone that is %s already", (state) => {
    const reports = [report("survey", state)];
    expect(codeOf(() => checkPost(working, reports, { milestoneCode: "survey", photoCount: 0 }))).toBe("INVALID_STATE");
  });

  it("takes a rejected milestone anew", () => {
    const reports = [report("survey", "REJECTED")];
    expect(checkPost(working, reports, { milestoneCode: "survey", photoCount: 0 })).toEqual(milestones[0]);
  });
});

describe("delivering and approving", () => {
  it("delivers when each milestone is submitted or approved", () => {
    const reports = [report("survey", "APPROVED"), report("build", "SUBMITTED")];
    expect(codeOf(() => checkDelivery(milestones, reports))).toBe("MILESTONES_MISSING");
    expect(codeOf(() => checkDelivery(milestones, [...reports, report("clean", "REJECTED")]))).toBe(
      "MILESTONES_MISSING",
    );
    expect(codeOf(() => checkDelivery(milestones, [...reports, report("clean", "SUBMITTED")]))).toBe("");
  });

  it("approves only what is approved to the last report", () => {
    const approved = milestones.map(({ code }) => report(code, "APPROVED"));
    expect(codeOf(() => checkApproval(milestones, approved))).toBe("");
    expect(codeOf(() => checkApproval(milestones, approved.slice(1)))).toBe("MILESTONES_MISSING");
    expect(codeOf(() => checkApproval(milestones, [...approved, report(null, "SUBMITTED")]))).toBe(
      "MILESTONES_MISSING",
    );
    expect(codeOf(() => checkApproval(milestones, [...approved, report(null, "REJECTED")]))).toBe("");
  });
});

describe("percent", () => {
  it("is the weight of approved milestones and nothing else", () => {
    expect(percentOf(milestones, [])).toBe(0);
    expect(percentOf(milestones, [report("survey", "SUBMITTED"), report(null, "APPROVED")])).toBe(0);
    expect(percentOf(milestones, [report("build", "REJECTED"), report("build", "APPROVED")])).toBe(50);
  });

  it("never leaves 0…100, never falls by an approval, and is 100 when all is approved (seed 11)", () => {
    const anyReport = fc.record({
      milestoneCode: fc.constantFrom("survey", "build", "clean", null),
      state: fc.constantFrom(...reportStates),
    });
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 12 }), anyReport, (reports, extra) => {
        const before = percentOf(milestones, reports);
        const after = percentOf(milestones, [...reports, extra]);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(100);
      }),
      { seed: 11 },
    );
    expect(
      percentOf(
        milestones,
        milestones.map(({ code }) => report(code, "APPROVED")),
      ),
    ).toBe(100);
  });

  it("of an order is the mean of its tickets, cancelled ones apart", () => {
    const tickets = [
      { state: "ACCEPTED" as const, percent: 100 },
      { state: "IN_PROGRESS" as const, percent: 50 },
      { state: "WAITING" as const, percent: 0 },
      { state: "CANCELLED" as const, percent: 70 },
    ];
    expect(deliveryOf(tickets)).toEqual({ done: 1, total: 3, percent: 50 });
    expect(deliveryOf([])).toEqual({ done: 0, total: 0, percent: 0 });
  });
});
