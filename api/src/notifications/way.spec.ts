import { describe, expect, it } from "vitest";
import { manners } from "./manners.js";
import { type House, lostByLeaving, type Person, wanted, wayTo } from "./way.js";

const house: House = { wechat: true, cards: new Set(["ACCEPTANCE", "PROGRESS", "SUPPLIER_CHANGED"]), sms: true };
const person: Person = {
  id: "A",
  name: "林晓",
  audience: "CUSTOMER",
  active: true,
  email: "linxiao@example.com",
  phone: "13800000001",
  openid: "o-1",
  left: null,
  switchedOff: new Set(),
};
const without = (...ways: string[]): Person => ({ ...person, switchedOff: new Set(ways) });

describe("the first way to somebody", () => {
  it("is the first that reaches them and that they left switched on", () => {
    const { ACCEPTANCE_DUE } = manners;
    expect(wayTo(person, ACCEPTANCE_DUE, house)).toEqual({ channel: "WECHAT", address: "o-1" });
    expect(wayTo(without("PROGRESS:WECHAT"), ACCEPTANCE_DUE, house)?.channel).toBe("SMS");
    expect(wayTo(without("PROGRESS:WECHAT", "PROGRESS:SMS"), ACCEPTANCE_DUE, house)?.channel).toBe("EMAIL");
    expect(wayTo(without("PROGRESS:WECHAT", "PROGRESS:SMS", "PROGRESS:EMAIL"), ACCEPTANCE_DUE, house)).toBeNull();
  });

  it("is none to an account that is shut, not even a letter", () => {
    const shut = { ...person, active: false };
    expect(wayTo(shut, manners.ACCEPTANCE_DUE, house)).toBeNull();
    expect(wayTo(shut, manners.SUPPLIER_FOUNDED, house)).toBeNull();
    expect(lostByLeaving({ ...shut, openid: null, left: "o-1" }, manners.ACCEPTANCE_DUE, house)).toBeNull();
  });

  it("is a letter that opens an account, whatever is switched off", () => {
    const off = without("ACCOUNT:WECHAT", "ACCOUNT:SMS", "ACCOUNT:EMAIL");
    expect(wayTo(off, manners.SUPPLIER_FOUNDED, house)?.channel).toBe("EMAIL");
    expect(wanted(off, manners.APPLICATION_RETURNED, "EMAIL")).toBe(true);
    expect(wayTo(off, manners.SUPPLIER_SUSPENDED, house)).toBeNull();
  });
});
