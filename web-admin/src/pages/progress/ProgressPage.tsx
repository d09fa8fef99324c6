import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LiveBadge } from "@kaidan/web-kit/ui/LiveBadge";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useQueueMoves } from "../../features/queues/useQueues";
import { usePicking } from "../../features/workbench/usePicking";
import { ReportsToReviewDocument, type ReportsToReviewQuery } from "../../gql/graphql";
import { NextPhotos } from "./NextPhotos";
import { QueueCounter } from "./QueueCounter";
import { ReportReview } from "./ReportReview";
import { ReviewTabs } from "./ReviewTabs";
import { useKeptReport } from "./useKeptReport";

const route = getRouteApi("/signedIn/progress");
/** When so few are left on the screen the next page is fetched. */
const fewLeft = 3;

/** Progress reports, one at a time, oldest first: judged by photo and fact, then on to the next. Live. */
export function ProgressPage() {
  const { t } = useLingui();
  const list = useListQuery(ReportsToReviewDocument, {});
  useQueueMoves(list.refetch);
  return (
    <>
      <PageHeader title={t`进度审核`} aside={<LiveBadge />} />
      <ReviewTabs />
      <ListBody list={list}>
        {({ reportsToReview }) => (
          <ReviewQueue
            queue={reportsToReview}
            onMove={list.refetch}
            onFewLeft={() => !list.loadingMore && list.loadMore(reportsToReview.pageInfo.endCursor)}
          />
        )}
      </ListBody>
    </>
  );
}

type ReviewQueueProps = {
  queue: ReportsToReviewQuery["reportsToReview"];
  onMove: () => void;
  onFewLeft: () => void;
};

function ReviewQueue({ queue, onMove, onFewLeft }: ReviewQueueProps) {
  const { t } = useLingui();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const reports = queue.edges.map(({ node }) => node);
  const { waiting, current, go, finish } = usePicking(
    reports.map((report) => report.id),
    id,
    (next) => void navigate({ search: { id: next }, replace: true }),
  );
  const report = useKeptReport(reports, current);
  const at = current ? waiting.indexOf(current) : -1;
  const next = reports.find((each) => each.id === waiting[at + 1]);
  function decided(): void {
    if (queue.pageInfo.hasNextPage && waiting.length <= fewLeft) onFewLeft();
    finish();
    onMove();
  }
  if (!current) return <EmptyState title={t`没有待审核的进度。服务商提交后会出现在这里。`} />;
  if (!report) {
    return (
      <EmptyState
        title={t`这条进度已不在待审队列里。`}
        action={<Button variant="default" onClick={() => go(waiting[0])}>{t`回到待审队列`}</Button>}
      />
    );
  }
  return (
    <>
      <QueueCounter waiting={waiting} current={current} hasMore={queue.pageInfo.hasNextPage} onGo={go} />
      <ReportReview key={current} report={report} listed={at >= 0} onDecided={decided} onNext={finish} />
      {next && <NextPhotos photos={next.photos} />}
    </>
  );
}
