import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockAccount, openSession } from "../src/identity/identity.store.js";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { addNotices } from "../src/notifications/notice.store.js";
import { addSends, unsentSend } from "../src/notifications/send.store.js";
import type { Tx } from "../src/platform/tx.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { claimCode, claimSeal } from "../src/wechat/binding.js";
import {
  addBinding,
  type BindingRow,
  bindingOf,
  bindingsOfOpenid,
  markUnreachable,
} from "../src/wechat/binding.store.js";
import { forgetPerson } from "../src/wechat/follower.store.js";
import { issueLinks } from "../src/wechat/link.store.js";
import { SceneRow } from "../src/wechat/wechat.table.js";
import { AccountServer, APPID } from "./kit/account-server.js";
import { Actor, type AppName, type Data } from "./kit/actor.js";
import { aCustomer, aMember, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { eventXml, inMode, openReply, push, textXml } from "./kit/pushes.js";
import { connect, listen, subscribe } from "./kit/socket.js";
import { openWorld, type World } from "./kit/world.js";

const SCENE = "id qrText expiresAt state maskedAccount";
const BEGIN = `mutation($input: BeginWechatBindingInput!) { beginWechatBinding(input: $input) {
  scene { ${SCENE} } userErrors { code data } } }`;
const CONFIRM = `mutation($input: ConfirmWechatBindingInput!) { confirmWechatBinding(input: $input) {
  binding { state boundAt boundVia } userErrors { code } } }`;
const CANCEL = `mutation($input: CancelWechatBindingInput!) { cancelWechatBinding(input: $input) {
  scene { state } userErrors { code } } }`;
const UNBIND = `mutation($input: UnbindWechatInput!) { unbindWechat(input: $input) {
  binding { state boundAt } userErrors { code } } }`;
const LOOK = `query($id: ID!) { wechatScene(id: $id) { ${SCENE} } }`;
const BINDING = "{ wechatBinding { state boundAt boundVia } }";

let account: AccountServer;
let world: World;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
});
afterAll(async () => {
  await world.close();
  await account.close();
});

let people = 0;
const anOpenid = (): string => `oPerson${(people += 1)}`;
const run = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  world.server.platform.work.run(SYSTEM, work);
const read = () => world.server.platform.database.read;

interface Begun {
  readonly id: string;
  /** What the code tells WeChat, as it asked for it. */
  readonly scene: string;
}

async function begin(actor: Actor): Promise<Begun> {
  const { scene } = await actor.do(BEGIN);
  const asked = account.to("/cgi-bin/qrcode/create").at(-1)?.body as { action_info: { scene: { scene_str: string } } };
  return { id: String(found(scene)["id"]), scene: asked.action_info.scene.scene_str };
}

/** Somebody holds their phone to the code; returns what their chat says. */
async function scan(openid: string, scene: string, event: "SCAN" | "subscribe" = "SCAN"): Promise<string> {
  world.clock.advance(1_000);
  const now = world.clock.now();
  const EventKey = event === "SCAN" ? scene : `qrscene_${scene}`;
  const reply = await push(
    world.server.http,
    inMode("safe", eventXml(openid, event, now, { EventKey, Ticket: "T" }), now),
  );
  expect(reply.statusCode).toBe(200);
  return reply.body === "success" ? "" : openReply(reply.body);
}

/** What the page sends: the scene, and the digits that the chat told whoever claimed it. */
async function confirming(sceneId: string): Promise<{ sceneId: string; code: string }> {
  const [row] = await read().query<{ openid: string | null }>("SELECT openid FROM wechat_scene_tokens WHERE id = ?", [
    sceneId,
  ]);
  const { signer } = world.server.platform;
  return { sceneId, code: claimCode(signer.sign(claimSeal(sceneId, row?.openid ?? ""))) };
}

async function bind(actor: Actor, openid = anOpenid()): Promise<string> {
  const { id, scene } = await begin(actor);
  await scan(openid, scene);
  await actor.do(CONFIRM, await confirming(id));
  return openid;
}

async function anotherSession(accountId: string, app: AppName = "shop"): Promise<Actor> {
  const token = await run(async (tx) => {
    const row = found(await lockAccount(tx, accountId));
    return (await openSession(tx, row, { userAgent: "elsewhere", ip: "127.0.0.1" })).token;
  });
  return new Actor(world.server, app).withSession(token);
}

