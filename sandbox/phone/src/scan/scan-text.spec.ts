import { describe, expect, it } from "vitest";
import { codeIn, wishOf } from "./scan-text";

describe("the page's address", () => {
  it("carries a text to scan and a phone to show", () => {
    expect(wishOf(`#scan=${encodeURIComponent("http://weixin.qq.com/q/02a?b=c&d=e")}`)).toEqual({
      scan: "http://weixin.qq.com/q/02a?b=c&d=e",
      phone: null,
    });
    expect(wishOf(`#phone=${encodeURIComponent("小林")}`)).toEqual({ scan: null, phone: "小林" });
    expect(wishOf("#phone=p1&scan=abc")).toEqual({ scan: "abc", phone: "p1" });
  });

  it("wishes nothing when it says nothing, and survives broken encoding", () => {
    expect(wishOf("")).toEqual({ scan: null, phone: null });
    expect(wishOf("#scan=")).toEqual({ scan: null, phone: null });
    expect(wishOf("#scan=100%")).toEqual({ scan: "100%", phone: null });
  });
});

describe("pasted text", () => {
  it("is searched for an address", () => {
    expect(codeIn("  请扫 http://weixin.qq.com/q/02abc，十分钟内有效 ")).toBe("http://weixin.qq.com/q/02abc");
  });

  it("may be the link that opens this page", () => {
    const inner = "http://weixin.qq.com/q/02abc";
    expect(codeIn(`http://127.0.0.1:4010/#scan=${encodeURIComponent(inner)}`)).toBe(inner);
  });

  it("is taken whole when there is no address, and is nothing when empty", () => {
    expect(codeIn("weixin://wxpay/bizpayurl?pr=1")).toBe("weixin://wxpay/bizpayurl?pr=1");
    expect(codeIn(" \n")).toBeNull();
  });
});
