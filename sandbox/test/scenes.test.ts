import { expect, test } from "vitest";
import { aFollower } from "./kit/follower.js";
import { foreignClient } from "./kit/judges.js";
import { qrTextOf } from "./kit/read-png.js";
import { aSandbox } from "./kit/sandbox.js";

const wishOf = (scene: object, rest: object = {}) => ({
  action_name: "QR_STR_SCENE",
  action_info: { scene },
  ...rest,
});

test("the picture of a foreign client's QR code says the url it was told, by its encoded ticket alone", async () => {
  const bench = await aSandbox();
  const client = foreignClient(bench);
  const code = await client.createTmpQRCode("b.0123456789abcdef", 600);
  expect(code.url).toMatch(/^http:\/\/weixin\.qq\.com\/q\/\w+$/);
  expect(code.expire_seconds?.toString()).toBe("600");
  expect(code.ticket).toMatch(/\+.*\/.*==$/s);
  const encoded = client.showQRCodeURL(encodeURIComponent(code.ticket));
  const picture = await fetch(encoded);
  expect(picture.headers.get("content-type")).toBe("image/png");
  expect(qrTextOf(Buffer.from(await picture.arrayBuffer()))).toBe(code.url);
  expect((await fetch(client.showQRCodeURL(code.ticket))).status).toBe(404);
});

test("a stranger's scan asks to follow, and the follow tells the scene with its prefix", async () => {
  const bench = await aSandbox();
  const { url, ticket } = await foreignClient(bench).createTmpQRCode("b.abc", 600);
  const path = `phones/${bench.phone("小林").id}`;
  expect(await bench.control("POST", `${path}/scan`, { text: url })).toEqual({
    kind: "account",
    ticket,
    followed: false,
  });
  await bench.quiet();
  expect(bench.receiver.deliveries).toEqual([]);
  await bench.control("POST", `${path}/follow`, { qr: url });
  await bench.quiet();
  const [event] = bench.receiver.deliveries;
  expect([event?.field("Event"), event?.field("EventKey"), event?.field("Ticket")]).toEqual([
    "subscribe",
    "qrscene_b.abc",
    ticket,
  ]);
  const info = await foreignClient(bench).getUser(bench.phone("小林").openid);
  expect(info).toMatchObject({
    subscribe: 1,
    subscribe_scene: "ADD_SCENE_QR_CODE",
    qr_scene_str: "b.abc",
    nickname: "",
  });
});

test("a follower's scan tells the bare scene at once", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  const { url, ticket } = await foreignClient(bench).createTmpQRCode(123, 600);
  const path = `phones/${bench.phone("小林").id}`;
  expect(await bench.control("POST", `${path}/scan`, { text: url })).toEqual({
    kind: "account",
    ticket,
    followed: true,
  });
  await bench.quiet();
  const [event] = bench.receiver.deliveries;
  expect([event?.field("Event"), event?.field("EventKey"), event?.field("Ticket")]).toEqual(["SCAN", "123", ticket]);
});

test("a code that is over, or nobody's, does nothing; other addresses go to the browser", async () => {
  const bench = await aSandbox();
  const { url } = await foreignClient(bench).createTmpQRCode("b.abc", 60);
  const path = `phones/${bench.phone("小林").id}`;
  const scan = (text: string): Promise<unknown> => bench.control("POST", `${path}/scan`, { text });
  bench.world.clock.advance(60_000);
  await expect(scan(url)).rejects.toThrow("二维码已过期");
  await expect(bench.control("POST", `${path}/follow`, { qr: url })).rejects.toThrow("二维码已过期");
  expect(bench.phone("小林").followedAt).toBeNull();
  await expect(scan("http://weixin.qq.com/q/unknown")).rejects.toThrow("无法识别的二维码");
  await expect(scan("hello")).rejects.toThrow("无法识别的二维码");
  expect(await scan("https://example.cn/a")).toEqual({ kind: "browser", url: "https://example.cn/a" });
});

test("a permanent code has no end", async () => {
  const bench = await aSandbox();
  const code = await foreignClient(bench).createLimitQRCode("poster");
  expect(code.expire_seconds).toBeUndefined();
  bench.world.clock.advance(400 * 86_400_000);
  const path = `phones/${bench.phone("小林").id}`;
  expect(await bench.control("POST", `${path}/scan`, { text: code.url })).toMatchObject({ kind: "account" });
});

test("a code lives sixty seconds when nothing is said, and at most thirty days", async () => {
  const bench = await aSandbox();
  const create = (wish: object) => bench.call("/cgi-bin/qrcode/create", wish);
  expect((await create(wishOf({ scene_str: "x" })))["expire_seconds"]).toBe(60);
  expect((await create(wishOf({ scene_str: "x" }, { expire_seconds: 2_592_000 })))["errcode"]).toBeUndefined();
  for (const seconds of [2_592_001, 0, -1, "60"]) {
    expect((await create(wishOf({ scene_str: "x" }, { expire_seconds: seconds }))).errcode).toBe(40097);
  }
});

test("scenes are 1 to 64 characters, or numbers within their limits", async () => {
  const bench = await aSandbox();
  const create = async (scene: object, rest: object = {}): Promise<unknown> =>
    (await bench.call("/cgi-bin/qrcode/create", wishOf(scene, rest))).errcode;
  expect(await create({ scene_str: "x".repeat(64) })).toBeUndefined();
  expect(await create({ scene_str: "x".repeat(65) })).toBe(40053);
  expect(await create({ scene_str: "" })).toBe(40053);
  expect(await create({})).toBe(40053);
  expect(await create({ scene_id: 0 }, { action_name: "QR_SCENE" })).toBe(40053);
  expect(await create({ scene_id: 100_000 }, { action_name: "QR_LIMIT_SCENE" })).toBeUndefined();
  expect(await create({ scene_id: 100_001 }, { action_name: "QR_LIMIT_SCENE" })).toBe(40053);
  expect(await create({ scene_str: "x" }, { action_name: "QR_CODE" })).toBe(40052);
});

test("no more than 100,000 permanent codes are ever made", async () => {
  const bench = await aSandbox();
  bench.world.database.keep("scenes.permanent", "99999");
  const create = () =>
    bench.call("/cgi-bin/qrcode/create", wishOf({ scene_str: "x" }, { action_name: "QR_LIMIT_STR_SCENE" }));
  expect((await create()).errcode).toBeUndefined();
  expect((await create()).errcode).toBe(45029);
});

test("followers are told in pages, and who doesn't follow by nothing but that", async () => {
  const bench = await aSandbox();
  const client = foreignClient(bench);
  expect(await client.getFollowers()).toMatchObject({ total: 0, count: 0 });
  await aFollower(bench, "小林");
  await aFollower(bench, "小陈");
  const [lin, chen] = [bench.phone("小林").openid, bench.phone("小陈").openid];
  expect((await client.getFollowers()).data?.openid).toEqual([lin, chen]);
  const rest = await bench.call("/cgi-bin/user/get", undefined, { next_openid: lin });
  expect(rest).toEqual({ total: 2, count: 1, data: { openid: [chen] }, next_openid: chen });
  expect(await client.getUser(bench.phone("王师傅").openid)).toMatchObject({ subscribe: 0, tagid_list: [] });
  expect((await bench.call("/cgi-bin/user/info", undefined, { openid: "oNobody" })).errcode).toBe(40003);
});
