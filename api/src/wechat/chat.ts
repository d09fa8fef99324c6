import type { InboundMessage } from "./answering.js";
import { sceneOfKey } from "./binding.js";
import { endOfNumber } from "./find-order.js";
import { normalise } from "./text.js";

/** A wish that needs no more than its name. */
type Plain =
  | "PROGRESS"
  | "PAY"
  | "ACCEPT"
  | "REFUND"
  | "INVOICE"
  | "KF"
  | "BIND"
  | "UNBIND"
  | "UNBIND_CONFIRMED"
  | "HELP";

/** What somebody wants who wrote in the chat or chose from the menu. */
export type Wish =
  | { readonly intent: Plain }
  /** The order of this number, or of a number that ends so, or of this product: `text` is normalised. */
  | { readonly intent: "FIND"; readonly text: string; readonly looksLikeNumber: boolean }
  /** The nth of what was listed, from 1. */
  | { readonly intent: "PICK"; readonly place: number };

/** What a push from WeChat asks of us; null for what is not answered and changes nothing, such as opening a page. */
export type Heard =
  | { readonly kind: "WISH"; readonly wish: Wish }
  | { readonly kind: "FOLLOW"; readonly scene: string | null }
  | { readonly kind: "SCAN"; readonly scene: string | null }
  | { readonly kind: "LEAVE" }
  | { readonly kind: "REVOKE" };

/** The words for each wish, in the form `normalise` gives them. */
const vocabulary: Readonly<Record<Plain, string>> = {
  PROGRESS:
    "进度 查进度 查询 查询进度 进度查询 服务进度 我的进度 订单 我的订单 查订单 订单查询 查询订单 订单进度 订单状态 " +
    "到哪了 到哪里了 到哪儿了 状态 服务单 progress order orders status",
  PAY: "付款 支付 账单 我的账单 分期 待付款 待支付 缴费 付钱 交钱 去付款 去支付 尾款 定金 pay bill",
  ACCEPT: "验收 确认 待验收 确认验收 确认完成 去验收 accept",
  REFUND: "退款 退款进度 申请退款 退钱 余款 refund",
  INVOICE: "发票 开发票 开票 电子发票 申请发票 invoice",
  KF: "客服 人工 转人工 人工客服 联系客服 在线客服 找客服 投诉 kf human",
  BIND: "绑定 绑定账号 绑定账户 账号绑定 绑定微信 登录 bind",
  UNBIND: "解绑 取消绑定 解除绑定 解绑账号 unbind",
  UNBIND_CONFIRMED: "确认解绑 确认取消绑定 确认解除绑定 confirmunbind",
  HELP: "帮助 菜单 你好 您好 hi hello 在吗 help menu 0 怎么用 功能",
};

const byWord: ReadonlyMap<string, Plain> = new Map(
  Object.entries(vocabulary).flatMap(([intent, words]) =>
    words.split(" ").map((word): [string, Plain] => [word, intent as Plain]),
  ),
);

/** What people put around the word that counts. */
const BEFORE =
  /^(你好|您好|请问|请|麻烦|帮我|帮忙|给我|我想要|我想|我要|我需要|想|要|怎么|如何|怎样|哪里|查一下|查看|查询|查|看一下|看看|看|去|我的|我)/;
const AFTER = /(一下|的|了|吗|呢|吧|啊|呀|哦|谢谢|多谢|怎么办|怎么弄|怎么样了|怎么样|如何|在哪里|在哪|功能)$/;
/** Words that say that the progress of what is named is meant: 空调清洗进度, 订单7K3M9Q到哪了. */
const ABOUT_BEFORE = /^(订单号|订单编号|单号|编号|订单|服务单|进度)/;
const ABOUT_AFTER = /(的?(订单|服务)?(进度|状态)|到哪里|到哪儿|到哪|什么时候好|的?订单)$/;

/** Understands a text. Anything that is no word of ours may still name an order: only the orders themselves can tell. */
export function understand(text: string): Wish {
  if (/^\s*[?？]+\s*$/u.test(text)) return { intent: "HELP" };
  const typed = normalise(text);
  const exact = wordOf(typed);
  if (exact) return exact;
  const core = peel(typed, BEFORE, AFTER);
  const word = wordOf(core);
  if (word || core === "") return word ?? find("", text);
  const named = core.replace(ABOUT_BEFORE, "").replace(ABOUT_AFTER, "");
  return named === "" ? { intent: "PROGRESS" } : find(named, text);
}

function wordOf(text: string): Wish | null {
  const place = placeOf(text);
  if (place !== null) return { intent: "PICK", place };
  const intent = byWord.get(text);
  return intent ? { intent } : null;
}

/** "2", "第二个", "no. 3": one of the five that a list shows. */
function placeOf(text: string): number | null {
  const [, figure] = /^(?:第|no)?([1-5一二三四五])(?:个|单|条|项|号)?$/.exec(text) ?? [];
  if (figure === undefined) return null;
  const written = "一二三四五".indexOf(figure);
  return written >= 0 ? written + 1 : Number(figure);
}

function peel(text: string, before: RegExp, after: RegExp): string {
  let rest = text;
  for (;;) {
    const less = rest.replace(before, "").replace(after, "");
    if (less === rest || less === "") return rest;
    rest = less;
  }
}

function find(text: string, typed: string): Wish {
  // Four letters may be a word of some language; with a figure among them, or in capitals, they are meant as a number.
  const meant = /\d/.test(text) || typed.normalize("NFKC").includes(text.toUpperCase());
  return { intent: "FIND", text, looksLikeNumber: meant && endOfNumber(text) !== null };
}

/** Whether a wish is about somebody's orders: a text that is neither a word of ours nor a number may be anything. */
export function asksOfOrders(wish: Wish): boolean {
  return wish.intent === "FIND" ? wish.looksLikeNumber : true;
}

/** Keys of the menu's buttons: each behaves as the word does. */
export const menuKeys = ["PROGRESS", "ACCEPT", "PAY", "REFUND", "INVOICE", "BIND", "KF", "HELP"] as const;
export type MenuKey = (typeof menuKeys)[number];

/** What a message or event asks of us. */
export function hear(message: InboundMessage): Heard | null {
  if (message.type === "text") return { kind: "WISH", wish: understand(message.text ?? "") };
  // A picture, a voice or a place says nothing we could look up.
  if (message.type !== "event") return { kind: "WISH", wish: { intent: "HELP" } };
  switch (message.event) {
    case "subscribe":
      return { kind: "FOLLOW", scene: sceneOfKey(message.eventKey) };
    case "SCAN":
      return { kind: "SCAN", scene: sceneOfKey(message.eventKey) };
    case "unsubscribe":
      return { kind: "LEAVE" };
    case "user_authorization_revoke":
    case "user_authorization_cancellation":
      return { kind: "REVOKE" };
    case "CLICK": {
      const intent = menuKeys.find((key) => key === message.eventKey) ?? "HELP";
      return { kind: "WISH", wish: { intent } };
    }
    default:
      return null;
  }
}
