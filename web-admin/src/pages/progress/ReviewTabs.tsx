import { useLingui } from "@lingui/react/macro";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { useQueues } from "../../features/queues/useQueues";

/** The two things reviewers judge: reports on the way, and work that is said to be done. */
export function ReviewTabs() {
  const { t } = useLingui();
  const queues = useQueues();
  return (
    <PageTabs
      label={t`审核`}
      tabs={[
        { to: "/progress", label: t`进度`, count: queues?.reportsToReview },
        { to: "/work", label: t`交付`, count: queues?.workToApprove },
      ]}
    />
  );
}
