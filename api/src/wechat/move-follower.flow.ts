import { appOfAudience } from "../identity/apps.js";
import { accountById, accountsById } from "../identity/identity.store.js";
import { forgetAddress } from "../notifications/send.store.js";
import { appOrigin } from "../platform/origin.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { SYSTEM } from "../platform/viewer.js";
import { signInUrl } from "./addresses.js";
import type { InboundMessage, Reply } from "./answering.js";
import { claimCode, claimSeal, maskedAccount } from "./binding.js";
import { bindingsOfOpenid } from "./binding.store.js";
import type { Heard } from "./chat.js";
import { followerMoved, forgetPerson } from "./follower.store.js";
import { helpSaying, scanSaying, welcomeSaying } from "./replies.js";
import { type Saying, textOf } from "./saying.js";
import { claimScene } from "./scene.store.js";
import { maskedAccounts } from "./who.js";

/** What moves somebody rather than asks something. */
export type Move = Exclude<Heard, { kind: "WISH" }>;

/**
 * Somebody follows, comes back, scans a code, leaves or withdraws their consent. A scan claims what its code stands for and
 * binds nobody: the page that shows the code asks. Who left reads nothing any more.
 */
export async function moveFollower(platform: Platform, message: InboundMessage, move: Move): Promise<Reply | null> {
  const saying = await platform.work.run(SYSTEM, (tx) => moved(platform, tx, message, move));
  if (!saying) return null;
  const text = textOf(saying, ({ audience, path }) => {
    const app = appOfAudience[audience];
    return signInUrl(appOrigin(platform.config, app), app, path);
  });
  return { kind: "text", text };
}

async function moved(platform: Platform, tx: Tx, message: InboundMessage, move: Move): Promise<Saying | null> {
  const { openid, at } = message;
  switch (move.kind) {
    case "LEAVE":
      await followerMoved(tx, openid, "UNSUBSCRIBED", at);
      return null;
    case "REVOKE":
      await forgetAddress(tx, await forgetPerson(tx, openid), openid);
      return null;
    case "FOLLOW":
    case "SCAN": {
      // Only who follows can scan.
      await followerMoved(tx, openid, "SUBSCRIBED", at);
      if (move.scene !== null) return claimed(platform, tx, openid, move.scene);
      const bound = await namesOfBound(tx, openid);
      return move.kind === "FOLLOW" ? welcomeSaying(bound) : helpSaying(bound.length > 0);
    }
  }
}

async function claimed({ config, signer }: Platform, tx: Tx, openid: string, scene: string): Promise<Saying> {
  const { outcome, accountId, sceneId } = await claimScene(tx, scene, openid, config.wechat?.shared ?? false);
  const account = accountId === null ? undefined : await accountById(tx, accountId);
  const code = sceneId === null ? "" : claimCode(signer.sign(claimSeal(sceneId, openid)));
  return scanSaying(outcome, account ? maskedAccount(account) : null, code);
}

async function namesOfBound(tx: Tx, openid: string): Promise<string[]> {
  const bindings = await bindingsOfOpenid(tx, openid);
  const ids = bindings.map((binding) => binding.accountId);
  return maskedAccounts({ accounts: [...(await accountsById(tx, ids)).values()] });
}
