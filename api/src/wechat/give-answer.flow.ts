import { appOfAudience } from "../identity/apps.js";
import { MINUTE } from "../kernel/clock.js";
import { appOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { deepUrl, signInUrl } from "./addresses.js";
import type { Reply } from "./answering.js";
import { bindingsOfOpenid } from "./binding.store.js";
import { type Remembered, remember } from "./conversation.store.js";
import { followerMoved } from "./follower.store.js";
import { issueLinks } from "./link.store.js";
import { inviteSaying } from "./replies.js";
import { type Link, linksOf, type Saying, textOf } from "./saying.js";
import type { Writer } from "./who.js";

/** How long a number stands for what was listed. */
const LIST_LIFE_MS = 10 * MINUTE;
/** At the second text in a row that is not understood, a person takes over. */
const MISSES_MAX = 2;

/** What is to be said, and what of it the next message may refer to. */
export interface Given {
  readonly saying: Saying;
  /** The orders it lists by number; null when it lists none, and what was listed before still counts. */
  readonly list: readonly string[] | null;
  readonly understood: boolean;
}

/**
 * Says it: makes the links that sign in, notes what was listed and whether it was understood, in one transaction. Who was
 * unbound meanwhile is told nothing of what was read for them. Five statements at most.
 */
export async function giveAnswer(platform: Platform, writer: Writer, given: Given): Promise<Reply> {
  const { saying, list, understood } = given;
  const misses = understood ? 0 : writer.misses + 1;
  const over = misses >= MISSES_MAX;
  return platform.work.run(SYSTEM, async (tx): Promise<Reply> => {
    const listUntil = list ? tx.now + LIST_LIFE_MS : null;
    await noteMessage(tx, writer, { list, listUntil, misses: over ? 0 : misses });
    if (over) return { kind: "transfer" };
    const said = (await stillBound(tx, writer)) ? saying : inviteSaying;
    return { kind: "text", text: await withLinks(platform, tx, said) };
  });
}

/** Hands over to the people at the customer-service desk. */
export async function handOver(platform: Platform, writer: Writer): Promise<Reply> {
  const nothing = { list: null, listUntil: null, misses: 0 };
  await platform.work.run(SYSTEM, (tx) => noteMessage(tx, writer, nothing));
  return { kind: "transfer" };
}

async function noteMessage(tx: Tx, { openid, at, cameBack }: Writer, said: Omit<Remembered, "at">): Promise<void> {
  await remember(tx, openid, { ...said, at });
  if (cameBack) await followerMoved(tx, openid, "SUBSCRIBED", at);
}

async function stillBound(tx: Tx, { openid, bindingIds }: Writer): Promise<boolean> {
  if (bindingIds.length === 0) return true;
  const active = new Set((await bindingsOfOpenid(tx, openid)).map((binding) => binding.id));
  return bindingIds.every((id) => active.has(id));
}

/**
 * A link signs in whoever opens it first. In plain mode a signature does not cover what was written, so whoever has seen one
 * address of a push could ask in somebody's name: there, WeChat is asked who opens a link.
 */
async function withLinks(platform: Platform, tx: Tx, saying: Saying): Promise<string> {
  const sealed = platform.config.wechat?.mode !== "plain";
  const own = linksOf(saying).flatMap((link) =>
    link.accountId === null || !sealed ? [] : [{ ...link, accountId: link.accountId }],
  );
  const tokens = await issueLinks(tx, own);
  const left = [...tokens];
  const urls = new Map<Link, string>();
  for (const link of linksOf(saying)) {
    const app = appOfAudience[link.audience];
    const origin = appOrigin(platform.config, app);
    const token = link.accountId === null ? undefined : left.shift();
    urls.set(link, token === undefined ? signInUrl(origin, app, link.path) : deepUrl(origin, token));
  }
  return textOf(saying, (link) => urls.get(link) ?? "");
}
