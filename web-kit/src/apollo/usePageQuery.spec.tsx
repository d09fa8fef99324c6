import { ApolloClient, ApolloLink, gql, Observable, type TypedDocumentNode } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { act, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FreshCache } from "./fresh-cache";
import { makePreload, type PageQuery } from "./page-query";
import { typePolicies } from "./type-policies";
import { usePageQuery } from "./usePageQuery";

type Order = { __typename: "Order"; id: string; state: string; seq: number };
type Orders = {
  myOrders: { edges: { node: Order }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};
type Variables = { after?: string | null };
type Asked = { readonly after: unknown; answer(data: Orders | Error): Promise<void> };

const OrdersDocument: TypedDocumentNode<Orders, Variables> = gql`
  query Orders($after: String) {
    myOrders(first: 2, after: $after) {
      edges {
        node {
          id
          state
          seq
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const anOrder = (id: string, state: string, seq = 1): Order => ({ __typename: "Order", id, state, seq });

function aList(orders: readonly Order[], endCursor: string | null = null): Orders {
  return {
    myOrders: { edges: orders.map((node) => ({ node })), pageInfo: { hasNextPage: endCursor !== null, endCursor } },
  };
}

/** What was asked, oldest first; each waits until the test answers it. */
let asked: Asked[];
let client: ApolloClient;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        asked.push({
          after: variables["after"],
          answer: (data) =>
            settle(() => {
              if (data instanceof Error) return observer.error(data);
              observer.next({ data });
              observer.complete();
            }),
        });
      }),
  );
  client = new ApolloClient({ cache: new FreshCache({ typePolicies }), link });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Does something and lets all that follows from it happen: Apollo tells its readers a tick later. */
const settle = (deed: () => void) =>
  act(async () => {
    deed();
    await vi.runAllTimersAsync();
  });

function List({ page }: { page: PageQuery<Orders, Variables> }) {
  const { data, refresh, loadMore } = usePageQuery(page);
  const { edges, pageInfo } = data.myOrders;
  return (
    <>
      <output>{edges.map(({ node }) => `${node.id} ${node.state}`).join(", ")}</output>
      <button type="button" onClick={() => void refresh()}>
        again
      </button>
      <button type="button" onClick={() => void loadMore(pageInfo.endCursor)}>
        more
      </button>
    </>
  );
}

/** The page after its loader began the query and the first answer came. */
async function opened(first: Orders): Promise<void> {
  const page = makePreload(client)(OrdersDocument);
  await settle(() => {
    render(
      <ApolloProvider client={client}>
        <Suspense fallback={<output>skeleton</output>}>
          <List page={page} />
        </Suspense>
      </ApolloProvider>,
    );
  });
  await asked[0]?.answer(first);
}

const shown = () => screen.getByRole("status").textContent;
const press = (name: string) => settle(() => screen.getByRole("button", { name }).click());
const newest = () => asked.at(-1) as Asked;

/** A live event: the cache learns of one order, no query is asked. */
const event = (order: Order) =>
  settle(() => {
    const fragment = gql`
      fragment Changed on Order {
        id
        state
        seq
      }
    `;
    client.cache.writeFragment({ fragment, data: order });
  });

describe("a page's query", () => {
  it("asks again and shows the answer", async () => {
    await opened(aList([anOrder("a", "CONFIRMED")]));
    await press("again");
    await newest().answer(aList([anOrder("a", "IN_DELIVERY", 2)]));
    expect(shown()).toBe("a IN_DELIVERY");
    expect(asked).toHaveLength(2);
  });

  it("leaves the page as it stands until the answer is there", async () => {
    await opened(aList([anOrder("a", "CONFIRMED")]));
    await press("again");
    expect(shown()).toBe("a CONFIRMED");
  });

  it("still sees later changes of the cache on a page that asked again", async () => {
    await opened(aList([anOrder("a", "CONFIRMED")]));
    await press("again");
    await newest().answer(aList([anOrder("a", "IN_DELIVERY", 2)]));
    await event(anOrder("a", "DELIVERED", 3));
    await event(anOrder("a", "COMPLETED", 4));
    expect(shown()).toBe("a COMPLETED");
  });

  it("sees what an event brought while it was asking, and does not go back to the older answer", async () => {
    await opened(aList([anOrder("a", "CONFIRMED")]));
    await press("again");
    await event(anOrder("a", "DELIVERED", 3));
    await newest().answer(aList([anOrder("a", "IN_DELIVERY", 2)]));
    expect(shown()).toBe("a DELIVERED");
  });

  it("asks anew when an earlier question is still on its way: that answer may be older", async () => {
    await opened(aList([anOrder("a", "CONFIRMED")]));
    await press("again");
    await press("again");
    expect(asked).toHaveLength(3);
    await asked[2]?.answer(aList([anOrder("a", "DELIVERED", 3)]));
    await asked[1]?.answer(aList([anOrder("a", "IN_DELIVERY", 2)]));
    expect(shown()).toBe("a DELIVERED");
  });

  it("appends the next page of a list, which stays after a live event", async () => {
    await opened(aList([anOrder("a", "CONFIRMED"), anOrder("b", "CONFIRMED")], "b"));
    await press("more");
    expect(newest().after).toBe("b");
    await newest().answer(aList([anOrder("c", "CONFIRMED")]));
    expect(shown()).toBe("a CONFIRMED, b CONFIRMED, c CONFIRMED");
    await event(anOrder("a", "IN_DELIVERY", 2));
    await event(anOrder("c", "CANCELLED", 2));
    expect(shown()).toBe("a IN_DELIVERY, b CONFIRMED, c CANCELLED");
  });

  it("leaves the page as it stands, and alive, when there is no answer", async () => {
    await opened(aList([anOrder("a", "CONFIRMED"), anOrder("b", "CONFIRMED")], "b"));
    for (const button of ["again", "more"]) {
      await press(button);
      await newest().answer(new Error("connection lost"));
      expect(shown()).toBe("a CONFIRMED, b CONFIRMED");
    }
    await event(anOrder("b", "IN_DELIVERY", 2));
    expect(shown()).toBe("a CONFIRMED, b IN_DELIVERY");
  });
});
