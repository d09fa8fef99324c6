import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Why the way in from WeChat ended as it did, by the note its doors leave in the address (`?wechat=`). */
export const returnWords = {
  unbound: msg`这个微信还没有绑定账号，所以刚才没有自动登录。绑定后，下次从微信打开时会自动登录。`,
  bound: msg`这个微信已经绑定了本账号，从微信打开时会自动登录。`,
  taken: msg`没有绑定：这个微信或本账号已经绑定了另一个，请先解绑。`,
  snapshot: msg`您看到的是微信的「快照页」，无法识别您的微信。请点页面下方的「使用完整服务」后再试。`,
  failed: msg`微信没有告诉我们您是谁，请稍后从微信再打开一次。`,
  expired: msg`这次从微信进入已过期，请从微信重新打开。`,
} as const satisfies Record<string, MessageDescriptor>;

export type ReturnNote = keyof typeof returnWords;
export const returnNotes = Object.keys(returnWords) as readonly ReturnNote[];
