import { describe, expect, it } from "vitest";
import type { LogEntry } from "../control/types";
import { errcodeOf, filterTraffic, isTroubled } from "./traffic";

const anEntry = (given: Partial<LogEntry>): LogEntry => ({
  id: "1",
  at: 0,
  phone: "1",
  direction: "push",
  title: "text",
  ms: null,
  status: null,
  body: "<xml/>",
  wire: null,
  verdict: null,
  ...given,
});

const everything = { phoneId: null, direction: null, text: "", troubledOnly: false };

describe("the developer's traffic", () => {
  it("shows a phone's own with what belongs to none", () => {
    const entries = [anEntry({ id: "1" }), anEntry({ id: "2", phone: null }), anEntry({ id: "3", phone: "2" })];
    expect(filterTraffic(entries, { ...everything, phoneId: "1" }).map((entry) => entry.id)).toEqual(["1", "2"]);
  });

  it("is searched in titles and bodies, whatever the case", () => {
    const entries = [
      anEntry({ id: "1", body: "<Content>进度</Content>" }),
      anEntry({ id: "2", title: "CLICK PROGRESS" }),
    ];
    expect(filterTraffic(entries, { ...everything, text: "progress " })).toHaveLength(1);
    expect(filterTraffic(entries, { ...everything, text: "进度" })).toHaveLength(1);
  });

  it("knows trouble: a fault, an error status, a reply that is none", () => {
    expect(isTroubled(anEntry({ verdict: "duplicate" }))).toBe(true);
    expect(isTroubled(anEntry({ direction: "reply", status: 500 }))).toBe(true);
    expect(isTroubled(anEntry({ direction: "reply", verdict: "no answer within 5 s" }))).toBe(true);
    expect(isTroubled(anEntry({ direction: "reply", status: 200, verdict: "text" }))).toBe(false);
    expect(isTroubled(anEntry({}))).toBe(false);
  });

  it("reads the error code of an API's answer, which comes with HTTP 200", () => {
    const answer = anEntry({
      direction: "answer",
      status: 200,
      body: '{"errcode":47003,"errmsg":"argument invalid!"}',
    });
    expect(errcodeOf(answer)).toBe("47003");
    expect(isTroubled(answer)).toBe(true);
    expect(errcodeOf({ ...answer, body: '{"errcode": -1}' })).toBe("-1");
    expect(isTroubled({ ...answer, body: '{"errcode":0,"errmsg":"ok"}' })).toBe(false);
  });
});
