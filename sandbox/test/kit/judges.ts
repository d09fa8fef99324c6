import { createRequire } from "node:module";
import type { Bench } from "./sandbox.js";

const require = createRequire(import.meta.url);

/** wechat-crypto: seals and opens messages as others do. */
export interface Judge {
  getSignature(timestamp: string, nonce: string, encrypt: string): string;
  encrypt(text: string): string;
  decrypt(text: string): { message: string; id: string };
}

/** The seals of one account. */
export interface JudgeSeals {
  readonly token: string;
  readonly aesKey: string;
  readonly appid: string;
}

const WechatCrypto = require("wechat-crypto") as new (token: string, aesKey: string, id: string) => Judge;

export function judgeOf({ token, aesKey, appid }: JudgeSeals): Judge {
  return new WechatCrypto(token, aesKey, appid);
}

/** co-wechat-api: a client written by others, pointed at another address. */
export interface ForeignClient {
  prefix: string;
  mpPrefix: string;
  snsPrefix: string;
  getAllPrivateTemplate(): Promise<{ template_list: { template_id: string; title: string; content: string }[] }>;
  sendTemplate(
    openid: string,
    templateId: string,
    url: string,
    color: string,
    data: Readonly<Record<string, { value: string }>>,
  ): Promise<{ errcode: number; msgid: { toString(): string } }>;
  sendText(openid: string, text: string): Promise<{ errcode: number }>;
  createTmpQRCode(scene: string | number, seconds: number): Promise<SceneCode>;
  createLimitQRCode(scene: string): Promise<SceneCode>;
  showQRCodeURL(ticket: string): string;
  createMenu(menu: object): Promise<{ errcode: number }>;
  getMenu(): Promise<{ menu: { button: { name: string; sub_button: { name: string }[] }[] } }>;
  removeMenu(): Promise<{ errcode: number }>;
  getUser(openid: string): Promise<Readonly<Record<string, unknown>>>;
  getFollowers(): Promise<{ total: number; count: number; data?: { openid: string[] } }>;
  getIp(): Promise<{ ip_list: string[] }>;
  getTicket(): Promise<{ ticket: string }>;
}

export interface SceneCode {
  readonly ticket: string;
  readonly url: string;
  readonly expire_seconds?: number;
}

const CoWechatApi = require("co-wechat-api") as new (appid: string, secret: string) => ForeignClient;

export function foreignClient({ ready: { env }, world }: Pick<Bench, "ready" | "world">): ForeignClient {
  const client = new CoWechatApi(env["WECHAT_APPID"] ?? "", env["WECHAT_SECRET"] ?? "");
  client.prefix = `${env["WECHAT_API_BASE"]}/cgi-bin/`;
  client.snsPrefix = `${env["WECHAT_API_BASE"]}/sns/`;
  client.mpPrefix = `${world.origins.mp}/cgi-bin/`;
  return client;
}
