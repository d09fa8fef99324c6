import { request } from "node:http";
import { expect, test } from "vitest";
import { signatureOfPage } from "../src/account/js-sdk.js";
import { aFollower } from "./kit/follower.js";
import { aFolder, aSandbox, type Bench, WEB } from "./kit/sandbox.js";

/** A bare call to any host, with the headers a test wants to lie with. */
function raw(
  origin: string | undefined,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const { hostname, port } = new URL(origin ?? "");
  return new Promise((done, fail) => {
    const call = request({ hostname, port, method, path, headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    call.on("error", fail);
    call.end();
  });
}

const hosts = ({ world: { origins } }: Bench): string[] => Object.values(origins);

test("every host answers to loopback names alone, so that no page can rebind its way in", async () => {
  const bench = await aSandbox();
  for (const origin of hosts(bench)) {
    const { port } = new URL(origin);
    expect(await raw(origin, "GET", "/", { host: `evil.example:${port}` })).toBe(421);
    expect(await raw(origin, "GET", "/", { host: `127.0.0.1.evil.example:${port}` })).toBe(421);
  }
});

test("every host listens on 127.0.0.1", async () => {
  const bench = await aSandbox();
  expect(hosts(bench).map((origin) => new URL(origin).hostname)).toEqual(Array.from({ length: 5 }, () => "127.0.0.1"));
});

test("what moves something needs the token or the page's own origin; reading needs neither", async () => {
  const bench = await aSandbox();
  const { control, controlToken } = bench.ready;
  const { host } = new URL(control);
  const follow = `/control/phones/${bench.phone("小林").id}/follow`;
  const ask = (headers: Record<string, string>): Promise<number> => raw(control, "POST", follow, { host, ...headers });
  expect(await ask({})).toBe(403);
  expect(await ask({ "x-sandbox-token": "wrong" })).toBe(403);
  expect(await ask({ origin: "http://127.0.0.1:4000" })).toBe(403);
  expect(await ask({ origin: "null" })).toBe(403);
  expect(await ask({ "sec-fetch-site": "same-site" })).toBe(403);
  expect(await ask({ origin: WEB, "sec-fetch-site": "same-origin" })).toBe(403);
  expect(bench.phone("小林").followedAt).toBeNull();
  expect(await ask({ origin: control })).toBe(200);
  expect(await ask({ "sec-fetch-site": "same-origin" })).toBe(200);
  expect(await ask({ "x-sandbox-token": controlToken })).toBe(200);
  expect(await raw(control, "GET", "/control/state", { host })).toBe(200);
});

test("what was asked for wrongly is refused in one sentence", async () => {
  const bench = await aSandbox();
  const { id } = bench.phone("小林");
  await expect(bench.control("POST", "phones", { name: " " })).rejects.toThrow("400");
  await expect(bench.control("POST", `phones/${id}/text`, { text: "" })).rejects.toThrow("400");
  await expect(bench.control("POST", "phones/99/follow", {})).rejects.toThrow("没有这部手机");
  await expect(bench.control("POST", "mode", { mode: "open" })).rejects.toThrow("400");
});

test("phones are added, renamed and removed with all they were told", async () => {
  const bench = await aSandbox();
  const made = await bench.control<{ id: string; openid: string }>("POST", "phones", { name: "小赵" });
  expect(made.openid).toMatch(/^o[\w-]{27}$/);
  await bench.control("PATCH", `phones/${made.id}`, { name: "老赵" });
  await aFollower(bench, "老赵");
  await bench.control("DELETE", `phones/${made.id}`);
  expect(bench.world.phones.all().map((phone) => phone.name)).toEqual(["小林", "小陈", "王师傅", "客服小周"]);
  expect((await bench.call("/cgi-bin/user/info", undefined, { openid: made.openid })).errcode).toBe(40003);
});

test("what others said is unread until the chat is read", async () => {
  const bench = await aSandbox({ mode: "plain" });
  await aFollower(bench);
  bench.receiver.answer = (delivery) => bench.receiver.text(delivery, "好");
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  await bench.quiet();
  expect(bench.phone("小林").unread).toBe(1);
  await bench.control("POST", `phones/${bench.phone("小林").id}/read`, {});
  expect(bench.phone("小林").unread).toBe(0);
});

test("an open page hears at once what moved, and of which phone", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  const stop = new AbortController();
  const answer = await fetch(`${bench.ready.control}/control/events`, { signal: stop.signal });
  const heard: string[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) heard.push(decoder.decode(chunk as Uint8Array));
  })().catch(() => undefined);
  bench.world.deeds.text(bench.phone("小林"), "在吗");
  const { id } = bench.phone("小林");
  await expect.poll(() => heard.join("")).toContain(`data: {"phone":"${id}","type":"chat"}\n\n`);
  await expect.poll(() => heard.join("")).toContain(`data: {"phone":"${id}","type":"log"}\n\n`);
  stop.abort();
  await reading;
});

test("everything is there again after a restart: people, chats, tokens, templates, menu, mode", async () => {
  const dir = aFolder();
  const first = await aSandbox({ dir });
  await aFollower(first);
  await first.call("/cgi-bin/menu/create", { button: [{ type: "click", name: "查", key: "K" }] });
  await first.control("POST", "mode", { mode: "compat" });
  first.world.deeds.text(first.phone("小林"), "在吗");
  await first.quiet();
  const kept = (bench: Bench): unknown => ({
    env: { ...bench.ready.env, ...portless },
    phones: bench.world.phones.all(),
    items: bench.items("小林"),
    templates: bench.world.templates.all("template"),
    menu: bench.world.menus.get(),
    token: bench.world.tokens.stable(false).token,
    mode: bench.world.account.mode,
    controlToken: bench.ready.controlToken,
  });
  const before = kept(first);
  await first.close();
  const second = await aSandbox({ dir, receiver: first.receiver });
  expect(kept(second)).toEqual({ ...(before as object), env: { ...second.ready.env, ...portless } });
  expect(second.world.account.mode).toBe("compat");
});

/** What differs from run to run when ports are free ones. */
const portless = {
  WECHAT_API_BASE: "",
  WECHAT_OPEN_BASE: "",
  PHONE_URL: "",
};

test("the JS-SDK accepts a page of the shop that signed its own address, and no other", async () => {
  const bench = await aSandbox();
  const { token } = bench.world.tokens.ticket();
  const url = `${WEB}/o/1?a=1`;
  const query = { appId: bench.world.account.appid, timestamp: "1700000000", nonceStr: "n", url };
  const check = async (change: Readonly<Record<string, string>>): Promise<unknown> => {
    const signature = signatureOfPage(token, "n", "1700000000", url);
    const answer = await fetch(
      `${bench.world.origins.res}/jsapi/check?${new URLSearchParams({ ...query, signature, ...change }).toString()}`,
    );
    return ((await answer.json()) as { errMsg: string }).errMsg;
  };
  expect(await check({})).toBe("config:ok");
  expect(await check({ url: `${url}#here` })).toBe("config:ok");
  expect(await check({ url: `${WEB}/o/2` })).toBe("config:invalid signature");
  expect(await check({ url: "http://evil.example/o/1" })).toBe("config:invalid url domain");
  expect(await check({ appId: "wx0" })).toBe("config:invalid appId");
  const script = await fetch(`${bench.world.origins.res}/open/js/jweixin-1.6.0.js`);
  expect(await script.text()).toContain(`${bench.world.origins.res}/jsapi/check`);
});
