import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { GridSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { useLingui } from "@lingui/react/macro";
import { queueList } from "../../features/queues/queue-list";
import { useQueueMoves } from "../../features/queues/useQueues";
import { workFirst } from "../../features/queues/work-first";
import { DashboardDocument } from "../../gql/graphql";
import css from "./Dashboard.module.css";
import { QueueCard } from "./QueueCard";
import { useOldest } from "./useOldest";

/** What waits for this person, queue by queue with its oldest entries, live. */
export function DashboardPage() {
  const { t } = useLingui();
  const { me, can } = useMe();
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: {
      suppliers: can("suppliers.read"),
      reviews: can("suppliers.review"),
      payments: can("payments.read"),
      tickets: can("tickets.read"),
      progress: can("progress.review"),
      operations: can("operations.manage"),
      contracts: can("contracts.read"),
    },
  });
  useQueueMoves(() => void refetch());
  const oldest = useOldest(data);
  const queues = queueList.filter(({ permission }) => can(permission));
  const name = me?.displayName ?? "";
  return (
    <>
      <PageHeader title={t`工作台`} aside={<LiveBadge />}>
        {t`${name}，以下事项等您处理。`}
      </PageHeader>
      {queues.length === 0 && <EmptyState title={t`您的角色没有待办队列。请从左侧导航打开页面。`} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <GridSkeleton cards={queues.length} />}
      {data && (
        <div className={css.grid}>
          {workFirst(queues, data.staffQueues).map((queue) => (
            <QueueCard
              key={queue.name}
              queue={queue}
              count={data.staffQueues[queue.name]}
              oldest={oldest[queue.name]}
            />
          ))}
        </div>
      )}
    </>
  );
}
