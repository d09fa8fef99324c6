import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { StatementLines } from "./StatementLines";

const route = getRouteApi("/signedIn/settlement/$id");

/** One statement, line by line, to be confirmed or disputed. */
export function StatementPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const statement = data.myStatement;
  if (!statement) return <NotFoundState home={import.meta.env.BASE_URL} />;
  const { confirmedAt, paidAt } = statement;
  return (
    <>
      <PageHeader
        title={t`结算单`}
        back="/settlement"
        aside={<StatusTag of="StatementState" state={statement.state} />}
      >
        <span className="mono">{statement.no}</span>
      </PageHeader>
      <div className="stack">
        <section className="card" aria-label={t`金额`}>
          <Facts
            items={[
              { label: t`应付`, value: <Money fen={statement.gross} /> },
              { label: t`扣回`, value: <Money fen={statement.deducted} /> },
              { label: t`质保金`, value: <Money fen={statement.retained} /> },
              { label: t`实付`, value: <Money fen={statement.net} /> },
              { label: t`结转下期扣回`, value: <Money fen={statement.carried} /> },
              { label: t`生成时间`, value: <DateText at={statement.cutAt} as="absolute" /> },
              { label: t`确认时间`, value: confirmedAt && <DateText at={confirmedAt} as="absolute" /> },
              { label: t`付款时间`, value: paidAt && <DateText at={paidAt} as="absolute" /> },
              { label: t`银行流水号`, value: statement.bankReference },
              { label: t`原因`, value: statement.reason },
            ]}
          />
        </section>
        <StatementLines key={statement.version} statement={statement} onStale={() => void refresh()} />
      </div>
    </>
  );
}
