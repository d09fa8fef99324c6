import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { Age } from "@kaidan/web-kit/ui/Age";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { PickGroup } from "../../features/workbench/PickGroup";
import { usePicking } from "../../features/workbench/usePicking";
import { Workbench } from "../../features/workbench/Workbench";
import { PaymentsToConfirmDocument, type PaymentsToConfirmQuery } from "../../gql/graphql";
import { PaymentPanel } from "./PaymentPanel";
import { PaymentTabs } from "./PaymentTabs";

const route = getRouteApi("/signedIn/payments");

/** Bank transfers whose slip waits for a cashier, oldest first, live. */
export function PaymentsPage() {
  const { t } = useLingui();
  const list = useListQuery(PaymentsToConfirmDocument, {});
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`到账确认`} aside={<LiveBadge />} />
      <PaymentTabs />
      <ListBody list={list}>
        {({ paymentsToConfirm }) => (
          <PaymentQueue
            queue={paymentsToConfirm}
            onDecided={list.refetch}
            more={
              <LoadMore
                hasMore={paymentsToConfirm.pageInfo.hasNextPage}
                busy={list.loadingMore}
                onMore={() => list.loadMore(paymentsToConfirm.pageInfo.endCursor)}
              />
            }
          />
        )}
      </ListBody>
    </>
  );
}

type PaymentQueueProps = {
  queue: PaymentsToConfirmQuery["paymentsToConfirm"];
  onDecided: () => void;
  more: React.ReactNode;
};

function PaymentQueue({ queue, onDecided, more }: PaymentQueueProps) {
  const { t } = useLingui();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const payments = queue.edges.map(({ node }) => node);
  const picking = usePicking(
    payments.map((payment) => payment.id),
    id,
    (next) => void navigate({ search: { id: next }, replace: true }),
  );
  const waiting = payments.filter((payment) => picking.waiting.includes(payment.id));
  if (!picking.current) return <EmptyState title={t`没有待确认的转账。客户上传凭证后会出现在这里。`} />;
  return (
    <Workbench
      label={t`待确认的转账`}
      picked={id !== undefined}
      onBack={() => picking.go(undefined)}
      list={
        <PickGroup
          title={t`待确认`}
          count={waiting.length}
          current={picking.current}
          none={t`都处理完了。`}
          picks={waiting.map((payment) => ({
            id: payment.id,
            title: payment.customerName,
            aside: <Money fen={payment.amount} />,
            note: <span className="mono">{payment.orderNo}</span>,
            when: <Age since={payment.createdAt} />,
          }))}
        >
          {more}
        </PickGroup>
      }
      detail={
        <PaymentPanel
          key={picking.current}
          id={picking.current}
          onDecided={() => {
            picking.finish();
            onDecided();
          }}
          onNext={picking.finish}
        />
      }
    />
  );
}
