import { expect, test } from "vitest";
import { aFollower } from "./kit/follower.js";
import { foreignClient } from "./kit/judges.js";
import { aSandbox, type Bench } from "./kit/sandbox.js";

const MINUTE = 60_000;

async function send(bench: Bench, change: object = {}): Promise<unknown> {
  const wish = { touser: bench.phone("小林").openid, msgtype: "text", text: { content: "您好" }, ...change };
  return (await bench.call("/cgi-bin/message/custom/send", wish)).errcode;
}

/** The window a follow opened is over. */
async function silent(): Promise<Bench> {
  const bench = await aSandbox();
  await aFollower(bench);
  bench.world.clock.advance(MINUTE);
  return bench;
}

test("a foreign client's message is shown after the person wrote", async () => {
  const bench = await silent();
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  await foreignClient(bench).sendText(bench.phone("小林").openid, "在的");
  expect(bench.items("小林").map((item) => `${item.from} ${item.text}`)).toEqual(["me 在吗", "account 在的"]);
});

test("five messages may follow one of theirs within 48 hours, then 45047, then 45015", async () => {
  const bench = await silent();
  expect(await send(bench)).toBe(45015);
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  for (let count = 0; count < 5; count += 1) expect(await send(bench)).toBe(0);
  expect(await send(bench)).toBe(45047);
  bench.world.deeds.text(bench.phone("小林"), "还在吗");
  expect(await send(bench)).toBe(0);
  bench.world.clock.advance(48 * 60 * MINUTE);
  expect(await send(bench)).toBe(45015);
});

test.each(["follow", "click", "scan"] as const)("a %s lets three messages through within a minute", async (cause) => {
  const bench = await silent();
  const phone = bench.phone("小林");
  if (cause === "follow") {
    bench.world.deeds.unfollow(phone);
    bench.world.deeds.follow(phone, null);
  } else if (cause === "click") {
    await bench.call("/cgi-bin/menu/create", { button: [{ type: "click", name: "查", key: "K" }] });
    bench.world.deeds.press(phone, { key: "K" }, null);
  } else {
    const { url } = await foreignClient(bench).createTmpQRCode("b.x", 600);
    bench.world.deeds.scan(phone, url);
  }
  for (let count = 0; count < 3; count += 1) expect(await send(bench)).toBe(0);
  expect(await send(bench)).toBe(45047);
  bench.world.clock.advance(MINUTE);
  expect(await send(bench)).toBe(45015);
});

test("a link of the menu opens no window", async () => {
  const bench = await silent();
  await bench.call("/cgi-bin/menu/create", { button: [{ type: "view", name: "看", url: "https://x.cn" }] });
  bench.world.deeds.press(bench.phone("小林"), { path: [0] }, null);
  expect(await send(bench)).toBe(45015);
});

test("the short window is used before the long one", async () => {
  const bench = await silent();
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  await bench.call("/cgi-bin/menu/create", { button: [{ type: "click", name: "查", key: "K" }] });
  bench.world.deeds.press(bench.phone("小林"), { key: "K" }, null);
  for (let count = 0; count < 3; count += 1) expect(await send(bench)).toBe(0);
  bench.world.clock.advance(MINUTE);
  for (let count = 0; count < 5; count += 1) expect(await send(bench)).toBe(0);
  expect(await send(bench)).toBe(45047);
});

test("who left can't be written to, however much they wrote before", async () => {
  const bench = await silent();
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  bench.world.deeds.unfollow(bench.phone("小林"));
  expect(await send(bench)).toBe(45015);
  bench.world.deeds.follow(bench.phone("小林"), null);
  bench.world.clock.advance(MINUTE);
  expect(await send(bench)).toBe(45015);
});

test("messages of unknown people, kinds and lengths are refused and use nothing up", async () => {
  const bench = await silent();
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  expect(await send(bench, { touser: "oNobody" })).toBe(40003);
  expect(await send(bench, { msgtype: "dance" })).toBe(40008);
  expect(await send(bench, { text: {} })).toBe(44004);
  expect(await send(bench, { text: { content: "好".repeat(683) } })).toBe(45002);
  for (let count = 0; count < 5; count += 1) expect(await send(bench)).toBe(0);
});

test("an article is shown, two at once are too many", async () => {
  const bench = await silent();
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  const article = { title: "标题", description: "摘要", url: "https://x.cn", picurl: "" };
  expect(await send(bench, { msgtype: "news", news: { articles: [article] } })).toBe(0);
  expect(await send(bench, { msgtype: "news", news: { articles: [article, article] } })).toBe(45002);
  expect(bench.items("小林").at(-1)).toMatchObject({ kind: "news", news: { title: "标题", description: "摘要" } });
});
