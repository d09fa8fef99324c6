import { describe, expect, it } from "vitest";
import { certificateLife, cleanCertificate, daysLeft, endOf, nextMoment } from "./certificate.js";

const paper = { kind: " 电工证 ", no: "湘电 123", expiresOn: "2026-12-31", fileId: "FILE" };
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe("a paper", () => {
  it("is valid through its last day", () => {
    expect(cleanCertificate(paper, "2026-12-31")).toEqual({ ...paper, kind: "电工证" });
    expect(endOf("2026-12-31")).toBe(at("2027-01-01T00:00:00"));
    expect([daysLeft("2026-12-31", "2026-12-01"), daysLeft("2026-12-31", "2027-01-01")]).toEqual([30, -1]);
  });

  it.each([{ expiresOn: "2026-12-30" }, { expiresOn: "2026-02-30" }, { kind: "" }, { no: " " }])(
    "refuses VALIDATION for %o",
    (wish) => {
      expect(() => cleanCertificate({ ...paper, ...wish }, "2026-12-31")).toThrow(
        expect.objectContaining({ code: "VALIDATION" }),
      );
    },
  );

  it("is looked at 30 days, 7 days and 0 days before its last day, and when it is over", () => {
    const moments: unknown[] = [];
    for (let now = at("2026-11-20T10:00:00"); ; ) {
      const next = nextMoment("2026-12-31", now);
      if (!next) break;
      moments.push([new Date(next.at).toISOString(), next.daysLeft]);
      now = next.at;
    }
    expect(moments).toEqual([
      ["2026-11-30T16:00:00.000Z", 30],
      ["2026-12-23T16:00:00.000Z", 7],
      ["2026-12-30T16:00:00.000Z", 0],
      ["2026-12-31T16:00:00.000Z", -1],
    ]);
  });
});

it("lives by these arrows alone", () => {
  const arrows = certificateLife.states.map((state) => [
    state,
    Object.fromEntries(certificateLife.verbs(state).map((verb) => [verb, certificateLife.after(state, verb)])),
  ]);
  expect(Object.fromEntries(arrows)).toEqual({
    SUBMITTED: { VERIFY: "VERIFIED", RETURN: "RETURNED", WITHDRAW: "WITHDRAWN" },
    VERIFIED: { RETURN: "RETURNED", REPLACE: "REPLACED", EXPIRE: "EXPIRED" },
    RETURNED: {},
    WITHDRAWN: {},
    REPLACED: {},
    EXPIRED: {},
  });
});
