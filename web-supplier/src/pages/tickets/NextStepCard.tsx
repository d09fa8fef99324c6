import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ActionBar } from "../../features/frame/ActionBar";
import { LinkButton } from "../../features/frame/LinkButton";
import { nextMilestone, standsOf } from "../../features/ticket/milestones";
import { type NextStep, nextStepOf, nextStepWords } from "../../features/ticket/next-step";
import type { TicketSheetFragment } from "../../gql/graphql";
import css from "./NextStepCard.module.css";
import { useWorkActs } from "./useWorkActs";

type Props = { ticket: TicketSheetFragment; onRefused: () => void };

const tones: Partial<Record<NextStep, "danger" | "quiet">> = {
  REDO: "danger",
  RESTART: "danger",
  WAIT_REVIEW: "quiet",
  WAIT_CUSTOMER: "quiet",
  DONE: "quiet",
  CANCELLED: "quiet",
};

/** What to do now, in one sentence, and the button for it. */
export function NextStepCard({ ticket, onRefused }: Props) {
  const { i18n } = useI18n();
  const step = nextStepOf(ticket);
  const { title, sentence } = nextStepWords[step];
  const milestone = nextMilestone(ticket)?.name;
  const returned = standsOf(ticket).find(({ stand }) => stand === "REJECTED")?.reason;
  return (
    <section className={`card ${css.step}`} data-tone={tones[step]} aria-labelledby="next-step">
      <div className={css.words}>
        <h2 id="next-step">
          {i18n._(title)}
          {milestone && (step === "REPORT" || step === "REDO") && `：${milestone}`}
        </h2>
        {step === "RESTART" && <Wish ticket={ticket} />}
        {step === "REDO" && returned && <p className={css.reason}>{returned}</p>}
        <p className="muted">{i18n._(sentence)}</p>
      </div>
      <StepActions ticket={ticket} step={step} onRefused={onRefused} />
    </section>
  );
}

/** What is to be done over, in the words and photos of whoever asks for it. */
function Wish({ ticket }: { ticket: TicketSheetFragment }) {
  const { t } = useLingui();
  return (
    <>
      {ticket.reworkReason && <p className={css.reason}>{ticket.reworkReason}</p>}
      <PhotoGrid photos={ticket.reworkPhotos} label={t`返工要求的照片`} />
    </>
  );
}

function StepActions({ ticket, step, onRefused }: Props & { step: NextStep }) {
  const { t } = useLingui();
  const [delivering, setDelivering] = useState(false);
  const acts = useWorkActs(ticket, onRefused);
  const may = (action: string) => ticket.availableActions.includes(action);
  const mayPost = may("POST_PROGRESS");
  const mayDeliver = may("DELIVER") && (step === "DELIVER" || step === "REDELIVER");
  if (!may("START") && !mayPost && !mayDeliver) return null;
  return (
    <ActionBar>
      {mayPost && <ReportLink ticket={ticket} primary={!may("START") && !mayDeliver} />}
      {may("START") && (
        <Button loading={acts.busy} onClick={() => void acts.start()}>
          {step === "RESTART" ? <Trans>开始返工</Trans> : <Trans>开始服务</Trans>}
        </Button>
      )}
      {mayDeliver && (
        <Button loading={acts.busy} onClick={() => setDelivering(true)}>
          <Trans>申请验收</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={delivering}
        onClose={() => setDelivering(false)}
        title={t`申请验收？`}
        confirmLabel={t`申请验收`}
        busy={acts.busy}
        onConfirm={() => void acts.deliver().then(() => setDelivering(false))}
      >
        <Trans>申请后不能再提交进度；平台审核通过，再由客户验收。</Trans>
      </ConfirmDialog>
    </ActionBar>
  );
}

function ReportLink({ ticket, primary }: { ticket: TicketSheetFragment; primary: boolean }) {
  const milestone = nextMilestone(ticket)?.code;
  return (
    <LinkButton
      to="/t/$ticketId/report"
      params={{ ticketId: ticket.id }}
      search={{ milestone }}
      variant={primary ? "filled" : "default"}
    >
      <Trans>提交进度</Trans>
    </LinkButton>
  );
}
