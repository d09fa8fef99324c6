import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { FormList } from "@kaidan/web-kit/documents/FormList";
import { MoneyFlow } from "@kaidan/web-kit/documents/MoneyFlow";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { OrderTimeline } from "@kaidan/web-kit/ui/OrderTimeline";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { IssueInsideDossierDocument } from "../../gql/graphql";

const route = getRouteApi("/signedIn/orders/$id/papers");

/** An order's forms, and its flow of information beside its flow of money. */
export function OrderPapersPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const order = data.staffOrder;
  if (!order) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader
        title={t`单据与往来`}
        back={`/orders/${order.id}`}
        actions={can("documents.manage") && <IssueDossier orderId={order.id} onDone={() => void refresh()} />}
      >
        {order.productTitle} · <span className="mono">{order.no}</span>
      </PageHeader>
      <Columns
        main={
          <>
            <Section title={t`单据`}>
              <FormList forms={order.forms} href={({ no }) => `/documents/${no}`} />
            </Section>
            <Section title={t`资金流`} flush>
              <MoneyFlow steps={order.moneyFlow} />
            </Section>
          </>
        }
        side={
          <Section title={t`信息流`}>
            <OrderTimeline entries={order.timeline} audience="staff" first={12} />
          </Section>
        }
      />
    </>
  );
}

function IssueDossier({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const { t } = useLingui();
  const once = useIdempotencyKey(`inside-dossier:${orderId}`);
  const { act, busy } = useAct(IssueInsideDossierDocument, (data) => data.issueInsideDossier);
  async function issue(): Promise<void> {
    const done = await act({ input: { orderId, idempotencyKey: once.key() } });
    once.answered();
    if (!done) return;
    toast.ok(t`交易全程表单已出具`);
    onDone();
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void issue()}>
      <Trans>出具交易全程表单</Trans>
    </Button>
  );
}
