import { describe, expect, it } from "vitest";
import { formCodes } from "./form.js";
import { formKinds, formsOfFact } from "./forms-of-fact.js";

const everything = { paymentId: "p", refundId: "r", statementId: "s", ticketId: "t", contractId: "c" };
const payload = { ...everything, amendmentId: "a", invoiceId: "i" };

describe("what happens in a trade", () => {
  it("calls for every kind of form but the dossier, which somebody asks for", () => {
    const called = formKinds.flatMap((kind) => formsOfFact({ kind, stream: "order:o", payload }));
    expect(new Set(called.map(({ code }) => code))).toEqual(new Set(formCodes.filter((code) => code !== "DOSSIER")));
  });

  it("calls for none where a fact is no trade's, or names nothing", () => {
    expect(formsOfFact({ kind: "SignedIn", stream: "account:a", payload })).toEqual([]);
    expect(formsOfFact({ kind: "TicketAssigned", stream: "order:o", payload: {} })).toEqual([]);
  });
});
