import { formatMoney } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { DeclineCreditPayoutDocument, PayCreditOutDocument, type PayoutRowFragment } from "../../gql/graphql";

type PayPayoutProps = { payout: PayoutRowFragment; onDone: () => void };

/** A cashier sent the credit, or does not pay it and says why. */
export function PayPayout(props: PayPayoutProps) {
  const { availableActions } = props.payout;
  return (
    <span className="row">
      {availableActions.includes("PAY") && <Pay {...props} />}
      {availableActions.includes("DECLINE") && <Decline {...props} />}
    </span>
  );
}

function Pay({ payout: { id, version, amount, payeeName }, onDone }: PayPayoutProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [bankReference, setBankReference] = useState("");
  const once = useIdempotencyKey(`payout:${id}:${version}:${bankReference}`);
  const { act, busy } = useAct(PayCreditOutDocument, (data) => data.payCreditOut);
  async function pay(): Promise<void> {
    const done = await act({ input: { payoutId: id, version, bankReference, idempotencyKey: once.key() } });
    onDone();
    if (!done) return;
    once.answered();
    setOpen(false);
    toast.ok(t`已登记付款`);
  }
  const words = formatMoney(amount);
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        <Trans>登记已付款</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`已把 ${words} 转给 ${payeeName}？`}
        confirmLabel={t`登记`}
        busy={busy}
        ready={bankReference.trim().length >= 4}
        onConfirm={() => void pay()}
      >
        <TextInput
          label={t`付款的银行流水号`}
          description={t`先在银行转账，再登记；每笔流水只能登记一次。`}
          value={bankReference}
          onChange={(event) => setBankReference(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}

function Decline({ payout: { id, version }, onDone }: PayPayoutProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { act, busy } = useAct(DeclineCreditPayoutDocument, (data) => data.declineCreditPayout);
  async function decline(reason: string): Promise<void> {
    await act({ input: { payoutId: id, version, reason } });
    setOpen(false);
    onDone();
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>不予付款</Trans>
      </Button>
      <ReasonDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`不付这笔提现？`}
        confirmLabel={t`提交`}
        busy={busy}
        onConfirm={(reason) => void decline(reason)}
      />
    </>
  );
}
