import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindingPage, ownPath, withNote } from "./link.js";

describe("a page of ours", () => {
  it.each([
    ["/", "CUSTOMER", "/"],
    ["/o/abc?focus=ticket:1", "CUSTOMER", "/o/abc?focus=ticket:1"],
    ["/me/wechat", "SUPPLIER", "/supplier/me/wechat"],
    ["/supplier/tickets/1", "SUPPLIER", "/supplier/tickets/1"],
    ["/supplierish", "SUPPLIER", "/supplier/supplierish"],
    ["/admin", "STAFF", "/admin"],
    ["/orders", "STAFF", "/admin/orders"],
    ["/search?q=%E4%BF%9D%E6%B4%81", "CUSTOMER", "/search?q=%E4%BF%9D%E6%B4%81"],
    ["/wash", "CUSTOMER", "/wash"],
  ] as const)("%s of %s is %s", (path, audience, own) => expect(ownPath(path, audience)).toBe(own));

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example",
    "/o/../..//evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "o/abc",
    "",
    " /o",
    "/o\r\nset-cookie: a=b",
    "/\u00e9",
    "/o?q=保洁",
    `/${"a".repeat(600)}`,
    "/wechat/oauth/start?purpose=sign-in",
    "/w/token",
    "/graphql",
    "/files/x",
    "/api/x",
    "/%77/TOKEN",
    "/%77echat/oauth/start?purpose=sign-in",
    "/%64emo/mailbox",
    "/%67raphql",
    "/w%2fTOKEN",
    "/x/%2e%2e/w/TOKEN",
    "/x%2f..%2fw/TOKEN",
    "/%2f/evil.example",
    "/%5c/evil.example",
    "/%",
    "/o/%zz",
    "/o/%ff",
  ])("is not %j", (path) => expect(ownPath(path, "CUSTOMER")).toBeNull());

  it("never leads to another host, whatever is asked for", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "evil.example",
      "https:",
      "?",
      "#",
      "%2f",
      "%5c",
      "\t",
      "a",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = ownPath(`/${parts.join("")}`, "CUSTOMER");
        if (path !== null) expect(new URL(path, "https://shop.example").origin).toBe("https://shop.example");
      }),
    );
  });
});

describe("the binding page", () => {
  it("lives in each audience's own app", () => {
    expect([bindingPage("CUSTOMER"), bindingPage("SUPPLIER"), bindingPage("STAFF")]).toEqual([
      "/me/wechat",
      "/supplier/me/wechat",
      "/admin/me/wechat",
    ]);
  });

  it("is told things without losing what its address says", () => {
    expect(withNote("/o/abc?focus=ticket:1#top", "wechat", "snapshot")).toBe(
      "/o/abc?focus=ticket%3A1&wechat=snapshot#top",
    );
    expect(withNote("/me/wechat", "to", "/o/a?b=c")).toBe("/me/wechat?to=%2Fo%2Fa%3Fb%3Dc");
  });
});
