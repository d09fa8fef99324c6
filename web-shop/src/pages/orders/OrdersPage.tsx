import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { OrderCard } from "../../features/order/OrderCard";
import css from "./OrdersPage.module.css";
import { orderViews } from "./order-views";

const route = getRouteApi("/shop/signedIn/orders");

/** The customer's own orders, newest first, by where they stand. */
export function OrdersPage() {
  const { t } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const { edges, pageInfo } = data.myOrders;
  const words = {
    CONFIRMED: t`待付款`,
    IN_DELIVERY: t`服务中`,
    COMPLETED: t`已完成`,
    CANCELLED: t`已取消`,
    EXPIRED: t`已过期`,
  };
  return (
    <>
      <PageHeader title={t`我的订单`} />
      <FilterTabs
        label={t`订单状态`}
        value={state ?? "ALL"}
        options={[{ value: "ALL", label: t`全部` }, ...orderViews.map((value) => ({ value, label: words[value] }))]}
        onChange={(value) => {
          const chosen = orderViews.find((view) => view === value);
          void navigate({ search: { state: chosen }, replace: true });
        }}
      />
      <ul className={`list ${css.list}`}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <OrderCard order={node} />
          </li>
        ))}
      </ul>
      {edges.length === 0 && <NoOrders filtered={state !== undefined} />}
      <LoadMore hasMore={pageInfo.hasNextPage} onMore={() => void loadMore(pageInfo.endCursor)} />
    </>
  );
}

function NoOrders({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  if (filtered) {
    return (
      <EmptyState
        title={t`没有这类订单。`}
        picture="bookkeeping"
        action={
          <ButtonLink to="/orders" look="outline">
            <Trans>查看全部</Trans>
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t`还没有订单。`}
      picture="bookkeeping"
      action={
        <ButtonLink to="/categories">
          <Trans>挑一项服务开始吧</Trans>
        </ButtonLink>
      }
    />
  );
}
