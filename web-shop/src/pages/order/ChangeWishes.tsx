import { useQuery } from "@apollo/client/react";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { OrderAmendmentsDocument } from "../../gql/graphql";

const AskChange = lazy(async () => ({ default: (await import("./AskChange")).AskChange }));

/** While an order is in one of these its terms may still be changed. */
const changeable: readonly string[] = ["PENDING_AUDIT", "RETURNED", "CONFIRMED", "IN_DELIVERY"];

/** What the customer asked to have changed and what became of it, and the way to ask. */
export function ChangeWishes({ order }: { order: WholeOrder }) {
  const [asking, setAsking] = useState(false);
  const { data, refetch } = useQuery(OrderAmendmentsDocument, {
    variables: { id: order.id },
    fetchPolicy: "cache-and-network",
  });
  const wishes = data?.order?.changeRequests ?? [];
  const mayAsk = changeable.includes(order.state);
  if (!mayAsk && wishes.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="change-wishes">
      <h2 id="change-wishes">
        <Trans>修改订单</Trans>
      </h2>
      {wishes.length > 0 && (
        <ul className="list">
          {wishes.map((wish) => (
            <li key={wish.id} className="stack">
              <span>
                <StatusTag of="ChangeRequestState" state={wish.state} /> <DateText at={wish.createdAt} as="absolute" />
              </span>
              <span>{wish.text}</span>
              {wish.answer && (
                <span className="muted">
                  <Trans>平台答复：{wish.answer}</Trans>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAsk && (
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>申请修改</Trans>
        </Button>
      )}
      {asking && (
        <Suspense>
          <AskChange orderId={order.id} onAsked={() => void refetch()} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </section>
  );
}
