import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { FormList } from "@kaidan/web-kit/documents/FormList";
import { MoneyFlow } from "@kaidan/web-kit/documents/MoneyFlow";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { OrderTimeline } from "@kaidan/web-kit/ui/OrderTimeline";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { Columns } from "../../features/frame/Columns";
import { Invoices } from "./Invoices";
import { IssueDossier } from "./IssueDossier";

const route = getRouteApi("/shop/signedIn/o/$orderId/papers");

/** An order's forms and invoices, and its flow of information beside its flow of money. */
export function PapersPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const { order } = data;
  if (!order) return <NotFoundState home="/" />;
  const reload = () => void refresh();
  return (
    <>
      <PageHeader title={t`单据与往来`} back={`/o/${order.id}`}>
        {order.productTitle} · <span className="mono">{order.no}</span>
      </PageHeader>
      <Columns
        side={
          <>
            <Invoices order={order} onDone={reload} />
            <section className="card stack" aria-labelledby="info-flow">
              <h2 id="info-flow">
                <Trans>信息流</Trans>
              </h2>
              <OrderTimeline entries={order.timeline} first={10} />
            </section>
          </>
        }
      >
        <div className="stack">
          <section className="card stack" aria-labelledby="forms">
            <h2 id="forms">
              <Trans>单据</Trans>
            </h2>
            <FormList forms={order.forms} href={({ id }) => `/o/${order.id}/papers/${id}`} />
            <IssueDossier orderId={order.id} onDone={reload} />
          </section>
          <section className="stack" aria-labelledby="money-flow">
            <h2 id="money-flow">
              <Trans>资金流</Trans>
            </h2>
            <MoneyFlow steps={order.moneyFlow} />
          </section>
        </div>
      </Columns>
    </>
  );
}
