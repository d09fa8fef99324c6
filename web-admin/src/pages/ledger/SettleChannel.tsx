import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import { SettleChannelDocument } from "../../gql/graphql";
import css from "./AccountsPage.module.css";

/** A payment channel paid out to the bank what it had collected, less its fee: somebody who sees both notes it once. */
export function SettleChannel() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [collected, setCollected] = useState("");
  const [fee, setFee] = useState("");
  const [bankReference, setBankReference] = useState("");
  const once = useIdempotencyKey(`settle-channel:${collected}:${fee}:${bankReference}`);
  const { act, busy } = useAct(SettleChannelDocument, (data) => data.settleChannel);
  async function settle(): Promise<void> {
    const done = await act({ input: { collected, fee, bankReference, idempotencyKey: once.key() } });
    if (!done?.transaction) return;
    once.answered();
    toast.ok(t`通道结算已入账`);
    await navigate({ to: "/ledger/transactions/$id", params: { id: done.transaction.id } });
  }
  return (
    <Section title={t`通道结算`}>
      <p className={css.audit}>
        <span className="muted">{t`支付通道把代收的款项扣除手续费后打到银行，按银行流水登记一次。`}</span>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          <Trans>登记通道结算</Trans>
        </Button>
      </p>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`登记通道结算？`}
        confirmLabel={t`登记`}
        busy={busy}
        ready={collected !== "" && collected !== "0" && fee !== "" && bankReference.trim() !== ""}
        onConfirm={() => void settle()}
      >
        <Stack>
          <MoneyInput label={t`通道代收金额`} description={t`含手续费。`} value={collected} onChange={setCollected} />
          <MoneyInput label={t`手续费`} description={t`没有就填 0。`} value={fee} onChange={setFee} />
          <TextInput
            label={t`银行流水号`}
            description={t`每笔到账只能登记一次。`}
            maxLength={64}
            value={bankReference}
            onChange={(event) => setBankReference(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}
