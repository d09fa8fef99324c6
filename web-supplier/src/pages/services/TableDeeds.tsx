import { useAct } from "@kaidan/web-kit/forms/useAct";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { LinkButton } from "../../features/frame/LinkButton";
import { ExportMyServicesDocument, type TableFormat } from "../../gql/graphql";

/** Many services at once: take them out as a table, change it, bring it back. */
export function TableDeeds() {
  const { t } = useLingui();
  const { act, busy } = useAct(ExportMyServicesDocument, (data) => data.exportMyServices);
  async function download(format: TableFormat): Promise<void> {
    const done = await act({ input: { format } });
    if (done?.file) window.location.assign(done.file.url);
  }
  return (
    <div className="row" role="group" aria-label={t`批量处理`}>
      <LinkButton to="/services/import" variant="default" size="xs">
        <Trans>从表格导入</Trans>
      </LinkButton>
      <Button variant="default" size="xs" loading={busy} onClick={() => void download("XLSX")}>
        <Trans>导出 Excel</Trans>
      </Button>
      <Button variant="default" size="xs" loading={busy} onClick={() => void download("CSV")}>
        <Trans>导出 CSV</Trans>
      </Button>
    </div>
  );
}
