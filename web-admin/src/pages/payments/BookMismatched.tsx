import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { BookMismatchedDocument, type MismatchedRowFragment } from "../../gql/graphql";

type BookMismatchedProps = { payment: MismatchedRowFragment; onDone: () => void };

/** Books what the channel's own statement shows of a payment that did not fit. */
export function BookMismatched({ payment: { id, version, availableActions }, onDone }: BookMismatchedProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState("");
  const once = useIdempotencyKey(`mismatch:${id}:${version}:${amount}`);
  const { act, busy } = useAct(BookMismatchedDocument, (data) => data.bookMismatched);
  if (!availableActions.includes("BOOK")) return null;
  async function book(): Promise<void> {
    const done = await act({ input: { paymentId: id, version, receivedAmount: amount, idempotencyKey: once.key() } });
    setOpen(false);
    onDone();
    if (!done) return;
    once.answered();
    toast.ok(t`已入账`);
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>核对入账</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`按渠道对账单入账？`}
        confirmLabel={t`入账`}
        busy={busy}
        ready={amount !== "" && amount !== "0"}
        onConfirm={() => void book()}
      >
        <MoneyInput
          label={t`渠道实际到账（人民币）`}
          description={t`先付本期款项，多出的计入客户余款。`}
          value={amount}
          onChange={setAmount}
        />
      </ConfirmDialog>
    </>
  );
}
