import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { refundSourceWords } from "@kaidan/web-kit/vocabulary/refund-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import type { OrderRefundsPageQuery, RefundableFactsFragment } from "../../gql/graphql";
import { ProposeRefund } from "./ProposeRefund";

const route = getRouteApi("/signedIn/orders/$id/refunds");

type Refund = NonNullable<OrderRefundsPageQuery["staffOrder"]>["refunds"][number];

/** The refunds of one order, and the form by which staff begin one without a wish of the customer. */
export function OrderRefundsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const navigate = route.useNavigate();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const order = data.staffOrder;
  if (!order) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { id, no, refunds, refundable } = order;
  const before = <Before refunds={refunds} />;
  const proposes = can("refunds.propose");
  return (
    <>
      <PageHeader title={t`退款`} back={`/orders/${id}`}>
        <Trans>订单 {no}</Trans>
      </PageHeader>
      <Columns
        main={
          proposes ? (
            <Begin
              orderId={id}
              refundable={refundable}
              onStale={() => void refresh()}
              onDone={(refundId) => void navigate({ to: "/refunds/$id", params: { id: refundId } })}
            />
          ) : (
            before
          )
        }
        side={proposes && before}
      />
    </>
  );
}

interface Beginning {
  readonly orderId: string;
  readonly refundable: RefundableFactsFragment | null | undefined;
  readonly onStale: () => void;
  readonly onDone: (refundId: string) => void;
}

function Begin({ refundable, ...rest }: Beginning) {
  const { t } = useLingui();
  if (refundable && refundable.available !== "0") return <ProposeRefund refundable={refundable} {...rest} />;
  return (
    <Section title={t`退款方案`}>
      <EmptyState title={t`这张订单现在没有可以退的款`} />
    </Section>
  );
}

function Before({ refunds }: { refunds: readonly Refund[] }) {
  const { t, i18n } = useLingui();
  return (
    <Section title={t`退款记录`}>
      {refunds.length === 0 && <EmptyState title={t`这里没有退款`} />}
      {refunds.map(({ id, no, source, state, asked, amount, requestedAt }) => (
        <Facts
          key={id}
          items={[
            {
              label: t`退款编号`,
              value: (
                <Link to="/refunds/$id" params={{ id }} className="mono">
                  {no}
                </Link>
              ),
            },
            { label: t`状态`, value: <StatusTag of="RefundState" state={state} /> },
            { label: t`来源`, value: i18n._(wordOf(refundSourceWords, source)) },
            { label: t`金额`, value: <Money fen={amount === "0" ? (asked ?? "0") : amount} /> },
            { label: t`申请时间`, value: <DateText at={requestedAt} as="absolute" /> },
          ]}
        />
      ))}
    </Section>
  );
}
