import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import type { WechatConfig } from "../src/platform/config.js";
import { makeLog } from "../src/platform/log.js";
import type { Platform } from "../src/platform/platform.js";
import type { Answer, InboundMessage } from "../src/wechat/answering.js";
import { registerMessages } from "../src/wechat/messages.webhook.js";
import { HANDED_OVER } from "../src/wechat/replies.js";
import { AccountServer, AES_KEY, TOKEN } from "./kit/account-server.js";
import { ACCOUNT, eventXml, inMode, openReply, push, pushXml, type Sent, textXml } from "./kit/pushes.js";
import { until } from "./kit/until.js";
import { openWorld, type World } from "./kit/world.js";

let account: AccountServer;
let world: World;
const open: FastifyInstance[] = [];

beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
});
afterEach(async () => {
  for (const http of open.splice(0)) await http.close();
});
afterAll(async () => {
  await world.close();
  await account.close();
});

const now = (): number => world.clock.now();
const text = (said: string): Answer => ({ reply: { kind: "text", text: said }, intent: "TEST", orderId: null });

interface Options {
  readonly wechat?: Partial<WechatConfig>;
  readonly answer?: (message: InboundMessage) => Promise<Answer>;
  readonly withinMs?: number;
  readonly platform?: Partial<Platform>;
}

/** One process of the endpoint, with answers of the test's own. */
function aDesk({ wechat, answer, withinMs, platform: also }: Options = {}): {
  http: FastifyInstance;
  heard: InboundMessage[];
} {
  const heard: InboundMessage[] = [];
  const { platform } = world.server;
  const { wechat: configured } = platform.config;
  if (!configured) throw new Error("No account.");
  const http = Fastify();
  const config = { ...platform.config, wechat: { ...configured, ...wechat } };
  registerMessages(
    http,
    { ...platform, ...also, config },
    {
      answer: (_platform, message) => {
        heard.push(message);
        return answer ? answer(message) : Promise.resolve(text(`您说：${message.text ?? message.event ?? ""}`));
      },
      ...(withinMs ? { withinMs } : {}),
    },
  );
  open.push(http);
  return { http, heard };
}

const said = (xml: string): string => /<Content><!\[CDATA\[(.*)\]\]><\/Content>/s.exec(xml)?.[1] ?? "";
const aText = (words = "进度"): Sent => inMode("safe", textXml("oAnna", words, now()), now());
const rows = (
  key = "",
): Promise<{ state: string; text: string | null; type: string; openid: string; reply: string | null }[]> =>
  world.server.platform.database.read.query(
    "SELECT state, text, type, openid, reply FROM wechat_inbound WHERE openid LIKE ?",
    [`%${key}%`],
  );

/** Something that happens when the test says so. */
function aGate(): { opened: Promise<void>; open: () => void } {
  let release = (): void => undefined;
  const opened = new Promise<void>((done) => {
    release = done;
  });
  return { opened, open: release };
}

describe("the console's question whether this address is ours", () => {
  const ask = (http: FastifyInstance, query: Record<string, string>) =>
    http.inject({ method: "GET", url: `/wechat/messages?${new URLSearchParams(query).toString()}` });
  const signed = (at: number): Record<string, string> =>
    Object.fromEntries(new URLSearchParams(inMode("plain", "", at).url.split("?")[1]));

  it("is answered with what it sent, as text", async () => {
    const { http } = aDesk();
    const reply = await ask(http, { ...signed(now()), echostr: "4375120948345356249" });
    expect([reply.statusCode, reply.body]).toEqual([200, "4375120948345356249"]);
    expect(reply.headers["content-type"]).toMatch(/^text\/plain/);
  });

  it("is not echoed unless WeChat asks, and now", async () => {
    const { http } = aDesk();
    const echostr = "<script>alert(1)</script>";
    const forged = [
      { ...signed(now()), signature: "f".repeat(40), echostr },
      { ...signed(now() - 11 * MINUTE), echostr },
      { echostr },
      signed(now()),
    ];
    for (const query of forged) {
      const reply = await ask(http, query);
      expect(reply.statusCode).toBe(403);
      expect(reply.body).not.toContain("script");
    }
  });
});

