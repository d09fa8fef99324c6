import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { ProgressLine } from "@kaidan/web-kit/ui/TicketCard";
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleAlert, MapPin } from "lucide-react";
import type { TicketRowFragment } from "../../gql/graphql";
import { nextMilestone, standsOf } from "./milestones";
import css from "./TicketRow.module.css";

/** One ticket in a list: what, where, how far, and what came back. The whole row leads to the ticket. */
export function TicketRow({ ticket }: { ticket: TicketRowFragment }) {
  const { id, itemName, quantity, unit, state } = ticket;
  const amount = `${formatNumber(quantity)} ${unit}`;
  return (
    <Link
      to="/t/$ticketId"
      params={{ ticketId: id }}
      className={`card ${css.row}`}
      aria-label={`${itemName} ${amount}`}
    >
      <div className={css.head}>
        <strong className={css.name}>{itemName}</strong>
        <span className="muted">{amount}</span>
        <span className={css.end}>
          <StatusTag of="TicketState" state={state} />
        </span>
      </div>
      <div className={css.place}>
        <MapPin size={16} strokeWidth={1.5} aria-hidden />
        <span>{ticket.address ?? ticket.region.name}</span>
        {ticket.contactName && <span className="muted">{ticket.contactName}</span>}
      </div>
      <Trouble ticket={ticket} />
      <div className={css.foot}>
        <Progress ticket={ticket} />
        <span className={css.end}>
          <Money fen={ticket.pay} />
        </span>
      </div>
    </Link>
  );
}

function Progress({ ticket }: { ticket: TicketRowFragment }) {
  const next = nextMilestone(ticket)?.name;
  if (ticket.state !== "IN_PROGRESS" && ticket.state !== "REWORK")
    return <span className="muted small">{ticket.no}</span>;
  return (
    <div className={css.progress}>
      <ProgressLine percent={ticket.percent} />
      {next && (
        <span className="muted small">
          <Trans>下一个节点：{next}</Trans>
        </span>
      )}
    </div>
  );
}

function Trouble({ ticket }: { ticket: TicketRowFragment }) {
  const wish = ticket.reworkReason ?? "";
  const rejected = standsOf(ticket).find(({ stand }) => stand === "REJECTED");
  if (ticket.state === "REWORK") {
    return (
      <p className={css.trouble}>
        <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <Trans>需要返工：{wish}</Trans>
        </span>
      </p>
    );
  }
  if (!rejected || ticket.state !== "IN_PROGRESS") return null;
  const { name } = rejected;
  const reason = rejected.reason ?? "";
  return (
    <p className={css.trouble}>
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <Trans>
          “{name}”被驳回：{reason}
        </Trans>
      </span>
    </p>
  );
}
