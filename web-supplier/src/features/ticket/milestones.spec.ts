import { describe, expect, it } from "vitest";
import { hasRejected, nextMilestone, type ReportFacts, standsOf } from "./milestones";

const milestones = [
  { code: "PIPES", name: "水电布管", weight: 40, minPhotos: 3, done: false },
  { code: "PRESSURE", name: "打压测试", weight: 60, minPhotos: 2, done: false },
];

function aReport(over: Partial<ReportFacts>): ReportFacts {
  return { id: "r1", state: "SUBMITTED", milestoneCode: "PIPES", submittedAt: "2026-11-20T02:00:00.000Z", ...over };
}

describe("where milestones stand", () => {
  it("is open before anything was reported, and the first one is next", () => {
    const ticket = { milestones, reports: [] };
    expect(standsOf(ticket).map(({ stand }) => stand)).toEqual(["OPEN", "OPEN"]);
    expect(nextMilestone(ticket)?.code).toBe("PIPES");
  });

  it("counts a submitted report as in review and goes on to the next milestone", () => {
    const ticket = { milestones, reports: [aReport({})] };
    expect(standsOf(ticket)[0]?.stand).toBe("IN_REVIEW");
    expect(nextMilestone(ticket)?.code).toBe("PRESSURE");
    expect(hasRejected(ticket)).toBe(false);
  });

  it("puts what came back first and tells why", () => {
    const rejected = aReport({ id: "r2", milestoneCode: "PRESSURE", state: "REJECTED", reason: "看不清压力表" });
    const ticket = { milestones, reports: [rejected] };
    expect(nextMilestone(ticket)?.code).toBe("PRESSURE");
    expect(standsOf(ticket)[1]?.reason).toBe("看不清压力表");
    expect(hasRejected(ticket)).toBe(true);
  });

  it("forgets a rejection once the milestone was reported anew", () => {
    const first = aReport({ state: "REJECTED", reason: "照片太暗" });
    const second = aReport({ id: "r2", submittedAt: "2026-11-20T03:00:00.000Z" });
    expect(standsOf({ milestones, reports: [second, first] })[0]).toMatchObject({ stand: "IN_REVIEW", reason: null });
  });

  it("has nothing next when all is done or in review, whatever notes were posted", () => {
    const done = milestones.map((milestone) => ({ ...milestone, done: true }));
    expect(nextMilestone({ milestones: done, reports: [aReport({ milestoneCode: null })] })).toBeUndefined();
  });
});
