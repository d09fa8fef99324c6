import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { OrderTimeline } from "@kaidan/web-kit/ui/OrderTimeline";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ReviewCard } from "@kaidan/web-kit/ui/ReviewCard";
import { ThreeAxes } from "@kaidan/web-kit/ui/ThreeAxes";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { JournalTable } from "../../features/ledger/JournalTable";
import { StaffOrderChangedDocument, type StaffOrderPageOrderFragment } from "../../gql/graphql";
import { AuditOrder } from "./AuditOrder";
import { OfficialFees } from "./OfficialFees";
import { OrderContract } from "./OrderContract";
import { OrderCustomer } from "./OrderCustomer";
import { OrderLines } from "./OrderLines";
import { OrderMoney } from "./OrderMoney";
import { OrderNextActs } from "./OrderNextActs";
import css from "./OrderPage.module.css";
import { OrderPapers } from "./OrderPapers";
import { OrderPayments } from "./OrderPayments";
import { OrderPrice } from "./OrderPrice";
import { OrderRefunds } from "./OrderRefunds";
import { OrderTickets } from "./OrderTickets";

const route = getRouteApi("/signedIn/orders/$id");
const newestEntries = 12;

/** One order with everything the platform knows of it, live. */
export function OrderPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const order = data.staffOrder;
  useLive(StaffOrderChangedDocument, {
    variables: { orderId: id, afterSeq: order?.seq },
    skip: !order,
    onCatchUp: () => void refresh(),
  });
  if (!order) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { no, productVersionNumber } = order;
  return (
    <>
      <PageHeader
        title={t`订单 ${no}`}
        back="/orders"
        aside={
          <>
            <ThreeAxes order={order} />
            <LiveBadge />
          </>
        }
      >
        {order.productTitle} {productVersionNumber !== null && <Trans>第 {productVersionNumber} 版</Trans>} ·{" "}
        <DateText at={order.placedAt} as="absolute" />
      </PageHeader>
      <div className={css.columns}>
        <OrderFacts order={order} />
        <OrderSide order={order} onStale={() => void refresh()} />
      </div>
    </>
  );
}

function OrderFacts({ order }: { order: StaffOrderPageOrderFragment }) {
  const { t } = useLingui();
  return (
    <div className="stack">
      <OrderLines lines={order.lines} total={order.total} />
      <OrderPrice orderId={order.id} />
      <OrderPayments instalments={order.instalments} payments={order.payments} workPaused={order.workPaused} />
      <OfficialFees lines={order.lines} />
      <OrderTickets tickets={order.tickets} />
      {order.ledger.length > 0 && (
        <Section title={t`账务分录`} flush>
          <JournalTable label={t`这张订单的账务分录`} transactions={order.ledger} />
        </Section>
      )}
      {order.review && (
        <Section title={t`客户评价`}>
          <ReviewCard review={order.review} />
        </Section>
      )}
    </div>
  );
}

function OrderSide({ order, onStale }: { order: StaffOrderPageOrderFragment; onStale: () => void }) {
  const { t } = useLingui();
  return (
    <div className={`stack ${css.side}`}>
      <AuditOrder key={order.version} order={order} onStale={onStale} />
      <OrderNextActs order={order} />
      <ButtonLink to="/orders/$id/amend" params={{ id: order.id }} look="outline">
        <Trans>变更与审核</Trans>
      </ButtonLink>
      <OrderMoney order={order} />
      <OrderRefunds orderId={order.id} />
      {order.contract && <OrderContract contract={order.contract} />}
      <OrderPapers orderId={order.id} />
      <OrderCustomer order={order} />
      <Section title={t`全程记录`}>
        <OrderTimeline entries={order.timeline} audience="staff" first={newestEntries} />
      </Section>
    </div>
  );
}
