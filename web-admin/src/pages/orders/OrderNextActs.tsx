import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";
import css from "./OrderNextActs.module.css";
import { staffStepWords } from "./staff-step-words";

/** Whose turn it is, in a sentence, and a link to each thing the platform itself has to do. */
export function OrderNextActs({ order }: { order: StaffOrderPageOrderFragment }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { pendingReportCount } = order;
  const words = staffStepWords[order.nextStep.code];
  return (
    <Section title={t`下一步`}>
      {words && <p>{i18n._(words)}</p>}
      <ul className={`list ${css.acts}`}>
        <PaymentActs payments={order.payments} />
        {order.contract && <ContractActs contract={order.contract} />}
        <TicketActs tickets={order.tickets} />
        {pendingReportCount > 0 && (
          <li>
            <Link to="/progress" className={css.act}>
              <Trans>审核进度：{pendingReportCount} 条</Trans>
              <Arrow />
            </Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

function PaymentActs({ payments }: Pick<StaffOrderPageOrderFragment, "payments">) {
  return payments
    .filter(({ state }) => state === "SLIP_UPLOADED")
    .map(({ id, instalmentName }) => (
      <li key={id}>
        <Link to="/payments" search={{ id }} className={css.act}>
          <Trans>确认到账：{instalmentName}</Trans>
          <Arrow />
        </Link>
      </li>
    ));
}

function ContractActs({ contract }: { contract: NonNullable<StaffOrderPageOrderFragment["contract"]> }) {
  const { t } = useLingui();
  const words: Readonly<Record<string, string>> = { DRAFT: t`出具合同`, SIGNED_UPLOADED: t`核验合同` };
  return [contract, ...contract.addenda]
    .filter(({ state }) => words[state])
    .map(({ id, no, state }) => (
      <li key={id}>
        <Link to="/contracts/$no" params={{ no }} className={css.act}>
          {words[state]}
          <Arrow />
        </Link>
      </li>
    ));
}

function TicketActs({ tickets }: Pick<StaffOrderPageOrderFragment, "tickets">) {
  const helpless = tickets.filter(({ state }) => state === "NEEDS_HUMAN");
  const delivered = tickets.filter(({ state }) => state === "DELIVERED");
  return (
    <>
      {helpless.map(({ id, itemName }) => (
        <li key={id}>
          <Link to="/dispatch" search={{ id }} className={css.act}>
            <Trans>人工派单：{itemName}</Trans>
            <Arrow />
          </Link>
        </li>
      ))}
      {delivered.map(({ id, itemName }) => (
        <li key={id}>
          <Link to="/work" search={{ id }} className={css.act}>
            <Trans>审核交付：{itemName}</Trans>
            <Arrow />
          </Link>
        </li>
      ))}
    </>
  );
}

function Arrow() {
  return <ArrowRight size={16} strokeWidth={1.5} aria-hidden />;
}
