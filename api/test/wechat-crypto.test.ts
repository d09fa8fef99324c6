import { describe, expect, it } from "vitest";
import WXBizMsgCrypt from "wechat-crypto";
import { seal, signatureOf, unseal } from "../src/wechat/crypto.js";

const KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const APPID = "wx0123456789abcdef";
const RANDOM = Buffer.from("0123456789abcdef");

describe("sealing, judged by a library of somebody else's", () => {
  const judge = new WXBizMsgCrypt("token", KEY, APPID);
  const letters = [..."进度师傅已上门😀a1<>&"];
  const messageOf = (length: number): string =>
    Array.from({ length }, (_, index) => letters[(index * 7 + length) % letters.length]).join("");

  it("is opened by it, and opens what it sealed, at every length of 0 to 200", () => {
    for (let length = 0; length <= 200; length += 1) {
      const message = messageOf(length);
      expect(judge.decrypt(seal(message, KEY, APPID, RANDOM))).toEqual({ message, id: APPID });
      expect(unseal(judge.encrypt(message), [KEY], APPID)).toEqual({ message, aesKey: KEY });
    }
  });

  it("signs as it does", () => {
    const parts = ["1700000000", "nonce", "sealed"] as const;
    expect(signatureOf("token", ...parts)).toBe(judge.getSignature(...parts));
  });
});
