import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { AmendForm } from "./AmendForm";
import { AmendmentCard } from "./AmendmentCard";
import { AuditOrder } from "./AuditOrder";
import { ChangeRequests } from "./ChangeRequests";

const route = getRouteApi("/signedIn/orders/$id/amend");

/** The changes of one order: those that are under way, a new one, and the audit of the order itself. */
export function AmendPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const order = data.staffOrder;
  const reload = () => void refresh();
  if (!order) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { no, revision } = order;
  const live = order.amendments.some(({ state }) => ["DRAFT", "WAIT_CUSTOMER", "WAIT_AUDIT"].includes(state));
  return (
    <>
      <PageHeader title={t`变更与审核`} back={`/orders/${order.id}`}>
        <Trans>
          订单 {no} · 第 {revision} 版
        </Trans>
      </PageHeader>
      <Columns
        main={
          <>
            <AuditOrder key={order.version} order={order} onStale={reload} />
            <ChangeRequests wishes={order.changeRequests} onStale={reload} />
            {order.amendments.map((amendment) => (
              <AmendmentCard key={`${amendment.id}:${amendment.version}`} amendment={amendment} onStale={reload} />
            ))}
            {order.amendments.length === 0 && (
              <Section title={t`变更记录`}>
                <EmptyState title={t`这张订单没有变更过。`} />
              </Section>
            )}
          </>
        }
        side={live || !can("orders.edit") ? null : <AmendForm key={order.revision} order={order} onDone={reload} />}
      />
    </>
  );
}
