import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PaymentPlan } from "@kaidan/web-kit/ui/PaymentPlan";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { WorkPaused } from "@kaidan/web-kit/ui/WorkPaused";
import { tenderWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Section } from "../../features/console/Section";
import { PostingsLink } from "../../features/ledger/PostingsLink";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";
import { RecordCash } from "./RecordCash";
import { WaiveInstalment } from "./WaiveInstalment";

type OrderPaymentsProps = Pick<StaffOrderPageOrderFragment, "instalments" | "payments" | "workPaused">;
type Payment = OrderPaymentsProps["payments"][number];

/** The plan the order is paid by, and every attempt to pay it. */
export function OrderPayments({ instalments, payments, workPaused }: OrderPaymentsProps) {
  const { t } = useLingui();
  const columns = usePaymentColumns();
  const { can } = useMe();
  const payable = instalments.find(({ state }) => state === "DUE" || state === "PART_PAID" || state === "OVERDUE");
  const mayBeWaived = instalments.filter(
    ({ waiverAsked, availableActions }) => waiverAsked !== null || availableActions.includes("WAIVE"),
  );
  return (
    <>
      <Section title={t`付款计划`}>
        <WorkPaused paused={workPaused} />
        <PaymentPlan instalments={instalments} />
        <div className="row">
          {payable && can("payments.confirm") && <RecordCash instalment={payable} />}
          {mayBeWaived.map((instalment) => (
            <WaiveInstalment key={instalment.id} instalment={instalment} />
          ))}
        </div>
      </Section>
      {payments.length > 0 && (
        <Section title={t`付款记录`} flush>
          <DataTable label={t`付款记录`} rows={payments} columns={columns} rowKey={({ id }) => id} />
        </Section>
      )}
    </>
  );
}

function usePaymentColumns(): Column<Payment>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return [
    { key: "no", head: t`付款号`, narrow: "title", cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "instalment", head: t`分期`, cell: ({ instalmentName }) => instalmentName },
    { key: "tender", head: t`方式`, cell: ({ tender }) => i18n._(tenderWords[tender]) },
    { key: "state", head: t`状态`, cell: (payment) => <PaymentOutcome payment={payment} /> },
    { key: "amount", head: t`金额`, align: "end", cell: (payment) => <PaymentAmount payment={payment} /> },
    {
      key: "settled",
      head: t`到账时间`,
      align: "end",
      cell: ({ settledAt }) =>
        settledAt ? <DateText at={settledAt} as="absolute" /> : <span className="muted">—</span>,
    },
  ];
}

/** What was paid leads to its postings; what has not arrived has none. */
function PaymentAmount({ payment: { id, amount, settledAt } }: { payment: Payment }) {
  if (!settledAt) return <Money fen={amount} />;
  return (
    <PostingsLink search={{ payment: id }}>
      <Money fen={amount} />
    </PostingsLink>
  );
}

function PaymentOutcome({ payment: { id, state, reason } }: { payment: Payment }) {
  return (
    <span className="row">
      <StatusTag of="PaymentState" state={state} />
      {state === "SLIP_UPLOADED" && (
        <Link to="/payments" search={{ id }}>
          <Trans>去确认</Trans>
        </Link>
      )}
      {reason && <span className="muted small">{reason}</span>}
    </span>
  );
}
