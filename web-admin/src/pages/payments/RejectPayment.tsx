import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type PaymentFactsFragment, RejectBankPaymentDocument } from "../../gql/graphql";
import { isTooLate } from "./too-late";

type RejectPaymentProps = { payment: PaymentFactsFragment; onDecided: () => void; onTooLate: () => void };

/** Sends a slip back with a reason the customer reads. */
export function RejectPayment({ payment: { id, version }, onDecided, onTooLate }: RejectPaymentProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(
    RejectBankPaymentDocument,
    (data) => data.rejectBankPayment,
    (refused) => {
      if (!isTooLate(refused)) return false;
      setAsking(false);
      onTooLate();
      return true;
    },
  );
  async function reject(reason: string): Promise<void> {
    const payload = await act({ input: { paymentId: id, version, reason } });
    if (!payload) return;
    setAsking(false);
    toast.ok(t`已驳回，客户会收到原因`);
    onDecided();
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>驳回</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`驳回这张凭证`}
        reasons={[t`银行流水中没有这笔款项`, t`金额与应付不符`, t`凭证看不清，请重新上传`, t`收款账户不是平台账户`]}
        confirmLabel={t`驳回`}
        busy={busy}
        onConfirm={(reason) => void reject(reason)}
      />
    </>
  );
}
