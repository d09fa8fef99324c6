import { expect, test } from "vitest";
import { type Answer, api, aSandbox, type Bench, WEB } from "./kit/sandbox.js";

const BACK = `${WEB}/wechat/oauth/callback`;

/** The address of the authorize page, in the order WeChat demands. */
function address(bench: Bench, change: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    appid: bench.world.account.appid,
    redirect_uri: BACK,
    response_type: "code",
    scope: "snsapi_base",
    state: "S1",
    ...change,
  });
  return `/connect/oauth2/authorize?${query.toString()}`;
}

/** What the page of the open host does in the frame of 小林's phone. */
async function inPhone(bench: Bench, url: string, change: object = {}): Promise<Record<string, string>> {
  const origin = bench.ready.env["WECHAT_OPEN_BASE"] ?? "";
  const { id, secret } = bench.phone("小林");
  const answer = await fetch(`${origin}/connect/oauth2/phone`, {
    method: "POST",
    headers: { origin },
    body: JSON.stringify({ phone: String(id), secret, url, ...change }),
  });
  return (await answer.json()) as Record<string, string>;
}

async function aCode(bench: Bench, change: Readonly<Record<string, string>> = {}): Promise<string> {
  const { redirect } = await inPhone(bench, address(bench, change), { consent: "yes" });
  return new URL(redirect ?? "").searchParams.get("code") ?? "";
}

function exchange(bench: Bench, code: string, change: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { appid, secret } = bench.world.account;
  const query = { appid, secret, code, grant_type: "authorization_code", ...change };
  return api(bench.ready.env["WECHAT_API_BASE"], "/sns/oauth2/access_token", undefined, query);
}

test("base is silent: the phone goes back with a code and the state, and the code is the person's openid", async () => {
  const bench = await aSandbox();
  const { redirect } = await inPhone(bench, address(bench));
  const back = new URL(redirect ?? "");
  expect(back.origin + back.pathname).toBe(BACK);
  expect(back.searchParams.get("state")).toBe("S1");
  const grant = await exchange(bench, back.searchParams.get("code") ?? "");
  expect(grant).toMatchObject({ openid: bench.phone("小林").openid, scope: "snsapi_base", expires_in: 7_200 });
  expect(grant).not.toHaveProperty("is_snapshotuser");
});

test("a code works once", async () => {
  const bench = await aSandbox();
  const code = await aCode(bench);
  const answers = await Promise.all([exchange(bench, code), exchange(bench, code)]);
  expect(answers.map((answer) => answer.errcode)).toEqual([undefined, 40163]);
});

test("a code lives five minutes", async () => {
  const bench = await aSandbox();
  const [early, late] = [await aCode(bench), await aCode(bench)];
  bench.world.clock.advance(299_000);
  expect((await exchange(bench, early)).errcode).toBeUndefined();
  bench.world.clock.advance(2_000);
  expect((await exchange(bench, late)).errcode).toBe(42003);
});

test("unknown codes and wrong credentials are refused by their own codes", async () => {
  const bench = await aSandbox();
  expect((await exchange(bench, "unknown")).errcode).toBe(40029);
  expect((await exchange(bench, "")).errcode).toBe(41008);
  const code = await aCode(bench);
  expect((await exchange(bench, code, { secret: "wrong" })).errcode).toBe(40125);
  expect((await exchange(bench, code, { appid: "wx0" })).errcode).toBe(40013);
  expect((await exchange(bench, code, { grant_type: "password" })).errcode).toBe(40002);
  expect((await exchange(bench, code)).errcode).toBeUndefined();
});

test("a preview page's person is marked, and their openid is nobody's", async () => {
  const bench = await aSandbox();
  await bench.control("PATCH", `phones/${bench.phone("小林").id}`, { snapshot: true });
  const grant = await exchange(bench, await aCode(bench));
  expect(grant["is_snapshotuser"]).toBe(1);
  expect(bench.world.phones.byOpenid(grant["openid"])).toBeNull();
});

test("userinfo asks first; no leads back without a code, yes lets the name be read", async () => {
  const bench = await aSandbox();
  const url = address(bench, { scope: "snsapi_userinfo" });
  expect(await inPhone(bench, url)).toEqual({ ask: "snsapi_userinfo" });
  expect((await inPhone(bench, url, { consent: "no" }))["redirect"]).toBe(`${BACK}?state=S1`);
  const grant = await exchange(bench, await aCode(bench, { scope: "snsapi_userinfo" }));
  const query = { access_token: String(grant["access_token"]), openid: String(grant["openid"]) };
  const base = bench.ready.env["WECHAT_API_BASE"];
  expect(await api(base, "/sns/userinfo", undefined, query)).toMatchObject({ nickname: "小林" });
  expect(await api(base, "/sns/auth", undefined, query)).toEqual({ errcode: 0, errmsg: "ok" });
  expect((await api(base, "/sns/auth", undefined, { ...query, openid: "o1" })).errcode).toBe(40003);
});

