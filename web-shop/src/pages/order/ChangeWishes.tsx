import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { wishWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { OrderAmendmentsDocument, type OrderAmendmentsQuery, WithdrawChangeDocument } from "../../gql/graphql";

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
            <Wished key={wish.id} wish={wish} onChanged={() => void refetch()} />
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

type Wish = NonNullable<OrderAmendmentsQuery["order"]>["changeRequests"][number];

function Wished({ wish, onChanged }: { wish: Wish; onChanged: () => void }) {
  const { i18n } = useLingui();
  const { act, busy } = useAct(WithdrawChangeDocument, (data) => data.withdrawChange);
  async function withdraw(): Promise<void> {
    await act({ input: { requestId: wish.id, version: wish.version } });
    onChanged();
  }
  return (
    <li className="stack">
      <span>
        <StatusTag of="ChangeRequestState" state={wish.state} /> {i18n._(wishWords[wish.wish])} ·{" "}
        <DateText at={wish.createdAt} as="absolute" />
      </span>
      <span>{wish.text}</span>
      {wish.answer && (
        <span className="muted">
          <Trans>平台答复：{wish.answer}</Trans>
        </span>
      )}
      {wish.state === "OPEN" && (
        <span>
          <Button variant="subtle" color="gray" size="xs" loading={busy} onClick={() => void withdraw()}>
            <Trans>撤回申请</Trans>
          </Button>
        </span>
      )}
    </li>
  );
}
