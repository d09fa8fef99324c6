import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { RefundSharesPageDocument, type RefundSharesPageQuery } from "../../gql/graphql";

type Share = RefundSharesPageQuery["myRefundShares"]["edges"][number]["node"];

/** What this supplier bears of refunds of its work. */
export function RefundsPage() {
  const { t } = useLingui();
  const list = useListQuery(RefundSharesPageDocument, {});
  return (
    <>
      <PageHeader title={t`退款承担`} back="/me">
        <Trans>客户退款中由本单位承担的部分，会在下一次结算中抵扣。</Trans>
      </PageHeader>
      <ListBody list={list}>
        {({ myRefundShares: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <EmptyState title={t`没有由本单位承担的退款`} />
          ) : (
            <div className="stack">
              {edges.map(({ node }) => (
                <ShareCard key={node.id} share={node} />
              ))}
              <LoadMore
                hasMore={pageInfo.hasNextPage}
                busy={list.loadingMore}
                onMore={() => list.loadMore(pageInfo.endCursor)}
              />
            </div>
          )
        }
      </ListBody>
    </>
  );
}

function ShareCard({ share }: { share: Share }) {
  const { t } = useLingui();
  return (
    <section className="card stack" aria-label={share.refundNo}>
      <h2>{share.itemName}</h2>
      <Facts
        items={[
          { label: t`订单`, value: <span className="mono">{share.orderNo}</span> },
          { label: t`退给客户`, value: <Money fen={share.amount} /> },
          { label: t`由本单位承担`, value: <Money fen={share.borne} /> },
          { label: t`其中待抵扣`, value: <Money fen={share.claimed} /> },
          { label: t`批准时间`, value: <DateText at={share.approvedAt} as="absolute" /> },
          { label: t`退款原因`, value: share.reason, wide: true },
        ]}
      />
    </section>
  );
}
