import { dayOf } from "@kaidan/web-kit/format/days";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { ServiceChanges } from "@kaidan/web-kit/ui/ServiceChanges";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Margin } from "../../features/prices/Margin";
import type { ProposedServiceFragment } from "../../gql/graphql";
import css from "./Proposals.module.css";
import { ServiceDecision } from "./ServiceDecision";

type ProposalCardProps = { proposal: ProposedServiceFragment; onDecided: () => void };

/** One proposal: whose, of what, from when, what it changes and what margin it leaves. */
export function ProposalCard({ proposal, onDecided }: ProposalCardProps) {
  const { t } = useLingui();
  const { item, supplier, revision, createdAt, effectiveFrom, changes, costPrice, salePrice } = proposal;
  const names = new Map([...supplier.regions, ...(proposal.regions ?? [])].map(({ code, name }) => [code, name]));
  const isNew = revision === 1;
  return (
    <article className="card stack" aria-label={`${item.name} · ${supplier.name}`}>
      <header className={css.head}>
        <h2>
          {item.name} ·{" "}
          <Link to="/suppliers/$id" params={{ id: supplier.id }}>
            {supplier.name}
          </Link>
        </h2>
        <span className="muted small">
          {isNew ? t`新增服务` : t`第 ${revision} 版`} · <DateText at={createdAt} as="absolute" />
        </span>
      </header>
      <p>
        {effectiveFrom ? (
          <Trans>
            <DateText at={dayOf(effectiveFrom)} as="day" /> 起生效
          </Trans>
        ) : (
          <Trans>通过后立即生效</Trans>
        )}
        {" · "}
        <Trans>
          新毛利 <Margin cost={costPrice} sale={salePrice} />
        </Trans>
      </p>
      <ServiceChanges changes={changes} regionName={(code) => names.get(code) ?? code} />
      <footer className={css.actions}>
        <ServiceDecision service={proposal} onDecided={onDecided} />
      </footer>
    </article>
  );
}
