import { SlaClock } from "@kaidan/web-kit/ui/SlaClock";
import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import type { DispatchCandidateFactsFragment, DispatchTicketFragment } from "../../gql/graphql";
import { AttemptHistory } from "./AttemptHistory";
import { CandidateList } from "./CandidateList";
import { ConfirmDispatch } from "./ConfirmDispatch";
import css from "./DispatchPanel.module.css";
import { useDispatchByHand } from "./useDispatchByHand";

type DispatchPanelProps = { ticket: DispatchTicketFragment; onStale: () => void };

/** Everything a dispatcher needs for one ticket: the open offer, who could do it and why, and who was asked before. */
export function DispatchPanel({ ticket, onStale }: DispatchPanelProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<DispatchCandidateFactsFragment>();
  const { dispatch, withdraw, busy } = useDispatchByHand(ticket, onStale);
  const mayDispatch = ticket.availableActions.includes("DISPATCH");
  const mayWithdraw = ticket.availableActions.includes("WITHDRAW_OFFER");
  const offer = ticket.attempts.find(({ state }) => state === "OFFERED");
  const asked = offer?.supplier.name;
  const eligible = mayDispatch ? ticket.candidates.filter((candidate) => candidate.eligible) : [];
  const withdrawOffer = () => offer && mayWithdraw && void withdraw(offer.id);
  useShortcuts([
    ...(eligible[0] ? [{ keys: "d", label: t`派给评分最高的服务商`, run: () => setChosen(eligible[0]) }] : []),
    ...eligible.slice(0, 9).map((candidate, index) => {
      const [number, { name }] = [index + 1, candidate.supplier];
      return { keys: `${number}`, label: t`派给 ${name}`, run: () => setChosen(candidate) };
    }),
    ...(offer && mayWithdraw ? [{ keys: "x", label: t`撤回派单`, run: withdrawOffer }] : []),
  ]);
  return (
    <>
      {offer && (
        <section className={`card ${css.offer}`} aria-label={t`当前派单`}>
          <div>
            <h2>
              <Trans>等 {asked} 接单</Trans>
            </h2>
            <SlaClock until={offer.expiresAt} since={offer.offeredAt} />
          </div>
          {mayWithdraw && (
            <Button variant="default" loading={busy} onClick={withdrawOffer}>
              <Trans>撤回派单</Trans>
            </Button>
          )}
        </section>
      )}
      {ticket.candidates.length > 0 && (
        <section className={`card ${css.flush}`} aria-label={t`候选服务商`}>
          <h2>
            <Trans>候选服务商</Trans> <span className="muted small">{t`按评分从高到低`}</span>
          </h2>
          {mayDispatch && eligible.length === 0 && <NobodyLeft />}
          <CandidateList candidates={ticket.candidates} onDispatch={mayDispatch ? setChosen : undefined} />
        </section>
      )}
      {ticket.candidates.length === 0 && mayDispatch && <NobodyLeft />}
      <section className="card" aria-label={t`派单记录`}>
        <h2>
          <Trans>派单记录</Trans>
        </h2>
        <AttemptHistory attempts={ticket.attempts} />
      </section>
      <ConfirmDispatch
        ticket={ticket}
        candidate={chosen}
        busy={busy}
        onClose={() => setChosen(undefined)}
        onConfirm={({ supplier }) => void dispatch(supplier).finally(() => setChosen(undefined))}
      />
    </>
  );
}

function NobodyLeft() {
  return (
    <Alert color="yellow" m="md">
      <Trans>没有可派的服务商。可以等待余量，或请服务商管理同事增加该地区的服务商。</Trans>
    </Alert>
  );
}
