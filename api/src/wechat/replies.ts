import type { Wish } from "./chat.js";
import type { Link, Saying } from "./saying.js";
import { plain } from "./text.js";
import { maskedAccounts, type Writer } from "./who.js";

/** Where somebody we don't know yet says who they are; the page knows what to do inside WeChat. */
const bind: Link = { label: "绑定账号", audience: "CUSTOMER", path: "/me/wechat", accountId: null };

/** What the chat understands, for those who ask. */
const HELP = [
  "您可以回复：",
  "· 进度：查询服务进度",
  "· 订单号后 4 位或商品名：查询这一单",
  "· 付款：查看待付款项",
  "· 验收：查看待验收的服务",
  "· 退款、发票：了解如何办理",
  "· 人工：转接人工客服",
];

export const helpSaying = (bound: boolean): Saying => ({
  lines: [...HELP, bound ? "· 解绑：解除微信绑定" : "· 绑定：绑定您的账号"],
});

/** Who follows for the first time, or again: `accounts` are those whose binding came back. */
export function welcomeSaying(accounts: readonly string[]): Saying {
  if (accounts.length > 0) {
    return { lines: [`欢迎回来！账号 ${accounts.join("、")} 的绑定已恢复。`, "· 回复「进度」查询服务进度"] };
  }
  return {
    lines: ["您好，欢迎关注【开单服务】！", "· 回复「进度」查询服务进度", "· 回复「帮助」查看全部功能"],
    foot: [{ text: "· 首次使用请先绑定，绑定后可接收派单、付款、验收提醒：", link: bind }],
  };
}

/** Nothing of an order is told to somebody we don't know. */
export const inviteSaying: Saying = { lines: [], foot: [{ text: "为保护您的信息，请先", link: bind }] };

/** How to bind; those who have bound are told to whom. */
export function bindSaying(accounts: readonly string[]): Saying {
  const how = { text: "请打开绑定页面，按提示完成：", link: bind };
  const others = "服务商和平台同事请在各自工作台的「微信」页面扫码绑定。";
  if (accounts.length > 0)
    return { lines: [`本微信已绑定账号 ${accounts.join("、")}。`, "如需解绑，请回复「解绑」。"] };
  return { lines: ["绑定后可在这里查询进度，并接收派单、付款、验收提醒。"], foot: [how, others] };
}

export function unbindSaying(accounts: readonly string[]): Saying {
  if (accounts.length === 0) return { lines: ["本微信没有绑定账号。"] };
  const what = `解绑后，本微信不再能查询账号 ${accounts.join("、")} 的进度，也收不到提醒。`;
  return { lines: [what, "确定解绑请回复「确认解绑」。"] };
}

export const unboundSaying: Saying = {
  lines: ["已解绑。您的订单不受影响，仍可在网页上查看。", "需要时可随时回复「绑定」重新绑定。"],
};

/** The same words whether there is no such order or it is somebody else's. */
export const notFoundSaying = (typed: string): Saying => ({
  lines: [`没有找到与「${plain(typed, 30)}」对应的订单。`, "请核对订单号，或回复「进度」查看您的订单。"],
});

export const noListSaying: Saying = { lines: ["没有可选的列表，或列表已过期。请先回复「进度」。"] };

export const unknownSaying: Saying = {
  lines: ["抱歉，没有明白您的意思。", "回复「进度」查询服务进度，「帮助」查看全部功能，「人工」转接客服。"],
};

/** Told when a person takes over, which WeChat itself shows nobody. */
export const HANDED_OVER = "已为您转接人工客服，请稍候。您可以先写下订单号和问题。";

/** There is no invoice page: people make them. */
export const invoiceSaying: Saying = {
  lines: ["发票目前由客服人工办理。", "请回复「人工」，并告知订单号、发票抬头、税号和接收邮箱。"],
};

/** Somebody whose membership or account has ended. */
export const endedAccountSaying: Saying = { lines: ["您绑定的账号已停用，请联系您的管理员。"] };

export type ScanOutcome = "CLAIMED" | "TAKEN" | "ENDED" | "ALREADY";

/** What becomes of a scan. `account` is masked: only its owner recognises it; `code` is what its page asks for. */
export function scanSaying(outcome: ScanOutcome, account: string | null, code: string): Saying {
  switch (outcome) {
    case "CLAIMED":
      return {
        lines: [
          `正在绑定账号 ${account ?? ""}。`,
          `确认码：${code}`,
          "请在显示二维码的网页上输入，10 分钟内有效。",
          "这不是您的账号？请忽略，也不要把确认码告诉任何人。",
        ],
      };
    case "ALREADY":
      return { lines: [`本微信已绑定账号 ${account ?? ""}，回复「进度」即可查询。`] };
    case "TAKEN":
      return {
        lines: ["无法绑定：本微信或该账号已有绑定。", "请先在原微信回复「解绑」，或在网页「微信绑定」中解除后重试。"],
      };
    case "ENDED":
      return { lines: ["二维码已使用或已过期，请在网页上刷新后重新扫描。"] };
  }
}

/** What is said to a wish without looking at any order; null when it is about orders or work. */
export function generalSaying(writer: Pick<Writer, "accounts">, wish: Wish): Saying | null {
  const bound = maskedAccounts(writer);
  switch (wish.intent) {
    case "HELP":
      return helpSaying(bound.length > 0);
    case "INVOICE":
      return invoiceSaying;
    case "BIND":
      return bindSaying(bound);
    case "UNBIND":
    case "UNBIND_CONFIRMED":
      return unbindSaying(bound);
    default:
      return null;
  }
}
