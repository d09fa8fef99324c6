import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { CryptoError, sameSignature, seal, signatureOf, unseal } from "../src/account/crypto.js";
import { signatureOfPage } from "../src/account/js-sdk.js";
import { judgeOf } from "./kit/judges.js";

const TOKEN = "AAAAA";
const KEY = "A".repeat(43);
const APPID = "wxba5fad812f8e6fb9";
const PUSHED =
  "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

test("Tencent's signatures of a verification, a plain and a sealed push come out", () => {
  expect(signatureOf(TOKEN, "1714036504", "1514711492")).toBe("f464b24fc39322e44b38aa78f5edd27bd1441696");
  expect(signatureOf(TOKEN, "1714037059", "486452656")).toBe("899cf89e464efb63f54ddac96b0a0a235f53aa78");
  expect(signatureOf(TOKEN, "1714112445", "415670741")).toBe("6c5c811b55cc85e0e1b54100749188c20beb3f5d");
  expect(signatureOf(TOKEN, "1714112445", "415670741", PUSHED)).toBe("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
});

test("Tencent's sealed push opens to its event", () => {
  const { message, appid } = unseal(KEY, PUSHED);
  expect(appid).toBe(APPID);
  expect(Buffer.byteLength(message)).toBe(167);
  expect(message).toContain('"Event":"debug_demo"');
});

test("Tencent's reply is sealed and signed byte for byte", () => {
  const sealed = seal(KEY, APPID, '{"demo_resp":"good luck"}', Buffer.from("707722b803182950"));
  expect(sealed).toBe("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
  expect(signatureOf(TOKEN, "1713424427", "415670741", sealed)).toBe("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
});

test("Tencent's enterprise echostr is signed and opens", () => {
  const echostr = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
  expect(signatureOf("QDG6eK", "1409659589", "263014780", echostr)).toBe("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
  const opened = unseal("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", echostr);
  expect(opened).toEqual({ message: "1616140317555161061", appid: "wx5823bf96d3bd56c7" });
});

test("the JS-SDK's signatures of Tencent's page come out, with and without a query", () => {
  const ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";
  const sign = (url: string): string => signatureOfPage(ticket, "Wm3WZYTPz0wzccnW", "1414587457", url);
  expect(sign("http://mp.weixin.qq.com")).toBe("f4d90daf4b3bca3078ab155816175ba34c443a7b");
  expect(sign("http://mp.weixin.qq.com?params=value")).toBe("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
});

test("wechat-crypto opens what is sealed here, and the reverse, at every length from 0 to 70", () => {
  const judge = judgeOf({ token: TOKEN, aesKey: KEY, appid: APPID });
  for (let length = 0; length <= 70; length += 1) {
    const message = [..."进度📦a".repeat(18)].slice(0, length).join("");
    const sealed = seal(KEY, APPID, message, randomBytes(16));
    expect(judge.decrypt(sealed)).toEqual({ message, id: APPID });
    expect(unseal(KEY, judge.encrypt(message))).toEqual({ message, appid: APPID });
    expect(judge.getSignature("1", "2", sealed)).toBe(signatureOf(TOKEN, "1", "2", sealed));
  }
});

test("what was cut, or padded by another rule, doesn't open", () => {
  expect(() => unseal(KEY, PUSHED.slice(0, 40))).toThrow(CryptoError);
  expect(() => unseal("B".repeat(43), PUSHED)).toThrow(CryptoError);
  expect(() => unseal(KEY, "")).toThrow(CryptoError);
});

test("signatures of different length are different", () => {
  expect(sameSignature("abc", "abcd")).toBe(false);
  expect(sameSignature("abc", "abc")).toBe(true);
});
