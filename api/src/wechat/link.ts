import type { Audience } from "../identity/account.js";
import { appOfAudience, homeOfApp } from "../identity/apps.js";
import { MINUTE } from "../kernel/clock.js";

export const LINK_LIFE_MS = 10 * MINUTE;
const PATH_MAX = 500;

const homeOf = (audience: Audience): string => homeOfApp[appOfAudience[audience]];

/** Where an audience binds and unbinds its WeChat. */
export const bindingPage = (audience: Audience): string => `${homeOf(audience)}/me/wechat`;

/** What is no page: the doors of programs, and the links that sign in. */
const DOORS = /^\/(api|files|upload|graphql|demo|test-channel|webhooks|wechat|w)(\/|$)/;

/** The path as our router reads it, which looks behind `%77`; null when it can't be read or turns into another host. */
function decoded(pathname: string): string | null {
  try {
    const plain = decodeURIComponent(pathname);
    return /^\/[/\\]|\/\.\.?(\/|$)|\\/.test(plain) ? null : plain;
  } catch {
    return null;
  }
}

/**
 * The path of one of our own pages, in the audience's app; null for whatever else somebody would like us to send people to:
 * other hosts (`//evil`, `/\evil`, `https:…`), doors of programs, and what no address bar would show as it is.
 */
export function ownPath(wanted: string, audience: Audience): string | null {
  if (wanted.length > PATH_MAX || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\")) return null;
  const url = new URL(wanted, "http://kaidan.invalid");
  if (url.origin !== "http://kaidan.invalid" || url.pathname.startsWith("//")) return null;
  const meant = decoded(url.pathname);
  if (meant === null || DOORS.test(meant)) return null;
  const home = homeOf(audience);
  const inside = url.pathname === home || url.pathname.startsWith(`${home}/`);
  return `${inside ? "" : home}${url.pathname}${url.search}${url.hash}`;
}

/** A path with one more thing told to its page. */
export function withNote(path: string, name: string, value: string): string {
  const url = new URL(path, "http://kaidan.invalid");
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}${url.hash}`;
}
