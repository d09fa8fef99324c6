import { array, assert, boolean, constantFrom, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  customerActions,
  nextStep,
  type OrderStanding,
  stepActors,
  stepCodes,
  type TicketStanding,
} from "./next-step.js";
import { orderStateNames } from "./order.js";

const SEED = 20_261_120;

function aStanding(wish: Partial<OrderStanding> = {}): OrderStanding {
  return {
    state: "IN_DELIVERY",
    instalments: [{ state: "PAID" }, { state: "PLANNED" }],
    paymentsPending: false,
    tickets: [],
    reviewed: false,
    contract: null,
    amendmentAsked: false,
    ...wish,
  };
}

const unpaid = aStanding({ state: "CONFIRMED", instalments: [{ state: "DUE" }, { state: "PLANNED" }] });

const paidFirst = aStanding({ state: "CONFIRMED" });

describe("the next step of an order", () => {
  it.each<[string, OrderStanding, string]>([
    ["a new order", unpaid, "CUSTOMER PAY_INSTALMENT"],
    ["a part-paid instalment", { ...unpaid, instalments: [{ state: "PART_PAID" }] }, "CUSTOMER PAY_INSTALMENT"],
    [
      "an instalment the supplier collects",
      aStanding({ instalments: [{ state: "DUE", collector: "SUPPLIER" }] }),
      "CUSTOMER PAY_SUPPLIER",
    ],
    [
      "one of each",
      aStanding({ instalments: [{ state: "DUE", collector: "SUPPLIER" }, { state: "DUE" }] }),
      "CUSTOMER PAY_INSTALMENT",
    ],
    ["a slip with the cashier", { ...unpaid, paymentsPending: true }, "PLATFORM WAIT_CONFIRM_PAYMENT"],
    ["an order that is held", aStanding({ state: "PENDING_AUDIT" }), "PLATFORM WAIT_AUDIT"],
    ["an order that was returned", aStanding({ state: "RETURNED" }), "CUSTOMER RESUBMIT_ORDER"],
    ["a change to answer", { ...unpaid, amendmentAsked: true }, "CUSTOMER ANSWER_AMENDMENT"],
    ["a contract to issue", { ...paidFirst, contract: "DRAFT" }, "PLATFORM WAIT_CONTRACT"],
    ["a contract to sign", { ...paidFirst, contract: "ISSUED" }, "CUSTOMER SIGN_CONTRACT"],
    ["a contract that was sent back", { ...paidFirst, contract: "REJECTED" }, "CUSTOMER SIGN_CONTRACT"],
    ["a signed contract", { ...paidFirst, contract: "SIGNED_UPLOADED" }, "PLATFORM WAIT_VERIFY_CONTRACT"],
    ["a contract and money", { ...unpaid, contract: "ISSUED" }, "CUSTOMER PAY_INSTALMENT"],
    ["work under a contract", aStanding({ tickets: ["IN_PROGRESS"], contract: "VERIFIED" }), "SUPPLIER WAIT_WORK"],
    ["a paid gate", aStanding({ tickets: ["TO_DISPATCH", "WAITING"] }), "PLATFORM WAIT_DISPATCH"],
    ["a ticket nobody takes", aStanding({ tickets: ["NEEDS_HUMAN"] }), "PLATFORM WAIT_DISPATCH"],
    ["an open offer", aStanding({ tickets: ["OFFERED", "ASSIGNED"] }), "SUPPLIER WAIT_ACCEPT_OFFER"],
    ["work under way", aStanding({ tickets: ["IN_PROGRESS", "WAITING"] }), "SUPPLIER WAIT_WORK"],
    ["rework", aStanding({ tickets: ["REWORK"] }), "SUPPLIER WAIT_WORK"],
    ["delivered work", aStanding({ tickets: ["DELIVERED", "IN_PROGRESS"] }), "PLATFORM WAIT_REVIEW_OF_WORK"],
    ["approved work", aStanding({ tickets: ["PLATFORM_APPROVED", "OFFERED"] }), "CUSTOMER ACCEPT_WORK"],
    [
      "work to accept and money due",
      aStanding({ tickets: ["PLATFORM_APPROVED"], instalments: [{ state: "DUE" }] }),
      "CUSTOMER ACCEPT_WORK",
    ],
    [
      "a finished order with money due",
      aStanding({ state: "COMPLETED", tickets: ["ACCEPTED"], instalments: [{ state: "DUE" }] }),
      "CUSTOMER PAY_INSTALMENT",
    ],
    ["a finished order", aStanding({ state: "COMPLETED", tickets: ["ACCEPTED"] }), "CUSTOMER REVIEW_ORDER"],
    ["a reviewed order", aStanding({ state: "COMPLETED", reviewed: true }), "NOBODY DONE"],
    ["a cancelled order", { ...unpaid, state: "CANCELLED" }, "NOBODY CANCELLED"],
    ["an expired order", { ...unpaid, state: "EXPIRED" }, "NOBODY CANCELLED"],
  ])("of %s", (_case, standing, expected) => {
    const { actor, code } = nextStep(standing);
    expect(`${actor} ${code}`).toBe(expected);
  });

  it("agrees with what the customer may do: whoever is asked to act has the button", () => {
    const tickets: TicketStanding[] = ["WAITING", "OFFERED", "IN_PROGRESS", "PLATFORM_APPROVED", "ACCEPTED"];
    const standing = record({
      state: constantFrom(...orderStateNames),
      instalments: array(record({ state: constantFrom("PLANNED", "DUE", "PART_PAID", "PAID", "VOID") }), {
        maxLength: 4,
      }),
      paymentsPending: boolean(),
      tickets: array(constantFrom(...tickets), { maxLength: 4 }),
      reviewed: boolean(),
      contract: constantFrom("DRAFT", "ISSUED", "SIGNED_UPLOADED", "REJECTED", "VERIFIED", "TERMINATED", null),
      amendmentAsked: boolean(),
    });
    const buttons: Record<string, string> = {
      PAY_INSTALMENT: "PAY",
      ACCEPT_WORK: "ACCEPT",
      REVIEW_ORDER: "REVIEW",
      SIGN_CONTRACT: "SIGN",
      ANSWER_AMENDMENT: "ANSWER_AMENDMENT",
      RESUBMIT_ORDER: "RESUBMIT",
    };
    assert(
      property(standing, (order) => {
        const { actor, code } = nextStep(order as OrderStanding);
        expect(stepActors).toContain(actor);
        expect(stepCodes).toContain(code);
        const offered = customerActions(order as OrderStanding);
        expect(actor !== "CUSTOMER" || offered.includes(buttons[code] ?? "")).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("what a customer may do", () => {
  const actions = (order: OrderStanding) => customerActions(order).filter((action) => action !== "REQUEST_CHANGE");

  it("pays or cancels a new order", () => {
    expect(actions(unpaid)).toEqual(["PAY", "CANCEL"]);
  });

  it("may cancel what was paid until work begins, and no more once somebody began", () => {
    expect(actions(aStanding({ tickets: ["ASSIGNED", "WAITING"] }))).toEqual(["CANCEL"]);
    expect(actions(aStanding({ tickets: ["IN_PROGRESS", "WAITING"] }))).toEqual([]);
    expect(actions(aStanding({ tickets: ["ACCEPTED", "WAITING"] }))).toEqual([]);
  });

  it("asks for a change while the order is not closed", () => {
    for (const state of ["PENDING_AUDIT", "RETURNED", "CONFIRMED", "IN_DELIVERY"] as const) {
      expect(customerActions(aStanding({ state }))).toContain("REQUEST_CHANGE");
    }
    expect(customerActions(aStanding({ state: "COMPLETED" }))).not.toContain("REQUEST_CHANGE");
  });

  it("answers a change, and hands in anew what was returned", () => {
    expect(actions({ ...unpaid, amendmentAsked: true })).toEqual(["PAY", "ANSWER_AMENDMENT", "CANCEL"]);
    expect(actions(aStanding({ state: "RETURNED", instalments: [{ state: "PLANNED" }] }))).toEqual([
      "RESUBMIT",
      "CANCEL",
    ]);
  });

  it("signs a contract before as well as after paying, and not once it is with the verifier", () => {
    expect(actions({ ...unpaid, contract: "ISSUED" })).toEqual(["PAY", "SIGN", "CANCEL"]);
    expect(actions({ ...paidFirst, contract: "REJECTED" })).toEqual(["SIGN", "CANCEL"]);
    expect(actions({ ...paidFirst, contract: "SIGNED_UPLOADED" })).toEqual(["CANCEL"]);
  });

  it("accepts approved work, then reviews once", () => {
    expect(actions(aStanding({ tickets: ["PLATFORM_APPROVED"] }))).toEqual(["ACCEPT"]);
    expect(actions(aStanding({ state: "COMPLETED" }))).toEqual(["REVIEW"]);
    expect(actions(aStanding({ state: "COMPLETED", reviewed: true }))).toEqual([]);
  });

  it("can do nothing with a closed order", () => {
    expect(customerActions(aStanding({ state: "CANCELLED", instalments: [{ state: "VOID" }] }))).toEqual([]);
  });
});
