import { must } from "../kernel/refusal.js";
import { type MenuKey, menuKeys } from "./chat.js";
import { ownPath } from "./link.js";

export const menuButtonKinds = ["CLICK", "VIEW", "MENU"] as const;
/** CLICK asks the chat by a key, VIEW opens a page of ours, MENU holds further buttons. */
export type MenuButtonKind = (typeof menuButtonKinds)[number];

/** A button as staff write it: a VIEW leads to a path of the shop, made a whole address when the menu is published. */
export interface MenuButton {
  readonly name: string;
  readonly kind: MenuButtonKind;
  readonly key: string | null;
  readonly url: string | null;
  readonly children: readonly MenuButton[];
}

/** WeChat's limits: buttons side by side and one above the other, names and addresses in bytes of UTF-8. */
const TOP = 3;
const SUB = 5;
const TOP_NAME_BYTES = 16;
const SUB_NAME_BYTES = 60;
const URL_BYTES = 1024;

const click = (name: string, key: MenuKey): MenuButton => ({ name, kind: "CLICK", key, url: null, children: [] });
const view = (name: string, url: string): MenuButton => ({ name, kind: "VIEW", key: null, url, children: [] });
const menu = (name: string, ...children: MenuButton[]): MenuButton => ({
  name,
  kind: "MENU",
  key: null,
  url: null,
  children,
});

/** What an account starts with. */
export const defaultMenu: readonly MenuButton[] = [
  menu(
    "我的服务",
    click("查进度", "PROGRESS"),
    view("我的订单", "/orders"),
    click("待验收", "ACCEPT"),
    click("待付款", "PAY"),
  ),
  view("预约下单", "/"),
  menu(
    "帮助",
    click("联系客服", "KF"),
    view("绑定账号", "/me/wechat"),
    click("开发票", "INVOICE"),
    click("常见问题", "HELP"),
  ),
];

/**
 * The menu as WeChat will take it, its texts trimmed. Refuses VALIDATION, naming the button by its place such as
 * `draft.0.children.2.name`.
 */
export function checkMenu(draft: readonly MenuButton[]): MenuButton[] {
  must(draft.length >= 1 && draft.length <= TOP, "VALIDATION", { field: "draft", min: 1, max: TOP });
  return draft.map((button, index) => checkButton(button, `draft.${index}`, true));
}

function checkButton(button: MenuButton, place: string, top: boolean): MenuButton {
  const name = button.name.normalize("NFC").trim();
  const max = top ? TOP_NAME_BYTES : SUB_NAME_BYTES;
  const readable = name !== "" && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name);
  must(readable && bytes(name) <= max, "VALIDATION", { field: `${place}.name`, maxBytes: max });
  if (button.kind === "MENU") {
    const { children } = button;
    const field = `${place}.children`;
    must(top && children.length >= 1 && children.length <= SUB, "VALIDATION", { field, min: 1, max: SUB });
    const checked = children.map((child, index) => checkButton(child, `${field}.${index}`, false));
    return { name, kind: "MENU", key: null, url: null, children: checked };
  }
  must(button.children.length === 0, "VALIDATION", { field: `${place}.children`, max: 0 });
  if (button.kind === "CLICK") {
    const key = menuKeys.find((known) => known === button.key);
    must(key, "VALIDATION", { field: `${place}.key`, oneOf: menuKeys.join(" ") });
    return { name, kind: "CLICK", key, url: null, children: [] };
  }
  const url = ownPath(button.url?.trim() ?? "", "CUSTOMER");
  // Room for the host and the silent sign-in that are put before it.
  must(url !== null && bytes(encodeURIComponent(url)) <= URL_BYTES - 200, "VALIDATION", { field: `${place}.url` });
  return { name, kind: "VIEW", key: null, url, children: [] };
}

/** A button as WeChat is told it. */
interface WechatButton {
  readonly name: string;
  readonly type?: "click" | "view";
  readonly key?: string;
  readonly url?: string;
  readonly sub_button?: readonly WechatButton[];
}

/** The menu as WeChat is told it. */
export interface WechatMenu {
  readonly button: readonly WechatButton[];
}

/** The menu in WeChat's form; `address` makes a path a whole address. */
export function wechatMenu(draft: readonly MenuButton[], address: (path: string) => string): WechatMenu {
  const told = ({ name, kind, key, url, children }: MenuButton): WechatButton => {
    if (kind === "MENU") return { name, sub_button: children.map(told) };
    return kind === "CLICK"
      ? { name, type: "click", key: key ?? "" }
      : { name, type: "view", url: address(url ?? "/") };
  };
  return { button: draft.map(told) };
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
