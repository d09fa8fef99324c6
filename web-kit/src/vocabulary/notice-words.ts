import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { LucideIcon } from "lucide-react";
import type { NoticeChannel, NoticeKind, NoticeTopic, WechatBoundVia } from "../gql/graphql";

/**
 * What a notice says and the picture beside it. The sentence stands on its own; whatever else the notice tells (item,
 * number, amount, term, somebody's own words) follows on the line below.
 */
export type NoticeWord = { readonly icon: LucideIcon; readonly words: MessageDescriptor };

/** The notices one app's people get; each app brings its own, so that customers do not load the words of the console. */
export type NoticeWords = Partial<Record<NoticeKind, NoticeWord>>;

export const topicWords: Record<NoticeTopic, MessageDescriptor> = {
  ORDERS: msg`订单`,
  MONEY: msg`款项`,
  PROGRESS: msg`进度`,
  TASKS: msg`待办`,
  ACCOUNT: msg`账号`,
};

/** What one app's people hear of under each topic; a topic without a line never concerns them. */
export type TopicsTold = Partial<Record<NoticeTopic, MessageDescriptor>>;

export const channelWords: Record<NoticeChannel, MessageDescriptor> = {
  WECHAT: msg`微信`,
  SMS: msg`短信`,
  EMAIL: msg`邮件`,
};

/** How a WeChat was bound. */
export const boundViaWords: Record<WechatBoundVia, MessageDescriptor> = {
  SCENE: msg`扫码`,
  OAUTH: msg`在微信里授权`,
};
