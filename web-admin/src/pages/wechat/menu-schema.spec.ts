import { describe, expect, it } from "vitest";
import { bytesOf, menuInput, menuSchema, sameMenu, type TopValues } from "./menu-schema";

const aButton = (over: Partial<TopValues> = {}): TopValues => ({
  name: "帮助",
  kind: "CLICK",
  key: "HELP",
  url: "",
  children: [],
  ...over,
});

/** Where a menu is refused, as paths; none when it may be saved. */
function faults(...draft: TopValues[]): string[] {
  const checked = menuSchema.safeParse({ draft });
  return checked.success ? [] : checked.error.issues.map(({ path }) => path.join("."));
}

describe("the length of a name", () => {
  it("is counted in bytes of UTF-8, without the spaces around it", () => {
    expect(bytesOf("我的服务")).toBe(12);
    expect(bytesOf("Help")).toBe(4);
    expect(bytesOf("🛠")).toBe(4);
    expect(bytesOf(" 帮助 ")).toBe(6);
  });

  it("may be 16 bytes for a button and 60 for one below it, and no more", () => {
    expect(faults(aButton({ name: "我的服务a" }), aButton({ name: "我的服务abcd" }))).toEqual([]);
    expect(faults(aButton({ name: "我的服务abcde" }))).toEqual(["draft.0.name"]);
    const child = { name: "进".repeat(20), kind: "CLICK" as const, key: "PROGRESS", url: "" };
    expect(faults(aButton({ kind: "MENU", children: [child] }))).toEqual([]);
    const longer = { ...child, name: `${child.name}!` };
    expect(faults(aButton({ kind: "MENU", children: [longer] }))).toEqual(["draft.0.children.0.name"]);
  });
});

describe("a menu", () => {
  it("has one to three buttons", () => {
    expect(faults()).toEqual(["draft"]);
    expect(faults(aButton(), aButton(), aButton(), aButton())).toEqual(["draft"]);
  });

  it("has one to five buttons below one that opens a list", () => {
    expect(faults(aButton({ kind: "MENU" }))).toEqual(["draft.0.children"]);
    const six = Array.from({ length: 6 }, () => ({ name: "进度", kind: "CLICK" as const, key: "PROGRESS", url: "" }));
    expect(faults(aButton({ kind: "MENU", children: six }))).toEqual(["draft.0.children"]);
  });

  it("leads to pages of the shop only", () => {
    expect(faults(aButton({ kind: "VIEW", url: "/orders" }))).toEqual([]);
    for (const url of ["", "orders", "//evil.example", "/\\evil.example", "https://evil.example"]) {
      expect(faults(aButton({ kind: "VIEW", url }))).toEqual(["draft.0.url"]);
    }
  });

  it("says what a press asks for", () => {
    expect(faults(aButton({ key: "" }))).toEqual(["draft.0.key"]);
  });

  it("is sent with what each kind uses and nothing else", () => {
    const leftovers = [{ name: "进度", kind: "CLICK" as const, key: "PROGRESS", url: "" }];
    const draft = [aButton({ kind: "VIEW", key: "HELP", url: "/orders", children: leftovers })];
    expect(menuInput({ draft })).toEqual([{ name: "帮助", kind: "VIEW", key: null, url: "/orders", children: [] }]);
  });

  it("is the same as another when a follower sees no difference", () => {
    const button = { __typename: "WechatMenuButton" as const, name: "帮助", kind: "CLICK" as const, key: "HELP" };
    const published = [{ ...button, url: null, children: [] }];
    expect(sameMenu(published, [{ ...button, url: "", children: [] }])).toBe(true);
    expect(sameMenu(published, [{ ...button, name: "客服", url: null, children: [] }])).toBe(false);
  });
});
