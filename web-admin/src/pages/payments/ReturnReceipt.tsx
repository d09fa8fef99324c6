import { formatMoney } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  KeepReceiptDocument,
  ProposeReturnDocument,
  ReturnReceiptDocument,
  type UnidentifiedRowFragment,
} from "../../gql/graphql";

type ReturnReceiptProps = { receipt: UnidentifiedRowFragment; onDone: () => void };

/** Money that is nobody's payment goes back: one cashier says so, another one sends it. */
export function ReturnReceipt(props: ReturnReceiptProps) {
  const { availableActions } = props.receipt;
  return (
    <>
      {availableActions.includes("PROPOSE_RETURN") && <Propose {...props} />}
      {availableActions.includes("RETURN") && <Send {...props} />}
      {availableActions.includes("KEEP") && <Keep {...props} />}
    </>
  );
}

function Propose({ receipt: { id, version }, onDone }: ReturnReceiptProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { act, busy } = useAct(ProposeReturnDocument, (data) => data.proposeReturn);
  async function propose(reason: string): Promise<void> {
    const done = await act({ input: { receiptId: id, version, reason } });
    setOpen(false);
    onDone();
    if (done) toast.ok(t`已提交，待另一位同事退回`);
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>退回付款方</Trans>
      </Button>
      <ReasonDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`把这笔钱退回付款方？`}
        confirmLabel={t`提交`}
        busy={busy}
        onConfirm={(reason) => void propose(reason)}
      />
    </>
  );
}

function Send({ receipt: { id, version, amount, payer }, onDone }: ReturnReceiptProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [bankReference, setBankReference] = useState("");
  const once = useIdempotencyKey(`return:${id}:${version}:${bankReference}`);
  const { act, busy } = useAct(ReturnReceiptDocument, (data) => data.returnReceipt);
  async function send(): Promise<void> {
    const done = await act({ input: { receiptId: id, version, bankReference, idempotencyKey: once.key() } });
    onDone();
    if (!done) return;
    once.answered();
    setOpen(false);
    toast.ok(t`已登记退回`);
  }
  const words = formatMoney(amount);
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        <Trans>登记已退回</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`已把 ${words} 退回 ${payer}？`}
        confirmLabel={t`登记`}
        busy={busy}
        ready={bankReference.trim().length >= 4}
        onConfirm={() => void send()}
      >
        <Stack>
          <TextInput
            label={t`退款的银行流水号`}
            description={t`先在银行转账，再登记；每笔流水只能登记一次。`}
            value={bankReference}
            onChange={(event) => setBankReference(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}

function Keep({ receipt: { id, version }, onDone }: ReturnReceiptProps) {
  const { t } = useLingui();
  const { act, busy } = useAct(KeepReceiptDocument, (data) => data.keepReceipt);
  async function keep(): Promise<void> {
    const done = await act({ input: { receiptId: id, version } });
    onDone();
    if (done) toast.ok(t`已撤回，继续查找`);
  }
  return (
    <Button size="xs" variant="default" loading={busy} onClick={() => void keep()}>
      <Trans>撤回退款</Trans>
    </Button>
  );
}
