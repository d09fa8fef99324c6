import type { Audience } from "../identity/account.js";
import { MINUTE } from "../kernel/clock.js";

export const oauthPurposes = ["sign-in", "bind"] as const;
export type OauthPurpose = (typeof oauthPurposes)[number];

/** What we remember, in the browser's own cookie, while it is away asking WeChat who it is. */
export interface OauthState {
  /** Comes back with the answer: an answer to another browser's question is none to this one's. */
  readonly state: string;
  readonly purpose: OauthPurpose;
  readonly audience: Audience;
  /** A page of ours. */
  readonly to: string;
  /** Whether it was asked a second time because the first code was no good. */
  readonly again: boolean;
  readonly until: number;
}

export const OAUTH_LIFE_MS = 10 * MINUTE;

/** What the cookie's signature covers, so that a signature made for something else is none here. */
export const signedState = (payload: string): string => `wechat-oauth\n${payload}`;

export function packState(state: OauthState): string {
  return Buffer.from(JSON.stringify(state)).toString("base64url");
}

/** What was packed; only of a payload whose signature holds. Null when it is over or the answer is to another question. */
export function unpackState(payload: string, answered: string, now: number): OauthState | null {
  const state = JSON.parse(Buffer.from(payload, "base64url").toString()) as OauthState;
  return state.until > now && state.state === answered ? state : null;
}

export interface Authorize {
  readonly openBase: string;
  readonly appid: string;
  readonly redirectUri: string;
  readonly state: string;
}

/** WeChat's own page, which tells us silently who opened it. The order and the fragment matter to WeChat. */
export function authorizeUrl({ openBase, appid, redirectUri, state }: Authorize): string {
  const uri = encodeURIComponent(redirectUri);
  return `${openBase}/connect/oauth2/authorize?appid=${appid}&redirect_uri=${uri}&response_type=code&scope=snsapi_base&state=${state}#wechat_redirect`;
}
