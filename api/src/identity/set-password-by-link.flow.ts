import { found, must } from "../kernel/refusal.js";
import { hashPassword } from "../platform/passwords.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { dropLinks } from "../wechat/link.store.js";
import { checkPassword } from "./account.js";
import { commonPasswords } from "./common-passwords.js";
import {
  accountById,
  type Device,
  endSessions,
  linkByToken,
  type OpenedSession,
  openSession,
  setPasswordHash,
  spendLink,
} from "./identity.store.js";

/**
 * Sets a password by a one-time link, ends every other session of the account and signs its owner in. Refuses
 * LINK_INVALID for an unknown, used or old link, alike.
 */
export async function setPasswordByLink(
  platform: Platform,
  viewer: Viewer,
  input: { token: string; password: string; device: Device },
): Promise<OpenedSession & { audience: "CUSTOMER" | "SUPPLIER" | "STAFF" }> {
  const known = await linkByToken(platform.database.read, input.token);
  must(known, "LINK_INVALID");
  const owner = found(await accountById(platform.database.read, known.accountId));
  checkPassword(input.password, owner.login, commonPasswords);
  const passwordHash = await hashPassword(input.password);
  return platform.work.run(viewer, async (tx) => {
    const link = await linkByToken(tx, input.token);
    must(link && link.expiresAt > tx.now && (await spendLink(tx, link)), "LINK_INVALID");
    const account = found(await accountById(tx, link.accountId));
    must(account.active, "LINK_INVALID");
    await setPasswordHash(tx, account, passwordHash);
    await endSessions(tx, account.id);
    await dropLinks(tx, account.id);
    return { ...(await openSession(tx, account, input.device)), audience: account.audience };
  });
}
