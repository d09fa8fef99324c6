import { describe, expect, it } from "vitest";
import { isTimely, loggedText, type Pushed, readPush, sealedPart, shortOpenid } from "./message.js";

const COMMON = { ToUserName: "gh_kaidan", FromUserName: "oSomebody", CreateTime: "1700000000" };
const read = (fields: Record<string, string>) => readPush(new Map(Object.entries({ ...COMMON, ...fields })));
const message = (fields: Record<string, string>) => {
  const pushed = read(fields);
  if (pushed?.kind !== "message") throw new Error("No message.");
  return pushed;
};

describe("a push", () => {
  it("of a text says who, what and when", () => {
    expect(message({ MsgType: "text", Content: " 进度 ", MsgId: "3187654321098765432" })).toEqual({
      kind: "message",
      to: "gh_kaidan",
      dedupeKey: expect.stringMatching(/^m:[0-9a-f]{40}$/) as string,
      message: {
        openid: "oSomebody",
        type: "text",
        text: " 进度 ",
        event: null,
        eventKey: null,
        ticket: null,
        at: 1_700_000_000_000,
      },
    });
  });

  it("of an event keeps its key as it came", () => {
    const followed = message({ MsgType: "event", Event: "subscribe", EventKey: "qrscene_b.x", Ticket: "T" });
    expect(followed.message).toMatchObject({ event: "subscribe", eventKey: "qrscene_b.x", ticket: "T", text: null });
    expect(message({ MsgType: "event", Event: "subscribe", EventKey: "" }).message.eventKey).toBeNull();
  });

  it.each(["user_authorization_revoke", "user_authorization_cancellation"])(
    "of a withdrawal (%s) is about the person it names, not the service that sends it",
    (Event) => {
      const one = message({ MsgType: "event", Event, OpenID: "oPerson", AppID: "wx1" });
      const other = message({ MsgType: "event", Event, OpenID: "oOther", AppID: "wx1" });
      expect([one.message.openid, other.message.openid]).toEqual(["oPerson", "oOther"]);
      expect(one.dedupeKey).not.toBe(other.dedupeKey);
      expect(read({ MsgType: "event", Event, AppID: "wx1" })).toBeNull();
    },
  );

  it("of a card that ended has its number under another name", () => {
    const ended = { MsgType: "event", Event: "TEMPLATESENDJOBFINISH", MsgID: "200163836", Status: "failed:user block" };
    expect(read(ended)).toEqual({ kind: "sent", msgid: "200163836", status: "failed:user block" });
    expect(read({ ...ended, MsgID: "no number" })).toBeNull();
  });

  it.each([
    ["VIEW", { MsgType: "event", Event: "VIEW" }],
    ["LOCATION", { MsgType: "event", Event: "LOCATION" }],
    ["an event nobody knows", { MsgType: "event", Event: "brand_new" }],
    ["a type nobody knows", { MsgType: "hologram" }],
  ])("that needs nothing of us is ignored: %s", (_case, fields) => {
    expect(read(fields)).toMatchObject({ kind: "ignored" } satisfies Partial<Pushed>);
  });

  it.each([
    ["sender", { FromUserName: "" }],
    ["receiver", { ToUserName: "" }],
    ["type", { MsgType: "" }],
    ["instant", { CreateTime: "now" }],
    ["sender that could be one", { FromUserName: "o<script>" }],
  ])("without a %s is none", (_case, fields) => expect(read({ MsgType: "text", ...fields })).toBeNull());
});

describe("the key that tells deliveries of one push", () => {
  const key = (fields: Record<string, string>) =>
    message({ MsgType: "event", Event: "CLICK", EventKey: "PROGRESS", ...fields }).dedupeKey;

  it("is the same for the same event and fits its column", () => {
    expect(key({})).toBe(key({}));
    expect(key({}).length).toBeLessThanOrEqual(64);
  });

  it("of a message is its number, from this person: nobody's number hides another's message", () => {
    const said = (fields: Record<string, string>) => message({ MsgType: "text", Content: "1", ...fields }).dedupeKey;
    const first = said({ MsgId: "1" });
    expect(said({ MsgId: "1", CreateTime: "1700000009", Content: "2" })).toBe(first);
    expect(new Set([first, said({ MsgId: "1", FromUserName: "oOther" }), said({ MsgId: "2" })]).size).toBe(3);
  });

  it("differs by person, instant, event and key", () => {
    const others: Record<string, string>[] = [
      { FromUserName: "oOther" },
      { CreateTime: "1700000001" },
      { Event: "SCAN" },
      { EventKey: "PAY" },
    ];
    expect(new Set([key({}), ...others.map((other) => key(other))]).size).toBe(5);
  });
});

describe("what the log keeps", () => {
  it("is the beginning of a text, cut between characters", () => {
    expect(loggedText(message({ MsgType: "text", Content: "😀".repeat(300) }).message)).toBe("😀".repeat(200));
  });

  it("is a menu's key, and never a scene, which is a secret", () => {
    expect(loggedText(message({ MsgType: "event", Event: "CLICK", EventKey: "PAY" }).message)).toBe("PAY");
    expect(loggedText(message({ MsgType: "event", Event: "SCAN", EventKey: "b.secret" }).message)).toBeNull();
  });

  it("is no whole openid", () => expect(shortOpenid("oABCDEFGHIJKLMNOP")).toBe("oABCDEFG…"));
});

describe("the window of time", () => {
  const now = 1_700_000_000_000;
  it.each([
    ["1700000000", true],
    ["1699999401", true],
    ["1700000600", true],
    ["1699999399", false],
    ["1700000601", false],
    ["1700000000000", false],
    ["", false],
    ["-1", false],
    ["1700000000.5", false],
  ])("takes %j: %s", (timestamp, timely) => expect(isTimely(timestamp, now)).toBe(timely));
});

describe("the sealed part", () => {
  it("is found in CDATA and without, once", () => {
    expect(sealedPart("<xml><Encrypt><![CDATA[abc=]]></Encrypt></xml>")).toBe("abc=");
    expect(sealedPart("<xml><Encrypt>abc=</Encrypt></xml>")).toBe("abc=");
    expect(sealedPart("<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>")).toBeNull();
    const written = "<Content><![CDATA[<Encrypt>b</Encrypt><Encrypt><![CDATA[b]]]]><![CDATA[></Encrypt>]]></Content>";
    expect(sealedPart(`<xml>${written}<Encrypt><![CDATA[abc=]]></Encrypt></xml>`)).toBe("abc=");
    expect(sealedPart(`<xml>${written}</xml>`)).toBeNull();
    expect(sealedPart("<xml><Content>进度</Content></xml>")).toBeNull();
    expect(sealedPart("<xml><Encrypt>not base64!</Encrypt></xml>")).toBeNull();
  });
});