test("base may not read the name, and its token opens nothing under /cgi-bin", async () => {
  const bench = await aSandbox();
  const grant = await exchange(bench, await aCode(bench));
  const query = { access_token: String(grant["access_token"]), openid: String(grant["openid"]) };
  const base = bench.ready.env["WECHAT_API_BASE"];
  expect((await api(base, "/sns/userinfo", undefined, query)).errcode).toBe(48001);
  expect((await api(base, "/cgi-bin/user/info", undefined, query)).errcode).toBe(40001);
});

test("a grant is refreshed for thirty days", async () => {
  const bench = await aSandbox();
  const grant = await exchange(bench, await aCode(bench));
  const { appid } = bench.world.account;
  const refresh = (token: unknown): Promise<Answer> => {
    const query = { appid, grant_type: "refresh_token", refresh_token: String(token) };
    return api(bench.ready.env["WECHAT_API_BASE"], "/sns/oauth2/refresh_token", undefined, query);
  };
  bench.world.clock.advance(7_200_000);
  const fresh = await refresh(grant["refresh_token"]);
  expect(fresh).toMatchObject({ openid: grant["openid"], refresh_token: grant["refresh_token"] });
  expect((await refresh("unknown")).errcode).toBe(40030);
  bench.world.clock.advance(30 * 86_400_000);
  expect((await refresh(grant["refresh_token"])).errcode).toBe(42002);
});

test("the address is compared strictly: app, scope, order, state and the one domain", async () => {
  const bench = await aSandbox();
  const problem = async (url: string): Promise<string | undefined> => (await inPhone(bench, url))["problem"];
  expect(await problem(address(bench, { appid: "wx0" }))).toContain("appid");
  expect(await problem(address(bench, { scope: "snsapi_all" }))).toContain("Scope");
  expect(await problem(address(bench, { response_type: "token" }))).toContain("response_type");
  expect(await problem(address(bench, { state: "a-b" }))).toContain("state");
  expect(await problem(address(bench, { state: "a".repeat(129) }))).toContain("state");
  expect(await problem(address(bench, { redirect_uri: "http://evil.example/x" }))).toContain("10003");
  expect(await problem(address(bench, { redirect_uri: "http://localhost:4000/x" }))).toContain("10003");
  expect(await problem(address(bench, { redirect_uri: "/x" }))).toContain("redirect_uri");
  const { appid } = bench.world.account;
  const other = `scope=snsapi_base&appid=${appid}&redirect_uri=${encodeURIComponent(BACK)}&response_type=code&state=1`;
  expect(await problem(`/connect/oauth2/authorize?${other}`)).toContain("顺序");
});

test("no phone is taken on trust: its secret must be right, and the question must come from the page itself", async () => {
  const bench = await aSandbox();
  expect(await inPhone(bench, address(bench), { secret: "guess" })).toEqual({ problem: "请在微信客户端打开链接" });
  expect(await inPhone(bench, address(bench), { phone: "99" })).toEqual({ problem: "请在微信客户端打开链接" });
  const answer = await fetch(`${bench.ready.env["WECHAT_OPEN_BASE"]}/connect/oauth2/phone`, {
    method: "POST",
    headers: { origin: "http://127.0.0.1:4000" },
    body: "{}",
  });
  expect(answer.status).toBe(403);
});

test("the page says where the link belongs, and shows what is wrong without running it", async () => {
  const bench = await aSandbox();
  const page = async (url: string): Promise<string> => {
    const answer = await fetch(`${bench.ready.env["WECHAT_OPEN_BASE"]}${url}`);
    return answer.text();
  };
  expect(await page(address(bench))).toContain("请在微信客户端打开链接");
  expect(await page(address(bench, { appid: "<script>" }))).not.toContain("<script>");
});

test("the control API makes the same journey for a phone", async () => {
  const bench = await aSandbox();
  const phoneId = String(bench.phone("小林").id);
  const { redirect } = await bench.control<{ redirect: string }>("POST", "oauth", { phoneId, url: address(bench) });
  const grant = await exchange(bench, new URL(redirect).searchParams.get("code") ?? "");
  expect(grant["openid"]).toBe(bench.phone("小林").openid);
});
