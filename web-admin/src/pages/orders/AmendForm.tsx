import { useQuery } from "@apollo/client/react";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { moneyWayWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Checkbox, NumberInput, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import {
  DraftAmendmentDocument,
  type MoneyWay,
  type OrderChangesQuery,
  PreviewAmendmentDocument,
} from "../../gql/graphql";
import css from "./Amend.module.css";
import { AmendmentFigures } from "./AmendmentFigures";
import { asItIs, type LineWish, partsOf } from "./amend-wish";

type Order = NonNullable<OrderChangesQuery["staffOrder"]>;
type AmendFormProps = { order: Order; onDone: () => void };

/** A new change, with its effect on the money before anything is kept. */
export function AmendForm({ order, onDone }: AmendFormProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [wishes, setWishes] = useState<Readonly<Record<string, LineWish>>>({});
  const [way, setWay] = useState<MoneyWay>("COLLECT");
  const [reason, setReason] = useState("");
  const [requestId, setRequestId] = useState<string | null>(null);
  const requests = order.changeRequests.filter(({ state }) => state === "OPEN");
  const { act, busy } = useAct(DraftAmendmentDocument, (data) => data.draftAmendment);
  const parts = partsOf(order.lines, wishes);
  const once = useIdempotencyKey(`amend:${order.id}:${JSON.stringify([parts, way, reason, requestId])}`);
  const content = { orderId: order.id, baseRevision: order.revision, kind: "CHANGE" as const, way, parts };
  const change = (id: string, wish: LineWish) => setWishes((known) => ({ ...known, [id]: wish }));
  async function draft(): Promise<void> {
    const done = await act({ input: { ...content, reason, requestId, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    toast.ok(t`变更草稿已保存`);
    onDone();
  }
  return (
    <Section title={t`发起变更`}>
      <div className="stack">
        {order.lines.map((line) => (
          <LineFields key={line.id} line={line} wish={wishes[line.id] ?? asItIs(line)} onChange={change} />
        ))}
        <Select
          label={t`加价如何收取`}
          value={way}
          data={(["COLLECT", "SPREAD"] as const).map((value) => ({ value, label: i18n._(moneyWayWords[value]) }))}
          allowDeselect={false}
          onChange={(value) => setWay(value === "SPREAD" ? "SPREAD" : "COLLECT")}
        />
        {requests.length > 0 && (
          <Select
            label={t`为哪条申请（可选）`}
            value={requestId}
            data={requests.map(({ id, text }) => ({ value: id, label: text }))}
            clearable
            onChange={setRequestId}
          />
        )}
        <Textarea
          label={t`变更原因`}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {parts.length > 0 && <Preview content={content} />}
        <Button loading={busy} disabled={parts.length === 0 || reason.trim() === ""} onClick={() => void draft()}>
          <Trans>保存变更草稿</Trans>
        </Button>
      </div>
    </Section>
  );
}

type LineFieldsProps = {
  line: Order["lines"][number];
  wish: LineWish;
  onChange: (id: string, wish: LineWish) => void;
};

function LineFields({ line, wish, onChange }: LineFieldsProps) {
  const { t } = useLingui();
  return (
    <fieldset className={css.part}>
      <legend>
        {line.itemName}（{line.unit}）
      </legend>
      <NumberInput
        label={t`数量`}
        value={wish.quantity}
        min={0.01}
        decimalScale={2}
        disabled={wish.cancel}
        onChange={(value) => onChange(line.id, { ...wish, quantity: Number(value) || wish.quantity })}
      />
      <MoneyInput
        label={t`金额`}
        value={wish.amount}
        disabled={wish.cancel}
        onChange={(amount) => onChange(line.id, { ...wish, amount })}
      />
      <Checkbox
        label={t`取消这一项`}
        checked={wish.cancel}
        onChange={(event) => onChange(line.id, { ...wish, cancel: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

type PreviewProps = {
  content: {
    orderId: string;
    baseRevision: number;
    kind: "CHANGE";
    way: MoneyWay;
    parts: ReturnType<typeof partsOf>;
  };
};

function Preview({ content }: PreviewProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { data, error } = useQuery(PreviewAmendmentDocument, {
    variables: { input: content },
    fetchPolicy: "network-only",
  });
  const answer = data?.previewAmendment;
  const [refused] = answer?.userErrors ?? [];
  if (error) return <Alert color="red">{t`暂时算不出金额影响，请稍后再试。`}</Alert>;
  if (refused) return <Alert color="red">{wordsForError(i18n, refused)}</Alert>;
  if (!answer?.preview) return <p className="muted small">{t`正在计算金额影响…`}</p>;
  return <AmendmentFigures {...answer.preview} />;
}
