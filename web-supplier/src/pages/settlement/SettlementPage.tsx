import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { cycleWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { MyStatementsDocument, type SettlementPageQuery } from "../../gql/graphql";
import { BankAccount } from "./BankAccount";
import { OpenItems } from "./OpenItems";
import css from "./Settlement.module.css";

const route = getRouteApi("/signedIn/settlement");

/** What the supplier has earned, what comes when and why not yet, and its statements. */
export function SettlementPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const sheet = data.mySettlement;
  return (
    <>
      <PageHeader title={t`结算`} back="/me">
        <Trans>顾客验收后，款项过了异议期就会进入结算单；确认无误后由平台付款。</Trans>
      </PageHeader>
      <div className="stack">
        <Figures sheet={sheet} />
        <OpenItems items={sheet.items} />
        <Statements />
        <BankAccount key={sheet.version} sheet={sheet} onSaved={() => void refresh()} />
      </div>
    </>
  );
}

type Sheet = SettlementPageQuery["mySettlement"];

function Figures({ sheet }: { sheet: Sheet }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const rate = sheet.retentionRate / 100;
  return (
    <section className="card stack" aria-label={t`概况`}>
      <Facts
        items={[
          { label: t`现在可结算`, value: <Money fen={sheet.ready} /> },
          { label: t`以后可结算`, value: <Money fen={sheet.waiting} /> },
          { label: t`应扣回`, value: <Money fen={sheet.owes} /> },
          { label: t`结算周期`, value: i18n._(cycleWords[sheet.cycle]) },
          { label: t`质保金`, value: sheet.retentionRate > 0 ? `${rate}%` : t`不留` },
        ]}
      />
    </section>
  );
}

function Statements() {
  const { t } = useLingui();
  const list = useListQuery(MyStatementsDocument, {});
  return (
    <section className="card stack" aria-labelledby="statements">
      <h2 id="statements">
        <Trans>结算单</Trans>
      </h2>
      <ListBody list={list}>
        {({ myStatements }) => (
          <>
            {myStatements.edges.length === 0 && <EmptyState title={t`还没有结算单。`} />}
            <ul className={css.list}>
              {myStatements.edges.map(({ node }) => (
                <li key={node.id}>
                  <Link to="/settlement/$id" params={{ id: node.id }} className={css.row}>
                    <span>
                      <span className="mono">{node.no}</span>
                      <span className="muted small">
                        <DateText at={node.cutAt} />
                      </span>
                    </span>
                    <span className={css.end}>
                      <Money fen={node.net} />
                      <StatusTag of="StatementState" state={node.state} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            <LoadMore
              hasMore={myStatements.pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(myStatements.pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
    </section>
  );
}
