import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../src/platform/viewer.js";
import { defaultMenu } from "../src/wechat/menu.js";
import { theMenu } from "../src/wechat/menu.store.js";
import { lookAtServiceAccount } from "../src/wechat/wechat.worker.js";
import { AccountServer } from "./kit/account-server.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { until } from "./kit/until.js";
import { openWorld, type World } from "./kit/world.js";

const BUTTON = "name kind key url";
const MENU = `draft { ${BUTTON} children { ${BUTTON} } } published { name } publishedAt problem version`;
const READ = `{ wechatMenu { ${MENU} } }`;
const SAVE = `mutation($input: SaveWechatMenuInput!) { saveWechatMenu(input: $input) {
  menu { ${MENU} } userErrors { code field } } }`;
const PUBLISH = `mutation($input: PublishWechatMenuInput!) { publishWechatMenu(input: $input) {
  menu { ${MENU} } userErrors { code } } }`;
const CREATE = "/cgi-bin/menu/create";

let account: AccountServer;
let world: World;
let staff: Actor;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: { ...account.env(), PUBLIC_URL: "http://kaidan.example" } });
  staff = await aStaff(world, ["operations.manage"]);
});
afterAll(async () => {
  await world.close();
  await account.close();
});

const menu = async (): Promise<Data> => (await staff.ask(READ))["wechatMenu"] as Data;
const click = (name: string) => ({ name, kind: "CLICK", key: "PROGRESS" });

describe("the menu below the chat", () => {
  it("starts with a draft that nobody published, and is published as it stands", async () => {
    const before = await menu();
    expect(before).toMatchObject({ published: null, publishedAt: null, problem: null, version: 0 });
    expect(before["draft"]).toMatchObject(defaultMenu.map(({ name, kind }) => ({ name, kind })));
    const { menu: after } = await staff.do(PUBLISH, { version: 0 });
    expect(after?.["published"]).toEqual(defaultMenu.map(({ name }) => ({ name })));
    const told = account.to(CREATE).at(-1)?.body as unknown as { button: { sub_button?: { url?: string }[] }[] };
    expect(told.button[0]?.sub_button?.[1]?.url).toBe(
      "http://kaidan.example/wechat/oauth/start?purpose=sign-in&app=shop&to=%2Forders",
    );
    expect(told.button[1]).toEqual({ name: "预约下单", type: "view", url: "http://kaidan.example/" });
  });

  it("keeps a draft apart from what followers see", async () => {
    const { version } = await menu();
    const { menu: saved } = await staff.do(SAVE, { draft: [click(" 进度 ")], version });
    expect(saved?.["draft"]).toMatchObject([{ name: "进度", key: "PROGRESS" }]);
    expect(saved?.["published"]).toHaveLength(3);
    expect(await staff.refusal(SAVE, { draft: [click("又一个")], version })).toBe("STALE_VERSION");
    expect(await staff.refusal(PUBLISH, { version })).toBe("STALE_VERSION");
  });

  it("names the button that WeChat would not take", async () => {
    const { version } = await menu();
    const draft = [
      { name: "帮助", kind: "MENU", children: [click("一"), { name: "二", kind: "VIEW", url: "http://x" }] },
    ];
    const answer = await staff.ask(SAVE, { input: { draft, version } });
    expect(answer["saveWechatMenu"]?.["userErrors"]).toEqual([{ code: "VALIDATION", field: "draft.0.children.1.url" }]);
    expect((await menu())["version"]).toBe(version);
  });

  it("has two floors: a deeper one is no document, for whoever sends it, however deep it is", async () => {
    let deep: object = click("底");
    for (let floor = 0; floor < 1_000; floor += 1) deep = { name: "层", kind: "MENU", children: [deep] };
    for (const actor of [staff, world.stranger("admin")]) {
      const { data, errors } = await actor.send(SAVE, { input: { draft: [deep], version: 0 } });
      expect(data?.["saveWechatMenu"]).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toContain('Field "children" is not defined by type "WechatSubButtonInput"');
    }
  });

  it("says in words why WeChat refused it, and keeps what followers see", async () => {
    const { version, published } = await menu();
    account.trouble(CREATE, { errcode: 40_018, errmsg: "invalid button name size rid: 65a" });
    const { menu: refused } = await staff.do(PUBLISH, { version });
    expect(refused?.["problem"]).toContain("一级按钮的名称太长");
    expect(refused?.["published"]).toEqual(published);
    const { menu: done } = await staff.do(PUBLISH, { version: refused?.["version"] });
    expect(done).toMatchObject({ problem: null, published: [{ name: "进度" }] });
  });

  it("lets one of two who save at once win", async () => {
    const { version } = await menu();
    const both = await Promise.all(
      ["甲", "乙"].map((name) => staff.ask(SAVE, { input: { draft: [click(name)], version } })),
    );
    const errors = both.flatMap((answer) => (answer["saveWechatMenu"]?.["userErrors"] as unknown as Data[]) ?? []);
    expect(errors.map((error) => error["code"])).toEqual(["STALE_VERSION"]);
  });
});

