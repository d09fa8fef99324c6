import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { ChargeSupplierDocument } from "../../gql/graphql";

type ChargeSupplierProps = {
  supplierId: string;
  work: { readonly orderId: string; readonly componentId: string; readonly title: string };
  onStale: () => void;
};

/** Staff charge a supplier for work it did late or badly; it comes off its next statement. */
export function ChargeSupplier({ supplierId, work, onStale }: ChargeSupplierProps) {
  const { t } = useLingui();
  const { orderId, componentId, title } = work;
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const once = useIdempotencyKey(`charge:${supplierId}:${componentId}:${amount}:${reason}`);
  const { act, busy } = useAct(ChargeSupplierDocument, (data) => data.chargeSupplier);
  async function charge(): Promise<void> {
    const about = { supplierId, orderId, componentId };
    const done = await act({ input: { ...about, amount, reason: reason.trim(), idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    setOpen(false);
    setAmount("");
    setReason("");
    toast.ok(t`已记扣款，从下一张结算单中扣回`);
    onStale();
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)} aria-label={t`扣款：${title}`}>
        <Trans>扣款</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`向服务商扣款？`}
        confirmLabel={t`扣款`}
        busy={busy}
        danger
        ready={amount !== "" && amount !== "0" && reason.trim() !== ""}
        onConfirm={() => void charge()}
      >
        <Stack>
          <p className="muted small">
            <Trans>
              因「{title}」扣款，不超过这项服务的售价；从服务商的下一张结算单中扣回，服务商可以对这一条提出异议。
            </Trans>
          </p>
          <MoneyInput label={t`金额`} value={amount} onChange={setAmount} />
          <Textarea
            label={t`原因`}
            value={reason}
            maxLength={100}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
