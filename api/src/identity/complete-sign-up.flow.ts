import { must, Refusal } from "../kernel/refusal.js";
import { hashPassword } from "../platform/passwords.js";
import type { Platform } from "../platform/platform.js";
import { fingerprint } from "../platform/signing.js";
import { isDuplicate } from "../platform/unit-of-work.js";
import type { Viewer } from "../platform/viewer.js";
import { CODE_TRIES, checkPassword, cleanLogin, cleanPhone, cleanText } from "./account.js";
import { commonPasswords } from "./common-passwords.js";
import {
  addAccount,
  countTry,
  type Device,
  type OpenedSession,
  openSession,
  openSignUpCode,
  spendSignUpCode,
} from "./identity.store.js";

export interface CompleteSignUp {
  readonly login: string;
  readonly code: string;
  readonly password: string;
  readonly displayName: string;
  readonly phone: string;
  readonly device: Device;
}

/**
 * Makes the customer's account once the code proves that the address is theirs, and signs them in. A wrong, used or
 * old code and an address that has an account answer alike: CODE_INVALID.
 */
export async function completeSignUp(
  platform: Platform,
  viewer: Viewer,
  input: CompleteSignUp,
): Promise<OpenedSession> {
  const login = cleanLogin(input.login);
  const displayName = cleanText(input.displayName, "displayName", 50);
  const phone = cleanPhone(input.phone);
  checkPassword(input.password, login, commonPasswords);
  await platform.limits.take("codeTries", login);
  const passwordHash = await hashPassword(input.password);
  const fits = await tryCode(platform, viewer, login, input.code);
  must(fits, "CODE_INVALID", { field: "code" });
  return platform.work.run(viewer, async (tx) => {
    const open = await openSignUpCode(tx, login, tx.now);
    must(open && (await spendSignUpCode(tx, open)), "CODE_INVALID", { field: "code" });
    const person = { login, displayName, phone, passwordHash };
    const account = await addAccount(tx, "CUSTOMER", person).catch((error: unknown) => {
      throw isDuplicate(error) ? new Refusal("CODE_INVALID", { field: "code" }) : error;
    });
    return openSession(tx, account, input.device);
  });
}

/** Counts the try in a transaction of its own: a wrong guess must stay counted. */
async function tryCode(platform: Platform, viewer: Viewer, login: string, code: string): Promise<boolean> {
  return platform.work.run(viewer, async (tx) => {
    const open = await openSignUpCode(tx, login, tx.now);
    if (!open || open.tries >= CODE_TRIES) return false;
    await countTry(tx, open);
    return open.codeHash === fingerprint(code.trim());
  });
}