describe("the start", () => {
  it("gives a demo its menu and checks the cards, without being waited for; elsewhere staff publish", async () => {
    for (const demo of [true, false]) {
      const server = await AccountServer.open();
      const other = await openWorld({ demo, env: server.env() });
      lookAtServiceAccount(other.server.platform);
      await until(async () => {
        const { read } = other.server.platform.database;
        const rows = await read.query("SELECT code FROM wechat_templates WHERE state = 'UNCHECKED'");
        expect((await read.query("SELECT code FROM wechat_templates")).length).toBeGreaterThan(10);
        expect(rows).toEqual([]);
        expect((await theMenu(read)).published === null).toBe(!demo);
      });
      await other.close();
      await server.close();
    }
  });
});

describe("the state of the account and its log", () => {
  const INBOUND = `query($follower: ID) { wechatInbound(first: 2, follower: $follower) {
    nodes { id openid type text intent reply state orderNo repliedInMs } pageInfo { hasNextPage endCursor } } }`;

  const sent = async (id: string, openid: string, text: string, at: number): Promise<void> => {
    const reply = JSON.stringify({
      kind: "text",
      text: `看<a href="http://127.0.0.1/w/${"x".repeat(43)}">查看详情</a>`,
    });
    await world.server.platform.work.run(SYSTEM, (tx) =>
      tx.run(
        `INSERT INTO wechat_inbound (id, dedupeKey, openid, type, intent, reply, state, receivedAt, repliedInMs, text)
         VALUES (?, ?, ?, 'text', 'PROGRESS', ?, 'ANSWERED', ?, 12, ?)`,
        [id, id, openid, reply, at, text],
      ),
    );
  };

  it("shows what people wrote, the newest first, one person's alone on demand", async () => {
    const at = world.clock.now();
    await sent("m1", "oAAAA1111bbbb2222", "进度", at);
    await sent("m2", "oCCCC3333dddd4444", "付款", at + 1);
    await sent("m3", "oAAAA1111bbbb2222", "1", at + 2);
    const all = (await staff.ask(INBOUND, {}))["wechatInbound"];
    expect(all?.["nodes"]).toMatchObject([{ id: "m3", openid: "oAAA…2222" }, { id: "m2" }]);
    expect(all?.["pageInfo"]).toMatchObject({ hasNextPage: true });
    const theirs = (await staff.ask(INBOUND, { follower: "m1" }))["wechatInbound"];
    expect((theirs?.["nodes"] as unknown as Data[]).map((node) => node["id"])).toEqual(["m3", "m1"]);
    expect((await staff.ask(INBOUND, { follower: "none" }))["wechatInbound"]?.["nodes"]).toEqual([]);
  });

  it("never shows a link that signs in, and no reply to who may not read orders", async () => {
    const both = await aStaff(world, ["operations.manage", "orders.read"]);
    const node = (answer: Data) => (answer["wechatInbound"]?.["nodes"] as unknown as Data[])[0];
    expect(node(await both.ask(INBOUND, {}))?.["reply"]).toBe("看[查看详情]");
    expect(node(await staff.ask(INBOUND, {}))).toMatchObject({ reply: null, orderNo: null, text: "1" });
  });

  it("tells how the account stands", async () => {
    const ask = "{ wechatAccount { appid mode state problem tokenExpiresAt followers bindings } }";
    const state = (await staff.ask(ask))["wechatAccount"];
    expect(state).toMatchObject({ mode: "safe", state: "OK", problem: null, followers: 0, bindings: 0 });
    expect(Date.parse(String(state?.["tokenExpiresAt"]))).toBeGreaterThan(world.clock.now());
  });
});