describe("a message", () => {
  it.each(["plain", "compat", "safe"] as const)("in %s mode is answered in the same mode", async (mode) => {
    const { http, heard } = aDesk({ wechat: { mode } });
    const reply = await push(http, inMode(mode, textXml("oAnna", "进度 ]]> 😀", now()), now()));
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.headers["content-type"]).toMatch(/^text\/xml/);
    const xml = mode === "plain" ? reply.body : openReply(reply.body);
    expect(xml).toContain(
      `<ToUserName><![CDATA[oAnna]]></ToUserName><FromUserName><![CDATA[${ACCOUNT}]]></FromUserName>`,
    );
    expect(xml).toContain(`<CreateTime>${now() / 1_000}</CreateTime>`);
    expect(said(xml).replaceAll("]]]]><![CDATA[>", "]]>")).toContain("您说：进度 ");
    expect(heard).toMatchObject([{ openid: "oAnna", type: "text", at: now() }]);
  });

  it("comes as application/xml too, and as nothing else", async () => {
    const { http } = aDesk();
    expect((await push(http, aText(), "application/xml; charset=utf-8")).statusCode).toBe(200);
    expect((await push(http, aText(), "application/json")).statusCode).toBe(415);
  });

  it("in compat mode is only what was sealed: what stands beside it is not looked at", async () => {
    const { http, heard } = aDesk({ wechat: { mode: "compat" } });
    const beside = "<FromUserName><![CDATA[oVictim]]></FromUserName><Content><![CDATA[解绑]]></Content>";
    await push(http, inMode("compat", textXml("oAnna", "进度", now()), now(), { beside }));
    expect(heard).toMatchObject([{ openid: "oAnna", text: "进度" }]);
  });

  it("in compat mode may say what a sealed part looks like", async () => {
    const { http, heard } = aDesk({ wechat: { mode: "compat" } });
    const words = "<Encrypt>abc</Encrypt>";
    const reply = await push(http, inMode("compat", textXml("oAnna", words, now()), now()));
    expect([reply.statusCode, heard[0]?.text]).toEqual([200, words]);
  });

  it("sealed with the key before this one is answered with that key", async () => {
    const older = "ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210zyxwvut";
    const { http } = aDesk({ wechat: { aesKeys: [AES_KEY, older] } });
    const reply = await push(http, inMode("safe", textXml("oAnna", "进度", now()), now(), { aesKey: older }));
    expect(said(openReply(reply.body, older))).toBe("您说：进度");
  });

  it("that wants a person is handed over, and whoever asked is told, also when the process ends now", async () => {
    const { http } = aDesk({ answer: async () => ({ reply: { kind: "transfer" }, intent: "KF", orderId: null }) });
    const tell = account.hold("/cgi-bin/message/custom/send");
    expect(openReply((await push(http, aText())).body)).toContain(
      "<MsgType><![CDATA[transfer_customer_service]]></MsgType>",
    );
    let closed = false;
    const closing = http.close().then(() => (closed = true));
    await until(() => expect(account.to("/cgi-bin/message/custom/send")).toHaveLength(1));
    expect(closed).toBe(false);
    tell();
    await closing;
    expect(account.to("/cgi-bin/message/custom/send")[0]?.body).toMatchObject({ text: { content: HANDED_OVER } });
  });

  it("that needs no reply is answered with success, unsealed", async () => {
    const { http, heard } = aDesk({ answer: async () => ({ reply: null, intent: null, orderId: null }) });
    expect((await push(http, inMode("safe", eventXml("oAnna", "unsubscribe", now()), now()))).body).toBe("success");
    for (const event of ["VIEW", "LOCATION", "brand_new_event", "user_info_modified"]) {
      const reply = await push(http, inMode("safe", eventXml("oAnna", event, now()), now()));
      expect([reply.statusCode, reply.body]).toEqual([200, "success"]);
    }
    expect(heard.map((message) => message.event)).toEqual(["unsubscribe"]);
  });

  it("costs two statements around the making of its answer", async () => {
    const { http } = aDesk();
    await push(http, aText());
    const seen = await world.statements(() => push(http, aText()));
    expect(seen.map((statement) => statement.split(" ")[0])).toEqual(["INSERT", "UPDATE"]);
  });
});

