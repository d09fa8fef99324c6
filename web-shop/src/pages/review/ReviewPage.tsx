import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Stars } from "@kaidan/web-kit/ui/Rating";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useLiveOrder, type WholeOrder } from "../../features/order/useLiveOrder";
import { ReviewForm } from "./ReviewForm";
import css from "./ReviewPage.module.css";

const route = getRouteApi("/shop/signedIn/o/$orderId/review");

/** The customer's judgement of a completed order, given once. */
export function ReviewPage() {
  const { t } = useLingui();
  const { order } = useLiveOrder(route.useLoaderData());
  if (!order) return <NotFoundState home="/" />;
  return (
    <div className={css.page}>
      <PageHeader title={t`评价服务`} back={`/o/${order.id}`}>
        {order.productTitle}
      </PageHeader>
      {order.availableActions.includes("REVIEW") ? <ReviewForm order={order} /> : <NoForm order={order} />}
    </div>
  );
}

function NoForm({ order }: { order: WholeOrder }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={order.review ? t`您已评价过这张订单，谢谢。` : t`全部服务验收后就可以评价。`}
      picture="host"
      action={
        <Link to="/o/$orderId" params={{ orderId: order.id }}>
          <Trans>返回订单</Trans>
        </Link>
      }
    >
      {order.review && (
        <div className={css.given}>
          <Stars value={order.review.overall} />
          <p>{order.review.text}</p>
        </div>
      )}
    </EmptyState>
  );
}
