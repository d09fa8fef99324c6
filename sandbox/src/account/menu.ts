import type { Database } from "../kernel/database.js";
import { type Errcode, WechatError } from "./errors.js";

/** A button as it was created; a top button with sub buttons does nothing itself. */
export interface Button {
  readonly name: string;
  readonly type?: string;
  readonly key?: string;
  readonly url?: string;
  readonly sub_button?: readonly Button[];
}

export interface Menu {
  readonly button: readonly Button[];
}

const KEYED = [
  "click",
  "scancode_push",
  "scancode_waitmsg",
  "pic_sysphoto",
  "pic_photo_or_album",
  "pic_weixin",
  "location_select",
];
const KEPT = "menu";

interface Limits {
  readonly nameBytes: number;
  readonly name: Errcode;
  readonly type: Errcode;
  readonly key: Errcode;
  readonly url: Errcode;
  readonly domain: Errcode;
}

const TOP: Limits = { nameBytes: 16, name: 40018, type: 40017, key: 40019, url: 40020, domain: 40055 };
const SUB: Limits = { nameBytes: 60, name: 40025, type: 40024, key: 40026, url: 40027, domain: 40054 };

export class Menus {
  constructor(private readonly database: Database) {}

  get(): Menu | null {
    const kept = this.database.value(KEPT);
    return kept === null ? null : (JSON.parse(kept) as Menu);
  }

  /** Throws a code of 40016 … 40027, 40054 or 40055 by the first fault found. */
  create(wish: unknown): void {
    const buttons = (wish as { button?: unknown } | null)?.button;
    if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) throw new WechatError(40016);
    this.database.keep(KEPT, JSON.stringify({ button: buttons.map(topButton) }));
  }

  remove(): void {
    this.database.forget(KEPT);
  }
}

function topButton(button: Button): Button {
  checkName(button, TOP);
  const subs = button.sub_button;
  if (subs === undefined || (Array.isArray(subs) && subs.length === 0)) return leaf(button, TOP);
  if (!Array.isArray(subs) || subs.length > 5) throw new WechatError(40023);
  return { name: button.name, sub_button: subs.map(subButton) };
}

function subButton(button: Button): Button {
  checkName(button, SUB);
  if (Array.isArray(button.sub_button) && button.sub_button.length > 0) throw new WechatError(40022);
  return leaf(button, SUB);
}

function checkName(button: Button, limits: Limits): void {
  const bytes = typeof button?.name === "string" ? Buffer.byteLength(button.name) : 0;
  if (bytes < 1 || bytes > limits.nameBytes) throw new WechatError(limits.name);
}

function leaf(button: Button, limits: Limits): Button {
  if (button.type === "view") {
    const url = typeof button.url === "string" ? button.url : "";
    if (url === "" || Buffer.byteLength(url) > 1_024) throw new WechatError(limits.url);
    if (!/^https?:\/\/[^\s/]+/.test(url)) throw new WechatError(limits.domain);
    return { name: button.name, type: button.type, url };
  }
  if (typeof button.type !== "string" || !KEYED.includes(button.type)) throw new WechatError(limits.type);
  const bytes = typeof button.key === "string" ? Buffer.byteLength(button.key) : 0;
  if (bytes < 1 || bytes > 128) throw new WechatError(limits.key);
  return { name: button.name, type: button.type, key: button.key };
}
