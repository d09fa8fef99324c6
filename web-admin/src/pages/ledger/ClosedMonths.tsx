import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { type ClosedMonths_ClosingFragment, ClosePeriodDocument } from "../../gql/graphql";
import css from "./AccountsPage.module.css";

/** The closed months, and the one that may be closed next. */
export function ClosedMonths({ closing, mayClose }: { closing: ClosedMonths_ClosingFragment; mayClose: boolean }) {
  const { t } = useLingui();
  const { next, nextIsOver, closed } = closing;
  return (
    <Section title={t`结账`}>
      <p className={css.audit}>
        {next === null || next === undefined ? (
          <span className="muted">{t`还没有分录。`}</span>
        ) : nextIsOver ? (
          <Trans>下一个待结账的月份：{next}</Trans>
        ) : (
          <span className="muted">
            <Trans>{next} 还没有结束，结束后可以结账</Trans>
          </span>
        )}
        {next && nextIsOver && mayClose && <CloseMonth month={next} />}
      </p>
      {closed.length > 0 && (
        <ul className={css.findings} aria-label={t`已结账的月份`}>
          {closed.map(({ id, month, closedAt }) => (
            <li key={id}>
              {month}{" "}
              <span className="muted">
                <Trans>
                  <DateText at={closedAt} as="absolute" /> 结账
                </Trans>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function CloseMonth({ month }: { month: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const once = useIdempotencyKey(`close-period:${month}`);
  const { act, busy } = useAct(ClosePeriodDocument, (data) => data.closePeriod);
  async function close(): Promise<void> {
    const payload = await act({ input: { month, idempotencyKey: once.key() } });
    setAsking(false);
    once.answered();
    if (payload) toast.ok(t`${month} 已结账`);
  }
  return (
    <>
      <Button size="xs" onClick={() => setAsking(true)}>
        <Trans>结账 {month}</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`结账 ${month}？`}
        confirmLabel={t`结账`}
        onConfirm={() => void close()}
        busy={busy}
        danger
      >
        <Trans>结账后，这个月不能再记账，也不能重新打开。之后发现的错误，用新的分录冲销。</Trans>
      </ConfirmDialog>
    </>
  );
}
