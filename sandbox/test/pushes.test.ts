import { expect, test } from "vitest";
import { UNAVAILABLE } from "../src/account/chats.js";
import type { Mode } from "../src/settings.js";
import { aFollower } from "./kit/follower.js";
import type { Answering } from "./kit/receiver.js";
import { aFolder, aSandbox, type Bench } from "./kit/sandbox.js";

/** 小林 writes, and everything that follows from it has happened. */
async function write(bench: Bench, text = "进度"): Promise<void> {
  bench.world.deeds.text(bench.phone("小林"), text);
  await bench.quiet();
}

/** What the phone shows besides what its owner wrote. */
const heard = (bench: Bench): (string | undefined)[] =>
  bench
    .items("小林")
    .filter((item) => item.from !== "me")
    .map((item) => item.text);

async function withFollower(mode: Mode, answer?: Answering): Promise<Bench> {
  const bench = await aSandbox({ mode });
  await aFollower(bench);
  if (answer) bench.receiver.answer = answer;
  return bench;
}

test.each(["plain", "compat", "safe"] as const)(
  "in %s mode a text arrives signed, as wechat-crypto reads it",
  async (mode) => {
    const bench = await withFollower(mode);
    await write(bench, "进度 ]]> & <ok>");
    const [delivery] = bench.receiver.deliveries;
    expect(delivery?.signed).toBe(true);
    expect(delivery?.field("Content")).toBe("进度 ]]> & <ok>");
    expect(delivery?.field("FromUserName")).toBe(bench.phone("小林").openid);
    expect(delivery?.field("ToUserName")).toBe(bench.world.account.originalId);
    expect(BigInt(delivery?.field("MsgId") ?? 0)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
    expect(delivery?.query["openid"]).toBe(bench.phone("小林").openid);
    expect(delivery?.query["encrypt_type"]).toBe(mode === "plain" ? undefined : "aes");
    expect(delivery?.appid).toBe(mode === "plain" ? null : bench.world.account.appid);
    expect(delivery?.body.includes("<Content>")).toBe(mode !== "safe");
  },
);

test("a plain reply is shown in plain and compat mode, and is no reply in safe mode", async () => {
  for (const mode of ["plain", "compat", "safe"] as const) {
    const bench = await withFollower(mode);
    bench.receiver.answer = (delivery) => bench.receiver.text(delivery, '您好\n<a href="https://x.cn">查看</a>');
    await write(bench);
    expect(heard(bench)).toEqual([mode === "safe" ? UNAVAILABLE : '您好\n<a href="https://x.cn">查看</a>']);
  }
});

test("a reply sealed by wechat-crypto is opened and shown in safe and compat mode, and is no reply in plain mode", async () => {
  for (const mode of ["safe", "compat", "plain"] as const) {
    const bench = await withFollower(mode);
    const { receiver } = bench;
    receiver.answer = (delivery) => receiver.sealed(receiver.text(delivery, "进度：服务中📦"));
    await write(bench);
    expect(heard(bench)).toEqual([mode === "plain" ? UNAVAILABLE : "进度：服务中📦"]);
  }
});

test.each(["", "success"])("the answer «%s» is valid and shows nothing", async (body) => {
  const bench = await withFollower("safe", () => body);
  await write(bench);
  expect(heard(bench)).toEqual([]);
  expect(bench.receiver.deliveries).toHaveLength(1);
});

const broken: readonly (readonly [string, Answering])[] = [
  ["JSON", () => '{"ok":true}'],
  ["HTML", () => "<html><body>500</body></html>"],
  ["the word Success", () => "Success"],
  ["XML that does not close", () => "<xml><ToUserName>"],
  ["a DOCTYPE", () => "<!DOCTYPE a><xml><ToUserName>a</ToUserName></xml>"],
  ["a refusal", () => ({ status: 403, body: "success" })],
  ["a redirect", () => ({ status: 302, body: "" })],
];

test.each(broken)("%s is no reply: the phone says so at once, and nothing is sent again", async (_name, answer) => {
  const bench = await withFollower("plain", answer);
  await write(bench);
  expect(heard(bench)).toEqual([UNAVAILABLE]);
  expect(bench.receiver.deliveries).toHaveLength(1);
});

const misfits: readonly (readonly [string, string, string])[] = [
  ["to someone else", "<ToUserName><![CDATA[o", "<ToUserName><![CDATA[x"],
  ["from someone else", "<FromUserName><![CDATA[gh_", "<FromUserName><![CDATA[xx_"],
  ["without a time", "<CreateTime>1700000000</CreateTime>", ""],
  ["of an unknown kind", "<![CDATA[text]]>", "<![CDATA[dance]]>"],
  ["without content", "<![CDATA[好]]>", "<![CDATA[]]>"],
  ["of more than 2048 bytes", "<![CDATA[好]]>", `<![CDATA[${"好".repeat(683)}]]>`],
];

test.each(misfits)("a reply %s is no reply", async (_name, from, to) => {
  const bench = await withFollower("plain");
  bench.receiver.answer = (delivery) => bench.receiver.text(delivery, "好").replace(from, to);
  await write(bench);
  expect(heard(bench)).toEqual([UNAVAILABLE]);
});

test("a sealed reply with a wrong signature, or for another appid, is no reply", async () => {
  const bench = await withFollower("safe");
  const { receiver } = bench;
  receiver.answer = (delivery) =>
    receiver.sealed(receiver.text(delivery, "好")).replace(/<MsgSignature>.{15}/, "<MsgSignature><![CDATA[0000");
  await write(bench);
  receiver.knows({
    ...bench.world.account,
    appid: "wx0",
    token: bench.world.account.token,
    aesKey: bench.world.account.aesKey,
  });
  receiver.answer = (delivery) => receiver.sealed(receiver.text(delivery, "好"));
  await write(bench);
  expect(heard(bench)).toEqual([UNAVAILABLE, UNAVAILABLE]);
});

test("news is shown as an article, and a hand-over to customer service shows nothing", async () => {
  const bench = await withFollower("plain");
  const { receiver } = bench;
  const article =
    "<item><Title><![CDATA[标题]]></Title><Description><![CDATA[摘要]]></Description><PicUrl></PicUrl><Url><![CDATA[https://x.cn/a?b=1&c=2]]></Url></item>";
  receiver.answer = (delivery) =>
    receiver
      .text(delivery, "x")
      .replace("<![CDATA[text]]>", "<![CDATA[news]]>")
      .replace(/<Content>.*<\/Content>/, `<ArticleCount>1</ArticleCount><Articles>${article}</Articles>`);
  await write(bench);
  expect(bench.items("小林").at(-1)).toMatchObject({
    kind: "news",
    news: { title: "标题", description: "摘要", url: "https://x.cn/a?b=1&c=2" },
  });
  receiver.answer = (delivery) =>
    receiver.text(delivery, "x").replace("<![CDATA[text]]>", "<![CDATA[transfer_customer_service]]>");
  await write(bench, "人工");
  expect(bench.items("小林").at(-1)?.text).toBe("人工");
});

test("a silent server gets the same message three times, and then the phone says it is unavailable", async () => {
  const bench = await withFollower("safe", () => null);
  bench.world.pace.cutMs = 50;
  await write(bench);
  const { deliveries } = bench.receiver;
  expect(deliveries).toHaveLength(3);
  expect(new Set(deliveries.map((delivery) => delivery.field("MsgId"))).size).toBe(1);
  expect(new Set(deliveries.map((delivery) => delivery.query["nonce"])).size).toBe(3);
  expect(deliveries.every((delivery) => delivery.signed)).toBe(true);
  expect(heard(bench)).toEqual([UNAVAILABLE]);
});

test("the reply to a second delivery is shown, once", async () => {
  const bench = await withFollower("plain");
  bench.world.pace.cutMs = 50;
  const { receiver } = bench;
  receiver.answer = (delivery) => (receiver.deliveries.length === 1 ? null : receiver.text(delivery, "来了"));
  await write(bench);
  expect(receiver.deliveries).toHaveLength(2);
  expect(heard(bench)).toEqual(["来了"]);
});

test("a broken server, and one that is not there, are tried three times as well", async () => {
  const bench = await withFollower("plain", () => ({ status: 502, body: "" }));
  await write(bench);
  expect(bench.receiver.deliveries).toHaveLength(3);
  expect(heard(bench)).toEqual([UNAVAILABLE]);
});

test("following, unfollowing, links and ends of cards show nothing when the server is broken, except the follow", async () => {
  const bench = await aSandbox({ mode: "plain" });
  bench.receiver.answer = () => "rubbish";
  const phone = bench.phone("小林");
  bench.world.deeds.follow(phone, null);
  await bench.quiet();
  bench.world.deeds.unfollow(phone);
  await bench.quiet();
  expect(heard(bench)).toEqual([UNAVAILABLE]);
});

test("following twice is one event, and each new follow is another with the same openid", async () => {
  const bench = await aSandbox({ mode: "plain" });
  const { deeds } = bench.world;
  const { openid, id } = bench.phone("小林");
  const path = `phones/${id}`;
  await Promise.all([bench.control("POST", `${path}/follow`, {}), bench.control("POST", `${path}/follow`, {})]);
  deeds.unfollow(bench.phone("小林"));
  deeds.unfollow(bench.phone("小林"));
  deeds.follow(bench.phone("小林"), null);
  await bench.quiet();
  const told = bench.receiver.deliveries.map(
    (one) => `${one.field("Event")} ${one.field("EventKey")}${one.field("FromUserName")}`,
  );
  expect(told).toEqual([`subscribe ${openid}`, `unsubscribe ${openid}`, `subscribe ${openid}`]);
});

test("who doesn't follow can't write", async () => {
  const bench = await aSandbox();
  await expect(bench.control("POST", `phones/${bench.phone("小林").id}/text`, { text: "在吗" })).rejects.toThrow(
    "请先关注服务号",
  );
});

test("pictures and places arrive with what the server needs to fetch and find them", async () => {
  const bench = await withFollower("safe");
  const { id } = bench.phone("小林");
  await bench.control("POST", `phones/${id}/image`, {});
  await bench.control("POST", `phones/${id}/location`, { latitude: 28.2, longitude: 112.9, label: "岳麓区" });
  await bench.quiet();
  const [image, place] = bench.receiver.deliveries;
  const picture = await fetch(image?.field("PicUrl") ?? "");
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(50);
  expect(place?.field("Label")).toBe("岳麓区");
  expect(place?.field("Location_X")).toBe("28.200000");
  await expect(bench.control("POST", `phones/${id}/image`, { dataUrl: "data:text/html;base64,PGI+" })).rejects.toThrow(
    "JPEG",
  );
});

test("withdrawing what was allowed is told by user_authorization_revoke", async () => {
  const bench = await withFollower("safe");
  await bench.control("POST", `phones/${bench.phone("小林").id}/revoke`, {});
  await bench.quiet();
  const [event] = bench.receiver.deliveries;
  expect(event?.field("Event")).toBe("user_authorization_revoke");
  expect(event?.field("OpenID")).toBe(bench.phone("小林").openid);
  expect(event?.field("AppID")).toBe(bench.world.account.appid);
  expect(event?.field("FromUserName")).not.toBe(bench.phone("小林").openid);
  await bench.control("POST", `phones/${bench.phone("小林").id}/revoke`, { closed: true });
  await bench.quiet();
  expect(bench.receiver.deliveries[1]?.field("Event")).toBe("user_authorization_cancellation");
});

test("after the key was changed, pushes are sealed with the new one and replies are expected under it", async () => {
  const bench = await withFollower("safe");
  const before = bench.world.account.aesKey;
  const { env } = await bench.control<{ env: Record<string, string> }>("POST", "rotate-key", {});
  expect(env["WECHAT_AES_KEY_PREVIOUS"]).toBe(before);
  bench.receiver.knows({
    ...bench.world.account,
    token: bench.world.account.token,
    aesKey: env["WECHAT_AES_KEY"] ?? "",
  });
  bench.receiver.answer = (delivery) => bench.receiver.sealed(bench.receiver.text(delivery, "新钥匙"));
  await write(bench);
  expect(heard(bench)).toEqual(["新钥匙"]);
});

test("verifying the address sends an echostr that must come back as it was", async () => {
  const bench = await aSandbox();
  bench.receiver.answer = (delivery) => delivery.query["echostr"] ?? "";
  expect(await bench.control("POST", "verify", {})).toEqual({ ok: true, problem: null });
  expect(bench.receiver.deliveries[0]).toMatchObject({ method: "GET", signed: true });
  bench.receiver.answer = (delivery) => `"${delivery.query["echostr"]}"`;
  expect(await bench.control("POST", "verify", {})).toMatchObject({ ok: false });
  bench.receiver.answer = () => ({ status: 403, body: "" });
  expect(await bench.control("POST", "verify", {})).toEqual({ ok: false, problem: "HTTP 403" });
});

test("a push that was on its way when the sandbox stopped is brought after the next start, with the same MsgId", async () => {
  const dir = aFolder();
  const first = await aSandbox({ dir });
  await aFollower(first);
  first.receiver.answer = () => null;
  first.world.deeds.text(first.phone("小林"), "还在吗");
  await expect.poll(() => first.receiver.deliveries.length).toBe(1);
  await first.close();
  const msgid = first.receiver.deliveries[0]?.field("MsgId");
  first.receiver.answer = (delivery) => first.receiver.sealed(first.receiver.text(delivery, "在"));
  const second = await aSandbox({ dir, receiver: first.receiver });
  await second.quiet();
  expect(second.receiver.deliveries.map((delivery) => delivery.field("MsgId"))).toEqual([msgid, msgid]);
  expect(heard(second)).toEqual(["在"]);
  expect(second.world.account.appid).toBe(first.world.account.appid);
});
