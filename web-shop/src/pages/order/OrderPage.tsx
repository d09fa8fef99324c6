import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { OrderTimeline } from "@kaidan/web-kit/ui/OrderTimeline";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns } from "../../features/frame/Columns";
import { useLiveOrder } from "../../features/order/useLiveOrder";
import { ChangeWishes } from "./ChangeWishes";
import { FollowHint } from "./FollowHint";
import { OrderChanges } from "./OrderChanges";
import { OrderContract } from "./OrderContract";
import { OrderDetails } from "./OrderDetails";
import { OrderHero } from "./OrderHero";
import { OrderMoney } from "./OrderMoney";
import { OrderPapers } from "./OrderPapers";
import { OrderTickets } from "./OrderTickets";

const route = getRouteApi("/shop/signedIn/o/$orderId");

/** One order as its customer sees it: what is now and who acts, the money, the work, and everything that happened. */
export function OrderPage() {
  const { focus } = route.useSearch();
  const { order, reload } = useLiveOrder(route.useLoaderData());
  useDocumentTitle(order?.productTitle);
  if (!order) return <NotFoundState home="/" />;
  return (
    <Columns
      side={
        <>
          <OrderMoney order={order} />
          {order.contract && <OrderContract orderId={order.id} contract={order.contract} />}
          <OrderPapers orderId={order.id} />
          <FollowHint />
        </>
      }
      after={
        <>
          {order.tickets.length > 0 && <OrderTickets order={order} focus={focus} />}
          <section className="card stack" aria-labelledby="timeline">
            <h2 id="timeline">
              <Trans>动态</Trans>
            </h2>
            <OrderTimeline entries={order.timeline} first={10} />
          </section>
          <OrderDetails order={order} onStale={reload} />
          <ChangeWishes order={order} />
        </>
      }
    >
      <OrderHero order={order} />
      <OrderChanges order={order} onStale={reload} />
    </Columns>
  );
}
