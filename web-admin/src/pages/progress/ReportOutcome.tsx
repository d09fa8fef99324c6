import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import type { StaffReportFactsFragment } from "../../gql/graphql";
import css from "./Progress.module.css";

type ReportOutcomeProps = {
  report: StaffReportFactsFragment;
  /** This reviewer pressed too late; else it was decided while they looked. */
  refused: boolean;
  onNext: () => void;
};

/** A report that a colleague was faster with: what they decided. */
export function ReportOutcome({ report: { state, reason, decidedAt }, refused, onNext }: ReportOutcomeProps) {
  const { t } = useLingui();
  return (
    <div className={css.outcome}>
      <Alert color="yellow" role="alert">
        {refused ? t`有同事先一步审核了这条进度，您的操作没有生效。` : t`有同事刚刚审核了这条进度。`}
      </Alert>
      {state !== "SUBMITTED" && (
        <div className="row">
          <StatusTag of="ReportState" state={state} />
          {decidedAt && <DateText at={decidedAt} as="absolute" />}
          {reason && <span className="muted">{reason}</span>}
        </div>
      )}
      <Button variant="default" onClick={onNext}>
        <Trans>下一条</Trans>
      </Button>
    </div>
  );
}
