import { useAct } from "@kaidan/web-kit/forms/useAct";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ExportServicesDocument, type MatrixItemFragment, type TableFormat } from "../../gql/graphql";

/** The items of this view, of all suppliers, as a table. */
export function MatrixExport({ items }: { items: readonly MatrixItemFragment[] }) {
  const { act, busy } = useAct(ExportServicesDocument, (data) => data.exportServices);
  async function download(format: TableFormat): Promise<void> {
    const done = await act({ input: { format, itemIds: items.map(({ id }) => id) } });
    if (done?.file) window.location.assign(done.file.url);
  }
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void download("XLSX")}>
        <Trans>导出 Excel</Trans>
      </Button>
      <Button variant="default" loading={busy} onClick={() => void download("CSV")}>
        <Trans>导出 CSV</Trans>
      </Button>
    </>
  );
}
