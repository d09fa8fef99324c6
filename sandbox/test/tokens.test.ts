import { expect, test } from "vitest";
import { foreignClient } from "./kit/judges.js";
import { type Answer, api, aSandbox, type Bench } from "./kit/sandbox.js";

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 1, 0, 0);

async function frozen(): Promise<Bench> {
  const bench = await aSandbox();
  bench.world.clock.freeze(START);
  return bench;
}

const credentials = ({ ready: { env } }: Bench) => ({
  grant_type: "client_credential",
  appid: env["WECHAT_APPID"] ?? "",
  secret: env["WECHAT_SECRET"] ?? "",
});

const stable = (bench: Bench, force = false): Promise<Answer> =>
  api(bench.ready.env["WECHAT_API_BASE"], "/cgi-bin/stable_token", { ...credentials(bench), force_refresh: force }, {});

const plain = (bench: Bench): Promise<Answer> =>
  api(bench.ready.env["WECHAT_API_BASE"], "/cgi-bin/token", undefined, credentials(bench));

const use = (bench: Bench, token: unknown): Promise<Answer> =>
  api(bench.ready.env["WECHAT_API_BASE"], "/cgi-bin/get_api_domain_ip", undefined, { access_token: String(token) });

test("stable_token tells the same 512 characters while they are good, and how long that is", async () => {
  const bench = await frozen();
  const first = await stable(bench);
  expect(first).toEqual({ access_token: expect.stringMatching(/^.{512}$/), expires_in: 7_200 });
  bench.world.clock.advance(100 * MINUTE);
  expect(await stable(bench)).toEqual({ access_token: first["access_token"], expires_in: 1_200 });
});

test("in the last five minutes stable_token tells a new one, and both are good for five minutes", async () => {
  const bench = await frozen();
  const old = await stable(bench);
  bench.world.clock.advance(116 * MINUTE);
  const fresh = await stable(bench);
  expect(fresh["access_token"]).not.toBe(old["access_token"]);
  expect(fresh["expires_in"]).toBe(7_200);
  bench.world.clock.advance(5 * MINUTE - 1);
  expect((await use(bench, old["access_token"])).errcode).toBeUndefined();
  bench.world.clock.advance(1);
  expect((await use(bench, old["access_token"])).errcode).toBe(42001);
  expect((await use(bench, fresh["access_token"])).errcode).toBeUndefined();
});

test("a forced refresh kills the old token at once", async () => {
  const bench = await frozen();
  const old = await stable(bench);
  const fresh = await stable(bench, true);
  expect((await use(bench, old["access_token"])).errcode).toBe(40001);
  expect((await use(bench, fresh["access_token"])).errcode).toBeUndefined();
});

test("a forced refresh is refused within thirty seconds of another, and the token stays good", async () => {
  const bench = await frozen();
  const token = await stable(bench, true);
  bench.world.clock.advance(29_999);
  expect((await stable(bench, true)).errcode).toBe(45011);
  expect((await use(bench, token["access_token"])).errcode).toBeUndefined();
  bench.world.clock.advance(1);
  expect((await stable(bench, true)).errcode).toBeUndefined();
});

test("a token is forced twenty times a day, and again after midnight in Shanghai", async () => {
  const bench = await frozen();
  for (let count = 0; count < 20; count += 1) {
    expect((await stable(bench, true)).errcode).toBeUndefined();
    bench.world.clock.advance(MINUTE);
  }
  expect((await stable(bench, true)).errcode).toBe(45009);
  bench.world.clock.freeze(Date.UTC(2026, 0, 5, 16, 0, 0));
  expect((await stable(bench, true)).errcode).toBeUndefined();
});

test("/cgi-bin/token kills the one before and leaves the stable one alone", async () => {
  const bench = await frozen();
  const lasting = await stable(bench);
  const old = await plain(bench);
  const fresh = await plain(bench);
  expect((await use(bench, old["access_token"])).errcode).toBe(40001);
  expect((await use(bench, fresh["access_token"])).errcode).toBeUndefined();
  expect((await use(bench, lasting["access_token"])).errcode).toBeUndefined();
});

