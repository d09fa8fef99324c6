import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ActionBar } from "../../features/frame/ActionBar";
import { DeclineDialog } from "../../features/ticket/DeclineDialog";
import { useAnswerOffer } from "../../features/ticket/useAnswerOffer";
import type { OfferFactsFragment } from "../../gql/graphql";

/** Accept or decline, for those whose role answers for the company. */
export function OfferActions({ ticket, onRefused }: { ticket: OfferFactsFragment; onRefused: () => void }) {
  const navigate = useNavigate();
  const [declining, setDeclining] = useState(false);
  const answer = useAnswerOffer(ticket);
  const may = (action: string) => ticket.availableActions.includes(action);

  async function accept(): Promise<void> {
    if (!(await answer.accept())) return onRefused();
    await navigate({ to: "/t/$ticketId", params: { ticketId: ticket.id }, replace: true });
  }
  async function decline(reason: string): Promise<void> {
    const done = await answer.decline(reason);
    setDeclining(false);
    if (done) await navigate({ to: "/", replace: true });
    else onRefused();
  }
  if (!may("ACCEPT_OFFER")) {
    return (
      <p className="muted">
        <Trans>由负责人或调度回复，您可以先看看内容。</Trans>
      </p>
    );
  }
  return (
    <ActionBar fill>
      <Button variant="default" disabled={answer.busy} onClick={() => setDeclining(true)}>
        <Trans>拒绝</Trans>
      </Button>
      <Button loading={answer.accepting} onClick={() => void accept()}>
        <Trans>接单</Trans>
      </Button>
      <DeclineDialog
        opened={declining}
        busy={answer.busy}
        onClose={() => setDeclining(false)}
        onConfirm={(reason) => void decline(reason)}
      />
    </ActionBar>
  );
}
