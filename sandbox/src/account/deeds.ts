import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.js";
import type { Account } from "./account.js";
import { type Chats, mediaWords } from "./chats.js";
import { DeedError } from "./deed-error.js";
import type { Button, Menus } from "./menu.js";
import type { Phone, Phones } from "./phones.js";
import * as pushed from "./pushed.js";
import type { Pusher } from "./pusher.js";
import type { Scenes } from "./scenes.js";
import type { Windows } from "./windows.js";

/** What the deeds of a phone's owner move. */
export interface DeedParts {
  readonly clock: Clock;
  readonly account: Account;
  readonly phones: Phones;
  readonly chats: Chats;
  readonly scenes: Scenes;
  readonly menus: Menus;
  readonly windows: Windows;
  readonly pusher: Pusher;
}

/** Where a scan or a menu button leads. */
export type Lead =
  | { readonly kind: "account"; readonly ticket: string; readonly followed: boolean }
  | { readonly kind: "browser"; readonly url: string }
  | { readonly kind: "sent" };

/** What a person does on their phone, and what the account's server is told of it. */
export class Deeds {
  constructor(private readonly parts: DeedParts) {}

  /** Following twice is once. `qr` is the text or the ticket of a scene QR. */
  follow(phone: Phone, qr: string | null): void {
    const { phones, windows } = this.parts;
    const scene = qr === null ? null : this.openScene(qr);
    const first = phones.follow(phone.id, scene ? "ADD_SCENE_QR_CODE" : "ADD_SCENE_SEARCH", scene?.scene ?? null);
    if (!first) return;
    windows.open(phone.openid, "follow");
    this.push(phone, "subscribe", pushed.subscribeXml(this.envelope(phone), scene));
  }

  /** The reply is never shown. */
  unfollow(phone: Phone): void {
    if (!this.parts.phones.unfollow(phone.id)) return;
    this.parts.windows.close(phone.openid);
    this.push(phone, "unsubscribe", pushed.unsubscribeXml(this.envelope(phone)), false);
  }

  text(phone: Phone, text: string): void {
    this.spoken(phone, text);
    this.push(phone, "text", pushed.textXml(this.envelope(phone), this.parts.account.nextMsgid(), text));
  }

  image(phone: Phone, picUrl: string): void {
    this.spoken(phone, mediaWords["image"] ?? "");
    const mediaId = randomBytes(48).toString("base64url");
    const msgid = this.parts.account.nextMsgid();
    this.push(phone, "image", pushed.imageXml(this.envelope(phone), msgid, picUrl, mediaId));
  }

  location(phone: Phone, place: pushed.Place): void {
    this.spoken(phone, `[位置] ${place.label}`);
    const msgid = this.parts.account.nextMsgid();
    this.push(phone, "location", pushed.locationXml(this.envelope(phone), msgid, place));
  }

  /** Presses a button of the menu, told by its key or by its place, `[0, 2]`. */
  press(phone: Phone, where: { key: string } | { path: readonly number[] }, scanned: string | null): Lead {
    this.mustFollow(phone);
    const button = this.button(where);
    if (button.type === "view" && button.url) {
      this.push(phone, `VIEW ${button.url}`, pushed.viewXml(this.envelope(phone), button.url), false);
      return { kind: "browser", url: button.url };
    }
    const { type, key = "" } = button;
    if (type === "click") {
      this.parts.windows.open(phone.openid, "click");
      this.push(phone, `CLICK ${key}`, pushed.clickXml(this.envelope(phone), key));
    } else if (type === "scancode_waitmsg" || type === "scancode_push") {
      if (scanned === null) throw new DeedError("请先扫一扫");
      this.parts.windows.open(phone.openid, "click");
      const xml = pushed.scancodeXml(this.envelope(phone), type, key, scanned);
      this.push(phone, type, xml, type === "scancode_waitmsg");
    } else throw new DeedError("模拟手机不支持这种菜单");
    return { kind: "sent" };
  }

  /** Scans what a picture says: the account's own code, or any address for the browser. */
  scan(phone: Phone, text: string): Lead {
    const wanted = text.trim();
    if (/^https?:\/\/weixin\.qq\.com\/q\//.test(wanted)) return this.scanScene(phone, wanted);
    if (/^https?:\/\/[^\s/]+/.test(wanted)) return { kind: "browser", url: wanted };
    throw new DeedError("无法识别的二维码");
  }

  /** Takes back what was allowed to the account; `closed`: by closing their WeChat account. */
  revoke(phone: Phone, closed = false): void {
    const xml = pushed.withdrawalXml(this.envelope(phone), this.parts.account.appid, closed);
    this.push(phone, closed ? "user_authorization_cancellation" : "user_authorization_revoke", xml, false);
  }

  envelope(phone: Phone): pushed.Envelope {
    return { account: this.parts.account.originalId, openid: phone.openid, at: this.parts.clock.stampSeconds() };
  }

  push(phone: Phone, title: string, xml: string, shown = true): void {
    this.parts.pusher.push({ phoneId: phone.id, openid: phone.openid, title, xml, shown });
  }

  private scanScene(phone: Phone, text: string): Lead {
    const scene = this.openScene(text);
    const followed = phone.followedAt !== null;
    if (followed) {
      this.parts.windows.open(phone.openid, "scan");
      this.push(phone, "SCAN", pushed.scanXml(this.envelope(phone), scene));
    }
    return { kind: "account", ticket: scene.ticket, followed };
  }

  private openScene(qr: string): { ticket: string; scene: string } {
    const scene = this.parts.scenes.find(qr);
    if (!scene) throw new DeedError("无法识别的二维码");
    if (this.parts.scenes.isOver(scene)) throw new DeedError("二维码已过期");
    return scene;
  }

  private spoken(phone: Phone, text: string): void {
    this.mustFollow(phone);
    this.parts.windows.open(phone.openid, "message");
    this.parts.chats.say(phone.id, { from: "me", kind: "text", text });
  }

  private mustFollow(phone: Phone): void {
    if (phone.followedAt === null) throw new DeedError("请先关注服务号");
  }

  private button(where: { key: string } | { path: readonly number[] }): Button {
    const top = this.parts.menus.get()?.button ?? [];
    const found =
      "key" in where
        ? top.flatMap((button) => [button, ...(button.sub_button ?? [])]).find((button) => button.key === where.key)
        : at(top, where.path);
    if (!found || found.type === undefined) throw new DeedError("没有这个菜单");
    return found;
  }
}

function at(buttons: readonly Button[], [first, ...rest]: readonly number[]): Button | undefined {
  const found = first === undefined ? undefined : buttons[first];
  return found && rest.length > 0 ? at(found.sub_button ?? [], rest) : found;
}
