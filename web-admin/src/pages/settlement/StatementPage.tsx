import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { NotFoundState } from "@kaidan/web-kit/ui/ErrorState";
import { Facts } from "@kaidan/web-kit/ui/Facts";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Columns, Section } from "../../features/console/Section";
import { PostingsLink } from "../../features/ledger/PostingsLink";
import { useQueueMoves } from "../../features/queues/useQueues";
import type { StatementWholeFragment } from "../../gql/graphql";
import { StatementActs } from "./StatementActs";
import { StatementLines } from "./StatementLines";

const route = getRouteApi("/signedIn/settlement/$id");

/** One statement: its lines beside what may be done with it now. */
export function StatementPage() {
  const { t } = useLingui();
  const { data, refresh } = usePageQuery(route.useLoaderData());
  const reload = () => void refresh();
  useQueueMoves(reload);
  const { statement } = data;
  if (!statement) return <NotFoundState home={import.meta.env.BASE_URL} />;
  return (
    <>
      <PageHeader
        title={t`结算单`}
        back="/settlement"
        aside={<StatusTag of="StatementState" state={statement.state} />}
      >
        <span className="mono">{statement.no}</span>
      </PageHeader>
      <Columns
        main={<StatementLines lines={statement.lines} supplierId={statement.supplierId} onStale={reload} />}
        side={
          <>
            <StatementActs key={statement.version} statement={statement} onStale={reload} />
            <StatementFacts statement={statement} />
          </>
        }
      />
    </>
  );
}

function StatementFacts({ statement }: { statement: StatementWholeFragment }) {
  const { t } = useLingui();
  const { id, confirmedAt, approvedAt, paidAt, supplierId } = statement;
  const at = (instant: string | null) => instant && <DateText at={instant} as="absolute" />;
  return (
    <Section title={t`金额与经过`}>
      <Facts
        items={[
          {
            label: t`服务商`,
            value: (
              <Link to="/settlement/suppliers/$supplierId" params={{ supplierId }}>
                {statement.supplierName}
              </Link>
            ),
          },
          { label: t`应付`, value: <Money fen={statement.gross} /> },
          { label: t`扣回`, value: <Money fen={statement.deducted} /> },
          { label: t`质保金`, value: <Money fen={statement.retained} /> },
          {
            label: t`实付`,
            value: paidAt ? (
              <PostingsLink search={{ supplier: supplierId, statement: id }}>
                <Money fen={statement.net} />
              </PostingsLink>
            ) : (
              <Money fen={statement.net} />
            ),
          },
          { label: t`结转下期扣回`, value: <Money fen={statement.carried} /> },
          { label: t`生成时间`, value: at(statement.cutAt) },
          { label: t`确认时间`, value: at(confirmedAt) },
          { label: t`批准时间`, value: at(approvedAt) },
          { label: t`付款时间`, value: at(paidAt) },
          { label: t`银行流水号`, value: statement.bankReference },
          { label: t`原因`, value: statement.reason },
        ]}
      />
    </Section>
  );
}
