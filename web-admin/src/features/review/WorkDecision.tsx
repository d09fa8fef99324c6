import { KeyHint } from "@kaidan/web-kit/ui/KeyHint";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ReviewTicketFragment } from "../../gql/graphql";
import css from "./Review.module.css";
import { useWorkDecision } from "./useWorkDecision";

type WorkDecisionProps = { ticket: ReviewTicketFragment; onStale: () => void; onDecided?: () => void };

/** The two answers to delivered work, by button or by A and R; nothing where there is nothing to decide. */
export function WorkDecision({ ticket, onStale, onDecided }: WorkDecisionProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { approve, sendBack, busy } = useWorkDecision(ticket, onStale);
  const mayApprove = ticket.availableActions.includes("APPROVE_WORK");
  const mayReturn = ticket.availableActions.includes("REQUEST_REWORK");
  async function approveIt(): Promise<void> {
    if (await approve()) onDecided?.();
  }
  async function returnIt(reason: string): Promise<void> {
    const done = await sendBack(reason);
    setAsking(false);
    if (done) onDecided?.();
  }
  useShortcuts([
    ...(mayApprove ? [{ keys: "a", label: t`通过交付`, run: () => void approveIt() }] : []),
    ...(mayReturn ? [{ keys: "r", label: t`退回返工`, run: () => setAsking(true) }] : []),
  ]);
  if (!mayApprove && !mayReturn) return null;
  return (
    <div className={css.decision}>
      {mayApprove && (
        <Button loading={busy} onClick={() => void approveIt()}>
          <Trans>通过交付</Trans>
          <KeyHint keys="A" />
        </Button>
      )}
      {mayReturn && (
        <Button variant="default" disabled={busy} onClick={() => setAsking(true)}>
          <Trans>退回返工</Trans>
          <KeyHint keys="R" />
        </Button>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`退回返工`}
        reasons={[t`成果与约定不符`, t`有遗漏，请补做`, t`现场未清理`, t`照片与成果不一致`]}
        confirmLabel={t`退回`}
        busy={busy}
        onConfirm={(reason) => void returnIt(reason)}
      />
    </div>
  );
}
