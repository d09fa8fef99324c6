import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { buildHttp } from "../src/http/http.js";
import { accountById, setAccountActive } from "../src/identity/identity.store.js";
import { MINUTE } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import type { Tx } from "../src/platform/tx.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { bindingOf, unbindAll } from "../src/wechat/binding.store.js";
import { enterByWechat } from "../src/wechat/enter-by-wechat.flow.js";
import { issueLinks } from "../src/wechat/link.store.js";
import { BindingRow } from "../src/wechat/wechat.table.js";
import { AccountServer, APPID } from "./kit/account-server.js";
import type { Actor } from "./kit/actor.js";
import { aCustomer, aMember, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { Phone } from "./kit/makers-wechat.js";
import { emptyFolder } from "./kit/platform.js";
import { standingStill } from "./kit/standstill.js";
import { openWorld, type World } from "./kit/world.js";

const WECHAT = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.50";
const CONFIRM = `mutation($input: ConfirmWechatBindingInput!) { confirmWechatBinding(input: $input) {
  binding { state boundVia } userErrors { code } } }`;

let account: AccountServer;
let world: World;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
});
afterEach(() => account.calmDown());
afterAll(async () => {
  await world.close();
  await account.close();
});

const run = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  world.server.platform.work.run(SYSTEM, work);

/** A browser that keeps its cookies and follows no redirect by itself. */
class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly http = world.server.http,
    private readonly userAgent = WECHAT,
    private readonly host = "127.0.0.1:4000",
    /** Headers that this browser sends besides. */
    private readonly also: Readonly<Record<string, string>> = {},
  ) {}

  /** The same browser in which somebody is signed in. */
  as(actor: Actor): this {
    for (const pair of actor.cookie.split("; ")) {
      const at = pair.indexOf("=");
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return this;
  }

  async open(url: string, method: "GET" | "HEAD" = "GET") {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { host: this.host, "user-agent": this.userAgent, ...this.also, ...(cookie ? { cookie } : {}) };
    const reply = await this.http.inject({ method, url, headers });
    for (const { name, value } of reply.cookies) {
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const set = reply.cookies.filter((made) => made.value !== "").map((made) => made.name);
    return {
      status: reply.statusCode,
      to: reply.headers.location ?? null,
      set,
      headers: reply.headers,
      cookies: reply.cookies,
    };
  }

  /** Who the browser is signed in as in an app. */
  async who(app = "shop"): Promise<string | null> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await this.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { "x-kaidan-app": app, ...(cookie ? { cookie } : {}) },
      payload: { query: "{ me { id } }" },
    });
    return (reply.json() as { data: { me: { id: string } | null } }).data.me?.id ?? null;
  }

  /** Begins to ask WeChat; returns the state that must come back. */
  async ask(query: Record<string, string>): Promise<string> {
    const { status, to } = await this.open(start(query));
    expect(status).toBe(302);
    const state = /&state=([0-9a-f]+)#wechat_redirect$/.exec(to ?? "")?.[1];
    return found(state);
  }

  /** WeChat sends the browser back. */
  comeBack(code: string, state: string) {
    return this.open(`/wechat/oauth/callback?${new URLSearchParams({ code, state }).toString()}`);
  }

  /** Both, as it happens without anybody seeing it. */
  async passThrough(query: Record<string, string>, who: Record<string, unknown>) {
    const state = await this.ask(query);
    const code = aCode(who);
    return this.comeBack(code, state);
  }
}

const start = (query: Record<string, string>): string => `/wechat/oauth/start?${new URLSearchParams(query).toString()}`;
const signIn = (to = "/o/some-order") => ({ purpose: "sign-in", app: "shop", to });
let codes = 0;
function aCode(who: Record<string, unknown>): string {
  const code = `CODE${(codes += 1)}`;
  account.codes.set(code, who);
  return code;
}

async function bound(): Promise<{ customer: Actor & { accountId: string }; openid: string }> {
  const customer = await aCustomer(world);
  const { openid } = await new Phone(world).bind(customer.accountId);
  return { customer, openid };
}
const aLink = async (accountId: string, path = "/o/some-order?focus=ticket:1"): Promise<string> =>
  found((await run((tx) => issueLinks(tx, [{ accountId, path }])))[0]);
const disable = (accountId: string): Promise<void> =>
  run(async (tx) => setAccountActive(tx, accountId, found(await accountById(tx, accountId)).version, false));

