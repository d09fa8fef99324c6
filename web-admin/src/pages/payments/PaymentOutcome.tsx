import { DateText } from "@kaidan/web-kit/ui/DateText";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import type { PaymentFactsFragment } from "../../gql/graphql";
import css from "./PaymentPanel.module.css";

type PaymentOutcomeProps = {
  payment: PaymentFactsFragment;
  /** REFUSED: this cashier pressed too late · COLLEAGUE: it was decided while looked at · OVER: it was found decided. */
  told: "REFUSED" | "COLLEAGUE" | "OVER";
  onNext: () => void;
};

/** A payment that nobody has to decide any more: what became of it. */
export function PaymentOutcome({ payment: { state, reason, settledAt }, told, onNext }: PaymentOutcomeProps) {
  const { t } = useLingui();
  const words = {
    REFUSED: t`有同事先一步处理了这笔付款，您的操作没有生效。以下是最新结果。`,
    COLLEAGUE: t`有同事刚刚处理了这笔付款。以下是最新结果。`,
    OVER: t`这笔付款已经处理完，无需再确认。`,
  };
  return (
    <div className={css.outcome}>
      <Alert color={told === "OVER" ? "brand" : "yellow"} role="alert">
        {words[told]}
      </Alert>
      <div className="row">
        <StatusTag of="PaymentState" state={state} />
        {settledAt && <DateText at={settledAt} as="absolute" />}
        {reason && <span className="muted">{reason}</span>}
      </div>
      <Button variant="default" onClick={onNext}>
        <Trans>处理下一笔</Trans>
      </Button>
    </div>
  );
}