const stateOf = async (actor: Actor, id: string): Promise<unknown> =>
  (await actor.ask(LOOK, { id }))["wechatScene"]?.["state"];
const bindingState = async (actor: Actor): Promise<unknown> => (await actor.ask(BINDING))["wechatBinding"]?.["state"];
const factsOf = (stream: string): Promise<{ kind: string; payload: string }[]> =>
  read().query("SELECT kind, payload FROM facts WHERE stream = ? ORDER BY streamSeq", [stream]);

describe("binding a WeChat", () => {
  it("takes a code, a scan and a confirmation on the page that shows the code", async () => {
    const customer = await aCustomer(world);
    expect((await customer.ask(BINDING))["wechatBinding"]).toEqual({ state: "NONE", boundAt: null, boundVia: null });
    const { id, scene } = await begin(customer);
    expect(scene).toMatch(/^b\.[\w-]{22}$/);
    expect((await customer.ask(LOOK, { id }))["wechatScene"]).toEqual({
      id,
      qrText: expect.stringMatching(/^http:\/\/weixin\.qq\.com\/q\//),
      expiresAt: new Date(world.clock.now() + 10 * MINUTE).toISOString(),
      state: "OPEN",
      maskedAccount: "138****0001",
    });
    const openid = anOpenid();
    const told = await scan(openid, scene);
    expect(told).toContain("138****0001");
    expect(told).toContain((await confirming(id)).code);
    expect([await stateOf(customer, id), await bindingState(customer)]).toEqual(["CLAIMED", "NONE"]);
    const { binding } = await customer.do(CONFIRM, await confirming(id));
    expect(binding).toEqual({ state: "BOUND", boundAt: new Date(world.clock.now()).toISOString(), boundVia: "SCENE" });
    expect([await stateOf(customer, id), await bindingState(customer)]).toEqual(["CONFIRMED", "BOUND"]);
    expect((await bindingOf(read(), customer.accountId))?.openid).toBe(openid);
  });

  it("is the same for who follows by the code, and keeps no scene and no openid where they can be read", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    const openid = anOpenid();
    await scan(openid, scene, "subscribe");
    await customer.do(CONFIRM, await confirming(id));
    expect(await bindingState(customer)).toBe("BOUND");
    const [row] = await read().query<{ hash: string }>("SELECT hash FROM wechat_scene_tokens WHERE id = ?", [id]);
    expect(row?.hash).not.toContain(scene);
    const facts = await read().query<{ payload: string }>("SELECT payload FROM facts WHERE kind LIKE 'Wechat%'");
    expect(facts.length).toBeGreaterThan(0);
    expect(JSON.stringify(facts)).not.toContain(openid);
  });

  it("works from the supplier's and the staff's own apps, one WeChat for each of them", async () => {
    const { supplierId } = await aSupplier(world);
    const { actor: worker } = await aMember(world, supplierId, "WORKER");
    const [staff, customer] = [await aStaff(world), await aCustomer(world)];
    const openid = anOpenid();
    for (const actor of [worker, staff, customer]) await bind(actor, openid);
    const bindings = await bindingsOfOpenid(read(), openid);
    expect(bindings.map((binding) => binding.audience).sort()).toEqual(["CUSTOMER", "STAFF", "SUPPLIER"]);
  });

  it("tells the chat that it is done", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    await world.settle();
    const sent = account.to("/cgi-bin/message/custom/send").map((call) => call.body);
    expect(sent).toContainEqual(
      expect.objectContaining({ touser: openid, text: { content: expect.stringContaining("绑定成功") } }),
    );
  });

  it("shows itself live: the page hears the scan, and what became of it, at once", async () => {
    const customer = await aCustomer(world);
    const url = await listen(world);
    const client = connect(url, customer);
    const { id, scene } = await begin(customer);
    const heard = subscribe(client, `subscription($id: ID!) { wechatSceneChanged(id: $id) { ${SCENE} } }`, { id });
    await heard.until((event: Data) => event["state"] === "OPEN");
    await scan(anOpenid(), scene);
    await heard.until((event: Data) => event["state"] === "CLAIMED");
    await customer.do(CONFIRM, await confirming(id));
    await heard.until((event: Data) => event["state"] === "CONFIRMED");
    heard.stop();
    const stranger = subscribe(
      connect(url, await aCustomer(world)),
      "subscription($id: ID!) { wechatSceneChanged(id: $id) { id } }",
      { id },
    );
    expect(await stranger.ended).toBe("NOT_FOUND");
    await client.dispose();
  });
});

