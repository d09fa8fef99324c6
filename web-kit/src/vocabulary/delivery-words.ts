import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { StateWord, Tone } from "./state-words";

// What only the console says of sending notices and of the service account.

type States = Record<string, StateWord>;
type Words = Record<string, MessageDescriptor>;

const w = (word: MessageDescriptor, tone: Tone): StateWord => ({ word, tone });

export const sendWords = {
  FAILED: w(msg`失败`, "danger"),
  QUEUED: w(msg`排队中`, "info"),
  SENT: w(msg`已发出`, "info"),
  DELIVERED: w(msg`已送达`, "ok"),
  SUPPRESSED: w(msg`未发送`, "neutral"),
} as const satisfies States;

export const channelStateWords = {
  RUNNING: w(msg`正常`, "ok"),
  STOPPED: w(msg`已停止`, "danger"),
  OFF: w(msg`未接入`, "neutral"),
} as const satisfies States;

export const templateStateWords = {
  READY: w(msg`可用`, "ok"),
  MISSING: w(msg`未配置`, "warn"),
  MISMATCH: w(msg`不相符`, "danger"),
  UNCHECKED: w(msg`未检查`, "neutral"),
} as const satisfies States;

export const inboundStateWords = {
  WORKING: w(msg`处理中`, "info"),
  ANSWERED: w(msg`已回复`, "ok"),
  LATE: w(msg`回复超时`, "warn"),
  FAILED: w(msg`失败`, "danger"),
} as const satisfies States;

/** What a failed send asks of us. */
export const verdictWords = {
  BUSY: msg`对方服务繁忙，会自动重试`,
  TOKEN: msg`访问令牌失效，会自动更换后重试`,
  CONFIGURATION: msg`服务号的配置或权限有误，渠道已停止`,
  UNKNOWN_OPENID: msg`微信号不属于这个服务号，绑定已作废`,
  NOT_FOLLOWER: msg`对方没有关注服务号`,
  BLOCKED: msg`对方拒收服务号的消息`,
  NO_QUOTA: msg`没有可用的发送额度`,
  PARAMETER: msg`模板或内容不合要求，请核对模板`,
  DAILY_QUOTA: msg`今天的额度已用完，明天零点后继续`,
  TOO_FAST: msg`发送太快，会稍后重试`,
  WINDOW_OVER: msg`超过了可以主动回复的时间`,
  OAUTH_CODE: msg`微信授权码已失效`,
  ADDRESS: msg`邮箱地址不存在`,
  UNKNOWN: msg`未知的错误`,
} as const satisfies Words;

/** Why a send waits, or was not made. */
export const reasonWords = {
  QUIET_HOURS: msg`夜间不打扰，早上 8 点发出`,
  COLLAPSED: msg`10 分钟内的同类通知合并发送`,
  DAILY_QUOTA: msg`今天的额度已用完，明天零点后继续`,
  SWITCHED_OFF: msg`接收人关闭了这类推送`,
  NO_ADDRESS: msg`没有可用的接收地址`,
  CHANNEL_STOPPED: msg`渠道已停止`,
  OVERTAKEN: msg`事情已有结果或已过期，无需再通知`,
  NOT_FOLLOWING: msg`对方已取消关注服务号，改用其他方式`,
} as const satisfies Words;

export const accountStateWords = {
  OK: w(msg`正常`, "ok"),
  PROBLEM: w(msg`有问题`, "danger"),
} as const satisfies States;

export const modeWords: Words = {
  plain: msg`明文模式`,
  compat: msg`兼容模式`,
  safe: msg`安全模式（加密）`,
};

/** What a menu button may ask the chat for. */
export const menuKeyWords = {
  PROGRESS: msg`查进度`,
  ACCEPT: msg`待验收`,
  PAY: msg`待付款`,
  REFUND: msg`退款进度`,
  INVOICE: msg`开发票`,
  BIND: msg`绑定账号`,
  KF: msg`联系客服`,
  HELP: msg`帮助`,
} as const satisfies Words;

/** How a message was understood. */
export const intentWords: Words = {
  ...menuKeyWords,
  FIND: msg`查一张订单`,
  PICK: msg`选序号`,
  UNBIND: msg`解绑`,
  UNBIND_CONFIRMED: msg`确认解绑`,
  FOLLOW: msg`关注`,
  LEAVE: msg`取消关注`,
  SCAN: msg`扫码`,
  REVOKE: msg`撤回授权`,
  UNKNOWN: msg`没有理解`,
};

/** What arrived when it was no text. */
export const messageTypeWords: Words = {
  text: msg`文字`,
  event: msg`事件`,
  image: msg`图片`,
  voice: msg`语音`,
  video: msg`视频`,
  shortvideo: msg`小视频`,
  location: msg`位置`,
  link: msg`链接`,
  subscribe: msg`关注`,
  unsubscribe: msg`取消关注`,
  SCAN: msg`扫码`,
  CLICK: msg`点击菜单`,
  VIEW: msg`从菜单打开页面`,
  TEMPLATESENDJOBFINISH: msg`送达回执`,
  user_authorization_revoke: msg`撤回授权`,
};

export { wordOf } from "./plain-words";
