import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ApproveServiceDocument, type ProposedServiceFragment, RejectServiceDocument } from "../../gql/graphql";

/** Approve or reject one proposal where it stands. */
export function ServiceDecision({ service, onDecided }: { service: ProposedServiceFragment; onDecided: () => void }) {
  const { t } = useLingui();
  const { id: serviceId, version, availableActions, item, supplier } = service;
  const [rejecting, setRejecting] = useState(false);
  const approval = useAct(ApproveServiceDocument, (data) => data.approveService);
  const rejection = useAct(RejectServiceDocument, (data) => data.rejectService);
  const subject = `${item.name} · ${supplier.name}`;

  async function approve(): Promise<void> {
    if (await approval.act({ input: { serviceId, version } })) toast.ok(t`已通过：${subject}`);
    onDecided();
  }
  async function reject(reason: string): Promise<void> {
    if (await rejection.act({ input: { serviceId, version, reason } })) toast.ok(t`已退回：${subject}`);
    setRejecting(false);
    onDecided();
  }

  return (
    <>
      {availableActions.includes("REJECT") && (
        <Button
          data-verb="reject"
          size="xs"
          variant="default"
          aria-label={t`不通过 ${subject}`}
          onClick={() => setRejecting(true)}
        >
          <Trans>不通过</Trans>
        </Button>
      )}
      {availableActions.includes("APPROVE") && (
        <Button
          data-verb="approve"
          size="xs"
          loading={approval.busy}
          aria-label={t`通过 ${subject}`}
          onClick={() => void approve()}
        >
          <Trans>通过</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={rejecting}
        onClose={() => setRejecting(false)}
        title={t`不通过：${subject}`}
        reasons={[t`销售价偏离同类服务`, t`成本上涨缺少依据`, t`能力与资质不符`]}
        confirmLabel={t`不通过`}
        busy={rejection.busy}
        onConfirm={(reason) => void reject(reason)}
      />
    </>
  );
}
