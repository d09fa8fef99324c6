import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE } from "../kernel/clock.js";
import { fen, raised } from "../kernel/money.js";
import { customerActions, staffActions } from "./actions.js";
import { ceiling, MAX_EXTENSIONS, mustUndercut, SOFT_CLOSE_MS, softClose } from "./auction.js";
import { bidTable, mustTakeBids } from "./bid.js";
import { withoutContacts } from "./contact.js";
import { inquiryTable, maskedContact } from "./inquiry.js";
import { invitationTable } from "./invitation.js";
import { cleanTerms, defaultTerms, marginHolds, payOf, saleUnitPrice } from "./markup.js";
import { shownInvitation } from "./seal.js";

describe("the lives", () => {
  it.each([
    [
      "inquiry",
      inquiryTable,
      "DRAFT: SEND>OPEN|OPEN: EXTEND>OPEN WIDEN>OPEN CLOSE>EVALUATING EVALUATE>EVALUATING RUN_DRY>NO_BIDS CANCEL>CANCELLED|EVALUATING: AWARD>AWARDED RUN_DRY>NO_BIDS CANCEL>CANCELLED|NO_BIDS: WIDEN>OPEN CANCEL>CANCELLED|AWARDED: |CANCELLED: ",
    ],
    [
      "invitation",
      invitationTable,
      "SENT: VIEW>VIEWED ANSWER>ANSWERED DECLINE>DECLINED LAPSE>NO_RESPONSE|VIEWED: ANSWER>ANSWERED DECLINE>DECLINED LAPSE>NO_RESPONSE|ANSWERED: TAKE_BACK>VIEWED|DECLINED: ANSWER>ANSWERED|NO_RESPONSE: ASK_AGAIN>SENT",
    ],
    [
      "bid",
      bidTable,
      "DRAFT: SUBMIT>SUBMITTED|SUBMITTED: REVISE>SUBMITTED WITHDRAW>WITHDRAWN AWARD>AWARDED LOSE>LOST EXPIRE>EXPIRED|WITHDRAWN: SUBMIT>SUBMITTED|AWARDED: |LOST: |EXPIRED: SUBMIT>SUBMITTED",
    ],
  ] as const)("of an %s has every arrow that was meant and no other", (_name, table, meant) => {
    const told = table.states.map((state) => {
      const arrows = (table.verbs as (of: string) => string[])(state).map(
        (verb) => `${verb}>${(table.after as (s: string, v: string) => string)(state, verb)}`,
      );
      return `${state}: ${arrows.join(" ")}`;
    });
    expect(told.join("|")).toBe(meant);
  });

  it.each([
    () => inquiryTable.after("AWARDED", "CANCEL"),
    () => inquiryTable.after("OPEN", "AWARD"),
    () => invitationTable.after("DECLINED", "DECLINE"),
    () => bidTable.after("AWARDED", "WITHDRAW"),
    () => bidTable.after("LOST", "SUBMIT"),
  ])("has no such arrow (%#)", (forbidden) => {
    expect(forbidden).toThrow(expect.objectContaining({ code: "INVALID_STATE" }));
  });
});

describe("a bid against the deadline", () => {
  const open = { state: "OPEN", deadline: 1_000 } as const;

  it("is taken in the last millisecond before it, and refused at it", () => {
    expect(() => mustTakeBids(open, 999)).not.toThrow();
    expect(() => mustTakeBids(open, 1_000)).toThrow(expect.objectContaining({ code: "BIDDING_CLOSED" }));
  });

  it("is refused by an inquiry that closed, whatever the clock of the bidder's server says", () => {
    expect(() => mustTakeBids({ ...open, state: "EVALUATING" }, 1)).toThrow(
      expect.objectContaining({ code: "BIDDING_CLOSED" }),
    );
  });
});

describe("a reverse auction", () => {
  it("wants the step below the best, from the second bid on", () => {
    expect(ceiling(null, 100)).toBeNull();
    expect(() => mustUndercut(fen(900), 1_000, 100)).not.toThrow();
    expect(() => mustUndercut(fen(901), 1_000, 100)).toThrow(expect.objectContaining({ code: "BID_NOT_LOW_ENOUGH" }));
  });

  it("gives a few minutes more after a late bid, so often and no oftener", () => {
    const auction = { visibility: "REVERSE", deadline: 100 * MINUTE, extensions: 0 } as const;
    expect(softClose(auction, 10 * MINUTE)).toBeNull();
    expect(softClose(auction, 99 * MINUTE)).toBe(99 * MINUTE + SOFT_CLOSE_MS);
    expect(softClose({ ...auction, extensions: MAX_EXTENSIONS }, 99 * MINUTE)).toBeNull();
    expect(softClose({ ...auction, visibility: "SEALED" }, 99 * MINUTE)).toBeNull();
  });
});