describe("a link of the chat", () => {
  it("signs its account in once, and leads to its page without telling anybody where from", async () => {
    const { customer } = await bound();
    const token = await aLink(customer.accountId);
    const browser = new Browser();
    const opened = await browser.open(`/w/${token}`);
    expect([opened.status, opened.to, opened.set]).toEqual([302, "/o/some-order?focus=ticket:1", ["kaidan-shop"]]);
    expect(opened.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    expect(opened.cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    expect(await browser.who()).toBe(customer.accountId);
    const second = await new Browser().open(`/w/${token}`);
    expect(second.set).toEqual([]);
  });

  it("is not used up by who only looks: HEAD, as previews do", async () => {
    const { customer } = await bound();
    const token = await aLink(customer.accountId);
    const looked = await new Browser().open(`/w/${token}`, "HEAD");
    expect([looked.status, looked.set]).toEqual([200, []]);
    expect((await new Browser().open(`/w/${token}`)).set).toEqual(["kaidan-shop"]);
  });

  it("that is used, over or unknown asks WeChat who it is when WeChat's browser opens it, else leads to the page", async () => {
    const { customer } = await bound();
    const used = await aLink(customer.accountId);
    await new Browser().open(`/w/${used}`);
    const over = await aLink(customer.accountId);
    world.clock.advance(10 * MINUTE);
    const ask = start({ purpose: "sign-in", app: "shop", to: "/o/some-order?focus=ticket:1" });
    const desk = "Mozilla/5.0 (Windows) Firefox/140";
    const computer = () => new Browser(world.server.http, desk);
    const framed = () => new Browser(world.server.http, desk, "127.0.0.1:4000", { "sec-fetch-dest": "iframe" });
    for (const token of [used, over]) {
      expect(await new Browser().open(`/w/${token}`)).toMatchObject({ status: 302, to: ask, set: [] });
      expect(await framed().open(`/w/${token}`)).toMatchObject({ status: 302, to: ask, set: [] });
      expect(await computer().open(`/w/${token}`)).toMatchObject({ to: "/o/some-order?focus=ticket:1", set: [] });
    }
    expect(await computer().open(`/w/${"x".repeat(43)}`)).toMatchObject({ status: 302, to: "/", set: [] });
    expect((await new Browser().open("/w/nothing")).to).toBe(start({ purpose: "sign-in", app: "shop", to: "/" }));
  });

  it("opened by two at the same moment signs one of them in", async () => {
    const { customer } = await bound();
    const token = await aLink(customer.accountId);
    const opened = await Promise.all([1, 2, 3, 4].map(() => new Browser().open(`/w/${token}`)));
    expect(opened.flatMap((one) => one.set)).toEqual(["kaidan-shop"]);
  });

  it("leaves a browser alone that is signed in: as its account, or as somebody else", async () => {
    const { customer } = await bound();
    const same = new Browser().as(customer);
    expect(await same.open(`/w/${await aLink(customer.accountId)}`)).toMatchObject({
      to: "/o/some-order?focus=ticket:1",
      set: [],
    });
    const victim = await aCustomer(world);
    const browser = new Browser(world.server.http, "Mozilla/5.0 Firefox/140").as(victim);
    const token = await aLink(customer.accountId);
    expect((await browser.open(`/w/${token}`)).set).toEqual([]);
    expect(await browser.who()).toBe(victim.accountId);
    expect((await new Browser().open(`/w/${token}`)).set).toEqual(["kaidan-shop"]);
  });

  it("signs a colleague in to the supplier's app, a disabled account and staff nowhere", async () => {
    const { supplierId } = await aSupplier(world);
    const worker = await aMember(world, supplierId, "WORKER");
    const opened = await new Browser().open(`/w/${await aLink(worker.accountId, "/tickets/1")}`);
    expect([opened.to, opened.set]).toEqual(["/supplier/tickets/1", ["kaidan-supplier"]]);
    const { customer } = await bound();
    const token = await aLink(customer.accountId);
    await disable(customer.accountId);
    expect((await new Browser().open(`/w/${token}`)).set).toEqual([]);
    const staff = await aStaff(world);
    const { me } = await staff.ask("{ me { id } }");
    const toStaff = await new Browser().open(`/w/${await aLink(String(found(me)["id"]), "/orders/1")}`);
    expect([toStaff.to, toStaff.set]).toEqual(["/admin/orders/1", []]);
  });
});

describe("asking WeChat who it is", () => {
  it("goes to WeChat's page with a state that this browser keeps", async () => {
    const browser = new Browser();
    const asked = await browser.open(start(signIn()));
    const url = new URL(asked.to ?? "");
    expect(url.origin + url.pathname + url.hash).toBe("https://open.example/connect/oauth2/authorize#wechat_redirect");
    expect([...url.searchParams.keys()]).toEqual(["appid", "redirect_uri", "response_type", "scope", "state"]);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      appid: APPID,
      redirect_uri: "http://127.0.0.1:4000/wechat/oauth/callback",
      response_type: "code",
      scope: "snsapi_base",
    });
    expect(asked.cookies).toMatchObject([{ name: "kaidan-wechat", httpOnly: true, sameSite: "Lax", maxAge: 600 }]);
  });

  it.each([
    ["another host", { to: "https://evil.example/" }],
    ["another host without a scheme", { to: "//evil.example" }],
    ["another host behind a backslash", { to: "/\\evil.example" }],
    ["a door of ours", { to: "/wechat/oauth/start?to=/" }],
    ["no app", { app: "root" }],
    ["no purpose", { purpose: "steal" }],
  ])("refuses to lead to %s", async (_case, change) => {
    const refused = await new Browser().open(start({ ...signIn(), ...change }));
    expect([refused.status, refused.to, refused.set]).toEqual([400, null, []]);
  });

  it("signs in who is bound, with a session like any other, and leads on", async () => {
    const { customer, openid } = await bound();
    const browser = new Browser();
    const back = await browser.passThrough(signIn("/o/1?focus=ticket:2"), { openid });
    expect([back.status, back.to, back.set]).toEqual([302, "/o/1?focus=ticket:2", ["kaidan-shop"]]);
    expect(await browser.who()).toBe(customer.accountId);
    expect(browser.cookies.has("kaidan-wechat")).toBe(false);
    const again = await browser.passThrough(signIn(), { openid });
    expect(again.set).toEqual([]);
  });

  it("signs the WeChat's own account in where another was signed in before", async () => {
    const { customer, openid } = await bound();
    const browser = new Browser().as(await aCustomer(world));
    expect((await browser.passThrough(signIn(), { openid })).set).toEqual(["kaidan-shop"]);
    expect(await browser.who()).toBe(customer.accountId);
  });

  it("asks who is not bound, or whose account is disabled, to bind, and keeps where they wanted to go", async () => {
    const unbound = "/me/wechat?wechat=unbound&to=%2Fo%2Fsome-order";
    expect(await new Browser().passThrough(signIn(), { openid: "oNobody" })).toMatchObject({ to: unbound, set: [] });
    const { customer, openid } = await bound();
    await disable(customer.accountId);
    expect(await new Browser().passThrough(signIn(), { openid })).toMatchObject({ to: unbound, set: [] });
    const supplier = await new Browser().passThrough({ ...signIn("/tickets/1"), app: "supplier" }, { openid });
    expect(supplier.to).toBe("/supplier/me/wechat?wechat=unbound&to=%2Fsupplier%2Ftickets%2F1");
  });

  it("never signs staff in: their links lead to the page that asks for a password", async () => {
    const asked = await new Browser().open(start({ purpose: "sign-in", app: "admin", to: "/orders/1" }));
    expect([asked.to, asked.set]).toEqual(["/admin/orders/1", []]);
  });

  it("believes no snapshot", async () => {
    const { openid } = await bound();
    const back = await new Browser().passThrough(signIn(), { openid, is_snapshotuser: 1 });
    expect([back.to, back.set]).toEqual(["/o/some-order?wechat=snapshot", []]);
  });

  it("asks once more when the code is no good, and then says so", async () => {
    const { openid } = await bound();
    const browser = new Browser();
    const first = await browser.comeBack("NOCODE1", await browser.ask(signIn()));
    const state = /&state=([0-9a-f]+)#/.exec(first.to ?? "")?.[1] ?? "";
    expect(first.to).toMatch(/^https:\/\/open\.example\/connect/);
    expect((await browser.comeBack("NOCODE2", state)).to).toBe("/o/some-order?wechat=failed");
    const patient = new Browser();
    const restarted = await patient.comeBack("NOCODE3", await patient.ask(signIn()));
    const second = /&state=([0-9a-f]+)#/.exec(restarted.to ?? "")?.[1] ?? "";
    expect((await patient.comeBack(aCode({ openid }), second)).set).toEqual(["kaidan-shop"]);
  });

  it("says so when WeChat is away, or the person refused", async () => {
    const browser = new Browser();
    account.trouble("/sns/oauth2/access_token", 502);
    expect((await browser.comeBack("C", await browser.ask(signIn()))).to).toBe("/o/some-order?wechat=failed");
    const state = await browser.ask(signIn());
    expect((await browser.open(`/wechat/oauth/callback?state=${state}`)).to).toBe("/o/some-order?wechat=failed");
  });
});

