import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { tenderWords, wordOf } from "@kaidan/web-kit/vocabulary/plain-words";
import { refundRouteWords } from "@kaidan/web-kit/vocabulary/refund-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Section } from "../../features/console/Section";
import { ChooseRefundRouteDocument, PayRefundDocument, type RefundDetailsFragment } from "../../gql/graphql";

type Part = RefundDetailsFragment["parts"][number];

/** Each part on its way back, with the way out of what failed. */
export function RefundParts({ refund, onStale }: { refund: RefundDetailsFragment; onStale: () => void }) {
  const { t } = useLingui();
  return (
    <Section title={t`退款去向`} lead={t`每一笔各自退回，一笔失败不会重复其他的。`}>
      <ul className="list stack">
        {refund.parts.map((part) => (
          <li key={part.id} className="stack">
            <PartLine part={part} />
            {part.failure && part.state === "FAILED" && (
              <Alert color="red">
                <Trans>渠道答复：{part.failure}</Trans>
              </Alert>
            )}
            {part.availableActions.includes("CHOOSE_BANK") && <ChooseBank part={part} onStale={onStale} />}
            {part.availableActions.includes("PAY") && <PayPart key={part.version} part={part} onStale={onStale} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PartLine({ part }: { part: Part }) {
  const { i18n } = useLingui();
  return (
    <Group justify="space-between">
      <span>
        {part.instalmentName} {part.tender && i18n._(wordOf(tenderWords, part.tender))} →{" "}
        {i18n._(wordOf(refundRouteWords, part.route))}{" "}
        <span className="muted small mono">{part.bankReference ?? part.no}</span>
      </span>
      <Group gap="xs">
        <Money fen={part.amount} />
        <StatusTag of="RefundPartState" state={part.state} />
      </Group>
    </Group>
  );
}

function ChooseBank({ part, onStale }: { part: Part; onStale: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(ChooseRefundRouteDocument, (data) => data.chooseRefundRoute);
  async function choose(): Promise<void> {
    if (await act({ input: { allocationId: part.id, version: part.version } })) toast.ok(t`已改为银行转账`);
    else onStale();
  }
  return (
    <Button variant="default" loading={busy} onClick={() => void choose()}>
      <Trans>改为银行转账</Trans>
    </Button>
  );
}

function PayPart({ part, onStale }: { part: Part; onStale: () => void }) {
  const { t } = useLingui();
  const [payeeName, setPayeeName] = useState("");
  const [payeeAccount, setPayeeAccount] = useState("");
  const [bankReference, setBankReference] = useState("");
  const idempotency = useIdempotencyKey(`payRefund:${part.id}:${part.version}`);
  const { act, busy } = useAct(PayRefundDocument, (data) => data.payRefund);
  async function pay(event: FormEvent): Promise<void> {
    event.preventDefault();
    const payee = { payeeName, payeeAccount, bankReference };
    const seen = { allocationId: part.id, version: part.version };
    const done = await act({ input: { ...seen, ...payee, idempotencyKey: idempotency.key() } });
    if (!done) return onStale();
    idempotency.answered();
    toast.ok(t`已登记转账`);
  }
  return (
    <form className="stack" onSubmit={(event) => void pay(event)} noValidate>
      <TextInput
        label={t`收款人`}
        value={payeeName}
        onChange={(event) => setPayeeName(event.currentTarget.value)}
        required
      />
      <TextInput
        label={t`收款账号`}
        value={payeeAccount}
        onChange={(event) => setPayeeAccount(event.currentTarget.value)}
        required
      />
      <TextInput
        label={t`银行流水号`}
        value={bankReference}
        onChange={(event) => setBankReference(event.currentTarget.value)}
        required
      />
      <Button type="submit" loading={busy} disabled={!payeeName || !payeeAccount || !bankReference}>
        <Trans>
          登记已转账 <Money fen={part.amount} />
        </Trans>
      </Button>
    </form>
  );
}
