import type { Audience } from "../identity/account.js";
import { MINUTE } from "../kernel/clock.js";
import { stateTable } from "../kernel/state-table.js";

export type BindingState = "BOUND" | "UNSUBSCRIBED" | "INVALID" | "UNBOUND";
type BindingVerb = "UNSUBSCRIBE" | "RESUBSCRIBE" | "INVALIDATE" | "UNBIND";
/** How it was proven whose WeChat it is: by scanning a code of the web page, or by opening a page inside WeChat. */
export const boundVias = ["SCENE", "OAUTH"] as const;
export type BoundVia = (typeof boundVias)[number];

/** A WeChat that stands for an account. Active while BOUND or UNSUBSCRIBED; only a BOUND one can be told anything. */
export const bindingLife = stateTable<BindingState, BindingVerb>("WeChat binding", "BOUND", {
  BOUND: { UNSUBSCRIBE: "UNSUBSCRIBED", INVALIDATE: "INVALID", UNBIND: "UNBOUND" },
  UNSUBSCRIBED: { RESUBSCRIBE: "BOUND", INVALIDATE: "INVALID", UNBIND: "UNBOUND" },
  INVALID: {},
  UNBOUND: {},
});

export type SceneState = "OPEN" | "CLAIMED" | "CONFIRMED" | "CANCELLED";
type SceneVerb = "CLAIM" | "CONFIRM" | "CANCEL";

/** A wish to bind. A scan only claims; whoever began confirms, so a code that was passed on binds nobody by itself. */
export const sceneLife = stateTable<SceneState, SceneVerb>("WeChat scene", "OPEN", {
  OPEN: { CLAIM: "CLAIMED", CANCEL: "CANCELLED" },
  CLAIMED: { CONFIRM: "CONFIRMED", CANCEL: "CANCELLED" },
  CONFIRMED: {},
  CANCELLED: {},
});

export const SCENE_LIFE_MS = 10 * MINUTE;
/** Scenes that mean binding; other scenes of the account are not ours. */
const SCENE_PREFIX = "b.";
/** What WeChat puts before the scene when somebody follows by the code. */
const FOLLOWED_BY = "qrscene_";

/** The scene a code carries, of 128 random bits as text. */
export function sceneOf(token: string): string {
  return SCENE_PREFIX + token;
}

/** The binding scene of an event's key, with or without WeChat's prefix; null when it is none of ours. */
export function sceneOfKey(eventKey: string | null): string | null {
  const scene = eventKey?.startsWith(FOLLOWED_BY) ? eventKey.slice(FOLLOWED_BY.length) : eventKey;
  return scene?.startsWith(SCENE_PREFIX) ? scene : null;
}

/** What makes a WeChat stand for one account within an audience; with `shared`, for one account each time. */
export function activeKey(audience: Audience, openid: string, accountId: string, shared: boolean): string {
  return shared ? `${audience}:${openid}:${accountId}` : `${audience}:${openid}`;
}

/** The account as its owner recognises it and nobody else learns it: 138****1234, or l***@example.cn. */
export function maskedAccount(account: { readonly phone: string | null; readonly login: string }): string {
  const { phone, login } = account;
  if (phone !== null && phone.length >= 7) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const at = login.lastIndexOf("@");
  return `${login.slice(0, 1)}***${at > 0 ? login.slice(at) : ""}`;
}

/** What the deployment's secret signs to make the code of a claim: only the WeChat that scanned is told it. */
export const claimSeal = (sceneId: string, openid: string): string => `wechat-claim:${sceneId}:${openid}`;

/** Four digits of a signature, to be read in the chat and typed on the page that shows the code. */
export function claimCode(signature: string): string {
  return String(Buffer.from(signature, "base64url").readUInt32BE(0) % 10_000).padStart(4, "0");
}
