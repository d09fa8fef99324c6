import { gql, type TypedDocumentNode } from "@apollo/client";
import { describe, expect, it } from "vitest";
import { FreshCache } from "./fresh-cache";
import { typePolicies } from "./type-policies";

type Order = { __typename: "Order"; id: string; state: string; seq?: number; version?: number; total?: string };

const query: TypedDocumentNode<{ order: Order }> = gql`
  query {
    order {
      id
      state
      seq
    }
  }
`;
const withTotal: TypedDocumentNode<{ order: Order }> = gql`
  query {
    order {
      id
      state
      seq
      total
    }
  }
`;

const anOrder = (state: string, seq: number): { order: Order } => ({
  order: { __typename: "Order", id: "1", state, seq },
});

describe("the cache", () => {
  it("keeps the newer state when an older answer arrives late", () => {
    const cache = new FreshCache({ typePolicies });
    cache.writeQuery({ query, data: anOrder("IN_DELIVERY", 12) });
    cache.writeQuery({ query, data: anOrder("CONFIRMED", 11) });
    expect(cache.readQuery({ query })?.order).toMatchObject({ state: "IN_DELIVERY", seq: 12 });
  });

  it("takes in a newer state", () => {
    const cache = new FreshCache({ typePolicies });
    cache.writeQuery({ query, data: anOrder("CONFIRMED", 11) });
    cache.writeQuery({ query, data: anOrder("IN_DELIVERY", 12) });
    expect(cache.readQuery({ query })?.order.state).toBe("IN_DELIVERY");
  });

  it("still learns from an older answer what it did not know", () => {
    const cache = new FreshCache({ typePolicies });
    cache.writeQuery({ query, data: anOrder("IN_DELIVERY", 12) });
    cache.writeQuery({ query: withTotal, data: { order: { ...anOrder("CONFIRMED", 11).order, total: "100" } } });
    expect(cache.readQuery({ query: withTotal })?.order).toMatchObject({ state: "IN_DELIVERY", total: "100" });
  });
});
