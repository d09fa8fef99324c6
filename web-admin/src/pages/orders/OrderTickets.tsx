import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffOrderPageOrderFragment } from "../../gql/graphql";

type Ticket = StaffOrderPageOrderFragment["tickets"][number];

/** The work the order was cut into, by stage. */
export function OrderTickets({ tickets }: { tickets: readonly Ticket[] }) {
  const { t } = useLingui();
  const columns = useTicketColumns();
  return (
    <Section title={t`服务单`} flush>
      <DataTable
        label={t`服务单`}
        rows={tickets}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/tickets/${id}`}
        empty={<EmptyState title={t`首期款到账、需要的合同核验通过后，这里会生成服务单。`} />}
      />
    </Section>
  );
}

function useTicketColumns(): Column<Ticket>[] {
  const { t } = useLingui();
  return [
    {
      key: "item",
      head: t({ message: "服务项目", context: "one" }),
      narrow: "title",
      cell: ({ itemName }) => itemName,
    },
    { key: "no", head: t`服务单号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "stage", head: t`阶段`, narrow: "hide", cell: ({ stage }) => stage },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="TicketState" state={state} /> },
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      cell: ({ supplier }) => supplier?.name ?? <span className="muted">—</span>,
    },
    {
      key: "quantity",
      head: t`数量`,
      align: "end",
      cell: ({ quantity, unit }) => `${formatNumber(quantity)} ${unit}`,
    },
    { key: "percent", head: t`进度`, align: "end", cell: ({ percent }) => `${percent}%` },
  ];
}
