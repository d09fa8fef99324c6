import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type RefundDetailsFragment, RejectRefundDocument } from "../../gql/graphql";

/** Turns a refund down with a reason the customer reads. */
export function RejectRefund({ refund, onStale }: { refund: RefundDetailsFragment; onStale: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(RejectRefundDocument, (data) => data.rejectRefund);
  async function reject(reason: string): Promise<void> {
    const done = await act({ input: { refundId: refund.id, version: refund.version, reason } });
    setAsking(false);
    if (done) toast.ok(t`已驳回，客户会收到原因`);
    else onStale();
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>驳回</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`驳回这笔退款`}
        reasons={[t`服务已全部完成并验收`, t`提供的照片不能说明问题`]}
        confirmLabel={t`驳回`}
        busy={busy}
        onConfirm={(reason) => void reject(reason)}
      />
    </>
  );
}
