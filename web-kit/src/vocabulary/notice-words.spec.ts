import { describe, expect, it } from "vitest";
import { customerNotices } from "./customer-notices";
import { staffNotices } from "./staff-notices";
import { supplierNotices } from "./supplier-notices";

const apps = { customerNotices, supplierNotices, staffNotices };

describe("the words of notices", () => {
  it.each(Object.entries(apps))("says every kind of %s in words of its own", (_app, words) => {
    const said = Object.values(words).map((each) => each.words.message);
    expect(new Set(said).size).toBe(said.length);
  });

  it("tells everybody about their own WeChat", () => {
    for (const words of Object.values(apps)) {
      expect(Object.keys(words)).toEqual(
        expect.arrayContaining(["WECHAT_BOUND", "WECHAT_UNBOUND", "WECHAT_UNSUBSCRIBED"]),
      );
    }
  });
});
