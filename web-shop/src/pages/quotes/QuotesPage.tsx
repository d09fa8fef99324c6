import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { ButtonLink } from "@kaidan/web-kit/ui/ButtonLink";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { QuotesPageQuery } from "../../gql/graphql";
import css from "./Quotes.module.css";

const route = getRouteApi("/shop/signedIn/quotes");

/** What the customer was offered or asked a price for, newest first. */
export function QuotesPage() {
  const { t } = useLingui();
  const { data, loadMore } = usePageQuery(route.useLoaderData());
  const { edges, pageInfo } = data.myQuotations;
  return (
    <>
      <PageHeader title={t`我的报价`} />
      <ul className={`list ${css.list}`}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <QuoteCard quote={node} />
          </li>
        ))}
      </ul>
      {edges.length === 0 && (
        <EmptyState
          title={t`还没有报价。`}
          picture="bookkeeping"
          action={
            <ButtonLink to="/categories">
              <Trans>挑一项服务开始吧</Trans>
            </ButtonLink>
          }
        />
      )}
      <LoadMore hasMore={pageInfo.hasNextPage} onMore={() => void loadMore(pageInfo.endCursor)} />
    </>
  );
}

type Quote = QuotesPageQuery["myQuotations"]["edges"][number]["node"];

function QuoteCard({ quote }: { quote: Quote }) {
  const { no, title, state, total, validUntil, currentNumber } = quote;
  return (
    <article className={`card ${css.card}`} aria-label={title}>
      <header className={css.head}>
        <h2>
          <Link to="/quotes/$no" params={{ no }} className={css.link}>
            {title}
          </Link>
        </h2>
        <StatusTag of="QuotationState" state={state} />
      </header>
      <p className={css.facts}>
        <span className="mono">{no}</span>
        {currentNumber !== null && currentNumber !== undefined && <Trans>第 {currentNumber} 版</Trans>}
        {state === "SENT" && validUntil ? (
          <Trans>
            有效期至 <DateText at={validUntil} as="absolute" />
          </Trans>
        ) : (
          <DateText at={quote.createdAt} />
        )}
      </p>
      {total ? (
        <Money fen={total} look="price" />
      ) : (
        <span className="muted">
          <Trans>平台正在为您报价</Trans>
        </span>
      )}
    </article>
  );
}
