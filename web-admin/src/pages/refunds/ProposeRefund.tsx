import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { RefundAmounts } from "@kaidan/web-kit/forms/RefundAmounts";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { tenderWords, wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Section } from "../../features/console/Section";
import { ProposeRefundDocument, type RefundableFactsFragment, type RefundDetailsFragment } from "../../gql/graphql";
import { filled, startOf, sumOf, tenderKey } from "./proposal";

interface Proposing {
  /** The refund that is proposed; without one the form begins one for the order. */
  readonly refund?: RefundDetailsFragment;
  readonly orderId: string;
  readonly refundable: RefundableFactsFragment;
  readonly onStale: () => void;
  readonly onDone?: (refundId: string) => void;
}

/** How much for which service, who bears it, and from which payments if not as planned; each figure is checked as it is typed. */
export function ProposeRefund({ refund, orderId, refundable, onStale, onDone }: Proposing) {
  const { t, i18n } = useLingui();
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>(() => startOf(refund?.lines ?? []));
  const [supplier, setSupplier] = useState((refund?.supplierShare ?? 0) / 100);
  const [customer, setCustomer] = useState((refund?.customerShare ?? 0) / 100);
  const [byHand, setByHand] = useState(false);
  const [parts, setParts] = useState<Readonly<Record<string, string>>>({});
  const [why, setWhy] = useState("");
  const [reason, setReason] = useState("");
  const idempotency = useIdempotencyKey(`proposeRefund:${refund ? `${refund.id}:${refund.version}` : orderId}`);
  const { act, busy } = useAct(ProposeRefundDocument, (data) => data.proposeRefund);
  const total = sumOf(amounts);
  const platform = 100 - supplier - customer;
  const { lines, tenders } = refundable;
  const adds = !byHand || (sumOf(parts) === total && why.trim() !== "");
  const isReady = total !== "0" && platform >= 0 && adds && (refund !== undefined || reason.trim() !== "");

  async function propose(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const allocations = tenders.flatMap((tender) => {
      const amount = parts[tenderKey(tender)] ?? "";
      const { paymentId, instalmentId } = tender;
      return byHand && amount !== "" && amount !== "0" ? [{ paymentId, instalmentId, amount }] : [];
    });
    const done = await act({
      input: {
        ...(refund ? { refundId: refund.id, version: refund.version } : { orderId, reason }),
        components: filled(amounts).map(([componentId, amount]) => ({ componentId, amount })),
        responsibility: { platform: platform * 100, supplier: supplier * 100, customer: customer * 100 },
        ...(byHand ? { allocations, overrideReason: why } : {}),
        idempotencyKey: idempotency.key(),
      },
    });
    if (!done) return onStale();
    idempotency.answered();
    toast.ok(t`方案已提交`);
    if (done.refund) onDone?.(done.refund.id);
  }

  return (
    <Section title={t`退款方案`} lead={t`与客户申请不同的方案会先请客户确认，再由另一位同事批准。`}>
      <form className="stack" onSubmit={(event) => void propose(event)} noValidate>
        {!refund && (
          <Textarea
            label={t`为什么退款`}
            value={reason}
            maxLength={300}
            required
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <RefundAmounts lines={lines} most={refundable.available} value={amounts} onChange={setAmounts} />
        <p>
          <Trans>
            方案合计 <Money fen={total} />
            ，订单最多可退 <Money fen={refundable.available} />
          </Trans>
        </p>
        <NumberInput
          label={t`服务商责任（%）`}
          value={supplier}
          min={0}
          max={100}
          decimalScale={2}
          onChange={(share) => setSupplier(Number(share) || 0)}
        />
        <NumberInput
          label={t`客户责任（%）`}
          value={customer}
          min={0}
          max={100}
          decimalScale={2}
          onChange={(share) => setCustomer(Number(share) || 0)}
        />
        <p className={platform < 0 ? "danger" : "muted"}>
          <Trans>平台责任 {platform}%（三方合计 100%）</Trans>
        </p>
        <Checkbox
          label={t`不按默认分配：自己指定退回哪几笔付款`}
          checked={byHand}
          onChange={(event) => setByHand(event.currentTarget.checked)}
        />
        {byHand &&
          tenders.map((tender) => (
            <MoneyInput
              key={tenderKey(tender)}
              label={`${tender.instalmentName} ${i18n._(wordOf(tenderWords, tender.tender))}`}
              description={<AtMost fen={tender.available} />}
              value={parts[tenderKey(tender)] ?? ""}
              error={
                Number(parts[tenderKey(tender)] ?? 0) > Number(tender.available) ? t`超过了还能退的金额` : undefined
              }
              onChange={(amount) => setParts((now) => ({ ...now, [tenderKey(tender)]: amount }))}
            />
          ))}
        {byHand && (
          <>
            <p className={sumOf(parts) === total ? "muted" : "danger"} aria-live="polite">
              <Trans>
                已分配 <Money fen={sumOf(parts)} />
                ，须等于方案合计
              </Trans>
            </p>
            <Textarea
              label={t`不按默认分配的原因`}
              value={why}
              maxLength={300}
              required
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
          </>
        )}
        <Button type="submit" loading={busy} disabled={!isReady}>
          <Trans>提交方案</Trans>
        </Button>
      </form>
    </Section>
  );
}

function AtMost({ fen }: { fen: string }) {
  return (
    <Trans>
      最多 <Money fen={fen} />
    </Trans>
  );
}
