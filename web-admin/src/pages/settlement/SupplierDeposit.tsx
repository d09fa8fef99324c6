import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { ReturnDepositDocument, TakeDepositDocument } from "../../gql/graphql";

type SupplierDepositProps = { supplierId: string; deposit: string; onStale: () => void };

/** A cashier books that a supplier's deposit came or went back, each by its bank transfer. */
export function SupplierDeposit({ supplierId, deposit, onStale }: SupplierDepositProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<"TAKE" | "RETURN">();
  const [amount, setAmount] = useState("");
  const [reference, setReference] = useState("");
  const once = useIdempotencyKey(`deposit:${open ?? ""}:${supplierId}:${amount}:${reference}`);
  const take = useAct(TakeDepositDocument, (data) => data.takeDeposit);
  const back = useAct(ReturnDepositDocument, (data) => data.returnDeposit);
  const tooMuch = open === "RETURN" && Number(amount) > Number(deposit);
  function begin(deed: "TAKE" | "RETURN"): void {
    setAmount(deed === "RETURN" ? deposit : "");
    setReference("");
    setOpen(deed);
  }
  async function book(): Promise<void> {
    const input = { supplierId, amount, bankReference: reference.trim(), idempotencyKey: once.key() };
    const done = await (open === "TAKE" ? take.act({ input }) : back.act({ input }));
    if (!done) return;
    once.answered();
    toast.ok(open === "TAKE" ? t`保证金已入账` : t`保证金已退还入账`);
    setOpen(undefined);
    onStale();
  }
  return (
    <>
      <Button variant="default" onClick={() => begin("TAKE")}>
        <Trans>登记收到保证金</Trans>
      </Button>
      {deposit !== "0" && (
        <Button variant="default" onClick={() => begin("RETURN")}>
          <Trans>登记退还保证金</Trans>
        </Button>
      )}
      <ConfirmDialog
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open === "RETURN" ? t`登记退还保证金？` : t`登记收到保证金？`}
        confirmLabel={t`登记`}
        busy={take.busy || back.busy}
        ready={amount !== "" && amount !== "0" && !tooMuch && reference.trim().length >= 4}
        onConfirm={() => void book()}
      >
        <Stack>
          {open === "RETURN" && (
            <p className="muted small">
              <Trans>
                保证金余额 <Money fen={deposit} />
                。服务商有欠款时不能退还。
              </Trans>
            </p>
          )}
          <MoneyInput
            key={open ?? ""}
            label={t`金额`}
            value={amount}
            error={tooMuch ? t`超过了保证金余额` : undefined}
            onChange={setAmount}
          />
          <TextInput
            label={t`银行流水号`}
            description={t`银行付款成功后的流水号，只能用一次`}
            value={reference}
            maxLength={64}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
