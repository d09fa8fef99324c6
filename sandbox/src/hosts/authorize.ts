import type { Scope } from "../account/oauth.js";
import type { Phone } from "../account/phones.js";
import type { World } from "../world.js";

/** Where the browser goes next, a question for the person, or what WeChat's page complains of. */
export type Authorization = { redirect: string } | { ask: Scope } | { problem: string };

const ORDER = ["appid", "redirect_uri", "response_type", "scope", "state"];

/** What the OAuth page does with an address once it knows the phone: base is silent, userinfo waits for a yes or no. */
export function authorize(world: World, phone: Phone, url: URL, consent: "yes" | "no" | null): Authorization {
  const query = url.searchParams;
  const problem = problemOf(world, url);
  if (problem) return { problem };
  const scope = query.get("scope") as Scope;
  if (scope === "snsapi_userinfo" && consent === null) return { ask: scope };
  const back = new URL(query.get("redirect_uri") ?? "");
  if (consent !== "no") back.searchParams.set("code", world.oauth.issueCode(phone, scope));
  const state = query.get("state");
  if (state !== null) back.searchParams.set("state", state);
  return { redirect: back.href };
}

/** WeChat compares the address strictly: names, their order, and the one domain that was entered in the console. */
export function problemOf(world: World, url: URL): string | null {
  const query = url.searchParams;
  const given = [...query.keys()].filter((name) => ORDER.includes(name));
  if (url.pathname !== "/connect/oauth2/authorize") return "链接无法访问";
  if (query.get("appid") !== world.account.appid) return "appid 参数错误";
  if (!["snsapi_base", "snsapi_userinfo"].includes(query.get("scope") ?? "")) return "Scope 参数错误或没有 Scope 权限";
  if (query.get("response_type") !== "code") return "response_type 参数错误";
  if (given.some((name, index) => name !== ORDER[index])) return "链接参数顺序不正确";
  if (!/^[A-Za-z0-9]{0,128}$/.test(query.get("state") ?? "")) return "state 参数错误";
  const back = query.get("redirect_uri") ?? "";
  if (!URL.canParse(back)) return "redirect_uri 参数错误";
  if (new URL(back).origin !== world.settings.web) return "redirect_uri 域名与后台配置不一致，错误码:10003";
  return null;
}
