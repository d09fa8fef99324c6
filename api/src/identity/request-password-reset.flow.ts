import { newSecret } from "../kernel/ids.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { type Audience, cleanLogin, RESET_LIFE_MS } from "./account.js";
import { accountByLogin, addLink } from "./identity.store.js";
import { linkUrl } from "./link-url.js";

/** Longer than writing a link takes, so that the time of an answer does not tell whether there was one to write. */
const ANSWER_AFTER_MS = 60;

/** Sends a one-time link to the owner of an account. Answers alike, and as late, when there is no such account. */
export async function requestPasswordReset(
  platform: Platform,
  viewer: Viewer,
  input: { audience: Audience; login: string; ip: string; origin: string },
): Promise<void> {
  const login = cleanLogin(input.login);
  await platform.limits.take("lettersPerAddress", input.ip);
  await platform.limits.take("lettersPerLogin", login);
  const token = newSecret();
  const answerTime = new Promise((done) => setTimeout(done, ANSWER_AFTER_MS));
  const known = await platform.work.run(viewer, async (tx) => {
    const account = await accountByLogin(tx, input.audience, login);
    if (!account?.active) return false;
    await addLink(tx, "PASSWORD_RESET", account.id, token, RESET_LIFE_MS);
    return true;
  });
  await answerTime;
  if (!known) return;
  const url = linkUrl(input.origin, input.audience, token);
  platform.post.send({
    to: login,
    subject: "重设开单密码 · Reset your Kaidan password",
    text: `一小时内打开链接重设密码：\n${url}\n若非本人操作请忽略。\nOpen the link within an hour to set a new password.`,
  });
}