describe("a code that was passed on", () => {
  it("claims and binds nobody: the page asks, and its owner says no", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    await scan(anOpenid(), scene);
    expect((await customer.do(CANCEL, { sceneId: id }))["scene"]).toEqual({ state: "CANCELLED" });
    await customer.do(CANCEL, { sceneId: id });
    expect(await customer.refusal(CONFIRM, await confirming(id))).toBe("BINDING_ENDED");
    expect(await bindingState(customer)).toBe("NONE");
  });

  it("binds nobody whose chat the owner can't read: without its digits the owner can't confirm, nor guess them", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    await scan(anOpenid(), scene);
    const { code } = await confirming(id);
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, "0");
    expect(await customer.refusal(CONFIRM, { sceneId: id })).toBe("CODE_INVALID");
    for (let n = 0; n < 5; n += 1) {
      expect(await customer.refusal(CONFIRM, { sceneId: id, code: wrong })).toBe("CODE_INVALID");
    }
    expect(await customer.refusal(CONFIRM, { sceneId: id, code })).toBe("RATE_LIMITED");
    expect([await stateOf(customer, id), await bindingState(customer)]).toEqual(["CLAIMED", "NONE"]);
  });

  it("is seen, confirmed and cancelled by nobody else, not even by another session of the account", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    await scan(anOpenid(), scene);
    for (const other of [await aCustomer(world), await anotherSession(customer.accountId), await aStaff(world)]) {
      expect((await other.ask(LOOK, { id }))["wechatScene"]).toBeNull();
      expect(await other.refusal(CONFIRM, await confirming(id))).toBe("NOT_FOUND");
      expect(await other.refusal(CANCEL, { sceneId: id })).toBe("NOT_FOUND");
    }
    expect(await stateOf(customer, id)).toBe("CLAIMED");
  });

  it("belongs to the first of many who scan it, however often that one does", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    const scanners = Array.from({ length: 5 }, anOpenid);
    await Promise.all(scanners.map((openid) => scan(openid, scene)));
    const [row] = await read().query<{ openid: string }>("SELECT openid FROM wechat_scene_tokens WHERE id = ?", [id]);
    await scan(row?.openid ?? "", scene);
    expect(scanners).toContain(row?.openid);
    await customer.do(CONFIRM, await confirming(id));
    expect((await bindingOf(read(), customer.accountId))?.openid).toBe(row?.openid);
    expect((await factsOf(`wechat:${id}`)).map((fact) => JSON.parse(fact.payload) as unknown)).toEqual([
      { state: "OPEN" },
      { state: "CLAIMED" },
      { state: "CONFIRMED" },
    ]);
  });
});

describe("a code ends", () => {
  it("after ten minutes, for scanning and for confirming", async () => {
    const customer = await aCustomer(world);
    const claimed = await begin(customer);
    await scan(anOpenid(), claimed.scene);
    world.clock.advance(10 * MINUTE);
    expect(await stateOf(customer, claimed.id)).toBe("EXPIRED");
    expect(await customer.refusal(CONFIRM, await confirming(claimed.id))).toBe("BINDING_ENDED");
    const open = await begin(customer);
    world.clock.advance(10 * MINUTE);
    await scan(anOpenid(), open.scene);
    expect(await stateOf(customer, open.id)).toBe("EXPIRED");
  });

  it("when another is begun, also in another session of the account", async () => {
    const customer = await aCustomer(world);
    const first = await begin(customer);
    const elsewhere = await anotherSession(customer.accountId);
    const second = await begin(elsewhere);
    await scan(anOpenid(), first.scene);
    expect([await stateOf(customer, first.id), await stateOf(elsewhere, second.id)]).toEqual(["CANCELLED", "OPEN"]);
  });

  it("unscanned, used or unknown with BINDING_ENDED or NOT_FOUND", async () => {
    const customer = await aCustomer(world);
    const { id } = await begin(customer);
    expect(await customer.refusal(CONFIRM, await confirming(id))).toBe("BINDING_ENDED");
    expect(await customer.refusal(CONFIRM, { sceneId: "AAAAAAAAAAAAAAAAAAAAAA" })).toBe("NOT_FOUND");
    const done = await begin(customer);
    await scan(anOpenid(), done.scene);
    await customer.do(CONFIRM, await confirming(done.id));
    expect(await customer.refusal(CANCEL, { sceneId: done.id })).toBe("BINDING_ENDED");
  });

  it("by itself when two tabs begin at once: one code is left", async () => {
    const customer = await aCustomer(world);
    await Promise.all([customer.do(BEGIN), customer.do(BEGIN), customer.do(BEGIN)]);
    const rows = await read().query<{ state: string }>("SELECT state FROM wechat_scene_tokens WHERE accountId = ?", [
      customer.accountId,
    ]);
    expect(rows.map((row) => row.state).sort()).toEqual(["CANCELLED", "CANCELLED", "OPEN"]);
  });
});

