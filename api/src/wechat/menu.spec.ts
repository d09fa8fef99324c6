import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/refusal.js";
import { menuUrl } from "./addresses.js";
import { checkMenu, defaultMenu, type MenuButton, wechatMenu } from "./menu.js";

const button = (change: Partial<MenuButton> = {}): MenuButton => ({
  name: "进度",
  kind: "CLICK",
  key: "PROGRESS",
  url: null,
  children: [],
  ...change,
});
const refusedAt = (draft: readonly MenuButton[]): unknown => {
  try {
    checkMenu(draft);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.data["field"];
    throw error;
  }
};

describe("the menu", () => {
  it("starts with one that WeChat takes", () => {
    expect(checkMenu(defaultMenu)).toEqual(defaultMenu);
  });

  it.each([
    ["draft", []],
    ["draft", [button(), button(), button(), button()]],
    ["draft.0.name", [button({ name: "我的服务进度" })]],
    ["draft.0.name", [button({ name: " " })]],
    ["draft.0.key", [button({ key: "DANCE" })]],
    ["draft.0.url", [button({ kind: "VIEW", url: "https://evil.example/" })]],
    ["draft.0.url", [button({ kind: "VIEW", url: "//evil.example/" })]],
    ["draft.0.url", [button({ kind: "VIEW", url: `/${"x".repeat(900)}` })]],
    ["draft.0.url", [button({ kind: "VIEW", url: "/graphql" })]],
    ["draft.0.children", [button({ kind: "MENU" })]],
    ["draft.0.children", [button({ children: [button()] })]],
    ["draft.1.children", [button(), button({ kind: "MENU", children: Array.from({ length: 6 }, () => button()) })]],
    ["draft.0.children.0.children", [button({ kind: "MENU", children: [button({ kind: "MENU" })] })]],
    ["draft.0.children.0.name", [button({ kind: "MENU", children: [button({ name: "很".repeat(21) })] })]],
  ] as [string, MenuButton[]][])("is refused at %s", (place, draft) => expect(refusedAt(draft)).toBe(place));

  it("takes names by their bytes: five Chinese characters above, twenty below", () => {
    expect(refusedAt([button({ name: "查询进度吧" })])).toBeNull();
    expect(refusedAt([button({ kind: "MENU", children: [button({ name: "很".repeat(20) })] })])).toBeNull();
  });

  it("tells WeChat whole addresses: open pages as they are, the rest by way of signing in", () => {
    const told = wechatMenu(defaultMenu, (path) => menuUrl("https://m.kaidan.example", path));
    expect(told.button[0]?.sub_button?.[0]).toEqual({ name: "查进度", type: "click", key: "PROGRESS" });
    expect(told.button[0]?.sub_button?.[1]).toEqual({
      name: "我的订单",
      type: "view",
      url: "https://m.kaidan.example/wechat/oauth/start?purpose=sign-in&app=shop&to=%2Forders",
    });
    expect(told.button[1]).toEqual({ name: "预约下单", type: "view", url: "https://m.kaidan.example/" });
  });
});
