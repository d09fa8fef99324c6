import { useAct } from "@kaidan/web-kit/forms/useAct";
import { KeyHint } from "@kaidan/web-kit/ui/KeyHint";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ApproveProgressDocument, RejectProgressDocument } from "../../gql/graphql";
import css from "./Progress.module.css";
import type { QueuedReport } from "./useKeptReport";

type ReportDecisionProps = {
  report: QueuedReport;
  onDecided: () => void;
  /** A colleague decided it meanwhile. */
  onTooLate: () => void;
};

/** Approve by A, reject with a reason by R. */
export function ReportDecision({ report: { id, version }, onDecided, onTooLate }: ReportDecisionProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const tooLate = ({ code }: { readonly code: string }): boolean => {
    const late = code === "STALE_VERSION" || code === "INVALID_STATE";
    if (late) onTooLate();
    return late;
  };
  const approving = useAct(ApproveProgressDocument, (data) => data.approveProgress, tooLate);
  const rejecting = useAct(RejectProgressDocument, (data) => data.rejectProgress, tooLate);
  const busy = approving.busy || rejecting.busy;
  async function approve(): Promise<void> {
    if (!(await approving.act({ input: { reportId: id, version } }))) return;
    toast.ok(t`已通过，客户现在能看到`);
    onDecided();
  }
  async function reject(reason: string): Promise<void> {
    const payload = await rejecting.act({ input: { reportId: id, version, reason } });
    setAsking(false);
    if (!payload) return;
    toast.ok(t`已驳回，服务商会收到原因`);
    onDecided();
  }
  useShortcuts([
    { keys: "a", label: t`通过`, run: () => void approve() },
    { keys: "r", label: t`驳回（填写原因）`, run: () => setAsking(true) },
  ]);
  return (
    <div className={css.decision}>
      <Button loading={approving.busy} disabled={busy} onClick={() => void approve()}>
        {t`通过`}
        <KeyHint keys="A" />
      </Button>
      <Button variant="default" disabled={busy} onClick={() => setAsking(true)}>
        {t`驳回`}
        <KeyHint keys="R" />
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`驳回这条进度`}
        reasons={[t`照片看不清`, t`照片与节点不符`, t`照片不全，请补拍`, t`文字说明不清楚`]}
        confirmLabel={t`驳回`}
        busy={rejecting.busy}
        onConfirm={(reason) => void reject(reason)}
      />
    </div>
  );
}
