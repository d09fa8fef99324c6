import { describe, expect, it } from "vitest";
import { activeKey, bindingLife, maskedAccount, sceneLife, sceneOf, sceneOfKey } from "./binding.js";

describe("a binding's life", () => {
  it("has exactly these arrows", () => {
    expect(Object.fromEntries(bindingLife.states.map((state) => [state, bindingLife.verbs(state)]))).toEqual({
      BOUND: ["UNSUBSCRIBE", "INVALIDATE", "UNBIND"],
      UNSUBSCRIBED: ["RESUBSCRIBE", "INVALIDATE", "UNBIND"],
      INVALID: [],
      UNBOUND: [],
    });
    expect(() => bindingLife.after("UNBOUND", "RESUBSCRIBE")).toThrow();
  });
});

describe("a scene's life", () => {
  it("is confirmed only after it was claimed, and never again", () => {
    expect(sceneLife.allows("OPEN", "CONFIRM")).toBe(false);
    expect(sceneLife.after(sceneLife.after("OPEN", "CLAIM"), "CONFIRM")).toBe("CONFIRMED");
    expect(sceneLife.verbs("CONFIRMED")).toEqual([]);
    expect(sceneLife.verbs("CANCELLED")).toEqual([]);
  });
});

describe("a scene's key", () => {
  it("is known with WeChat's prefix (who follows by the code) and without (who follows already)", () => {
    const scene = sceneOf("AAAAAAAAAAAAAAAAAAAAAA");
    expect(scene.length).toBeLessThanOrEqual(64);
    expect(sceneOfKey(`qrscene_${scene}`)).toBe(scene);
    expect(sceneOfKey(scene)).toBe(scene);
    for (const other of [null, "", "qrscene_", "qrscene_shop-17", "shop-17"]) expect(sceneOfKey(other)).toBeNull();
  });
});

describe("what makes a WeChat stand for one account", () => {
  it("is the WeChat within its audience; shared, the account as well", () => {
    expect(activeKey("CUSTOMER", "oX", "a", false)).toBe(activeKey("CUSTOMER", "oX", "b", false));
    expect(activeKey("CUSTOMER", "oX", "a", false)).not.toBe(activeKey("SUPPLIER", "oX", "a", false));
    expect(activeKey("CUSTOMER", "oX", "a", true)).not.toBe(activeKey("CUSTOMER", "oX", "b", true));
  });
});

describe("an account as a stranger may see it", () => {
  it.each([
    [{ phone: "13812341234", login: "lin@demo.kaidan" }, "138****1234"],
    [{ phone: null, login: "lin@demo.kaidan" }, "l***@demo.kaidan"],
    [{ phone: "12345", login: "x@y.cn" }, "x***@y.cn"],
  ])("%j is %s", (account, masked) => expect(maskedAccount(account)).toBe(masked));
});