describe("an answer that this browser did not ask for", () => {
  const refused = { status: 302, to: "/?wechat=expired", set: [] };

  it("signs nobody in: another browser's, a second time, too late, a made-up one, none", async () => {
    const { openid } = await bound();
    const before = account.to("/sns/oauth2/access_token").length;
    const asking = new Browser();
    const state = await asking.ask(signIn());
    expect(await new Browser().comeBack(aCode({ openid }), state)).toMatchObject(refused);
    const other = new Browser();
    await other.ask(signIn());
    expect(await other.comeBack(aCode({ openid }), state)).toMatchObject(refused);
    const late = new Browser();
    const old = await late.ask(signIn());
    world.clock.advance(10 * MINUTE);
    expect(await late.comeBack(aCode({ openid }), old)).toMatchObject(refused);
    expect(await new Browser().open("/wechat/oauth/callback")).toMatchObject(refused);
    expect(account.to("/sns/oauth2/access_token").length).toBe(before);
    const twice = new Browser();
    const once = await twice.ask(signIn());
    expect((await twice.comeBack(aCode({ openid }), once)).set).toEqual(["kaidan-shop"]);
    expect(await twice.comeBack(aCode({ openid }), once)).toMatchObject(refused);
  });

  // On SQLite one transaction waits for the other: nobody can unbind in between.
  it.runIf(process.env["TEST_DATABASE_URL"])("signs nobody in who is unbound at that moment", async () => {
    const { customer, openid } = await bound();
    const tail = "WHERE t.openid = ? AND t.accountKey IS NOT NULL ORDER BY t.boundAt DESC, t.id LIMIT 50";
    const unbind = () => run((tx) => unbindAll(tx, openid, "WEB"));
    const platform = standingStill(world, { table: BindingRow, tail }, unbind);
    const device = { userAgent: WECHAT, ip: "127.0.0.1" };
    const entered = await enterByWechat(
      platform,
      { kind: "anonymous", ip: device.ip },
      { openid, audience: "CUSTOMER", device },
    );
    expect(await bindingOf(world.server.platform.database.read, customer.accountId)).toBeNull();
    expect(entered).toBe("UNBOUND");
  });

  it("is not believed for a cookie that was changed", async () => {
    const { openid } = await bound();
    const browser = new Browser();
    const state = await browser.ask(signIn());
    const [payload = "", signature = ""] = (browser.cookies.get("kaidan-wechat") ?? "").split(".");
    const question = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
    const changed = Buffer.from(JSON.stringify({ ...question, to: "//evil.example" })).toString("base64url");
    browser.cookies.set("kaidan-wechat", `${changed}.${signature}`);
    expect(await browser.comeBack(aCode({ openid }), state)).toMatchObject(refused);
  });
});

