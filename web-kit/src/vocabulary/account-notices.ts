import { msg } from "@lingui/core/macro";
import { Link2, Link2Off, UserMinus } from "lucide-react";
import type { NoticeWords } from "./notice-words";

/** What everybody is told about their own account. */
export const accountNotices = {
  WECHAT_BOUND: { icon: Link2, words: msg`账号已绑定微信` },
  WECHAT_UNBOUND: { icon: Link2Off, words: msg`账号已解绑微信` },
  WECHAT_UNSUBSCRIBED: { icon: UserMinus, words: msg`您已取消关注服务号，微信不再收到推送` },
} as const satisfies NoticeWords;
