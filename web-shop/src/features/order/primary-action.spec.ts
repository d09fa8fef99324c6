import { describe, expect, it } from "vitest";
import type { OrderActionFragment } from "../../gql/graphql";
import { primaryAction } from "./primary-action";

function anOrder(code: string, parts: Partial<OrderActionFragment> = {}): OrderActionFragment {
  return {
    __typename: "Order",
    id: "o1",
    nextStep: { __typename: "NextStep", actor: "CUSTOMER", code },
    instalments: [],
    tickets: [],
    ...parts,
  };
}

const instalment = { __typename: "Instalment", amount: "100", paid: "0" } as const;

describe("the one deed that waits for the customer", () => {
  it("is to pay the first instalment that is due", () => {
    const order = anOrder("PAY_INSTALMENT", {
      instalments: [
        { ...instalment, id: "i1", state: "PAID" },
        { ...instalment, id: "i2", state: "PART_PAID" },
        { ...instalment, id: "i3", state: "DUE" },
      ],
    });
    expect(primaryAction(order)).toEqual({ kind: "PAY", instalmentId: "i2" });
  });

  it("is to accept the first ticket that may be accepted", () => {
    const order = anOrder("ACCEPT_WORK", {
      tickets: [
        { __typename: "Ticket", id: "t1", availableActions: [] },
        { __typename: "Ticket", id: "t2", availableActions: ["ACCEPT", "REQUEST_REWORK"] },
      ],
    });
    expect(primaryAction(order)).toEqual({ kind: "ACCEPT", ticketId: "t2" });
  });

  it("is to sign the contract that the work waits for", () => {
    expect(primaryAction(anOrder("SIGN_CONTRACT"))).toEqual({ kind: "SIGN" });
  });

  it("is to review a completed order", () => {
    expect(primaryAction(anOrder("REVIEW_ORDER"))).toEqual({ kind: "REVIEW" });
  });

  it("is nothing while somebody else acts", () => {
    expect(primaryAction(anOrder("WAIT_WORK"))).toBeUndefined();
  });
});
