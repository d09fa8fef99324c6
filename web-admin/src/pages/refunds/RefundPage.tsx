import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { refundSourceWords } from "@kaidan/web-kit/vocabulary/refund-words";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { PostingsLink } from "../../features/ledger/PostingsLink";
import { useQueueMoves } from "../../features/queues/useQueues";
import type { RefundDetailsFragment } from "../../gql/graphql";
import { ApproveRefund } from "./ApproveRefund";
import { ProposeRefund } from "./ProposeRefund";
import { RefundParts } from "./RefundParts";
import { RejectRefund } from "./RejectRefund";

const route = getRouteApi("/signedIn/refunds/$id");

/** One refund: what was asked for, the proposal, who bears it, and each part on its way back. */
export function RefundPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const refund = data.staffRefund;
  const reload = () => void refresh();
  useQueueMoves(reload);
  if (!refund) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const may = (action: string) => refund.availableActions.includes(action);
  return (
    <>
      <PageHeader
        title={t`退款`}
        back="/refunds"
        aside={<StatusTag of="RefundState" state={refund.state} />}
        actions={
          <>
            {may("REJECT") && <RejectRefund refund={refund} onStale={reload} />}
            {may("APPROVE") && <ApproveRefund refund={refund} onStale={reload} />}
          </>
        }
      >
        <span className="mono">{refund.no}</span>
      </PageHeader>
      <Columns
        main={
          <>
            <Section title={t`为什么退、退给哪些服务`}>
              <Lines refund={refund} />
              <PhotoGrid photos={refund.photos} label={t`客户的照片`} />
            </Section>
            {refund.parts.length > 0 && <RefundParts refund={refund} onStale={reload} />}
            {may("PROPOSE") && (
              <ProposeRefund
                key={refund.version}
                refund={refund}
                orderId={refund.orderId}
                refundable={refund.refundable}
                onStale={reload}
              />
            )}
          </>
        }
        side={<RefundFacts refund={refund} />}
      />
    </>
  );
}

function Lines({ refund }: { refund: RefundDetailsFragment }) {
  const { t } = useLingui();
  return (
    <div className="scroll-x">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`服务`}</th>
            <th scope="col">{t`服务商`}</th>
            <th scope="col">{t`申请`}</th>
            <th scope="col">{t`方案`}</th>
            <th scope="col">{t`服务商承担`}</th>
          </tr>
        </thead>
        <tbody>
          {refund.lines.map(({ componentId, itemName, supplierName, asked, amount, borne }) => (
            <tr key={componentId}>
              <td>{itemName}</td>
              <td>{supplierName}</td>
              <td>
                <Money fen={asked} />
              </td>
              <td>
                <Money fen={amount} />
              </td>
              <td>
                <Money fen={borne} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was granted leads to its postings. */
function Proposed({ refund: { id, amount, approvedAt } }: { refund: RefundDetailsFragment }) {
  if (!approvedAt) return <Money fen={amount} />;
  return (
    <PostingsLink search={{ refund: id }}>
      <Money fen={amount} />
    </PostingsLink>
  );
}

function RefundFacts({ refund }: { refund: RefundDetailsFragment }) {
  const { t, i18n } = useLingui();
  const percent = (share: number) => `${share / 100}%`;
  const { platformShare, supplierShare, customerShare } = refund;
  return (
    <Section title={t`退款信息`}>
      <Facts
        items={[
          {
            label: t`订单`,
            value: (
              <Link to="/orders/$id" params={{ id: refund.orderId }} className="mono">
                {refund.orderNo}
              </Link>
            ),
          },
          { label: t`客户`, value: refund.customerName },
          { label: t`来源`, value: i18n._(wordOf(refundSourceWords, refund.source)) },
          { label: t`申请金额`, value: refund.asked && <Money fen={refund.asked} /> },
          { label: t`方案金额`, value: refund.amount !== "0" && <Proposed refund={refund} /> },
          { label: t`其中超出已付的赔付`, value: refund.compensation !== "0" && <Money fen={refund.compensation} /> },
          { label: t`平台责任`, value: percent(platformShare) },
          { label: t`服务商责任`, value: percent(supplierShare) },
          { label: t`客户责任`, value: percent(customerShare) },
          { label: t`申请时间`, value: <DateText at={refund.requestedAt} as="absolute" /> },
          { label: t`批准时间`, value: refund.approvedAt && <DateText at={refund.approvedAt} as="absolute" /> },
          { label: t`退款原因`, value: refund.reason, wide: true },
          { label: t`不按默认分配的原因`, value: refund.overrideReason, wide: true },
          { label: t`未通过原因`, value: refund.rejectReason, wide: true },
        ]}
      />
    </Section>
  );
}
