import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { Age } from "@kaidan/web-kit/ui/Age";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQueueMoves } from "../../features/queues/useQueues";
import { PickGroup } from "../../features/workbench/PickGroup";
import { usePicking } from "../../features/workbench/usePicking";
import { Workbench } from "../../features/workbench/Workbench";
import { WorkToApproveDocument, type WorkToApproveQuery } from "../../gql/graphql";
import { ReviewTabs } from "./ReviewTabs";
import { WorkReview } from "./WorkReview";

const route = getRouteApi("/signedIn/work");

/** Delivered work that waits for the platform's agreement, oldest first, live. */
export function WorkPage() {
  const { t } = useLingui();
  const list = useListQuery(WorkToApproveDocument, {});
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`交付审核`} aside={<LiveBadge />} />
      <ReviewTabs />
      <ListBody list={list}>
        {({ staffTickets }) => (
          <WorkQueue
            queue={staffTickets}
            onDecided={list.refetch}
            more={
              <LoadMore
                hasMore={staffTickets.pageInfo.hasNextPage}
                busy={list.loadingMore}
                onMore={() => list.loadMore(staffTickets.pageInfo.endCursor)}
              />
            }
          />
        )}
      </ListBody>
    </>
  );
}

type WorkQueueProps = { queue: WorkToApproveQuery["staffTickets"]; onDecided: () => void; more: ReactNode };

function WorkQueue({ queue, onDecided, more }: WorkQueueProps) {
  const { t } = useLingui();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const tickets = queue.edges.map(({ node }) => node);
  const { waiting, current, go, finish } = usePicking(
    tickets.map((ticket) => ticket.id),
    id,
    (next) => void navigate({ search: { id: next }, replace: true }),
  );
  const shown = tickets.filter((ticket) => waiting.includes(ticket.id));
  if (!current) return <EmptyState title={t`没有待审核的交付。服务商申请验收后会出现在这里。`} />;
  return (
    <Workbench
      label={t`待审核的交付`}
      picked={id !== undefined}
      onBack={() => go(undefined)}
      list={
        <PickGroup
          title={t`待审核`}
          count={shown.length}
          current={current}
          none={t`都处理完了。`}
          picks={shown.map((ticket) => ({
            id: ticket.id,
            title: ticket.itemName,
            aside: ticket.region.name,
            note: ticket.supplier?.name,
            when: <Age since={ticket.deliveredAt ?? ticket.createdAt} />,
          }))}
        >
          {more}
        </PickGroup>
      }
      detail={
        <WorkReview
          key={current}
          id={current}
          onDecided={() => {
            finish();
            onDecided();
          }}
        />
      }
    />
  );
}
