import { WechatError } from "../../account/errors.js";
import type { FateFault } from "../../kernel/faults.js";
import type { World } from "../../world.js";
import { accountEndpoints } from "./account.js";
import { messageEndpoints } from "./message.js";
import { snsEndpoints } from "./sns.js";
import { tokenEndpoints } from "./token.js";

/** One call as it came. */
export interface Call {
  readonly method: string;
  readonly query: URLSearchParams;
  readonly text: string;
  /** What is to happen to the message of this call after it was taken. */
  readonly fate: FateFault | null;
}

/** One path of the API. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "ANY";
  readonly perDay: number;
  /** True where no access_token is asked for. */
  readonly open?: true;
  /** The text of a good answer; throws WechatError. */
  readonly answer: (world: World, call: Call) => string;
}

/** Every path that is there, by its full name. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  ...tokenEndpoints,
  ...messageEndpoints,
  ...accountEndpoints,
  ...snsEndpoints,
};

/** `{"errcode":0,"errmsg":"ok",…}` */
export function ok(rest: object = {}): string {
  return JSON.stringify({ errcode: 0, errmsg: "ok", ...rest });
}

/** The body as an object; throws 44002 or 47001. */
export function jsonOf<Body extends object>(call: Call): Partial<Body> {
  if (call.text.trim() === "") throw new WechatError(44002);
  let body: unknown;
  try {
    body = JSON.parse(call.text);
  } catch {
    throw new WechatError(47001);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new WechatError(47001);
  return body as Partial<Body>;
}
