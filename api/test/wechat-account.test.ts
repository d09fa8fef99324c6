import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { HOUR, MINUTE } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { makeLog } from "../src/platform/log.js";
import type { Platform } from "../src/platform/platform.js";
import { SYSTEM } from "../src/platform/viewer.js";
import {
  createMenu,
  createSceneQr,
  oauthOpenid,
  privateTemplates,
  sendCustomText,
  sendTemplate,
} from "../src/wechat/account.client.js";
import { leaseToken, releaseToken, saveToken, tokenRow } from "../src/wechat/token.store.js";
import { AccountServer, APPID } from "./kit/account-server.js";
import { until } from "./kit/until.js";
import { openWorld, type World } from "./kit/world.js";

const TOKEN_CALL = "/cgi-bin/stable_token";
const TEMPLATE_CALL = "/cgi-bin/message/template/send";

let account: AccountServer;
let world: World;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
});
beforeEach(async () => {
  await world.server.platform.work.run(SYSTEM, (tx) => tx.run("DELETE FROM wechat_tokens"));
  account.calls.length = 0;
});
afterEach(() => account.calmDown());
afterAll(async () => {
  await world.close();
  await account.close();
});

/** The same deployment as another process sees it: same rows, nothing shared in memory. */
const aProcess = (also: Partial<Platform> = {}): Platform => ({ ...world.server.platform, ...also });
const card = (clientMsgId = "send-1") => ({
  openid: "oAnna",
  templateId: "T1",
  url: "https://shop.example/o/1",
  clientMsgId,
  data: { thing2: { value: "空调清洗" } },
});
const send = (platform = aProcess()) => sendTemplate(platform, card());
const asked = (): number => account.to(TOKEN_CALL).length;

describe("calls of the account's servers", () => {
  it("send a card, and keep the whole of a number that JSON would round", async () => {
    expect(await send()).toEqual({ ok: true, msgid: expect.stringMatching(/^31876543210987654\d\d$/) });
    expect(account.to(TEMPLATE_CALL)).toEqual([
      {
        path: TEMPLATE_CALL,
        query: { access_token: expect.stringMatching(/^TOKEN-/) },
        body: {
          touser: "oAnna",
          template_id: "T1",
          url: "https://shop.example/o/1",
          client_msg_id: "send-1",
          data: { thing2: { value: "空调清洗" } },
        },
      },
    ]);
  });

  it("write into the chat, make codes, read templates and menus", async () => {
    const platform = aProcess();
    expect(await sendCustomText(platform, "oAnna", "好")).toEqual({ ok: true, msgid: null });
    expect(account.calls.at(-1)?.body).toEqual({ touser: "oAnna", msgtype: "text", text: { content: "好" } });
    expect(await createSceneQr(platform, "b.x", 600)).toMatchObject({ ok: true, ticket: "gQ+/==" });
    expect(account.calls.at(-1)?.body).toEqual({
      expire_seconds: 600,
      action_name: "QR_STR_SCENE",
      action_info: { scene: { scene_str: "b.x" } },
    });
    expect(await privateTemplates(platform)).toMatchObject({ ok: true, templates: [{ template_id: "T1" }] });
    expect(await createMenu(platform, { button: [{ name: "预约", type: "view", url: "https://x" }] })).toMatchObject({
      ok: true,
    });
  });

  it("learn who opened a page, and that a snapshot is nobody", async () => {
    account.codes.set("C1", { openid: "oAnna", unionid: "u1", access_token: "another kind" });
    account.codes.set("C2", { openid: "oFake", is_snapshotuser: 1 });
    expect(await oauthOpenid(aProcess(), "C1")).toEqual({ ok: true, openid: "oAnna", snapshot: false });
    expect(await oauthOpenid(aProcess(), "C2")).toEqual({ ok: true, openid: "oFake", snapshot: true });
    expect(await oauthOpenid(aProcess(), "C1")).toMatchObject({ ok: false, errcode: 40_029, verdict: "OAUTH_CODE" });
    expect(asked()).toBe(0);
  });

  it.each([
    [{ errcode: -1, errmsg: "system error" }, "BUSY"],
    [{ errcode: 43_004, errmsg: "require subscribe rid: 6f-1" }, "NOT_FOLLOWER"],
    [{ errcode: 47_003, errmsg: "argument invalid! data.thing1.value invalid" }, "PARAMETER"],
    [{ errcode: 45_009, errmsg: "reach max api daily quota limit" }, "DAILY_QUOTA"],
    [{ errcode: 12_345, errmsg: "new" }, "UNKNOWN"],
  ])("tell what %j asks of us", async (answer, verdict) => {
    account.trouble(TEMPLATE_CALL, answer);
    expect(await send()).toMatchObject({ ok: false, errcode: answer.errcode, verdict });
  });

  it.each([
    ["a bad gateway", 502],
    ["an error of the server", 500],
    ["a broken connection", "RESET" as const],
    ["half a document", '{"errcode":0,"msgid":31'],
    ["a page", "<html>busy</html>"],
    ["null", "null"],
  ])("take %s as busy", async (_case, trouble) => {
    await send();
    account.trouble(TEMPLATE_CALL, trouble);
    expect(await send()).toMatchObject({ ok: false, errcode: null, verdict: "BUSY" });
  });

  it("wait five seconds for an answer and no longer", async () => {
    await send();
    account.trouble(TEMPLATE_CALL, "HANG");
    const { timeout } = AbortSignal;
    const patience = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout.call(AbortSignal, 50));
    onTestFinished(() => patience.mockRestore());
    expect(await send()).toMatchObject({ ok: false, verdict: "BUSY", errmsg: "TimeoutError" });
    expect(patience.mock.calls).toEqual([[5_000]]);
  });

  it("are none without an account", async () => {
    const off = aProcess({ config: { ...world.server.platform.config, wechat: null } });
    for (const answer of [await send(off), await oauthOpenid(off, "C1")]) {
      expect(answer).toMatchObject({ ok: false, verdict: "CONFIGURATION" });
    }
    expect(account.calls).toEqual([]);
  });

  it("keep tokens, secrets and messages out of what they tell and log, with the request's number in", async () => {
    const lines: string[] = [];
    const log = makeLog("debug", { write: (line: string) => void lines.push(line) });
    const platform = aProcess({ log });
    await send(platform);
    account.trouble(TEMPLATE_CALL, 500, "RESET");
    const told: unknown[] = [await send(platform), await send(platform)];
    account.trouble(TEMPLATE_CALL, { errcode: 48_001, errmsg: "api unauthorized rid: 6f-22-a" });
    told.push(await send(platform));
    account.killToken();
    account.trouble(TOKEN_CALL, { errcode: 40_164, errmsg: "invalid ip, the-secret-of-the-account" });
    told.push(await send(platform), await oauthOpenid(platform, "SOMECODE1"));
    const all = lines.join("\n") + JSON.stringify(told);
    expect(told[2]).toMatchObject({ verdict: "CONFIGURATION", rid: "6f-22-a" });
    for (const secret of ["TOKEN-", "the-secret", "access_token=", "空调清洗", "SOMECODE1"])
      expect(all).not.toContain(secret);
  });
});

