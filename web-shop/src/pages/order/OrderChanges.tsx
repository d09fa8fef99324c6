import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { consentWords, partKindWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import {
  AnswerAmendmentDocument,
  type CustomerAmendmentFragment,
  OrderAmendmentsDocument,
  ResubmitOrderDocument,
} from "../../gql/graphql";

/** What waits for the customer's word: a change that makes it worse for them, or an order that was returned. */
export function OrderChanges({ order, onStale }: { order: WholeOrder; onStale: () => void }) {
  const { data, refetch } = useQuery(OrderAmendmentsDocument, {
    variables: { id: order.id },
    fetchPolicy: "cache-and-network",
  });
  const seen = data?.order;
  if (!seen) return null;
  const reload = () => {
    void refetch();
    onStale();
  };
  const asked = seen.amendments.filter(({ availableActions }) => availableActions.includes("AGREE"));
  return (
    <>
      {order.state === "RETURNED" && <Returned order={seen} onDone={reload} />}
      {asked.map((amendment) => (
        <Consent key={amendment.id} amendment={amendment} onDone={reload} />
      ))}
    </>
  );
}

type ReturnedProps = { order: { id: string; version: number; returnReason: string | null }; onDone: () => void };

function Returned({ order, onDone }: ReturnedProps) {
  const { t } = useLingui();
  const { act, busy } = useAct(ResubmitOrderDocument, (data) => data.resubmitOrder);
  async function again(): Promise<void> {
    const done = await act({ input: { orderId: order.id, version: order.version } });
    if (done) toast.ok(t`已重新提交，等待平台审核`);
    onDone();
  }
  return (
    <Alert color="yellow" role="alert" title={t`平台退回了这张订单`}>
      <p>{order.returnReason}</p>
      <Button loading={busy} onClick={() => void again()}>
        <Trans>重新提交</Trans>
      </Button>
    </Alert>
  );
}

function Consent({ amendment, onDone }: { amendment: CustomerAmendmentFragment; onDone: () => void }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(AnswerAmendmentDocument, (data) => data.answerAmendment);
  async function answer(agree: boolean, reason: string | null): Promise<void> {
    const { id: amendmentId, version, hash } = amendment;
    const done = await act({ input: { amendmentId, version, hash: hash ?? "", agree, reason } });
    setAsking(false);
    onDone();
    if (done) toast.ok(agree ? t`已同意变更` : t`已拒绝变更`);
  }
  return (
    <section className="card stack" aria-labelledby={`amendment-${amendment.id}`}>
      <h2 id={`amendment-${amendment.id}`}>
        <Trans>订单变更需要您同意</Trans>
      </h2>
      <p>{amendment.reason}</p>
      <ConsentFacts amendment={amendment} />
      <Group>
        <Button loading={busy} onClick={() => void answer(true, null)}>
          <Trans>同意变更</Trans>
        </Button>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>不同意</Trans>
        </Button>
      </Group>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`不同意这次变更`}
        reasons={[t`价格不合适`, t`不需要这些改动`]}
        confirmLabel={t`不同意`}
        busy={busy}
        onConfirm={(reason) => void answer(false, reason)}
      />
    </section>
  );
}

function ConsentFacts({ amendment }: { amendment: CustomerAmendmentFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { effect, consent, lines, saleDelta } = amendment;
  const some = (fen: string | undefined) => (fen === undefined || fen === "0" ? null : <Money fen={fen} />);
  return (
    <>
      <Facts
        items={[
          { label: t`为什么需要同意`, value: consent.map((reason) => i18n._(consentWords[reason])).join("、") },
          { label: t`总价变化`, value: <Money fen={saleDelta} /> },
          { label: t`变更后总价`, value: effect && <Money fen={effect.total} /> },
          { label: t`需要补付`, value: some(effect?.difference) },
          { label: t`退还给您`, value: some(effect?.refund) },
          { label: t`不退的定金`, value: some(effect?.forfeit) },
          { label: t`赔付给您`, value: some(effect?.compensation) },
        ]}
      />
      <ul>
        {lines.map((line) => (
          <li key={`${line.componentId ?? line.itemName}:${line.kind}`}>
            {i18n._(partKindWords[line.kind])} · {line.itemName}{" "}
            {line.amountBefore !== null && <Money fen={line.amountBefore} />} →{" "}
            {line.amountAfter === null ? <Trans>取消</Trans> : <Money fen={line.amountAfter} />}
          </li>
        ))}
      </ul>
    </>
  );
}
