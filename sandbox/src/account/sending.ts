import type { Background } from "../kernel/background.js";
import type { FateFault } from "../kernel/faults.js";
import type { Pace } from "../kernel/pace.js";
import type { Account } from "./account.js";
import type { Allowances } from "./allowances.js";
import type { Card, Chats } from "./chats.js";
import { saidOf } from "./custom-message.js";
import type { Deeds } from "./deeds.js";
import { WechatError } from "./errors.js";
import { complaintOf, valueOf } from "./fields.js";
import type { Outbox } from "./outbox.js";
import type { Phone, Phones } from "./phones.js";
import { jobFinishXml } from "./pushed.js";
import type { Template, Templates } from "./templates.js";
import type { Windows } from "./windows.js";

const CLIENT_MSG_ID_LENGTH = 32;
const SENDING = "sending";
const SUCCESS = "success";

/** How a template message may end badly, in the words of TEMPLATESENDJOBFINISH. */
const endings: Readonly<Record<FateFault, string>> = {
  blocked: "failed:user block",
  systemFailed: "failed: system failed",
  freqLimit: "failed:freq limit",
};

/** The body of template/send and of subscribe/bizsend, as far as it is read. */
export interface TemplateWish {
  readonly touser?: unknown;
  readonly template_id?: unknown;
  readonly url?: unknown;
  readonly page?: unknown;
  readonly client_msg_id?: unknown;
  readonly data?: unknown;
}

interface SendingParts {
  readonly account: Account;
  readonly phones: Phones;
  readonly chats: Chats;
  readonly windows: Windows;
  readonly templates: Templates;
  readonly outbox: Outbox;
  readonly allowances: Allowances;
  readonly deeds: Deeds;
  readonly pace: Pace;
  readonly background: Background;
}

/** What the account sends on its own: cards, notices and customer-service messages. */
export class Sending {
  private closed = false;

  constructor(private readonly parts: SendingParts) {}

  /** Returns the msgid; a repeat within ten minutes returns the first one's and sends nothing. */
  template(wish: TemplateWish, fate: FateFault | null): string {
    const phone = this.reader(wish.touser);
    const template = this.parts.templates.get(wish.template_id, "template");
    if (phone.followedAt === null) throw new WechatError(43004);
    const card = cardOf(template, wish.data, wish.url);
    const clientMsgId = clientMsgIdOf(wish.client_msg_id);
    const before = clientMsgId === null ? null : this.parts.outbox.sentBefore(phone.openid, clientMsgId);
    if (before !== null) return before;
    const msgid = this.parts.account.nextMsgid();
    this.parts.outbox.add({ ...noteOf(phone, msgid, wish), kind: "template", templateId: template.id, clientMsgId });
    this.bring(msgid, phone, card, JSON.stringify(wish), fate ? endings[fate] : SUCCESS);
    return msgid;
  }

  /** A subscription notice: needs no follower, but a tick of the person for each. */
  subscribe(wish: TemplateWish): void {
    const { templates, allowances, outbox, chats, account } = this.parts;
    const phone = this.reader(wish.touser);
    const template = templates.get(wish.template_id, "subscribe");
    const card = cardOf(template, wish.data, wish.page);
    if (!allowances.spend(phone.openid, template.id)) throw new WechatError(43101);
    const note = { ...noteOf(phone, account.nextMsgid(), wish), templateId: template.id, clientMsgId: null };
    outbox.add({ ...note, kind: "subscribe", status: SUCCESS });
    chats.say(phone.id, { from: "account", kind: "notice", card, raw: JSON.stringify(wish) });
  }

  /** A customer-service message, within its windows. */
  custom(wish: unknown): void {
    const { windows, outbox, chats, account } = this.parts;
    const phone = this.reader((wish as { touser?: unknown } | null)?.touser);
    const said = saidOf(wish);
    if (phone.followedAt === null) throw new WechatError(45015);
    windows.spend(phone.openid);
    const note = { ...noteOf(phone, account.nextMsgid(), wish), templateId: null, clientMsgId: null };
    outbox.add({ ...note, kind: "custom", status: SUCCESS });
    chats.say(phone.id, { ...said, raw: JSON.stringify(wish) });
  }

  /** Goes on with cards that a stopped process had taken and not brought. */
  resume(): void {
    for (const sent of this.parts.outbox.unfinished()) {
      const phone = this.parts.phones.find(sent.phoneId);
      const template = this.parts.templates.all("template").find((one) => one.id === sent.templateId);
      if (!phone || !template) continue;
      const wish = sent.body as TemplateWish;
      this.bring(sent.msgid, phone, cardOf(template, wish.data, wish.url), JSON.stringify(wish), SUCCESS);
    }
  }

  close(): void {
    this.closed = true;
  }

  private reader(touser: unknown): Phone {
    const phone = this.parts.phones.byOpenid(touser);
    if (!phone) throw new WechatError(40003);
    return phone;
  }

  /** Shows the card and tells the account how it ended: later, as the answer to the call does not know it. */
  private bring(msgid: string, phone: Phone, card: Card, raw: string, status: string): void {
    const { pace, chats, outbox, deeds, background } = this.parts;
    const work = async (): Promise<void> => {
      await pace.beforePush();
      if (this.closed) return;
      if (status === SUCCESS) chats.say(phone.id, { from: "account", kind: "card", card, raw });
      outbox.finish(msgid, status);
      const xml = jobFinishXml(deeds.envelope(phone), msgid, status);
      deeds.push(phone, `TEMPLATESENDJOBFINISH ${status}`, xml, false);
    };
    background.start(work());
  }
}

function noteOf(phone: Phone, msgid: string, body: unknown) {
  return { msgid, phoneId: phone.id, openid: phone.openid, body, status: SENDING };
}

/** Throws 47003 with what is wrong. */
function cardOf(template: Template, data: unknown, url: unknown): Card {
  const values = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  const complaint = complaintOf(template.fields, values);
  if (complaint) throw new WechatError(47003, complaint);
  return {
    title: template.title,
    rows: template.fields.map((field) => ({ label: field.label, value: valueOf(values[field.key]) ?? "" })),
    url: typeof url === "string" && url !== "" ? url : null,
  };
}

function clientMsgIdOf(value: unknown): string | null {
  if (value === undefined || value === "") return null;
  if (typeof value !== "string" || value.length > CLIENT_MSG_ID_LENGTH) {
    throw new WechatError(47003, "client_msg_id invalid");
  }
  return value;
}
