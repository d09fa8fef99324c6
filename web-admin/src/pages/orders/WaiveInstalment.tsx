import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { DecideWaiver } from "../../features/waivers/DecideWaiver";
import { ProposeWaiverDocument, type StaffOrderPageOrderFragment } from "../../gql/graphql";

type Instalment = StaffOrderPageOrderFragment["instalments"][number];

/** What the platform does without of an instalment: proposed here, and decided here by another person. */
export function WaiveInstalment({ instalment }: { instalment: Instalment }) {
  const { waiverAsked, waiverReason, name, availableActions } = instalment;
  if (waiverAsked)
    return (
      <div className="row">
        <span>
          <Trans>
            {name}：拟减免 <Money fen={waiverAsked} />
            ，待另一位同事批准。
          </Trans>
        </span>
        {waiverReason && <span className="muted small">{waiverReason}</span>}
        <DecideWaiver instalment={instalment} />
      </div>
    );
  return availableActions.includes("WAIVE") ? <ProposeWaiver instalment={instalment} /> : null;
}

function ProposeWaiver({ instalment: { id, name, version, payable } }: { instalment: Instalment }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState("");
  const once = useIdempotencyKey(`waive:${id}:${version}:${amount}`);
  const { act, busy } = useAct(ProposeWaiverDocument, (data) => data.proposeWaiver);
  const tooMuch = amount !== "" && BigInt(amount) > BigInt(payable);
  const wrong = amount === "" || amount === "0" || tooMuch;
  async function propose(reason: string): Promise<void> {
    if (wrong) return;
    const done = await act({ input: { instalmentId: id, version, amount, reason, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    setOpen(false);
    setAmount("");
    toast.ok(done.instalment?.waiverAsked ? t`已提交，待另一位同事批准` : t`已减免`);
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        <Trans>减免 · {name}</Trans>
      </Button>
      <ReasonDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`减免「${name}」的一部分？`}
        confirmLabel={t`减免`}
        busy={busy}
        onConfirm={(reason) => void propose(reason)}
      >
        <Stack>
          <span>
            <Trans>
              还有 <Money fen={payable} /> 未付。减免由平台承担，服务商照常结算；超过限额的由另一位同事批准。
            </Trans>
          </span>
          <MoneyInput
            label={t`减免金额`}
            value={amount}
            onChange={setAmount}
            error={tooMuch ? t`不能超过未付金额。` : undefined}
          />
        </Stack>
      </ReasonDialog>
    </>
  );
}
