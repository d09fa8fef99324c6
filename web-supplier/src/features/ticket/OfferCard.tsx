import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { Money } from "@kaidan/web-kit/ui/Money";
import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ChevronRight, MapPin } from "lucide-react";
import { useState } from "react";
import type { OfferFactsFragment } from "../../gql/graphql";
import { DeclineDialog } from "./DeclineDialog";
import css from "./OfferCard.module.css";
import { useAnswerOffer } from "./useAnswerOffer";

type OfferCardProps = {
  ticket: OfferFactsFragment;
  onAccepted: (ticketId: string) => void;
  /** The offer was declined or refused: whoever lists it should ask again. */
  onGone: () => void;
};

/** A new offer: what, where, for how much and how long it waits, with both answers at hand. */
export function OfferCard({ ticket, onAccepted, onGone }: OfferCardProps) {
  const { t } = useLingui();
  const { id, itemName, offer } = ticket;
  return (
    <article className={`card ${css.offer}`} aria-label={itemName}>
      <Link to="/offers/$ticketId" params={{ ticketId: id }} className={css.facts}>
        <span className={css.head}>
          <strong>{itemName}</strong>
          <span className="muted">
            {formatNumber(ticket.quantity)} {ticket.unit}
          </span>
          <ChevronRight size={18} strokeWidth={1.5} className={css.more} aria-label={t`看详情`} />
        </span>
        <span className={css.place}>
          <MapPin size={16} strokeWidth={1.5} aria-hidden />
          {ticket.region.name}
        </span>
        <span className={css.pay}>
          <Money fen={ticket.pay} look="hero" />
          {offer && <SlaClock until={offer.expiresAt} since={offer.offeredAt} />}
        </span>
      </Link>
      <Answers ticket={ticket} onAccepted={onAccepted} onGone={onGone} />
    </article>
  );
}

function Answers({ ticket, onAccepted, onGone }: OfferCardProps) {
  const [declining, setDeclining] = useState(false);
  const answer = useAnswerOffer(ticket);
  const may = (action: string) => ticket.availableActions.includes(action);

  async function accept(): Promise<void> {
    if (await answer.accept()) onAccepted(ticket.id);
    else onGone();
  }
  async function decline(reason: string): Promise<void> {
    await answer.decline(reason);
    setDeclining(false);
    onGone();
  }
  if (!may("ACCEPT_OFFER")) {
    return (
      <p className="muted small">
        <Trans>由负责人或调度回复</Trans>
      </p>
    );
  }
  return (
    <div className={css.answers}>
      {may("DECLINE_OFFER") && (
        <Button variant="default" disabled={answer.busy} onClick={() => setDeclining(true)}>
          <Trans>拒绝</Trans>
        </Button>
      )}
      <Button loading={answer.accepting} onClick={() => void accept()}>
        <Trans>接单</Trans>
      </Button>
      <DeclineDialog
        opened={declining}
        busy={answer.busy}
        onClose={() => setDeclining(false)}
        onConfirm={(reason) => void decline(reason)}
      />
    </div>
  );
}
