import type { AppName } from "../identity/apps.js";

/** A link of a chat: signs its account in once, within ten minutes. */
export const deepUrl = (origin: string, token: string): string => `${origin}/w/${token}`;

/** A link that lives long, in cards and the menu: WeChat tells who opens it, then the page of this path opens. */
export function signInUrl(origin: string, app: AppName, path: string): string {
  return `${origin}/wechat/oauth/start?purpose=sign-in&app=${app}&to=${encodeURIComponent(path)}`;
}

/** The pages of the shop that anybody may read: they open without asking WeChat who it is. */
const OPEN_PAGES = /^\/(?:$|[?#]|(?:c|p|s)\/|categories(?:$|[/?#])|search(?:$|[/?#]))/;

/** The address of a page of the shop for a button of the menu. */
export function menuUrl(origin: string, path: string): string {
  return OPEN_PAGES.test(path) ? `${origin}${path}` : signInUrl(origin, "shop", path);
}
