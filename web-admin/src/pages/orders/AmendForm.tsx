import { useQuery } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { faultWords, moneyWayWords } from "@kaidan/web-kit/vocabulary/amendment-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, SegmentedControl, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../features/console/Section";
import {
  type AmendmentKind,
  AmendServicesDocument,
  DraftAmendmentDocument,
  type Fault,
  type MoneyWay,
  type OrderChangesQuery,
} from "../../gql/graphql";
import css from "./Amend.module.css";
import { AmendAdded } from "./AmendAdded";
import { AmendLine, DoneShare } from "./AmendLine";
import { AmendPreview } from "./AmendPreview";
import { type AddWish, asItIs, endingOf, type LineWish, openLines, partsOf } from "./amend-wish";

type Order = NonNullable<OrderChangesQuery["staffOrder"]>;
type AmendFormProps = { order: Order; onDone: () => void };

/** A new change or the end of the order, with its effect on the money before anything is kept. */
export function AmendForm({ order, onDone }: AmendFormProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const [kind, setKind] = useState<AmendmentKind>("CHANGE");
  const [wishes, setWishes] = useState<Readonly<Record<string, LineWish>>>({});
  const [added, setAdded] = useState<readonly AddWish[]>([]);
  const [way, setWay] = useState<MoneyWay>("COLLECT");
  const [fault, setFault] = useState<Fault>("CUSTOMER");
  const [reason, setReason] = useState("");
  const [requestId, setRequestId] = useState<string | null>(null);
  const { data } = useQuery(AmendServicesDocument, {
    variables: { regionCode: order.region.code },
    skip: !can("quotations.manage"),
  });
  const services = data?.quotableServices ?? [];
  const { act, busy } = useAct(DraftAmendmentDocument, (answer) => answer.draftAmendment);
  const lines = openLines(order.lines);
  const ends = kind === "CANCELLATION";
  const parts = ends ? endingOf(lines, wishes) : partsOf(lines, wishes, added);
  const once = useIdempotencyKey(`amend:${order.id}:${JSON.stringify([kind, parts, way, fault, reason, requestId])}`);
  const about = { orderId: order.id, baseRevision: order.revision, kind, parts };
  const content = ends ? { ...about, way: "COLLECT" as const, fault } : { ...about, way };
  const change = (id: string, wish: LineWish) => setWishes((known) => ({ ...known, [id]: wish }));
  async function draft(): Promise<void> {
    const done = await act({ input: { ...content, reason, requestId, idempotencyKey: once.key() } });
    if (!done) return;
    once.answered();
    toast.ok(t`变更草稿已保存`);
    onDone();
  }
  return (
    <Section title={ends ? t`终止订单` : t`发起变更`}>
      <div className="stack">
        <SegmentedControl
          aria-label={t`变更还是终止`}
          value={kind}
          data={[
            { value: "CHANGE", label: t`变更内容` },
            { value: "CANCELLATION", label: t`终止订单` },
          ]}
          onChange={(value) => setKind(value === "CANCELLATION" ? "CANCELLATION" : "CHANGE")}
        />
        {ends ? (
          <Ending lines={lines} wishes={wishes} fault={fault} onFault={setFault} onChange={change} />
        ) : (
          <>
            {lines.map((line) => (
              <AmendLine
                key={line.id}
                line={line}
                wish={wishes[line.id] ?? asItIs(line)}
                services={services}
                onChange={change}
              />
            ))}
            {services.length > 0 && <AmendAdded added={added} services={services} onChange={setAdded} />}
            <Select
              label={t`加价如何收取`}
              value={way}
              data={(["COLLECT", "SPREAD"] as const).map((value) => ({ value, label: i18n._(moneyWayWords[value]) }))}
              allowDeselect={false}
              onChange={(value) => setWay(value === "SPREAD" ? "SPREAD" : "COLLECT")}
            />
          </>
        )}
        <ForRequest requests={order.changeRequests} value={requestId} onChange={setRequestId} />
        <Textarea
          label={t`变更原因`}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {parts.length > 0 && <AmendPreview content={content} />}
        <Button loading={busy} disabled={parts.length === 0 || reason.trim() === ""} onClick={() => void draft()}>
          <Trans>保存变更草稿</Trans>
        </Button>
      </div>
    </Section>
  );
}

type EndingProps = {
  lines: Order["lines"];
  wishes: Readonly<Record<string, LineWish>>;
  fault: Fault;
  onFault: (fault: Fault) => void;
  onChange: (id: string, wish: LineWish) => void;
};

/** What was done of each line before the order ends, and whose fault the end is: it decides what becomes of a 定金. */
function Ending({ lines, wishes, fault, onFault, onChange }: EndingProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <>
      {lines.map((line) => (
        <fieldset key={line.id} className={css.part}>
          <legend>
            {line.itemName}（{line.unit}）
          </legend>
          <DoneShare line={line} wish={wishes[line.id] ?? asItIs(line)} onChange={onChange} />
        </fieldset>
      ))}
      <Select
        label={t`终止原因在谁`}
        description={t`决定已付定金怎样处理：客户原因按政策没收，平台或服务商原因双倍返还。`}
        value={fault}
        data={(["CUSTOMER", "PLATFORM", "SUPPLIER"] as const).map((value) => ({
          value,
          label: i18n._(faultWords[value]),
        }))}
        allowDeselect={false}
        onChange={(value) => onFault(value ?? fault)}
      />
    </>
  );
}

type ForRequestProps = {
  requests: Order["changeRequests"];
  value: string | null;
  onChange: (requestId: string | null) => void;
};

/** What was asked for, if the change is made for it. */
function ForRequest({ requests, value, onChange }: ForRequestProps) {
  const { t } = useLingui();
  const open = requests.filter(({ state }) => state === "OPEN");
  if (open.length === 0) return null;
  const data = open.map(({ id, text }) => ({ value: id, label: text }));
  return <Select label={t`为哪条申请（可选）`} value={value} data={data} clearable onChange={onChange} />;
}
