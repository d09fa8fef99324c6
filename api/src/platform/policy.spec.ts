import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import {
  anyone,
  customers,
  guardSchema,
  judge,
  signedIn,
  staffInPerson,
  staffWith,
  supplierMembers,
} from "./policy.js";
import type { Viewer } from "./viewer.js";

const ip = "127.0.0.1";
const stranger: Viewer = { kind: "anonymous", ip };
const customer: Viewer = { kind: "customer", accountId: "c", sessionId: "s", ip };
const worker: Viewer = {
  kind: "supplier",
  accountId: "w",
  sessionId: "s",
  supplierId: "x",
  memberId: "m",
  role: "WORKER",
  ip,
};
const staff: Viewer = { kind: "staff", accountId: "a", sessionId: "s", permissions: new Set(["orders.read"]), ip };
const key: Viewer = { kind: "integration", apiKeyId: "k", permissions: new Set(["orders.read"]), ip };

describe("policies", () => {
  it("let in only whom they name", () => {
    const table = [
      anyone,
      signedIn,
      customers,
      supplierMembers(),
      supplierMembers("OWNER"),
      staffWith("orders.read"),
      staffInPerson("orders.read"),
      staffWith("keys.manage"),
    ];
    const verdicts = [stranger, customer, worker, staff, key].map((viewer) =>
      table.map((policy) => judge(policy, viewer)[0]).join(""),
    );
    expect(verdicts).toEqual(["AUUUUUUU", "AAAFFFFF", "AAFAFFFF", "AAFFFAAF", "AFFFFAFF"]);
  });

  it("must stand on every root field, else the server does not start", () => {
    const schema = buildSchema("type Query { secret: String } type Mutation { burn: String }");
    expect(() => guardSchema(schema)).toThrow(/Query\.secret, Mutation\.burn/);
  });
});
