import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY, MINUTE } from "../src/kernel/clock.js";
import { newId } from "../src/kernel/ids.js";
import type { Tx } from "../src/platform/tx.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { addInbound, inboundByKey, keepAnswer } from "../src/wechat/inbound.store.js";
import { loggedReply } from "../src/wechat/inbound-log.js";
import { issueLinks, linkByToken } from "../src/wechat/link.store.js";
import { receiveMessage } from "../src/wechat/receive-message.flow.js";
import { addScene, type SceneRow } from "../src/wechat/scene.store.js";
import { tidyWechat } from "../src/wechat/tidy-wechat.flow.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let accountId: string;
beforeAll(async () => {
  world = await openWorld();
  await aStaff(world, ["operations.manage"]);
  const [account] = await read().query<{ id: string }>("SELECT id FROM accounts LIMIT 1");
  accountId = account?.id ?? "";
});
afterAll(() => world.close());

const read = () => world.server.platform.database.read;
const run = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  world.server.platform.work.run(SYSTEM, work);
const message = (openid: string) => ({
  openid,
  type: "text",
  text: "进度",
  event: null,
  eventKey: null,
  ticket: null,
  at: world.clock.now(),
});

/** A push that was answered with a link; its key and the link's token. */
async function answered(key: string): Promise<string> {
  return run(async (tx) => {
    const [token = ""] = await issueLinks(tx, [{ accountId, path: "/o/1" }]);
    await addInbound(tx, key, message("oLinked"));
    const text = `空调清洗 <a href="https://shop.example/w/${token}">查看</a> 电话/w`;
    await keepAnswer(tx, key, { reply: { kind: "text", text }, intent: "PROGRESS", orderId: null });
    return token;
  });
}

describe("a link in the log", () => {
  it("is there whole while a push may come again, and no longer", async () => {
    const token = await answered("m:1");
    await world.settle();
    world.clock.advance(MINUTE - 1);
    await world.settle();
    const again = await receiveMessage(world.server.platform, "m:1", message("oLinked"));
    expect(JSON.stringify(again)).toContain(token);
    world.clock.advance(MINUTE);
    await world.settle();
    const row = await inboundByKey(read(), "m:1");
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row).toMatchObject({ state: "ANSWERED", maskAt: null });
    expect(loggedReply(row?.reply ?? null)).toBe("空调清洗 [查看] 电话/w");
  });

  it("is masked in all of many rows, by two processes at once", async () => {
    const keys = Array.from({ length: 250 }, (_, index) => `many:${index}`);
    for (const key of keys) await answered(key);
    world.clock.advance(MINUTE);
    await Promise.all([tidyWechat(world.server.platform), tidyWechat(world.server.platform)]);
    const rows = await read().query<{ reply: string }>(
      "SELECT reply FROM wechat_inbound WHERE dedupeKey LIKE 'many:%'",
    );
    expect(rows).toHaveLength(250);
    expect(rows.filter(({ reply }) => !reply.includes("/w/…"))).toEqual([]);
  });

  it("does not keep a reply without one waiting, nor one that was forgotten", async () => {
    await run(async (tx) => {
      await addInbound(tx, "plain", message("oPlain"));
      await keepAnswer(tx, "plain", { reply: { kind: "text", text: "好" }, intent: null, orderId: null });
    });
    expect(await inboundByKey(read(), "plain")).toMatchObject({ maskAt: null });
    await answered("forgotten");
    await run((tx) => tx.run("UPDATE wechat_inbound SET reply = NULL WHERE dedupeKey = 'forgotten'"));
    world.clock.advance(MINUTE);
    await world.settle();
    expect(await inboundByKey(read(), "forgotten")).toMatchObject({ reply: null, maskAt: null });
  });
});

describe("links and codes", () => {
  const scene = (tx: Tx): Promise<SceneRow> =>
    addScene(tx, {
      secret: newId(),
      accountId,
      audience: "CUSTOMER",
      sessionId: newId(),
      via: "SCENE",
      qrUrl: "http://weixin.qq.com/q/1",
      openid: null,
    });
  const count = async (table: string): Promise<number> =>
    Number((await read().query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

  it("are gone a day after they were made, in batches, and younger ones stay", async () => {
    await run(async (tx) => {
      await issueLinks(
        tx,
        Array.from({ length: 450 }, () => ({ accountId, path: "/" })),
      );
      await scene(tx);
    });
    world.clock.advance(DAY - 2 * 60 * MINUTE);
    const [young = ""] = await run((tx) => issueLinks(tx, [{ accountId, path: "/" }]));
    await world.settle();
    expect(await count("wechat_links")).toBeGreaterThan(450);
    world.clock.advance(2 * 60 * MINUTE);
    const statements = await world.statements(() => world.settle());
    expect(statements.filter((text) => text.startsWith("DELETE FROM wechat_links")).length).toBeGreaterThan(2);
    expect([await count("wechat_links"), await count("wechat_scene_tokens")]).toEqual([1, 0]);
    expect(await linkByToken(read(), young)).toBeDefined();
  });
});
