import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { partyWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { PayOfficialFeeDocument, type StaffOrderPageOrderFragment } from "../../gql/graphql";

type Line = StaffOrderPageOrderFragment["lines"][number];
type PaidBy = keyof typeof partyWords;

/** A cashier notes that the office got its fee: paid by the platform, or in advance by the supplier, who is owed it. */
export function PayOfficialFee({ line }: { line: Line }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { id, itemName, officialFeePayable } = line;
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(officialFeePayable);
  const [paidBy, setPaidBy] = useState<PaidBy>("PLATFORM");
  const [reference, setReference] = useState("");
  const once = useIdempotencyKey(`official-fee:${id}:${amount}:${paidBy}:${reference}`);
  const { act, busy } = useAct(PayOfficialFeeDocument, (data) => data.payOfficialFee);
  const tooMuch = amount !== "" && BigInt(amount) > BigInt(officialFeePayable);
  const ready = amount !== "" && amount !== "0" && !tooMuch && reference.trim().length >= 4;
  async function pay(): Promise<void> {
    const done = await act({ input: { componentId: id, amount, paidBy, reference, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    setOpen(false);
    toast.ok(t`官费已登记缴纳`);
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>登记缴纳 · {itemName}</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`登记「${itemName}」的官费已缴纳？`}
        confirmLabel={t`登记`}
        busy={busy}
        ready={ready}
        onConfirm={() => void pay()}
      >
        <Stack>
          <Radio.Group label={t`由谁缴纳`} value={paidBy} onChange={(value) => setPaidBy(value as PaidBy)}>
            <Stack gap="xs" mt="xs">
              {(["PLATFORM", "SUPPLIER"] as const).map((party) => (
                <Radio key={party} value={party} label={i18n._(partyWords[party])} />
              ))}
            </Stack>
          </Radio.Group>
          <MoneyInput
            label={t`缴纳金额`}
            value={amount}
            onChange={setAmount}
            error={tooMuch ? t`不能超过已代收的官费。` : undefined}
          />
          <TextInput
            label={t`缴费凭证号`}
            description={t`官方机构出具的收据或流水编号。`}
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
