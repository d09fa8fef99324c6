import { createRequire } from "node:module";

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