test("a token that is absent, malformed, unknown or too old is refused by its own code, with a rid", async () => {
  const bench = await frozen();
  const base = bench.ready.env["WECHAT_API_BASE"];
  const token = (await stable(bench))["access_token"];
  bench.world.clock.advance(120 * MINUTE);
  expect((await api(base, "/cgi-bin/menu/get", undefined, {})).errmsg).toMatch(
    /^access_token missing rid: \w{8}-\w{8}-\w{8}$/,
  );
  expect((await use(bench, "rubbish")).errcode).toBe(40014);
  expect((await use(bench, `87_${"a".repeat(509)}`)).errmsg).toMatch(/^invalid credential, access_token is invalid/);
  expect((await use(bench, token)).errmsg).toMatch(/^access_token expired rid: /);
});

test("wrong credentials are refused by what is wrong with them", async () => {
  const bench = await frozen();
  const ask = async (change: object): Promise<unknown> => {
    const wish = { ...credentials(bench), ...change };
    return (await api(bench.ready.env["WECHAT_API_BASE"], "/cgi-bin/stable_token", wish, {})).errcode;
  };
  expect(await ask({ grant_type: "password" })).toBe(40002);
  expect(await ask({ appid: undefined })).toBe(41002);
  expect(await ask({ appid: "wx0" })).toBe(40013);
  expect(await ask({ secret: undefined })).toBe(41004);
  expect(await ask({ secret: "wrong" })).toBe(40125);
});

test("the method and the body are checked before anything is done", async () => {
  const bench = await frozen();
  const base = bench.ready.env["WECHAT_API_BASE"];
  expect((await api(base, "/cgi-bin/stable_token", undefined, {})).errcode).toBe(43002);
  expect((await api(base, "/cgi-bin/stable_token", "", {})).errcode).toBe(44002);
  expect((await api(base, "/cgi-bin/stable_token", "{", {})).errcode).toBe(47001);
  expect((await api(base, "/cgi-bin/stable_token", "[]", {})).errcode).toBe(47001);
  expect((await bench.call("/cgi-bin/menu/get", {})).errcode).toBe(43001);
  expect((await bench.call("/cgi-bin/unheard/of")).errcode).toBe(40066);
});

test("a foreign client whose token was killed asks for another and goes on", async () => {
  const bench = await aSandbox();
  const client = foreignClient(bench);
  expect((await client.getIp()).ip_list).toEqual(["127.0.0.1"]);
  await bench.control("POST", "token/kill", {});
  expect((await client.getIp()).ip_list).toEqual(["127.0.0.1"]);
});

test("the JS-SDK's ticket stays the same for two hours less five minutes", async () => {
  const bench = await frozen();
  const client = foreignClient(bench);
  const first = await bench.call("/cgi-bin/ticket/getticket", undefined, { type: "jsapi" });
  expect(first).toMatchObject({ errcode: 0, errmsg: "ok", expires_in: 7_200 });
  bench.world.clock.advance(114 * MINUTE);
  expect((await bench.call("/cgi-bin/ticket/getticket", undefined, { type: "jsapi" }))["ticket"]).toBe(first["ticket"]);
  expect((await client.getTicket()).ticket).toBe(first["ticket"]);
  expect((await bench.call("/cgi-bin/ticket/getticket", undefined, { type: "other" })).errcode).toBe(40097);
});

test("quotas are counted by path, told, and cleared ten times a month", async () => {
  const bench = await frozen();
  await bench.call("/cgi-bin/menu/get");
  await bench.call("/cgi-bin/menu/get");
  const left = await bench.call("/cgi-bin/openapi/quota/get", { cgi_path: "/cgi-bin/menu/get" });
  expect(left["quota"]).toEqual({ daily_limit: 10_000, used: 2, remain: 9_998 });
  expect((await bench.call("/cgi-bin/openapi/quota/get", { cgi_path: "/nowhere" })).errcode).toBe(76021);
  const clear = (): Promise<Answer> => bench.call("/cgi-bin/clear_quota", { appid: bench.world.account.appid });
  for (let count = 0; count < 10; count += 1) expect((await clear()).errcode).toBe(0);
  expect((await clear()).errcode).toBe(48006);
  expect((await bench.call("/cgi-bin/clear_quota", { appid: "wx0" })).errcode).toBe(40013);
});

test("who has used up the day's calls is told 45009 until midnight in Shanghai", async () => {
  const bench = await frozen();
  for (let count = 0; count < 500; count += 1) bench.world.quotas.spend("/cgi-bin/user/get", 500);
  expect((await bench.call("/cgi-bin/user/get")).errcode).toBe(45009);
  bench.world.clock.freeze(Date.UTC(2026, 0, 5, 16, 0, 0));
  expect((await bench.call("/cgi-bin/user/get")).errcode).toBeUndefined();
});
