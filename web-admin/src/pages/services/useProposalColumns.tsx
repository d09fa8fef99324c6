import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Margin } from "../../features/prices/Margin";
import type { ProposedServiceFragment } from "../../gql/graphql";
import { Change } from "./Change";

type Proposal = ProposedServiceFragment;
type InForce = Proposal["supplier"]["services"][number];

/** What the supplier is bought and sold at now, if it does this item already. */
function inForce({ supplier, item }: Proposal): InForce | undefined {
  return supplier.services.find(
    (service) => service.item.id === item.id && (service.state === "EFFECTIVE" || service.state === "PAUSED"),
  );
}

/** Each figure as it is and as it would become, so that a change is seen without opening anything. */
export function useProposalColumns(): Column<Proposal>[] {
  const { t } = useLingui();
  return [
    {
      key: "item",
      head: t({ message: "服务项目", context: "one" }),
      narrow: "title",
      cell: (proposal) => <ItemWords proposal={proposal} />,
    },
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      cell: ({ supplier }) => (
        <Link to="/suppliers/$id" params={{ id: supplier.id }}>
          {supplier.name}
        </Link>
      ),
    },
    {
      key: "cost",
      head: t`成本价`,
      align: "end",
      cell: (proposal) => (
        <Change
          from={inForce(proposal)?.costPrice}
          to={proposal.costPrice}
          show={(fen) => <Money fen={fen} />}
          rise="bad"
        />
      ),
    },
    {
      key: "sale",
      head: t`销售价`,
      align: "end",
      cell: (proposal) => (
        <Change from={inForce(proposal)?.salePrice} to={proposal.salePrice} show={(fen) => <Money fen={fen} />} />
      ),
    },
    {
      key: "margin",
      head: t`新毛利`,
      align: "end",
      cell: ({ costPrice, salePrice }) => <Margin cost={costPrice} sale={salePrice} />,
    },
    {
      key: "oldMargin",
      head: t`原毛利`,
      align: "end",
      narrow: "hide",
      cell: (proposal) => {
        const now = inForce(proposal);
        return now ? <Margin cost={now.costPrice} sale={now.salePrice} /> : <span className="muted">—</span>;
      },
    },
    {
      key: "level",
      head: t`等级 / 每日`,
      align: "end",
      cell: ({ level, perDay }) => `${level} / ${perDay}`,
    },
    { key: "notes", head: t`说明`, cell: ({ notes }) => notes ?? "" },
    { key: "createdAt", head: t`提交时间`, cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" /> },
  ];
}

function ItemWords({ proposal }: { proposal: Proposal }) {
  return (
    <span className="row">
      {proposal.item.name} / {proposal.item.unit}
      {!inForce(proposal) && (
        <ToneTag tone="info">
          <Trans>新服务</Trans>
        </ToneTag>
      )}
    </span>
  );
}
