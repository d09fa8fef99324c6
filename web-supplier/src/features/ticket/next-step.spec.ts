import { describe, expect, it } from "vitest";
import { nextStepOf, nextStepWords } from "./next-step";

const open = { code: "PIPES", name: "水电布管", weight: 100, minPhotos: 3, done: false };
const submitted = {
  id: "r1",
  state: "SUBMITTED" as const,
  milestoneCode: "PIPES",
  submittedAt: "2026-11-20T02:00:00.000Z",
};

function aTicket(over: Partial<Parameters<typeof nextStepOf>[0]> = {}): Parameters<typeof nextStepOf>[0] {
  return { state: "IN_PROGRESS", reworkCount: 0, milestones: [open], reports: [], ...over };
}

describe("what a supplier does next", () => {
  it("begins the work once the ticket is theirs", () => {
    expect(nextStepOf(aTicket({ state: "ASSIGNED" }))).toBe("START");
  });

  it("reports until every milestone is reported, then asks for acceptance", () => {
    expect(nextStepOf(aTicket())).toBe("REPORT");
    expect(nextStepOf(aTicket({ reports: [submitted] }))).toBe("DELIVER");
  });

  it("mends what came back before anything else", () => {
    expect(nextStepOf(aTicket({ reports: [{ ...submitted, state: "REJECTED" }] }))).toBe("REDO");
  });

  it("does the rework before it is delivered again", () => {
    expect(nextStepOf(aTicket({ state: "REWORK" }))).toBe("RESTART");
    expect(nextStepOf(aTicket({ reworkCount: 1, reports: [submitted] }))).toBe("REDELIVER");
  });

  it("has words for every step, so no state is a dead end", () => {
    for (const words of Object.values(nextStepWords)) expect(words.title).toBeDefined();
  });
});