describe("binding inside WeChat", () => {
  const BIND = { purpose: "bind", app: "shop" };

  it("claims for whoever is signed in, who confirms on the page", async () => {
    const customer = await aCustomer(world);
    const back = await new Browser().as(customer).passThrough({ ...BIND, to: "/o/1" }, { openid: "oInside" });
    const id = /^\/me\/wechat\?to=%2Fo%2F1&claim=([\w-]{22})$/.exec(back.to ?? "")?.[1];
    expect(back.to).toContain("claim=");
    expect(await bindingOf(world.server.platform.database.read, customer.accountId)).toBeNull();
    const { binding } = await customer.do(CONFIRM, { sceneId: id });
    expect(binding).toEqual({ state: "BOUND", boundVia: "OAUTH" });
    const row = await bindingOf(world.server.platform.database.read, customer.accountId);
    expect(row).toMatchObject({ openid: "oInside" });
    const again = await new Browser().as(customer).passThrough(BIND, { openid: "oInside" });
    expect(again.to).toBe("/me/wechat?wechat=bound");
    const taken = await new Browser().as(await aCustomer(world)).passThrough(BIND, { openid: "oInside" });
    expect(taken.to).toBe("/me/wechat?wechat=taken");
  });

  it("of somebody who does not follow is bound, but out of reach until they do", async () => {
    const customer = await aCustomer(world);
    const claim = async (openid: string): Promise<string> => {
      const back = await new Browser().as(customer).passThrough(BIND, { openid });
      return /claim=([\w-]{22})$/.exec(back.to ?? "")?.[1] ?? "";
    };
    const phone = new Phone(world);
    const sceneId = await claim(phone.openid);
    account.trouble("/cgi-bin/user/info", { subscribe: 0, openid: phone.openid, tagid_list: [] });
    const { binding } = await customer.do(CONFIRM, { sceneId });
    expect(binding).toEqual({ state: "UNSUBSCRIBED", boundVia: "OAUTH" });
    expect(account.to("/cgi-bin/user/info").at(-1)?.query).toMatchObject({ openid: phone.openid });
    await phone.event("subscribe");
    expect((await customer.ask("{ wechatBinding { state } }"))["wechatBinding"]).toEqual({ state: "BOUND" });
  });

  it("does not wait for a WeChat that does not tell whether somebody follows", async () => {
    const customer = await aCustomer(world);
    const back = await new Browser().as(customer).passThrough(BIND, { openid: "oUntold" });
    account.trouble("/cgi-bin/user/info", 502);
    const sceneId = /claim=([\w-]{22})$/.exec(back.to ?? "")?.[1];
    expect((await customer.do(CONFIRM, { sceneId }))["binding"]).toMatchObject({ state: "BOUND" });
  });

  it("works from each app's own page, staff included", async () => {
    const staff = await aStaff(world);
    const back = await new Browser().as(staff).passThrough({ purpose: "bind", app: "admin" }, { openid: "oStaff" });
    expect(back.to).toMatch(/^\/admin\/me\/wechat\?claim=/);
  });

  it("of nobody leads to the page, which asks to sign in, and a snapshot binds nothing", async () => {
    const nobody = await new Browser().passThrough(BIND, { openid: "oX" });
    expect([nobody.to, nobody.set]).toEqual(["/me/wechat", []]);
    const snapshot = await new Browser()
      .as(await aCustomer(world))
      .passThrough(BIND, { openid: "oX", is_snapshotuser: 1 });
    expect(snapshot.to).toBe("/me/wechat?wechat=snapshot");
  });
});