describe("the access token", () => {
  it("is asked for once by many who need it at once, in two processes, and kept in the database", async () => {
    const [one, two] = [aProcess(), aProcess()];
    const sent = await Promise.all([send(one), send(one), send(two), send(two), send(one)]);
    expect(sent.every((told) => told.ok)).toBe(true);
    expect(asked()).toBe(1);
    await send(aProcess());
    expect(asked()).toBe(1);
    expect(account.to(TOKEN_CALL)[0]?.body).toEqual({
      grant_type: "client_credential",
      appid: APPID,
      secret: "the-secret-of-the-account",
      force_refresh: false,
    });
  });

  it("that died is replaced once for five calls at once, and all of them succeed", async () => {
    await send();
    account.killToken();
    const platform = aProcess();
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(platform)));
    expect(sent.map((told) => told.ok)).toEqual([true, true, true, true, true]);
    expect(asked()).toBe(2);
  });

  it("that died is replaced once for two processes at once", async () => {
    await send();
    account.killToken();
    const sent = await Promise.all([send(aProcess()), send(aProcess()), send(aProcess())]);
    expect(sent.every((told) => told.ok)).toBe(true);
    expect(asked()).toBe(2);
  });

  it("that another process replaced is taken from the row, and WeChat is not asked", async () => {
    await send();
    account.killToken();
    await send(aProcess());
    const before = asked();
    // As if read before the other process wrote: the call is refused once, the row has another by then.
    account.trouble(TEMPLATE_CALL, { errcode: 42_001, errmsg: "access_token expired" });
    const row = "UPDATE wechat_tokens SET token = 'TOKEN-OLD' WHERE token LIKE 'TOKEN-%'";
    const [known] = await world.server.platform.database.read.query<{ token: string }>(
      "SELECT token FROM wechat_tokens",
    );
    await world.server.platform.work.run(SYSTEM, (tx) => tx.run(row));
    const sent = account.to(TEMPLATE_CALL).length;
    const release = account.hold(TEMPLATE_CALL);
    const sending = send();
    await until(() => expect(account.to(TEMPLATE_CALL)).toHaveLength(sent + 1));
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run("UPDATE wechat_tokens SET token = ?", [known?.token ?? ""]),
    );
    release();
    expect(await sending).toMatchObject({ ok: true });
    expect(asked()).toBe(before);
  });

  it("that WeChat insists on although it refuses it is forced, once", async () => {
    await send();
    account.killToken({ stubborn: true });
    expect(await send()).toMatchObject({ ok: true });
    expect(account.to(TOKEN_CALL).map((call) => call.body["force_refresh"])).toEqual([false, false, true]);
  });

  it("that stays dead is given up after one more try", async () => {
    await send();
    const before = account.to(TEMPLATE_CALL).length;
    const dead = { errcode: 40_001, errmsg: "invalid credential" };
    account.trouble(TEMPLATE_CALL, dead, dead, dead, dead);
    expect(await send()).toMatchObject({ ok: false, verdict: "TOKEN" });
    expect(account.to(TEMPLATE_CALL).length - before).toBe(2);
  });

  it("is forced once in five minutes by the whole deployment, however long WeChat refuses every one", async () => {
    const forced = (): number => account.to(TOKEN_CALL).filter(({ body }) => body["force_refresh"] === true).length;
    const dead = { errcode: 40_001, errmsg: "invalid credential" };
    account.trouble(TEMPLATE_CALL, ...Array.from({ length: 20 }, () => dead));
    for (const platform of [aProcess(), aProcess(), aProcess()])
      expect(await send(platform)).toMatchObject({ ok: false });
    expect(forced()).toBe(1);
    world.clock.advance(5 * MINUTE - 1);
    expect(await send()).toMatchObject({ ok: false, verdict: "BUSY" });
    expect(forced()).toBe(1);
    world.clock.advance(1);
    await Promise.all([send(aProcess()), send(aProcess())]);
    expect(forced()).toBe(2);
    account.calmDown();
    expect(await send()).toMatchObject({ ok: true });
  });

  it("is renewed minutes before it is over, and used on when the renewal fails", async () => {
    await send();
    world.clock.advance(1 * HOUR + 50 * MINUTE);
    await send();
    expect(asked()).toBe(1);
    world.clock.advance(8 * MINUTE);
    account.trouble(TOKEN_CALL, 500);
    expect(await send()).toMatchObject({ ok: true });
    expect(asked()).toBe(2);
    expect(await send()).toMatchObject({ ok: true });
    expect(asked()).toBe(3);
  });

  it("is used on by everybody while one of them waits for the next", async () => {
    await send();
    world.clock.advance(1 * HOUR + 58 * MINUTE);
    account.trouble(TOKEN_CALL, "HANG");
    const platform = aProcess();
    const first = send(platform);
    await until(() => expect(asked()).toBe(2));
    expect(await Promise.all([send(platform), send(aProcess())])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(asked()).toBe(2);
    expect(await first).toMatchObject({ ok: true });
  });

  it("that can't be had is our own fault to mend, and is asked for again by the next call", async () => {
    account.trouble(TOKEN_CALL, { errcode: 40_001, errmsg: "invalid credential, secret" });
    expect(await send()).toMatchObject({ ok: false, verdict: "CONFIGURATION" });
    account.trouble(TOKEN_CALL, { access_token: "", expires_in: 7_200 });
    expect(await send()).toMatchObject({ ok: false, verdict: "BUSY" });
    expect(await send()).toMatchObject({ ok: true });
  });

  it("that comes after its lease is over takes nothing from whoever asks since", async () => {
    const { work, database } = world.server.platform;
    const key = "access_token:of-a-test";
    const lease = found(await work.run(SYSTEM, (tx) => leaseToken(tx, key)));
    world.clock.advance(11_000);
    const next = found(await work.run(SYSTEM, (tx) => leaseToken(tx, key)));
    await work.run(SYSTEM, (tx) => saveToken(tx, { key, lease }, "LATE", HOUR));
    await work.run(SYSTEM, (tx) => releaseToken(tx, { key, lease }));
    expect(await tokenRow(database.read, key)).toMatchObject({ token: "", leaseUntil: next });
    await work.run(SYSTEM, (tx) => saveToken(tx, { key, lease: next }, "NEW", HOUR));
    expect(await tokenRow(database.read, key)).toMatchObject({ token: "NEW", leaseUntil: null });
  });

  it("is asked for by another process when the one that had begun died", async () => {
    const { platform } = world.server;
    await platform.work.run(SYSTEM, (tx) => leaseToken(tx, `access_token:${APPID}`));
    const sending = send();
    world.clock.advance(11_000);
    expect(await sending).toMatchObject({ ok: true });
  });
});
