import { found, must } from "../kernel/refusal.js";
import { hashPassword, passwordFits } from "../platform/passwords.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { dropLinks } from "../wechat/link.store.js";
import { checkPassword } from "./account.js";
import { commonPasswords } from "./common-passwords.js";
import { accountById, endSessions, setPasswordHash } from "./identity.store.js";

/** Changes the viewer's password and ends their other sessions and links that sign in. Refuses SIGN_IN_FAILED for a wrong present one. */
export async function changePassword(
  platform: Platform,
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  must("sessionId" in viewer, "UNAUTHENTICATED");
  const { accountId, sessionId } = viewer;
  await platform.limits.take("signInPerLogin", accountId);
  const account = found(await accountById(platform.database.read, accountId));
  checkPassword(input.newPassword, account.login, commonPasswords);
  must(await passwordFits(account.passwordHash, input.currentPassword), "SIGN_IN_FAILED", { field: "currentPassword" });
  const passwordHash = await hashPassword(input.newPassword);
  await platform.work.run(viewer, async (tx) => {
    await setPasswordHash(tx, account, passwordHash);
    await endSessions(tx, accountId, sessionId);
    await dropLinks(tx, accountId);
  });
}
