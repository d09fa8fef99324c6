import { createHash } from "node:crypto";
import { SECOND } from "../kernel/clock.js";
import type { InboundMessage } from "./answering.js";

/** A person withdraws their consent, or closes their WeChat account: what we keep of them is to go. */
const withdrawals: readonly string[] = ["user_authorization_revoke", "user_authorization_cancellation"];
/** The events somebody may expect an answer to, or that change who can be reached. */
const heardEvents: readonly string[] = ["subscribe", "unsubscribe", "SCAN", "CLICK", ...withdrawals];
const heardTypes: readonly string[] = ["text", "image", "voice", "video", "shortvideo", "location", "link"];

/** What a push is to us. */
export type Pushed =
  | { readonly kind: "message"; readonly message: InboundMessage; readonly to: string; readonly dedupeKey: string }
  /** What became of a card. */
  | { readonly kind: "sent"; readonly msgid: string; readonly status: string }
  /** Told for our information, such as a menu's link that was opened; or a kind that did not exist when this was written. */
  | { readonly kind: "ignored"; readonly type: string };

/** Reads a push; null when it lacks what every push has. */
export function readPush(fields: ReadonlyMap<string, string>): Pushed | null {
  const [to, openid] = [fields.get("ToUserName"), personOf(fields)];
  const [type, seconds] = [fields.get("MsgType"), fields.get("CreateTime")];
  if (!to || !openid || !type || !/^\d{1,12}$/.test(seconds ?? "") || !/^[\w-]{1,64}$/.test(openid)) return null;
  const event = fields.get("Event") ?? null;
  if (type === "event" && event === "TEMPLATESENDJOBFINISH") return sent(fields);
  const heard = type === "event" ? heardEvents.includes(event ?? "") : heardTypes.includes(type);
  if (!heard) return { kind: "ignored", type: event ?? type };
  const message: InboundMessage = {
    openid,
    type,
    text: type === "text" ? (fields.get("Content") ?? "") : null,
    event: type === "event" ? event : null,
    eventKey: fields.get("EventKey") || null,
    ticket: fields.get("Ticket") || null,
    at: Number(seconds) * SECOND,
  };
  return { kind: "message", message, to, dedupeKey: dedupeKeyOf(fields, openid, seconds ?? "") };
}

/** Withdrawals come from a service of WeChat's own and name the person apart from it; everything else is from the person. */
function personOf(fields: ReadonlyMap<string, string>): string | undefined {
  return fields.get(withdrawals.includes(fields.get("Event") ?? "") ? "OpenID" : "FromUserName");
}

/** The field is called MsgID here and MsgId in messages. */
function sent(fields: ReadonlyMap<string, string>): Pushed | null {
  const msgid = fields.get("MsgID") ?? fields.get("MsgId") ?? "";
  if (!/^\d{1,20}$/.test(msgid)) return null;
  return { kind: "sent", msgid, status: fields.get("Status") ?? "" };
}

/** The same for every delivery of one push to one person. Events have no number: who, when and what stand for it. */
function dedupeKeyOf(fields: ReadonlyMap<string, string>, openid: string, seconds: string): string {
  const number = fields.get("MsgId");
  if (number && /^\d{1,20}$/.test(number)) return `m:${hashOf([openid, number])}`;
  const what = [openid, seconds, fields.get("Event") ?? fields.get("MsgType"), fields.get("EventKey")];
  return `e:${hashOf(what)}`;
}

const hashOf = (what: unknown): string => createHash("sha1").update(JSON.stringify(what)).digest("hex");

const LOG_CHARS = 200;

/** What the staff's log keeps of a message: a text's beginning or a menu's key. A scene is a secret and is not kept. */
export function loggedText(message: InboundMessage): string | null {
  const said = message.event === "CLICK" ? message.eventKey : message.text;
  return said === null ? null : [...said].slice(0, LOG_CHARS).join("");
}

/** Enough of an openid to follow one person through a log, too little to write to them. */
export const shortOpenid = (openid: string): string => `${openid.slice(0, 8)}…`;

/** How far the clocks of WeChat and ours may differ; also how old a delivery may be. */
const WINDOW_MS = 10 * 60 * SECOND;

/** Whether a request's `timestamp`, in seconds, is of now. */
export function isTimely(timestamp: string, now: number): boolean {
  return /^\d{9,11}$/.test(timestamp) && Math.abs(Number(timestamp) * SECOND - now) <= WINDOW_MS;
}

const SEALED = "[A-Za-z0-9+/=]+";

/**
 * The sealed part of a body, found without parsing anything else of it; null when there is none, or more than one. What
 * somebody wrote stands in CDATA beside it in compat mode, and may look like a sealed part.
 */
export function sealedPart(body: string): string | null {
  const whole = new RegExp(`^${SEALED}$`);
  const bare = body.replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_all, said: string) => (whole.test(said) ? said : " "));
  const parts = [...bare.matchAll(new RegExp(`<Encrypt>(${SEALED})</Encrypt>`, "g"))];
  return parts.length === 1 ? (parts[0]?.[1] ?? null) : null;
}
