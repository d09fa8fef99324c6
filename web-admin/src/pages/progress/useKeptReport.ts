import { useState } from "react";
import type { ReportsToReviewQuery } from "../../gql/graphql";

export type QueuedReport = ReportsToReviewQuery["reportsToReview"]["edges"][number]["node"];

/** The report with this id; kept in sight after it left the queue, because a colleague decided it meanwhile. */
export function useKeptReport(reports: readonly QueuedReport[], id: string | undefined): QueuedReport | undefined {
  const [kept, setKept] = useState<QueuedReport>();
  const listed = reports.find((report) => report.id === id);
  if (listed && listed !== kept) setKept(listed);
  return listed ?? (kept?.id === id ? kept : undefined);
}