describe("what WeChat did not send", () => {
  const xml = (): string => textXml("oAnna", "进度", now());
  const forgeries: [string, 400 | 403 | 413, () => Sent][] = [
    ["with another token", 403, () => inMode("safe", xml(), now(), { token: "anothertoken" })],
    ["for another account", 403, () => inMode("safe", xml(), now(), { appid: "wxffffffffffffffff" })],
    ["with a key that is none of ours", 403, () => inMode("safe", xml(), now(), { aesKey: "B".repeat(43) })],
    ["eleven minutes ago", 403, () => inMode("safe", xml(), now() - 11 * MINUTE)],
    ["eleven minutes ahead", 403, () => inMode("safe", xml(), now() + 11 * MINUTE)],
    ["in the clear", 403, () => inMode("plain", xml(), now())],
    ["in the clear, saying it is sealed", 403, () => ({ ...inMode("plain", xml(), now()), url: aText().url })],
    ["with another body under a true signature", 403, () => ({ url: aText().url, payload: aText("解绑").payload })],
    [
      "with a broken signature",
      403,
      () => ({ ...aText(), url: aText().url.replace("msg_signature=", "msg_signature=0") }),
    ],
    ["with the signature twice", 403, () => ({ ...aText(), url: `${aText().url}&msg_signature=${"0".repeat(40)}` })],
    ["without a signature", 403, () => ({ url: "/wechat/messages", payload: aText().payload })],
    ["without a body", 403, () => ({ url: aText().url, payload: "" })],
    [
      "with a DTD inside",
      400,
      () => inMode("safe", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml()}`, now()),
    ],
    ["with a DTD around it", 400, () => withDoctype(aText())],
    [
      "with entities in entities",
      400,
      () => inMode("safe", `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${xml()}`, now()),
    ],
    ["with another root", 400, () => inMode("safe", xml().replaceAll("xml>", "html>"), now())],
    ["that is broken", 400, () => inMode("safe", "<xml><MsgType>text</xml>", now())],
    ["that says nothing", 400, () => inMode("safe", pushXml({ Content: "进度" }), now())],
    ["larger than 64 KB", 413, () => inMode("safe", textXml("oAnna", "x".repeat(70_000), now()), now())],
  ];

  it.each(forgeries)("%s is refused with %i and leaves nothing", async (_case, status, make) => {
    const { http, heard } = aDesk();
    const before = (await rows()).length;
    expect((await push(http, make())).statusCode).toBe(status);
    expect([heard, (await rows()).length]).toEqual([[], before]);
  });

  it("is refused in plain mode too when it names another account, where ours is known by name", async () => {
    const { http, heard } = aDesk({ wechat: { mode: "plain", originalId: ACCOUNT } });
    const foreign = xml().replace(ACCOUNT, "gh_somebody");
    expect((await push(http, inMode("plain", foreign, now()))).statusCode).toBe(403);
    expect(heard).toEqual([]);
    expect((await push(http, inMode("plain", xml(), now()))).statusCode).toBe(200);
  });

  it("is refused in compat mode when only its clear part came", async () => {
    const { http } = aDesk({ wechat: { mode: "compat" } });
    expect((await push(http, inMode("plain", xml(), now()))).statusCode).toBe(403);
  });

  it("is refused in plain mode by signature and time, and is parsed only after", async () => {
    const { http } = aDesk({ wechat: { mode: "plain" } });
    const forged = [inMode("plain", xml(), now(), { token: "other" }), inMode("plain", xml(), now() - 11 * MINUTE)];
    for (const sent of forged) expect((await push(http, sent)).statusCode).toBe(403);
    expect((await push(http, inMode("plain", `<!DOCTYPE x>${xml()}`, now(), { token: "other" }))).statusCode).toBe(403);
    expect((await push(http, inMode("plain", `<!DOCTYPE x>${xml()}`, now()))).statusCode).toBe(400);
  });

  const withDoctype = ({ url, payload }: Sent): Sent => ({
    url,
    payload: `<!DOCTYPE x SYSTEM "http://evil.example/x">${payload}`,
  });
});

describe("a push that is delivered again", () => {
  it("gets the same reply, and is worked on once", async () => {
    let answers = 0;
    const { http, heard } = aDesk({ answer: async () => text(`answer ${(answers += 1)}`) });
    const sent = aText();
    const replies = [];
    for (let delivery = 0; delivery < 3; delivery += 1) replies.push(said(openReply((await push(http, sent)).body)));
    expect(replies).toEqual(["answer 1", "answer 1", "answer 1"]);
    expect(heard).toHaveLength(1);
  });

  it("in other words, by another process, is the same one by its number", async () => {
    const xml = textXml("oAnna", "进度", now());
    const [one, two] = [aDesk(), aDesk()];
    await push(one.http, inMode("safe", xml, now()));
    const again = await push(two.http, inMode("safe", xml, now(), { nonce: "another" }));
    expect(said(openReply(again.body))).toBe("您说：进度");
    expect(two.heard).toEqual([]);
  });

  it("while the first is still at work waits for its answer, here and in another process", async () => {
    const gate = aGate();
    const slow = aDesk({
      answer: async () => {
        await gate.opened;
        return text("慢慢来");
      },
    });
    const other = aDesk();
    const sent = aText();
    const first = push(slow.http, sent);
    await until(() => expect(slow.heard).toHaveLength(1));
    const waiting = [push(slow.http, sent), push(other.http, sent)];
    gate.open();
    const replies = await Promise.all([first, ...waiting]);
    expect(replies.map((reply) => said(openReply(reply.body)))).toEqual(["慢慢来", "慢慢来", "慢慢来"]);
    expect([slow.heard.length, other.heard.length]).toEqual([1, 0]);
  });

  it("three times at the same moment is worked on once", async () => {
    const [one, two] = [aDesk(), aDesk()];
    const sent = aText();
    const replies = await Promise.all([push(one.http, sent), push(two.http, sent), push(one.http, sent)]);
    expect(replies.map((reply) => said(openReply(reply.body)))).toEqual(["您说：进度", "您说：进度", "您说：进度"]);
    expect(one.heard.length + two.heard.length).toBe(1);
  });

  it("after its process died at work is worked on by another", async () => {
    const gate = aGate();
    const dead = aDesk({ answer: () => gate.opened.then(() => text("太迟了")), withinMs: 60_000 });
    const sent = aText();
    const lost = push(dead.http, sent);
    await until(() => expect(dead.heard).toHaveLength(1));
    world.clock.advance(5_000);
    expect(said(openReply((await push(aDesk().http, sent)).body))).toBe("您说：进度");
    gate.open();
    await lost;
  });

  it("of an event, which has no number, is known by person, instant and key", async () => {
    const { http, heard } = aDesk();
    const click = (key: string): Promise<unknown> =>
      push(http, inMode("safe", eventXml("oAnna", "CLICK", now(), { EventKey: key }), now()));
    await click("PROGRESS");
    await click("PROGRESS");
    await click("PAY");
    expect(heard.map((message) => message.eventKey)).toEqual(["PROGRESS", "PAY"]);
  });
});

describe("an answer that takes too long", () => {
  const sends = () => account.to("/cgi-bin/message/custom/send").map((call) => call.body["text"]);

  it("is told success in time and sent as a message of its own, once, however often it was delivered", async () => {
    const gate = aGate();
    const { http, heard } = aDesk({ answer: () => gate.opened.then(() => text("终于好了")), withinMs: 150 });
    const sent = aText();
    const from = performance.now();
    const replies = await Promise.all([push(http, sent), push(http, sent)]);
    expect(replies.map((reply) => reply.body)).toEqual(["success", "success"]);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(await rows("oAnna")).toContainEqual(expect.objectContaining({ state: "LATE" }));
    const before = sends().length;
    gate.open();
    await until(async () => {
      await world.settle();
      expect(sends().length).toBe(before + 1);
    });
    expect(sends().at(-1)).toEqual({ content: "终于好了" });
    expect((await push(http, sent)).body).toBe("success");
    await http.close();
    expect([sends().length, heard.length]).toEqual([before + 1, 1]);
  });

  it("is sent again while WeChat is busy, and seen as failed when its window is over", async () => {
    const late = async (said: string): Promise<void> => {
      const gate = aGate();
      const { http } = aDesk({ answer: () => gate.opened.then(() => text(said)), withinMs: 50 });
      expect((await push(http, aText())).body).toBe("success");
      gate.open();
      await until(async () =>
        expect(await rows("oAnna")).toContainEqual(
          expect.objectContaining({ state: "LATE", reply: expect.stringContaining(said) }),
        ),
      );
    };
    const told = (said: string) => sends().filter((each) => JSON.stringify(each).includes(said)).length;
    account.trouble("/cgi-bin/message/custom/send", { errcode: -1, errmsg: "system error" });
    await late("稍后再发");
    await world.settle();
    world.clock.advance(1_000);
    await world.settle();
    expect(told("稍后再发")).toBe(2);
    account.trouble("/cgi-bin/message/custom/send", { errcode: 45_047, errmsg: "out of response count limit" });
    await late("发不出去");
    await world.settle();
    world.clock.advance(60_000);
    await world.settle();
    expect(told("发不出去")).toBe(1);
    expect(await rows("oAnna")).toContainEqual(
      expect.objectContaining({ state: "FAILED", reply: expect.stringContaining("发不出去") }),
    );
  });

  it("by a process that died is made by the one that waited for it", async () => {
    const gate = aGate();
    const dead = aDesk({ answer: () => gate.opened.then(() => text("太迟了")), withinMs: 60_000 });
    const waiting = aDesk({ answer: async () => text("另一个进程答的"), withinMs: 150 });
    const sent = aText();
    const lost = push(dead.http, sent);
    await until(() => expect(dead.heard).toHaveLength(1));
    const before = sends().length;
    expect((await push(waiting.http, sent)).body).toBe("success");
    await until(async () => {
      await world.settle();
      expect(sends().length).toBe(before + 1);
    });
    expect(sends().at(-1)).toEqual({ content: "另一个进程答的" });
    gate.open();
    await lost;
    expect(sends().length).toBe(before + 1);
  });

  it("is given up by who makes it before who waits for it, so that nobody makes it again", async () => {
    const gate = aGate();
    const slow = aDesk({ answer: () => gate.opened.then(() => text("来了")), withinMs: 250 });
    const waiting = aDesk({ withinMs: 150 });
    const sent = aText();
    const first = push(slow.http, sent);
    await until(() => expect(slow.heard).toHaveLength(1));
    expect((await push(waiting.http, sent)).body).toBe("success");
    expect((await first).body).toBe("success");
    expect(waiting.heard).toEqual([]);
    gate.open();
    await until(async () => {
      await world.settle();
      expect(sends().at(-1)).toEqual({ content: "来了" });
    });
  });

  it("and fails is apologised for in the chat", async () => {
    const gate = aGate();
    const { http } = aDesk({
      answer: () => gate.opened.then(() => Promise.reject(new Error("broken"))),
      withinMs: 100,
    });
    expect((await push(http, aText())).body).toBe("success");
    const before = sends().length;
    gate.open();
    await until(async () => {
      await world.settle();
      expect(sends().length).toBe(before + 1);
    });
    expect(sends().at(-1)).toEqual({ content: "系统繁忙，请稍后再试。" });
  });
});

describe("work that fails", () => {
  it("is apologised for to a person, and tried again when it is delivered again", async () => {
    let fails = true;
    const { http } = aDesk({
      answer: () => (fails ? Promise.reject(new Error("broken")) : Promise.resolve(text("好了"))),
    });
    const sent = aText();
    expect(said(openReply((await push(http, sent)).body))).toBe("系统繁忙，请稍后再试。");
    fails = false;
    expect(said(openReply((await push(http, sent)).body))).toBe("好了");
  });

  it("on an event whose effect matters asks WeChat to deliver it again", async () => {
    let fails = true;
    const { http, heard } = aDesk({
      answer: () =>
        fails ? Promise.reject(new Error("broken")) : Promise.resolve({ reply: null, intent: null, orderId: null }),
    });
    const sent = inMode("safe", eventXml("oAnna", "SCAN", now(), { EventKey: "b.x" }), now());
    expect((await push(http, sent)).statusCode).toBe(500);
    fails = false;
    expect((await push(http, sent)).body).toBe("success");
    expect(heard).toHaveLength(2);
  });

  it("of the database too is told a person in words", async () => {
    const work = { run: () => Promise.reject(new Error("The database is away.")) } as unknown as Platform["work"];
    const { http } = aDesk({ platform: { work } });
    expect(said(openReply((await push(http, aText())).body))).toBe("系统繁忙，请稍后再试。");
  });
});

describe("what is kept and written down", () => {
  it("is who, what kind, the beginning of the text and what was answered", async () => {
    const { http } = aDesk();
    await push(http, inMode("safe", textXml("oKept", `进度${"😀".repeat(300)}`, now()), now()));
    await push(http, inMode("safe", eventXml("oKept", "SCAN", now(), { EventKey: "b.secret" }), now()));
    const [message, scan] = (await rows("oKept")).sort((a, b) => b.type.localeCompare(a.type));
    expect(message).toMatchObject({ state: "ANSWERED", type: "text", text: `进度${"😀".repeat(198)}` });
    expect(scan).toMatchObject({ type: "SCAN", text: null });
  });

  it("names nobody in full in the log, and no message, token or secret at info", async () => {
    const lines: string[] = [];
    const log = makeLog("info", { write: (line: string) => void lines.push(line) });
    const { http } = aDesk({ platform: { log } });
    const openid = "oVeryLongOpenidOfSomebody";
    await push(http, inMode("safe", textXml(openid, "我的秘密", now()), now()));
    await push(http, inMode("safe", textXml(openid, "我的秘密", now()), now(), { token: "wrong" }));
    const all = lines.join("\n");
    expect(all).toContain("A WeChat message was taken.");
    expect(all).toContain("refused");
    for (const secret of [openid, "我的秘密", AES_KEY, TOKEN, "the-secret-of-the-account"])
      expect(all).not.toContain(secret);
  });

  it("is forgotten after thirty days", async () => {
    const { http } = aDesk();
    await push(http, inMode("safe", textXml("oOld", "进度", now()), now()));
    world.clock.advance(31 * DAY);
    await push(http, inMode("safe", textXml("oNew", "进度", now()), now()));
    await world.settle();
    expect(await rows("oOld")).toEqual([]);
    expect(await rows("oNew")).toHaveLength(1);
  });
});

describe("without a service account", () => {
  it("there is no such address", async () => {
    const plain = await openWorld();
    const { http } = plain.server;
    const sent = aText();
    for (const method of ["GET", "POST", "HEAD"] as const) {
      const reply = await http.inject({ method, url: sent.url, headers: { "content-type": "text/xml" } });
      expect(reply.statusCode).toBe(404);
    }
    await plain.close();
  });

  it("with one, the whole server answers at it", async () => {
    const sent = inMode("safe", textXml("oWhole", "你好", now()), now());
    const reply = await push(world.server.http, sent);
    expect(reply.statusCode, reply.body).toBe(200);
    expect(said(openReply(reply.body))).not.toBe("");
  });
});