describe("one WeChat stands for one account", () => {
  it("and who has one gets no code until it is unbound", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    expect(await customer.refusal(BEGIN)).toBe("BINDING_TAKEN");
    const { binding } = await customer.do(UNBIND);
    expect(binding).toEqual({ state: "NONE", boundAt: null });
    await customer.do(UNBIND);
    expect(await bind(customer, openid)).toBe(openid);
    const kinds = (await factsOf(`account:${customer.accountId}`)).map((fact) => fact.kind);
    expect(kinds.filter((kind) => kind.startsWith("Wechat"))).toEqual(["WechatBound", "WechatUnbound", "WechatBound"]);
  });

  it("so a scan with another account's WeChat claims nothing and says so", async () => {
    const openid = await bind(await aCustomer(world));
    const other = await aCustomer(world);
    const { id, scene } = await begin(other);
    expect(await scan(openid, scene)).not.toContain("确认码");
    expect(await stateOf(other, id)).toBe("OPEN");
  });

  it("also when two accounts confirm the same WeChat at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const openid = anOpenid();
      const pair = await Promise.all([aCustomer(world), aCustomer(world)]);
      const wishes: { sceneId: string; code: string }[] = [];
      for (const actor of pair) {
        const { id, scene } = await begin(actor);
        await scan(openid, scene);
        wishes.push(await confirming(id));
      }
      const answers = await Promise.all(pair.map((actor, index) => actor.ask(CONFIRM, { input: wishes[index] })));
      const codes = answers.map(
        (answer) => answer["confirmWechatBinding"]?.["userErrors"] as unknown as { code: string }[],
      );
      expect(codes.flat().map((error) => error.code)).toEqual(["BINDING_TAKEN"]);
      expect(await bindingsOfOpenid(read(), openid)).toHaveLength(1);
    }
  });

  it("and a double click binds once", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    await scan(anOpenid(), scene);
    const input = await confirming(id);
    const clicks = await Promise.all([1, 2, 3].map(() => customer.do(CONFIRM, input)));
    expect(clicks.map((click) => click["binding"]?.["state"])).toEqual(["BOUND", "BOUND", "BOUND"]);
  });

  it("unless the deployment shares them", async () => {
    const shared = await openWorld({ env: { ...account.env(), WECHAT_SHARED: "on" } });
    const mine = world;
    world = shared;
    const openid = anOpenid();
    for (const actor of [await aCustomer(shared), await aCustomer(shared)]) await bind(actor, openid);
    expect(await bindingsOfOpenid(read(), openid)).toHaveLength(2);
    world = mine;
    await shared.close();
  });
});

describe("when WeChat does not help", () => {
  it("no code is made up, and nothing is left behind", async () => {
    const customer = await aCustomer(world);
    account.trouble("/cgi-bin/qrcode/create", 502);
    const { beginWechatBinding } = await customer.ask(BEGIN, { input: {} });
    expect(beginWechatBinding).toEqual({
      scene: null,
      userErrors: [{ code: "WECHAT_BUSY", data: '{"reason":"BUSY"}' }],
    });
    expect(await read().query("SELECT id FROM wechat_scene_tokens WHERE accountId = ?", [customer.accountId])).toEqual(
      [],
    );
  });

  it("WeChat is asked twelve times in ten minutes by one account and no more", async () => {
    const customer = await aCustomer(world);
    for (let n = 0; n < 12; n += 1) await customer.do(BEGIN);
    expect(await customer.refusal(BEGIN)).toBe("RATE_LIMITED");
  });

  it("an account without it answers null and WECHAT_OFF", async () => {
    const off = await openWorld();
    const customer = await aCustomer(off);
    const sceneId = "AAAAAAAAAAAAAAAAAAAAAA";
    expect(await customer.ask("{ wechatBinding { state } setting { wechat phoneUrl } }")).toEqual({
      wechatBinding: null,
      setting: { wechat: false, phoneUrl: null },
    });
    expect((await customer.ask(LOOK, { id: sceneId }))["wechatScene"]).toBeNull();
    expect([await customer.refusal(BEGIN), await customer.refusal(UNBIND)]).toEqual(["WECHAT_OFF", "WECHAT_OFF"]);
    expect(await customer.refusal(CONFIRM, { sceneId })).toBe("WECHAT_OFF");
    expect(await customer.refusal(CANCEL, { sceneId })).toBe("WECHAT_OFF");
    await off.close();
  });

  it("the setting says that it is there", async () => {
    const { setting } = await world.stranger().ask("{ setting { wechat phoneUrl } }");
    expect(setting).toEqual({ wechat: true, phoneUrl: null });
  });
});

