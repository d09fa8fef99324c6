import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { claimEndWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { type ClaimEnd, EndClaimDocument } from "../../gql/graphql";

type EndClaimProps = {
  supplierId: string;
  claim: { readonly item: string; readonly title: string; readonly balance: string };
  deposit: string;
  onStale: () => void;
};

/** What a supplier owes ends otherwise than by its next statement: from its deposit, paid by it, or given up. */
export function EndClaim({ supplierId, claim, deposit, onStale }: EndClaimProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const owed = claim.balance.replace("-", "");
  const [open, setOpen] = useState(false);
  const [end, setEnd] = useState<ClaimEnd>("DEPOSIT");
  const [amount, setAmount] = useState(owed);
  const [reason, setReason] = useState("");
  const once = useIdempotencyKey(`end-claim:${supplierId}:${claim.item}:${end}:${amount}:${owed}`);
  const { act, busy } = useAct(EndClaimDocument, (data) => data.endClaim);
  const most = end === "DEPOSIT" && Number(deposit) < Number(owed) ? deposit : owed;
  const tooMuch = Number(amount) > Number(most);
  function begin(): void {
    setAmount(owed);
    setReason("");
    setOpen(true);
  }
  async function finish(): Promise<void> {
    const input = { supplierId, item: claim.item, amount, end, reason: reason.trim(), idempotencyKey: once.key() };
    const done = await act({ input });
    if (!done) return;
    once.answered();
    setOpen(false);
    toast.ok(t`追索款已了结`);
    onStale();
  }
  const { title } = claim;
  return (
    <>
      <Button size="xs" variant="default" onClick={begin} aria-label={t`了结欠款：${title}`}>
        <Trans>了结</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`了结这笔欠款？`}
        confirmLabel={t`了结`}
        busy={busy}
        danger={end === "WRITTEN_OFF"}
        ready={amount !== "" && amount !== "0" && !tooMuch && reason.trim() !== ""}
        onConfirm={() => void finish()}
      >
        <Stack>
          <p className="muted small">
            <Trans>不处理时，会从服务商的下一张结算单中扣回。核销须由提出扣款或退款以外的同事办理。</Trans>
          </p>
          <Select
            label={t`方式`}
            value={end}
            data={(Object.keys(claimEndWords) as ClaimEnd[]).map((value) => ({
              value,
              label: i18n._(claimEndWords[value]),
            }))}
            allowDeselect={false}
            onChange={(value) => value && setEnd(value as ClaimEnd)}
          />
          <MoneyInput
            label={t`金额`}
            description={
              <Trans>
                最多 <Money fen={most} />
              </Trans>
            }
            value={amount}
            error={tooMuch ? t`超过了可了结的金额` : undefined}
            onChange={setAmount}
          />
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
