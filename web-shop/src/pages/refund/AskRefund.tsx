import { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { RefundAmounts } from "@kaidan/web-kit/forms/RefundAmounts";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { type ComponentProps, type FormEvent, useState } from "react";
import { type RefundPageQuery, RequestRefundDocument } from "../../gql/graphql";

type AskRefundProps = { order: NonNullable<RefundPageQuery["order"]>; onAsked: () => void };
type Photos = ComponentProps<typeof PhotoPicker>["value"];

/** For which services how much, why, and photos that show it. */
export function AskRefund({ order, onAsked }: AskRefundProps) {
  const { t } = useLingui();
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [photos, setPhotos] = useState<Photos>([]);
  const idempotency = useIdempotencyKey(`refund:${order.id}`);
  const { act, busy } = useAct(RequestRefundDocument, (data) => data.requestRefund);
  const components = Object.entries(amounts).flatMap(([componentId, amount]) =>
    amount === "" || amount === "0" ? [] : [{ componentId, amount }],
  );
  const isReady = components.length > 0 && reason.trim() !== "";

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const photoIds = photos.map(({ id }) => id);
    const wish = { orderId: order.id, components, reason, photoIds };
    const done = await act({ input: { ...wish, idempotencyKey: idempotency.key() } });
    if (!done) return;
    idempotency.answered();
    toast.ok(t`退款申请已提交`);
    onAsked();
  }

  return (
    <form className="card stack" onSubmit={(event) => void ask(event)} noValidate aria-labelledby="ask-refund">
      <h2 id="ask-refund">
        <Trans>申请退款</Trans>
      </h2>
      <p className="muted small">
        <Trans>
          最多可退 <Money fen={order.refundable.available} />
          。平台核实后给出方案，与申请不同的方案会先请您确认；款项按原付款方式退回。
        </Trans>
      </p>
      <RefundAmounts
        lines={order.refundable.lines.filter(({ available }) => available !== "0")}
        most={order.refundable.available}
        value={amounts}
        onChange={setAmounts}
      />
      <Textarea
        label={t`退款原因`}
        value={reason}
        maxLength={300}
        rows={3}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <PhotoPicker purpose="REFUND" label={t`照片（选填）`} value={photos} onChange={setPhotos} />
      <Button type="submit" loading={busy} disabled={!isReady}>
        <Trans>提交退款申请</Trans>
      </Button>
    </form>
  );
}
