import { useLingui } from "@lingui/react/macro";
import { Check, HardHat } from "lucide-react";
import type { ReactNode } from "react";
import { formatNumber } from "../format/numbers";
import type { StateOf } from "../vocabulary/state-words";
import { StatusTag } from "./StatusTag";
import css from "./TicketCard.module.css";
import { useBroughtIntoSight } from "./useBroughtIntoSight";

export type TicketFacts = {
  readonly no: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly unit: string;
  readonly stage: number;
  readonly state: StateOf<"TicketState">;
  readonly percent: number;
  readonly reworkCount?: number;
  readonly workerName?: string | null;
  readonly supplier?: { readonly name: string } | null;
  readonly milestones: readonly { readonly code: string; readonly name: string; readonly done: boolean }[];
};

type TicketCardProps = {
  ticket: TicketFacts;
  audience?: "customer" | "staff";
  /** While nobody has taken it: who was asked for. */
  awaited?: ReactNode;
  actions?: ReactNode;
  /** Under the milestones: reports, photos. */
  children?: ReactNode;
  /** The address leads to this very ticket: it is brought into sight and marked. */
  focused?: boolean;
};

/** One piece of work: who does it, how far it is by its milestones, what can be done about it. */
export function TicketCard(props: TicketCardProps) {
  const { ticket, audience = "customer", awaited, actions, children, focused = false } = props;
  const { t } = useLingui();
  const card = useBroughtIntoSight<HTMLElement>(focused);
  const { reworkCount = 0 } = ticket;
  return (
    <article
      ref={card}
      className={`card ${css.ticket}`}
      aria-label={ticket.itemName}
      aria-current={focused || undefined}
      tabIndex={focused ? -1 : undefined}
    >
      <header className={css.head}>
        <h3>{ticket.itemName}</h3>
        {audience === "staff" ? (
          <StatusTag of="TicketState" state={ticket.state} />
        ) : (
          <StatusTag of="TicketForCustomer" state={ticket.state} />
        )}
      </header>
      <div className={css.facts}>
        <span>
          {formatNumber(ticket.quantity)} {ticket.unit}
        </span>
        <span className="mono">{ticket.no}</span>
        {reworkCount > 0 && <span>{t`返工 ${reworkCount} 次`}</span>}
      </div>
      {(ticket.supplier || awaited) && (
        <div className={css.who}>
          <HardHat size={18} strokeWidth={1.5} aria-hidden />
          <span>
            {ticket.supplier?.name ?? awaited}
            {ticket.workerName && ` · ${ticket.workerName}`}
          </span>
        </div>
      )}
      <ProgressLine percent={ticket.percent} />
      <ol className={css.milestones}>
        {ticket.milestones.map(({ code, name, done }) => (
          <li key={code} data-done={done || undefined}>
            <span className={css.tick} aria-hidden>
              {done && <Check size={11} strokeWidth={3} />}
            </span>
            {name}
            <span className="visually-hidden">{done ? t`已完成` : t`未完成`}</span>
          </li>
        ))}
      </ol>
      {children}
      {actions && <footer className={css.actions}>{actions}</footer>}
    </article>
  );
}

/** How far, as a bar and as words. */
export function ProgressLine({ percent }: { percent: number }) {
  const { t } = useLingui();
  return (
    <div className={css.progress}>
      <progress className={css.track} max={100} value={percent} aria-label={t`进度`} />
      <span className="small">{percent}%</span>
    </div>
  );
}
