import { newCode } from "../kernel/ids.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { CODE_LIFE_MS, cleanLogin } from "./account.js";
import { accountByLogin, addSignUpCode } from "./identity.store.js";

/**
 * Sends a code to an address that wants to become a customer. Answers alike whether the address is known: who owns
 * it learns from the letter that there is an account.
 */
export async function requestSignUp(
  platform: Platform,
  viewer: Viewer,
  input: { login: string; ip: string },
): Promise<void> {
  const login = cleanLogin(input.login);
  await platform.limits.take("lettersPerAddress", input.ip);
  await platform.limits.take("lettersPerLogin", login);
  const code = newCode();
  const known = await platform.work.run(viewer, async (tx) => {
    await addSignUpCode(tx, login, code, CODE_LIFE_MS);
    return (await accountByLogin(tx, "CUSTOMER", login)) !== undefined;
  });
  platform.post.send(known ? alreadyKnown(login) : theCode(login, code));
}

const theCode = (to: string, code: string) => ({
  to,
  subject: "开单注册验证码 · Your Kaidan code",
  text: `验证码 ${code}，15 分钟内有效。若非本人操作请忽略。\nYour code is ${code}; it works for 15 minutes.`,
});

const alreadyKnown = (to: string) => ({
  to,
  subject: "你已有开单账号 · You have an account",
  text: "有人用这个邮箱注册，但它已有账号。请直接登录，忘记密码可以重设。\nThis address has an account already. Sign in, or reset the password.",
});
