import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ApproveRefundDocument, type RefundDetailsFragment } from "../../gql/graphql";

/** Lets an agreed refund pass: from then on it is owed and leaves. */
export function ApproveRefund({ refund, onStale }: { refund: RefundDetailsFragment; onStale: () => void }) {
  const { t } = useLingui();
  const idempotency = useIdempotencyKey(`approveRefund:${refund.id}:${refund.version}`);
  const { act, busy } = useAct(ApproveRefundDocument, (data) => data.approveRefund);
  async function approve(): Promise<void> {
    const seen = { refundId: refund.id, version: refund.version };
    const done = await act({ input: { ...seen, idempotencyKey: idempotency.key() } });
    if (!done) return onStale();
    idempotency.answered();
    toast.ok(t`已批准，正在退回`);
  }
  return (
    <Button loading={busy} onClick={() => void approve()}>
      <Trans>
        批准退款 <Money fen={refund.amount} />
      </Trans>
    </Button>
  );
}
