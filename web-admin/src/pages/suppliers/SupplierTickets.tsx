import { formatNumber, formatPercent } from "@kaidan/web-kit/format/numbers";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { SupplierDetailsFragment } from "../../gql/graphql";

type Ticket = SupplierDetailsFragment["openTickets"][number];

/** What is open with this supplier; a suspension leaves these to be arranged anew by hand. */
export function SupplierTickets({ tickets, total }: { tickets: readonly Ticket[]; total: number }) {
  const { t } = useLingui();
  const shown = tickets.length;
  const columns: Column<Ticket>[] = [
    {
      key: "no",
      head: t({ message: "服务单", context: "one" }),
      narrow: "title",
      cell: ({ no }) => <span className="mono">{no}</span>,
    },
    { key: "item", head: t({ message: "服务项目", context: "one" }), cell: ({ itemName }) => itemName },
    { key: "quantity", head: t`数量`, align: "end", cell: ({ quantity, unit }) => `${formatNumber(quantity)} ${unit}` },
    {
      key: "order",
      head: t({ message: "订单", context: "one" }),
      cell: ({ orderNo }) => <span className="mono">{orderNo}</span>,
    },
    { key: "state", head: t`状态`, cell: ({ state }) => <StatusTag of="TicketState" state={state} /> },
    { key: "percent", head: t`进度`, align: "end", cell: ({ percent }) => formatPercent(percent) },
  ];
  return (
    <Section
      title={t`进行中的服务单`}
      flush
      aside={
        shown < total && (
          <span className="muted small">
            <Trans>
              显示最新 {shown} 张，共 {total} 张
            </Trans>
          </span>
        )
      }
    >
      <DataTable
        label={t`进行中的服务单`}
        rows={tickets}
        rowKey={({ id }) => id}
        href={({ id }) => `/tickets/${id}`}
        columns={columns}
        empty={<EmptyState title={t`没有进行中的服务单`} />}
      />
    </Section>
  );
}
