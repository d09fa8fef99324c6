import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { AskRefund } from "./AskRefund";
import { RefundCard } from "./RefundCard";

const route = getRouteApi("/shop/signedIn/o/$orderId/refund");
const talkedAbout = ["REQUESTED", "PROPOSED", "AGREED"];

/** Money back: what was asked for with each step and part of it, and the form for a new wish while none is open. */
export function RefundPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { order } = data;
  if (!order) return <NotFoundState home="/" />;
  const isOpen = order.refunds.some(({ state }) => talkedAbout.includes(state));
  return (
    <div className="stack">
      <PageHeader title={t`退款`} back={`/o/${order.id}`}>
        {order.productTitle}
      </PageHeader>
      {order.refunds.map((refund) => (
        <RefundCard key={refund.id} refund={refund} onStale={() => void refresh()} />
      ))}
      {!isOpen && order.refundable.available !== "0" && <AskRefund order={order} onAsked={() => void refresh()} />}
    </div>
  );
}
