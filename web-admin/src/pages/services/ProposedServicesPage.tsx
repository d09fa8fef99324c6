import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueueMoves } from "../../features/queues/useQueues";
import { ProposedServicesPageDocument } from "../../gql/graphql";
import { ServiceDecision } from "./ServiceDecision";
import { useProposalColumns } from "./useProposalColumns";

/** The queue of prices and abilities that suppliers propose, each beside what is in force now. */
export function ProposedServicesPage() {
  const { t } = useLingui();
  const list = useListQuery(ProposedServicesPageDocument, {});
  const columns = useProposalColumns();
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`服务报价审核`}>
        <Trans>通过后立即用于新订单；已有订单保持原价。</Trans>
      </PageHeader>
      <ListTable
        list={list}
        of={({ proposedServices: { edges, pageInfo } }) => ({
          pageInfo,
          edges: edges.filter(({ node }) => node.state === "PROPOSED"),
        })}
        label={t`待审核的服务报价`}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<EmptyState title={t`没有待审核的服务报价`} />}
        actionsLabel={t`审核`}
        rowActions={(service) => <ServiceDecision service={service} onDecided={list.refetch} />}
      />
    </>
  );
}