describe("apps with host names of their own", () => {
  it("are entered at their own: a cookie for the supplier's app is set on its host only", async () => {
    const hosts = {
      SHOP_URL: "https://shop.example",
      SUPPLIER_URL: "https://work.example",
      ADMIN_URL: "https://admin.example",
    };
    const mine = world;
    world = await openWorld({ env: { ...account.env(), ...hosts } });
    const { supplierId } = await aSupplier(world);
    const worker = await aMember(world, supplierId, "WORKER");
    const { openid } = await new Phone(world).bind(worker.accountId, "SUPPLIER");
    const token = await aLink(worker.accountId, "/tickets/1");
    const at = (host: string) => new Browser(world.server.http, WECHAT, host);
    expect(await at("shop.example").open(`/w/${token}`)).toMatchObject({
      to: `https://work.example/w/${token}`,
      set: [],
    });
    const opened = await at("work.example").open(`/w/${token}`);
    expect([opened.to, opened.set]).toEqual(["/supplier/tickets/1", ["__Host-kaidan-supplier"]]);
    const query = { purpose: "sign-in", app: "supplier", to: "/tickets/1" };
    expect((await at("shop.example").open(start(query))).to).toBe(`https://work.example${start(query)}`);
    const browser = at("work.example");
    const state = await browser.ask(query);
    expect([...browser.cookies.keys()]).toEqual(["__Host-kaidan-wechat"]);
    const back = await browser.comeBack(aCode({ openid }), state);
    expect([back.to, back.set]).toEqual(["/supplier/tickets/1", ["__Host-kaidan-supplier"]]);
    await world.close();
    world = mine;
  });
});

describe("the doors", () => {
  it("do not exist without a service account, also where the webs are served", async () => {
    const off = await openWorld();
    const folder = emptyFolder();
    mkdirSync(join(folder, "web-shop", "dist"), { recursive: true });
    writeFileSync(join(folder, "web-shop", "dist", "index.html"), "<title>shop</title>");
    const http = await buildHttp(off.server.platform, folder);
    for (const url of [
      `/w/${"x".repeat(43)}`,
      start(signIn()),
      "/wechat/oauth/callback?code=1&state=2",
      "/wechat/messages",
    ]) {
      expect((await http.inject({ method: "GET", url })).statusCode, url).toBe(404);
    }
    expect((await http.inject({ method: "GET", url: "/wash" })).statusCode).toBe(200);
    await http.close();
    await off.close();
  });

  it("tire of one address that knocks on and on", async () => {
    const knock = () => world.server.http.inject({ method: "GET", url: "/w/x", remoteAddress: "203.0.113.7" });
    const statuses = new Set<number>();
    for (let n = 0; n < 601; n += 1) statuses.add((await knock()).statusCode);
    expect([...statuses]).toEqual([302, 429]);
    expect((await new Browser().open("/w/x")).status).toBe(302);
  });
});
