import { must } from "../kernel/refusal.js";
import { passwordFits } from "../platform/passwords.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { type Audience, cleanLogin } from "./account.js";
import { accountByLogin, type Device, lockAccount, type OpenedSession, openSession } from "./identity.store.js";

/**
 * Signs in with login and password. Refuses SIGN_IN_FAILED alike for a wrong password, an unknown login, a disabled
 * account and one without a password, after the same work; RATE_LIMITED after too many tries per login or address.
 */
export async function signIn(
  platform: Platform,
  viewer: Viewer,
  input: { audience: Audience; login: string; password: string; device: Device },
): Promise<OpenedSession> {
  const login = cleanLogin(input.login);
  await platform.limits.take("signInPerAddress", input.device.ip ?? "unknown");
  await platform.limits.take("signInPerLogin", `${input.audience}:${login}`);
  const account = await accountByLogin(platform.database.read, input.audience, login);
  const fits = await passwordFits(account?.passwordHash, input.password);
  must(fits && account?.active, "SIGN_IN_FAILED");
  await platform.limits.forget("signInPerLogin", `${input.audience}:${login}`);
  return platform.work.run(viewer, async (tx) => {
    const now = await lockAccount(tx, account.id);
    // Judging a password takes time: meanwhile it may have been changed, or the account disabled.
    must(now?.active && now.passwordHash === account.passwordHash, "SIGN_IN_FAILED");
    return openSession(tx, now, input.device);
  });
}
