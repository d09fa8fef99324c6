import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { RecordCashDocument } from "../../gql/graphql";

/** A cashier took cash at the counter for the instalment that is asked for. */
export function RecordCash({ instalment }: { instalment: { readonly id: string; readonly name: string } }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState("");
  const [receiptNo, setReceiptNo] = useState("");
  const once = useIdempotencyKey(`cash:${instalment.id}:${amount}:${receiptNo}`);
  const { act, busy } = useAct(RecordCashDocument, (data) => data.recordCash);
  async function record(): Promise<void> {
    const done = await act({
      input: { instalmentId: instalment.id, amount, receiptNo, idempotencyKey: once.key() },
    });
    if (!done) return;
    once.answered();
    setOpen(false);
    toast.ok(t`现金已入账`);
  }
  const { name } = instalment;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>登记现金 · {name}</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`登记柜台现金？`}
        confirmLabel={t`登记`}
        busy={busy}
        ready={amount !== "" && amount !== "0" && receiptNo.trim().length >= 4}
        onConfirm={() => void record()}
      >
        <Stack>
          <MoneyInput label={t`实收金额`} value={amount} onChange={setAmount} />
          <TextInput
            label={t`收据号`}
            description={t`交给客户的收据编号，每张只能登记一次。`}
            value={receiptNo}
            onChange={(event) => setReceiptNo(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
