import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import * as z from "zod";
import type { MenuSheetFragment } from "../../gql/graphql";

/** WeChat's limits: how many buttons stand side by side and one above the other, and their names in bytes of UTF-8. */
export const menuLimits = { top: 3, children: 5, topNameBytes: 16, childNameBytes: 60 } as const;

/** What a button may ask the chat for. */
export const menuKeys = ["PROGRESS", "ACCEPT", "PAY", "REFUND", "INVOICE", "BIND", "KF", "HELP"] as const;

/** How long WeChat finds a text: a Chinese character counts three, an emoji four, a Latin letter one. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text.trim().normalize("NFC")).length;
}

/** A path of the shop itself, never an address elsewhere. */
function isOwnPath(url: string): boolean {
  return /^\/(?![/\\])\S*$/.test(url.trim());
}

const name = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => bytesOf(text) <= max, { error: () => i18n._(msg`太长了，最多 ${max} 字节。`) });

const wantsKey = {
  check: ({ kind, key }: { kind: string; key: string }) => kind !== "CLICK" || key !== "",
  refusal: { path: ["key"], error: () => i18n._(msg`请选择点击后做什么。`) },
};
const wantsPath = {
  check: ({ kind, url }: { kind: string; url: string }) => kind !== "VIEW" || isOwnPath(url),
  refusal: { path: ["url"], error: () => i18n._(msg`请填写商城内的路径，以 / 开头。`) },
};

const child = z
  .object({
    name: name(menuLimits.childNameBytes),
    kind: z.enum(["CLICK", "VIEW"]),
    key: z.string(),
    url: z.string().trim().max(500),
  })
  .refine(wantsKey.check, wantsKey.refusal)
  .refine(wantsPath.check, wantsPath.refusal);

const top = z
  .object({
    name: name(menuLimits.topNameBytes),
    kind: z.enum(["CLICK", "VIEW", "MENU"]),
    key: z.string(),
    url: z.string().trim().max(500),
    children: z.array(child).max(menuLimits.children),
  })
  .refine(wantsKey.check, wantsKey.refusal)
  .refine(wantsPath.check, wantsPath.refusal)
  .refine(({ kind, children }) => kind !== "MENU" || children.length > 0, {
    path: ["children"],
    error: () => i18n._(msg`请至少添加一个子按钮。`),
  });

/** The menu as it is being written. The server checks all of it again. */
export const menuSchema = z.object({ draft: z.array(top).min(1).max(menuLimits.top) });

export type MenuValues = z.input<typeof menuSchema>;
export type TopValues = MenuValues["draft"][number];
export type ChildValues = TopValues["children"][number];

type Buttons = MenuSheetFragment["draft"];

/** The buttons as a form holds them: what a kind does not use is empty. */
export function menuValues(buttons: Buttons): MenuValues {
  return {
    draft: buttons.map((button) => ({
      ...deedOf(button),
      kind: button.kind,
      children: button.children.map((each) => ({ ...deedOf(each), kind: each.kind === "VIEW" ? "VIEW" : "CLICK" })),
    })),
  };
}

function deedOf(button: { name: string; key?: string | null; url?: string | null }) {
  return { name: button.name, key: button.key ?? "", url: button.url ?? "" };
}

/** The buttons as the API takes them: of each only what its kind uses. */
export function menuInput({ draft }: z.output<typeof menuSchema>) {
  const used = (button: ChildValues | TopValues) => ({
    name: button.name,
    kind: button.kind,
    key: button.kind === "CLICK" ? button.key : null,
    url: button.kind === "VIEW" ? button.url : null,
  });
  return draft.map((button) => ({
    ...used(button),
    children: button.kind === "MENU" ? button.children.map(used) : [],
  }));
}

/** Whether two menus are the same to a follower. */
export function sameMenu(a: Buttons, b: Buttons): boolean {
  const told = (buttons: Buttons) => JSON.stringify(menuInput(menuValues(buttons)));
  return told(a) === told(b);
}