describe("the price of a bid", () => {
  const anAmount = fc.integer({ min: 1, max: 1_000_000_000 });
  const aRate = fc.integer({ min: 0, max: 10_000 });
  const aStep = fc.constantFrom(1, 10, 100, 1_000);

  it("is never below the bid, a whole step, and less than a step above the exact rate", () => {
    fc.assert(
      fc.property(anAmount, aRate, aStep, (amount, rateBasisPoints, stepFen) => {
        const price = saleUnitPrice(fen(amount), { ...defaultTerms, rateBasisPoints, stepFen });
        const exact = (BigInt(amount) * BigInt(10_000 + rateBasisPoints)) as bigint;
        expect(price % stepFen).toBe(0);
        expect(BigInt(price) * 10_000n >= exact).toBe(true);
        expect(BigInt(price - stepFen) * 10_000n < exact).toBe(true);
      }),
    );
  });

  it("is the bid itself where the supplier sells, and the commission comes out of it", () => {
    const direct = { ...defaultTerms, mode: "DIRECT" as const, rateBasisPoints: 1_000 };
    expect(saleUnitPrice(fen(12_345), direct)).toBe(12_345);
    expect(payOf(fen(10_000), direct)).toBe(9_000);
    expect(payOf(fen(10_000), defaultTerms)).toBe(10_000);
  });

  it("holds the least margin exactly", () => {
    const terms = { ...defaultTerms, floorBasisPoints: 500 };
    expect(marginHolds(10_500, 10_000, terms)).toBe(true);
    expect(marginHolds(10_499, 10_000, terms)).toBe(false);
  });

  it("refuses terms and amounts that make no sense", () => {
    const wrong = [{ rateBasisPoints: -1 }, { stepFen: 0 }, { floorBasisPoints: 1.5 }];
    for (const one of wrong) expect(() => cleanTerms({ ...defaultTerms, ...one })).toThrow();
    expect(() => raised(fen(-1), 0, 1)).toThrow();
  });
});

describe("what is told", () => {
  it("is a first character and half a number of who asks", () => {
    expect(maskedContact({ contactName: "林晓月", contactPhone: "13812345678" })).toEqual({
      name: "林**",
      phone: "138****5678",
    });
  });

  it("never shows more than two thirds of a number, of a short one nothing, and not all of a name", () => {
    const masked = (contactName: string, contactPhone: string) => maskedContact({ contactName, contactPhone });
    expect(masked("林", "8765432")).toEqual({ name: "**", phone: "****" });
    expect(masked("林晓", "073187654")).toEqual({ name: "林**", phone: "073****654" });
    expect(masked("林晓", "+8613812345678").phone).toBe("+86****5678");
  });

  it("is not told by what anybody writes", () => {
    const told =
      "林女士，138 1234 5678，座机 0731-88881234，微信号：lin_xiaoyue，a.b@example.com。两室 89㎡，预算 120000 元。";
    expect(withoutContacts(told)).toBe("林女士，***，座机 ***，微信号：***，***。两室 89㎡，预算 120000 元。");
    expect(withoutContacts("加 vx linlin88，或 +86 13812345678")).toBe("加 vx ***，或 ***");
    expect(withoutContacts("单号 IQ20261120-7K3M9Q，面积 1380000000000 不是号码")).toBe(
      "单号 IQ20261120-7K3M9Q，面积 1380000000000 不是号码",
    );
  });

  it("is of a sealed invitation only that it was declined", () => {
    const sealed = { bidsOpenedAt: null, visibility: "SEALED" } as const;
    expect(shownInvitation(sealed, { state: "ANSWERED", declineReason: null }).state).toBeNull();
    expect(shownInvitation(sealed, { state: "DECLINED", declineReason: "x" }).state).toBe("DECLINED");
    const thought = { state: "ANSWERED", declineReason: "x" } as const;
    expect(shownInvitation(sealed, thought)).toEqual({ state: "DECLINED", declineReason: "x" });
    const opened = { ...sealed, bidsOpenedAt: 1 };
    expect(shownInvitation(opened, thought)).toEqual({ state: "ANSWERED", declineReason: null });
  });

  it("is what may be done now: a price is looked at early, a competition is not", () => {
    const open = { kind: "PRICE", state: "OPEN", deadline: 10 } as const;
    expect(customerActions(open, 1, 5)).toContain("EVALUATE");
    expect(customerActions(open, 0, 5)).not.toContain("EVALUATE");
    expect(customerActions({ ...open, kind: "BIDDING" }, 1, 5)).not.toContain("EVALUATE");
    expect(customerActions(open, 1, 10)).toEqual(["CANCEL"]);
    expect(staffActions(open, { kind: "system" }, 5)).toEqual([]);
  });
});
