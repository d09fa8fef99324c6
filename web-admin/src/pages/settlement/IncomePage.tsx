import { useQuery } from "@apollo/client/react";
import { sumFen } from "@kaidan/web-kit/format/money";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ErrorState } from "@kaidan/web-kit/ui/ErrorState";
import { Money } from "@kaidan/web-kit/ui/Money";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ListSkeleton } from "@kaidan/web-kit/ui/Skeletons";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import {
  ExportIncomeDocument,
  SupplierIncomeDocument,
  type SupplierIncomeQuery,
  type TableFormat,
} from "../../gql/graphql";

type Income = SupplierIncomeQuery["supplierIncome"][number];

function thisQuarter() {
  const today = new Date();
  return { year: today.getFullYear(), quarter: Math.floor(today.getMonth() / 3) + 1 };
}

/** What each supplier was paid in a quarter, as the platform reports it. */
export function IncomePage() {
  const { t } = useLingui();
  const [{ year, quarter }, setWhen] = useState(thisQuarter);
  const { data, error, refetch } = useQuery(SupplierIncomeDocument, { variables: { year, quarter } });
  const columns = useColumns();
  const rows = data?.supplierIncome;
  const { act, busy } = useAct(ExportIncomeDocument, (done) => done.exportIncome);
  async function download(format: TableFormat): Promise<void> {
    const done = await act({ input: { year, quarter, format } });
    if (done?.file) window.location.assign(done.file.url);
  }
  return (
    <>
      <PageHeader
        title={t`季度收入报表`}
        back="/settlement"
        actions={
          <>
            <Button variant="default" loading={busy} disabled={!rows?.length} onClick={() => void download("XLSX")}>
              <Trans>导出 Excel</Trans>
            </Button>
            <Button variant="default" loading={busy} disabled={!rows?.length} onClick={() => void download("CSV")}>
              <Trans>导出 CSV</Trans>
            </Button>
          </>
        }
      >
        <Trans>按实际付款日统计各服务商的收入，供平台报送。</Trans>
      </PageHeader>
      <div className="card stack">
        <Group align="end">
          <NumberInput
            label={t`年份`}
            value={year}
            min={2000}
            max={2100}
            onChange={(value) => setWhen((known) => ({ ...known, year: Number(value) || known.year }))}
          />
          <Select
            label={t`季度`}
            value={String(quarter)}
            data={["1", "2", "3", "4"].map((value) => ({ value, label: t`第 ${value} 季度` }))}
            allowDeselect={false}
            onChange={(value) => setWhen((known) => ({ ...known, quarter: Number(value) }))}
          />
        </Group>
        {error && <ErrorState onRetry={() => void refetch()} error={error} />}
        {!rows && !error && <ListSkeleton />}
        {rows?.length === 0 && <EmptyState title={t`这个季度没有付过款。`} />}
        {rows && rows.length > 0 && (
          <>
            <DataTable rows={rows} columns={columns} rowKey={({ supplierId }) => supplierId} label={t`季度收入报表`} />
            <p>
              <Trans>
                合计：应付 <Money fen={sumFen(rows.map(({ gross }) => gross))} />
                ，实付 <Money fen={sumFen(rows.map(({ net }) => net))} />
              </Trans>
            </p>
          </>
        )}
      </div>
    </>
  );
}

function useColumns(): Column<Income>[] {
  const { t } = useLingui();
  return [
    { key: "name", head: t`服务商`, narrow: "title", cell: ({ supplierName }) => supplierName },
    { key: "uscc", head: t`统一社会信用代码`, cell: ({ uscc }) => <span className="mono">{uscc}</span> },
    { key: "count", head: t`结算单数`, align: "end", cell: ({ statements }) => statements },
    { key: "gross", head: t`应付`, align: "end", cell: ({ gross }) => <Money fen={gross} /> },
    { key: "deducted", head: t`扣回`, align: "end", cell: ({ deducted }) => <Money fen={deducted} /> },
    { key: "retained", head: t`质保金`, align: "end", cell: ({ retained }) => <Money fen={retained} /> },
    { key: "net", head: t`实付`, align: "end", cell: ({ net }) => <Money fen={net} /> },
  ];
}
