import { formatMoney } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { ConfirmCollectedDocument, DenyCollectedDocument, type OrderPaymentFragment } from "../../gql/graphql";

/** What suppliers say they took at the door: it counts only when the customer says that it is so. */
export function Collected({ order }: { order: WholeOrder }) {
  const asked = order.instalments
    .flatMap(({ payments }) => payments)
    .filter(({ availableActions }) => availableActions.includes("CONFIRM_COLLECTED"));
  return (
    <>
      {asked.map((payment) => (
        <Ask key={payment.id} payment={payment} />
      ))}
    </>
  );
}

function Ask({ payment }: { payment: OrderPaymentFragment }) {
  const { t } = useLingui();
  const [denying, setDenying] = useState(false);
  const once = useIdempotencyKey(`collected:${payment.id}`);
  const confirmation = useAct(ConfirmCollectedDocument, (data) => data.confirmCollected);
  const denial = useAct(DenyCollectedDocument, (data) => data.denyCollected);
  const { id: paymentId, version } = payment;
  const amount = formatMoney(payment.amount);

  async function confirm(): Promise<void> {
    const done = await confirmation.act({ input: { paymentId, version, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    toast.ok(t`已确认，款项计入本订单`);
  }

  async function deny(reason: string): Promise<void> {
    if (!(await denial.act({ input: { paymentId, version, reason } }))) return;
    setDenying(false);
    toast.ok(t`已告知平台，会有人跟进核对`);
  }

  return (
    <Alert color="yellow" role="alert" title={t`服务商记录了现场收款 ${amount}`}>
      <p>
        {payment.state === "DENIED" ? (
          <Trans>您已否认这笔收款，平台正在核对。确认后才会计入订单。</Trans>
        ) : (
          <Trans>您是否已在现场支付这笔款项？确认后才会计入订单。</Trans>
        )}
      </p>
      <Group mt="sm">
        <Button loading={confirmation.busy} onClick={() => void confirm()}>
          <Trans>确认已支付</Trans>
        </Button>
        {payment.availableActions.includes("DENY_COLLECTED") && (
          <Button variant="default" onClick={() => setDenying(true)}>
            <Trans>没有支付或金额不对</Trans>
          </Button>
        )}
      </Group>
      <ReasonDialog
        opened={denying}
        onClose={() => setDenying(false)}
        title={t`否认这笔现场收款`}
        reasons={[t`没有支付过这笔款项`, t`实际支付的金额不同`]}
        confirmLabel={t`提交`}
        busy={denial.busy}
        onConfirm={(reason) => void deny(reason)}
      />
    </Alert>
  );
}
