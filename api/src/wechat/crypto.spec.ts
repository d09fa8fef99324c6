import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedBy, seal, signatureOf, unseal } from "./crypto.js";

/** The examples of Tencent's documentation, as printed there. */
const OFFICIAL = { token: "AAAAA", aesKey: "A".repeat(43), appid: "wxba5fad812f8e6fb9" };
const SAFE_PUSH =
  "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
const ENTERPRISE = {
  token: "QDG6eK",
  aesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  appid: "wx5823bf96d3bd56c7",
  sealed: "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
};

const KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const OLDER_KEY = "ZYXWVUTSRQPONMLKJIHGFEDCBA9876543210zyxwvut";
const APPID = "wx0123456789abcdef";
const RANDOM = Buffer.from("0123456789abcdef");

describe("Tencent's own examples", () => {
  it.each([
    ["verification of the address", ["1714036504", "1514711492"], "f464b24fc39322e44b38aa78f5edd27bd1441696"],
    ["a plain push", ["1714037059", "486452656"], "899cf89e464efb63f54ddac96b0a0a235f53aa78"],
    ["the address of a safe push", ["1714112445", "415670741"], "6c5c811b55cc85e0e1b54100749188c20beb3f5d"],
    ["a safe push", ["1714112445", "415670741", SAFE_PUSH], "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"],
  ])("sign %s as printed", (_case, parts, signature) => {
    expect(signatureOf(OFFICIAL.token, ...parts)).toBe(signature);
    expect(isSignedBy(signature, OFFICIAL.token, ...parts)).toBe(true);
  });

  it("open the safe push", () => {
    const opened = unseal(SAFE_PUSH, [OFFICIAL.aesKey], OFFICIAL.appid);
    expect(Buffer.byteLength(opened?.message ?? "")).toBe(167);
    expect(JSON.parse(opened?.message ?? "")).toMatchObject({ Event: "debug_demo", debug_str: "hello world" });
  });

  it("seal the reply to the byte, and sign it", () => {
    const random = Buffer.from("707722b803182950");
    const sealed = seal('{"demo_resp":"good luck"}', OFFICIAL.aesKey, OFFICIAL.appid, random);
    expect(sealed).toBe("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
    const signature = signatureOf(OFFICIAL.token, "1713424427", "415670741", sealed);
    expect(signature).toBe("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
  });

  it("open the enterprise example, which is made the same way", () => {
    const { token, aesKey, appid, sealed } = ENTERPRISE;
    expect(signatureOf(token, "1409659589", "263014780", sealed)).toBe("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
    expect(unseal(sealed, [aesKey], appid)?.message).toBe("1616140317555161061");
  });
});

describe("a ring of keys", () => {
  it("opens with the present key or the one before, and tells which it was", () => {
    const ring = [KEY, OLDER_KEY];
    expect(unseal(seal("今", KEY, APPID, RANDOM), ring, APPID)).toEqual({ message: "今", aesKey: KEY });
    expect(unseal(seal("昨", OLDER_KEY, APPID, RANDOM), ring, APPID)).toEqual({ message: "昨", aesKey: OLDER_KEY });
    expect(unseal(seal("昨", OLDER_KEY, APPID, RANDOM), [KEY], APPID)).toBeNull();
  });
});

describe("what is no seal of ours", () => {
  it.each([
    ["another account's", seal("进度", KEY, "wxffffffffffffffff", RANDOM)],
    ["an account's whose name begins like ours", seal("进度", KEY, `${APPID}0`, RANDOM)],
    ["nothing", ""],
    ["no base64", "<xml>"],
    ["half a block", Buffer.alloc(16).toString("base64")],
    ["bytes of nobody", Buffer.alloc(64, 7).toString("base64")],
  ])("%s is not opened", (_case, sealed) => {
    expect(unseal(sealed, [KEY], APPID)).toBeNull();
  });

  it("is refused when one byte of the padding is wrong, though the last one is right", () => {
    // 16 random + 4 length + 22 message + 18 appid = 60: four bytes of padding, each of them 4.
    const sealed = Buffer.from(seal("x".repeat(22), KEY, APPID, RANDOM), "base64");
    expect(sealed.length).toBe(64);
    // In CBC a bit changed in one block changes the same bit of the next: the first byte of the padding.
    const index = sealed.length - 16 - 4;
    sealed[index] = (sealed[index] ?? 0) ^ 1;
    expect(unseal(sealed.toString("base64"), [KEY], APPID)).toBeNull();
  });

  it("never opens to the same message once a byte was changed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const sealed = Buffer.from(seal("回复「进度」", KEY, APPID, RANDOM), "base64");
        const index = at % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ flip;
        const opened = unseal(sealed.toString("base64"), [KEY], APPID);
        // Some changes open to another text: that is why the signature is looked at first.
        expect(opened?.message).not.toBe("回复「进度」");
      }),
    );
  });
});

describe("signatures", () => {
  it("hold for exactly their parts: any change of any part, or of the signature, is found", () => {
    const word = fc.string({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(word, word, word, word, fc.nat(3), word, (token, timestamp, nonce, sealed, which, other) => {
        const parts = [token, timestamp, nonce, sealed];
        const signature = signatureOf(...parts);
        const changed = parts.with(which, other);
        expect(isSignedBy(signature, ...parts)).toBe(true);
        if ([...changed].sort().join("") !== [...parts].sort().join("")) {
          expect(isSignedBy(signature, ...changed)).toBe(false);
        }
        expect(isSignedBy(signature.slice(1), ...parts)).toBe(false);
        expect(isSignedBy(`${signature}0`, ...parts)).toBe(false);
        expect(isSignedBy("", ...parts)).toBe(false);
      }),
    );
  });

  it("take sixteen random bytes, no fewer", () => {
    expect(() => seal("x", KEY, APPID, RANDOM.subarray(1))).toThrow("16 random bytes");
  });
});
