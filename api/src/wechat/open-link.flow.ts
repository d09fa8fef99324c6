import type { Audience } from "../identity/account.js";
import { accountById, type Device, lockAccount, type OpenedSession, openSession } from "../identity/identity.store.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, type Viewer } from "../platform/viewer.js";
import { linkByToken, spendLink } from "./link.store.js";

export interface KnownLink {
  readonly audience: Audience;
  readonly path: string;
}

/** Where a link leads, whether it still works or not; null for one that never was. */
export async function readLink(platform: Platform, token: string): Promise<KnownLink | null> {
  const link = await linkByToken(platform.database.read, token);
  if (!link) return null;
  const { audience } = found(await accountById(platform.database.read, link.accountId));
  return { audience, path: link.path };
}

/** The session that was opened; SAME when the browser is signed in as that account already; ENDED when it signs nobody in. */
export type OpenedLink = OpenedSession | "SAME" | "ENDED";

/**
 * Somebody opened a link of the chat: signs its account in, once and within ten minutes. Signs nobody in when it is used or
 * over, when its account is disabled or a staff's, and when this browser is signed in as somebody else, so that
 * a link that was passed on can't put another person into the sender's account.
 */
export async function openLink(
  platform: Platform,
  viewer: Viewer,
  input: { readonly token: string; readonly device: Device },
): Promise<OpenedLink> {
  const present = actorOf(viewer);
  return platform.work.run(viewer, async (tx): Promise<OpenedLink> => {
    const link = await linkByToken(tx, input.token);
    if (!link || (present !== null && present !== link.accountId)) return "ENDED";
    const account = await lockAccount(tx, link.accountId);
    if (!account?.active || account.audience === "STAFF") return "ENDED";
    const spent = await spendLink(tx, link);
    if (present !== null) return "SAME";
    return spent ? openSession(tx, account, input.device) : "ENDED";
  });
}
