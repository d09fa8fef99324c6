import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { DateText } from "../ui/DateText";
import { Money } from "../ui/Money";
import { StatusTag } from "../ui/StatusTag";
import css from "./FormList.module.css";
import { PrintButton } from "./PrintButton";

export type FormRow = {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly number: number;
  readonly state: "ISSUED" | "SUPERSEDED" | "VOID";
  readonly amount?: string | null;
  /** Shown where forms of many orders stand together. */
  readonly orderNo?: string | null;
  readonly issuedAt: string;
};

type FormListProps = {
  forms: readonly FormRow[];
  /** Path of a form's page. */
  href?: (form: FormRow) => string;
};

/** An order's forms, newest first: what each is, whether it counts, and its file. */
export function FormList({ forms, href }: FormListProps) {
  if (forms.length === 0) {
    return (
      <p className="muted">
        <Trans>还没有单据。</Trans>
      </p>
    );
  }
  return (
    <ul className={css.forms}>
      {forms.map((form) => (
        <li key={form.id} data-state={form.state}>
          <div className={css.head}>
            {href ? <Link to={href(form)}>{form.title}</Link> : <strong>{form.title}</strong>}
            <StatusTag of="FormState" state={form.state} />
            {form.amount && <Money fen={form.amount} />}
          </div>
          <p className="muted small">
            <span className="mono">{form.no}</span>
            <Version number={form.number} />
            <DateText at={form.issuedAt} as="absolute" />
            {form.orderNo && <OrderNo orderNo={form.orderNo} />}
          </p>
          <PrintButton formId={form.id} title={form.title} />
        </li>
      ))}
    </ul>
  );
}

function OrderNo({ orderNo }: { orderNo: string }) {
  return (
    <span>
      <Trans>
        订单 <span className="mono">{orderNo}</span>
      </Trans>
    </span>
  );
}

function Version({ number }: { number: number }) {
  if (number <= 1) return null;
  return (
    <span>
      <Trans>第 {number} 版</Trans>
    </span>
  );
}
