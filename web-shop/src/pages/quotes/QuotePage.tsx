import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { QuoteDiff } from "@kaidan/web-kit/ui/QuoteDiff";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useDocumentTitle } from "@kaidan/web-kit/ui/useDocumentTitle";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { Columns } from "../../features/frame/Columns";
import { QuotationChangedDocument, type QuoteVersionFragment, type QuoteWholeFragment } from "../../gql/graphql";
import { QuoteDecision } from "./QuoteDecision";
import { QuoteRequests } from "./QuoteRequests";
import css from "./Quotes.module.css";
import { QuotePlan, QuoteTerms, QuoteWork } from "./QuoteVersion";

const route = getRouteApi("/shop/signedIn/quotes/$no");

/** One negotiation: the version that counts, what changed since the last one, and the customer's answer. */
export function QuotePage() {
  const { v } = route.useSearch();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const quote = data.quotation;
  useDocumentTitle(quote?.title);
  useLive(QuotationChangedDocument, {
    variables: { quotationId: quote?.id ?? "", afterSeq: quote?.seq ?? null },
    skip: !quote,
    onCatchUp: () => void refresh(),
  });
  if (!quote) return <NotFoundState home="/" />;
  const version =
    quote.versions.find(({ number }) => String(number) === (v ?? String(quote.currentNumber))) ?? quote.versions.at(-1);
  if (!version) return <BeingWritten quote={quote} />;
  return <Shown key={version.id} quote={quote} version={version} onStale={() => void refresh()} />;
}

type ShownProps = { quote: QuoteWholeFragment; version: QuoteVersionFragment; onStale: () => void };

function Shown({ quote, version, onStale }: ShownProps) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(() => new Set(version.ticked ?? []));
  const current = version.number === quote.currentNumber;
  const open = current && quote.availableActions.includes("ACCEPT");
  const { no } = quote;
  return (
    <>
      <PageHeader title={version.title} aside={<StatusTag of="QuotationState" state={version.state} />} back="/quotes">
        <span className="mono">{no}</span>
      </PageHeader>
      {quote.versions.length > 1 && (
        <FilterTabs
          label={t`版本`}
          value={String(version.number)}
          options={quote.versions.map(({ number }) => ({ value: String(number), label: t`第 ${number} 版` }))}
          onChange={(value) => void navigate({ search: { v: value }, replace: true })}
        />
      )}
      <Columns
        side={<QuoteDecision quote={quote} version={version} ticked={ticked} open={open} onStale={onStale} />}
        after={
          <>
            <QuotePlan version={version} />
            <QuoteTerms version={version} />
            <QuoteRequests requests={quote.requests} />
          </>
        }
      >
        {version.changeNote && (
          <section className={`card ${css.section}`} aria-label={t`平台说明`}>
            <p className={css.terms}>{version.changeNote}</p>
          </section>
        )}
        {version.changes.length > 0 && (
          <section className={`card ${css.section}`} aria-labelledby="diff">
            <h2 id="diff">
              <Trans>与上一版的区别</Trans>
            </h2>
            <QuoteDiff changes={version.changes} />
          </section>
        )}
        <QuoteWork version={version} ticked={ticked} onTick={open ? setTicked : undefined} />
      </Columns>
    </>
  );
}

function BeingWritten({ quote }: { quote: QuoteWholeFragment }) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={quote.title} aside={<StatusTag of="QuotationState" state={quote.state} />} back="/quotes">
        <span className="mono">{quote.no}</span>
      </PageHeader>
      <EmptyState title={t`平台正在为您报价，报好后会通知您。`} picture="bookkeeping" />
      <QuoteRequests requests={quote.requests} />
    </>
  );
}