describe("a follower who leaves", () => {
  const event = async (openid: string, name: string): Promise<void> => {
    world.clock.advance(1_000);
    const now = world.clock.now();
    await push(world.server.http, inMode("safe", eventXml(openid, name, now), now));
  };
  const kindsOf = async (accountId: string) =>
    (await factsOf(`account:${accountId}`)).map((fact) => fact.kind).filter((kind) => kind.startsWith("Wechat"));

  it("stays bound but unreachable until they follow again, told once each", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    await event(openid, "unsubscribe");
    await event(openid, "unsubscribe");
    expect(await bindingState(customer)).toBe("UNSUBSCRIBED");
    await event(openid, "subscribe");
    expect(await bindingState(customer)).toBe("BOUND");
    expect(await kindsOf(customer.accountId)).toEqual(["WechatBound", "WechatUnsubscribed", "WechatResubscribed"]);
  });

  it("is told of in the order in which it happened, whatever the order of the deliveries", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    world.clock.advance(60_000);
    const now = world.clock.now();
    const told = (name: string, at: number) => push(world.server.http, inMode("safe", eventXml(openid, name, at), now));
    await told("subscribe", now - 10_000);
    await told("unsubscribe", now - 20_000);
    expect(await bindingState(customer)).toBe("BOUND");
    await told("unsubscribe", now - 5_000);
    await told("subscribe", now - 8_000);
    expect(await bindingState(customer)).toBe("UNSUBSCRIBED");
  });

  it.each(["进度", "人工"])("or whom a card could not reach is back in reach when they write %s", async (text) => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    await run((tx) => markUnreachable(tx, openid, "UNSUBSCRIBED"));
    expect(await bindingState(customer)).toBe("UNSUBSCRIBED");
    world.clock.advance(1_000);
    const now = world.clock.now();
    await push(world.server.http, inMode("safe", textXml(openid, text, now), now));
    expect(await bindingState(customer)).toBe("BOUND");
  });

  it("and wrote before they left has still left", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    await event(openid, "unsubscribe");
    const now = world.clock.now();
    await push(world.server.http, inMode("safe", textXml(openid, "进度", now - 1_000), now));
    expect(await bindingState(customer)).toBe("UNSUBSCRIBED");
  });

  it("and whom WeChat no longer knows is unbound", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    await run((tx) => markUnreachable(tx, openid, "INVALID"));
    expect(await bindingState(customer)).toBe("NONE");
    const [row] = await read().query<BindingRow>("SELECT state, activeKey FROM wechat_bindings WHERE openid = ?", [
      openid,
    ]);
    expect(row).toMatchObject({ state: "INVALID", activeKey: null });
    await bind(customer);
  });

  const withdraw = async (openid: string, name: string, AppID = APPID): Promise<number> => {
    world.clock.advance(1_000);
    const now = world.clock.now();
    const told = eventXml("oPlatformPushService", name, now, { OpenID: openid, AppID, RevokeInfo: "1" });
    return (await push(world.server.http, inMode("safe", told, now))).statusCode;
  };
  const namesLeft = async (openid: string): Promise<number[]> =>
    Promise.all(
      ["wechat_bindings", "wechat_inbound", "wechat_followers", "wechat_scene_tokens"]
        .map((table) => `SELECT COUNT(*) AS n FROM ${table} WHERE openid = ?`)
        .concat("SELECT COUNT(*) AS n FROM notice_sends WHERE address = ?")
        .map(async (sql) => Number((await read().query<{ n: number }>(sql, [openid]))[0]?.n)),
    );

  /** A message to this WeChat, as it stays in the log of messages. */
  const wasSentACard = (recipientId: string, openid: string): Promise<void> =>
    run(async (tx) => {
      const notice = {
        id: newId(),
        recipientId,
        audience: "CUSTOMER",
        kind: "WORK_STARTED",
        topic: "PROGRESS",
      } as const;
      const about = { subjectType: "ORDER", subjectId: newId(), path: "/orders", params: {}, factSeq: 1 } as const;
      await addNotices(tx, [{ ...notice, ...about, at: tx.now, readAt: null }]);
      await addSends(tx, [unsentSend(tx.now, notice, openid)]);
    });

  it.each(["user_authorization_revoke", "user_authorization_cancellation"])(
    "and who withdraws their consent (%s) is forgotten: binding, chat, name and address",
    async (name) => {
      const [customer, other] = [await aCustomer(world), await aCustomer(world)];
      const openid = await bind(customer);
      const now = world.clock.now();
      await push(world.server.http, inMode("safe", textXml(openid, "我的订单在哪", now), now));
      await wasSentACard(customer.accountId, openid);
      const service = await bind(other, "oPlatformPushService");
      expect(await withdraw(openid, name)).toBe(200);
      expect(await withdraw(openid, name)).toBe(200);
      expect([await bindingState(customer), await bindingState(other)]).toEqual(["NONE", "BOUND"]);
      expect(await namesLeft(openid)).toEqual([0, 0, 0, 0, 0]);
      const texts = "SELECT text FROM wechat_inbound WHERE openid = '' AND text IS NOT NULL";
      expect(await read().query(texts)).toEqual([]);
      await run((tx) => forgetPerson(tx, service));
    },
  );

  it("and a withdrawal from another account than ours is none of ours", async () => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    expect(await withdraw(openid, "user_authorization_revoke", "wxffffffffffffffff")).toBe(403);
    expect(await bindingState(customer)).toBe("BOUND");
  });

  type Way = (customer: Actor & { accountId: string }, openid: string) => Promise<unknown>;
  const ways: [string, Way][] = [
    ["on the web", (customer) => customer.do(UNBIND)],
    ["in the chat", (_customer, openid) => tell(openid, "确认解绑")],
    ["by withdrawing their consent", (_customer, openid) => withdraw(openid, "user_authorization_revoke")],
    ["as nobody WeChat knows", (_customer, openid) => run((tx) => markUnreachable(tx, openid, "INVALID"))],
  ];
  const tell = (openid: string, text: string): Promise<unknown> => {
    const now = world.clock.now();
    return push(world.server.http, inMode("safe", textXml(openid, text, now), now));
  };

  it.each(ways)("and unbinds %s loses the links of the chat with the binding", async (_way, unbind) => {
    const customer = await aCustomer(world);
    const openid = await bind(customer);
    const [token = ""] = await run((tx) => issueLinks(tx, [{ accountId: customer.accountId, path: "/orders" }]));
    await unbind(customer, openid);
    expect(await bindingState(customer)).toBe("NONE");
    const reply = await world.server.http.inject({ method: "GET", url: `/w/${token}` });
    expect([reply.statusCode, reply.cookies]).toEqual([302, []]);
  });

  it("and unbinds on the web or in the chat leaves no code that still binds", async () => {
    for (const [, unbind] of ways.slice(0, 2)) {
      const customer = await aCustomer(world);
      const { id } = await begin(customer);
      const openid = anOpenid();
      await run(async (tx) => {
        const [scene] = await tx.rows(SceneRow, "WHERE t.id = ?", [id]);
        await addBinding(tx, { ...found(scene), openid }, false);
      });
      await unbind(customer, openid);
      expect(await stateOf(customer, id)).toBe("CANCELLED");
    }
  });

  it("and withdraws their consent while a page waits for it binds nobody", async () => {
    const customer = await aCustomer(world);
    const { id, scene } = await begin(customer);
    const openid = anOpenid();
    await scan(openid, scene);
    await withdraw(openid, "user_authorization_revoke");
    expect(await stateOf(customer, id)).toBe("CANCELLED");
  });
});

describe("what is long over", () => {
  it("is cleared away", async () => {
    const customer = await aCustomer(world);
    const { id } = await begin(customer);
    world.clock.advance(DAY);
    await world.settle();
    expect(await read().query("SELECT id FROM wechat_scene_tokens WHERE id = ?", [id])).toEqual([]);
  });
});
