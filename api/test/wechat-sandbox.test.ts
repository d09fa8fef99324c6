import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningSandbox, startSandbox } from "@kaidan/sandbox/start";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE, SECOND } from "../src/kernel/clock.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { checkTemplates } from "../src/wechat/check-templates.flow.js";
import type { Actor } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aTicket, type MadeTicket } from "./kit/makers-fulfilment.js";
import { chainOf, progress } from "./kit/service-account.js";
import { until } from "./kit/until.js";
import { openWorld, type World } from "./kit/world.js";

/** The API as it runs, against the stand-in that keeps to WeChat's protocol: every fault it knows, and where each ends. */
const BEGIN = "mutation { beginWechatBinding(input: {}) { scene { id qrText } userErrors { code } } }";
const CONFIRM = `mutation($input: ConfirmWechatBindingInput!) { confirmWechatBinding(input: $input) {
  binding { state } userErrors { code } } }`;
const RESUME = "mutation($input: ResumeChannelInput!) { resumeChannel(input: $input) { userErrors { code } } }";
const UNAVAILABLE = "该服务号暂时无法提供服务，请稍后再试";

let folder: string;
let sandbox: RunningSandbox;
let world: World;
let staff: Actor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaidan-sandbox-"));
  const port = await freePort();
  const web = `http://127.0.0.1:${port}`;
  sandbox = await startSandbox({ dir: folder, callback: `${web}/wechat/messages`, web, mode: "safe" });
  world = await openWorld({ demo: true, env: sandbox.env });
  await world.server.http.listen({ host: "127.0.0.1", port });
  await control("POST", "/control/clock", { freezeAt: world.clock.now() });
  await control("POST", "/control/latency", { apiMs: [0, 0], pushMs: [0, 0] });
  await checkTemplates(world.server.platform, SYSTEM);
  staff = await aStaff(world);
});
afterAll(async () => {
  await world.close();
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function control<T>(method: "GET" | "POST", path: string, body?: object): Promise<T> {
  const answer = await fetch(sandbox.control + path, {
    method,
    headers: { "x-sandbox-token": sandbox.controlToken, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const told = await answer.text();
  expect(answer.ok, told).toBe(true);
  return (told === "" ? null : JSON.parse(told)) as T;
}

interface Item {
  readonly from: string;
  readonly kind: string;
  readonly text?: string;
}
const arm = (endpoint: string, fault: string) => control("POST", "/control/faults", { endpoint, fault });
const aPhone = () => control<{ id: number; openid: string }>("POST", "/control/phones", { name: "试用者" });
const chatOf = async (phone: { id: number }): Promise<Item[]> =>
  (await control<{ items: Item[] }>("GET", `/control/phones/${phone.id}/chat`)).items;
const cardsOf = async (phone: { id: number }) => (await chatOf(phone)).filter(({ kind }) => kind === "card");
const inbound = (openid: string): Promise<{ state: string; type: string }[]> =>
  world.server.platform.database.read.query("SELECT state, type FROM wechat_inbound WHERE openid = ?", [openid]);
const pass = async (ms: number): Promise<void> => {
  world.clock.advance(ms);
  await control("POST", "/control/clock", { freezeAt: world.clock.now() });
};

/** A customer whose work is under way and whose WeChat is bound, by a code, a scan and the digits of the chat. */
async function aBoundCustomer(): Promise<{ made: MadeTicket; id: string; phone: { id: number; openid: string } }> {
  const made = await aTicket(world, { state: "IN_PROGRESS", staff });
  await world.settle();
  const phone = await aPhone();
  const { beginWechatBinding } = await made.customer.ask(BEGIN);
  const { id: sceneId, qrText } = beginWechatBinding?.["scene"] as unknown as { id: string; qrText: string };
  await control("POST", `/control/phones/${phone.id}/follow`, { qr: qrText });
  const code = await until(async () => {
    const told = (await chatOf(phone)).map(({ text }) => /确认码：(\d{4})/.exec(text ?? "")?.[1]).find(Boolean);
    expect(told).toBeDefined();
    return told;
  });
  await made.customer.do(CONFIRM, { sceneId, code });
  await world.settle();
  return { made, id: made.customer.accountId, phone };
}

/** Waits, delivering what is due, until the chain of the customer's progress notice is so. */
const endsAs = (id: string, chain: readonly string[]) =>
  until(async () => {
    await world.settle();
    expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(chain);
  });

describe("a card, when WeChat", () => {
  it("takes it, is delivered and stands in the phone", async () => {
    const { made, id, phone } = await aBoundCustomer();
    await progress(made);
    await endsAs(id, ["WECHAT DELIVERED"]);
    expect(await cardsOf(phone)).toHaveLength(1);
  });

  it.each(["40001", "42001"])("answers %s, goes with another token at once", async (fault) => {
    // A token may be forced once in five minutes.
    await pass(5 * MINUTE);
    const { made, id, phone } = await aBoundCustomer();
    await arm("message/template/send", fault);
    await progress(made);
    await endsAs(id, ["WECHAT DELIVERED"]);
    expect(await cardsOf(phone)).toHaveLength(1);
  });

  it.each(["-1", "45011", "http500", "http502", "reset", "hang", "truncated"])(
    "answers %s, is sent again by the same id and arrives once",
    async (fault) => {
      const { made, id, phone } = await aBoundCustomer();
      await arm("message/template/send", fault);
      await progress(made);
      await world.settle();
      expect(await chainOf(world, id, "PROGRESS_APPROVED")).toEqual(["WECHAT QUEUED"]);
      await pass(4 * SECOND);
      await endsAs(id, ["WECHAT DELIVERED"]);
      expect(await cardsOf(phone)).toHaveLength(1);
    },
  );

  it.each(["43004", "43101", "45009", "47003", "blocked", "systemFailed"])(
    "ends it with %s, is followed by an e-mail",
    async (fault) => {
      const { made, id } = await aBoundCustomer();
      await arm("message/template/send", fault);
      await progress(made);
      await endsAs(id, ["WECHAT FAILED", "EMAIL SENT"]);
    },
  );

  it.each(["40164", "48001"])("refuses the account with %s, stops the channel until staff resume it", async (fault) => {
    const { made, id, phone } = await aBoundCustomer();
    await arm("message/template/send", fault);
    await progress(made);
    await endsAs(id, ["WECHAT FAILED", "EMAIL SENT"]);
    const { noticeChannels } = await staff.ask("{ noticeChannels { channel state reason } }");
    expect(noticeChannels).toContainEqual({
      channel: "WECHAT",
      state: "STOPPED",
      reason: expect.stringContaining(fault),
    });
    await staff.do(RESUME, { channel: "WECHAT" });
    expect(await cardsOf(phone)).toEqual([]);
  });

  it("reports freqLimit after it was taken, leaves again a little later and arrives", async () => {
    const { made, id, phone } = await aBoundCustomer();
    await arm("message/template/send", "freqLimit");
    await progress(made);
    await endsAs(id, ["WECHAT QUEUED"]);
    await pass(MINUTE);
    await endsAs(id, ["WECHAT DELIVERED"]);
    expect(await cardsOf(phone)).toHaveLength(1);
  });
});

describe("a message, when its push", () => {
  const answered = async (phone: { id: number }, times: number) =>
    until(async () => {
      const told = (await chatOf(phone)).filter(({ from }) => from !== "me");
      expect(told).toHaveLength(times);
      return told;
    });

  async function aFollower(): Promise<{ id: number; openid: string }> {
    const phone = await aPhone();
    await control("POST", `/control/phones/${phone.id}/follow`, {});
    await answered(phone, 1);
    return phone;
  }

  it.each(["duplicate", "triplicate"])("comes as a %s, is worked on and answered once", async (fault) => {
    const phone = await aFollower();
    await arm("push", fault);
    await control("POST", `/control/phones/${phone.id}/text`, { text: "帮助" });
    const [, reply] = await answered(phone, 2);
    expect(reply?.text).toContain("您可以回复");
    expect(await inbound(phone.openid)).toHaveLength(2);
  });

  it.each(["badSignature", "foreignAppid", "oldTimestamp", "hugeBody", "doctype"])(
    "has a %s, is refused, leaves nothing, and the phone says so",
    async (fault) => {
      const phone = await aFollower();
      await arm("push", fault);
      await control("POST", `/control/phones/${phone.id}/text`, { text: "帮助" });
      const [, reply] = await answered(phone, 2);
      expect(reply).toMatchObject({ from: "system", text: UNAVAILABLE });
      expect(await inbound(phone.openid)).toHaveLength(1);
    },
  );

  it("overtakes the follow before it, is answered, and the follow counts all the same", async () => {
    const phone = await aPhone();
    await arm("push", "outOfOrder");
    await control("POST", `/control/phones/${phone.id}/follow`, {});
    await control("POST", `/control/phones/${phone.id}/text`, { text: "帮助" });
    const told = await answered(phone, 2);
    expect(new Set(told.map(({ text }) => text?.slice(0, 4)))).toEqual(new Set(["您可以回", "您好，欢"]));
    expect((await inbound(phone.openid)).map(({ state }) => state)).toEqual(["ANSWERED", "ANSWERED"]);
    const [follower] = await world.server.platform.database.read.query<{ subscribed: number }>(
      "SELECT subscribed FROM wechat_followers WHERE openid = ?",
      [phone.openid],
    );
    expect(Number(follower?.subscribed)).toBe(1);
  });
});
