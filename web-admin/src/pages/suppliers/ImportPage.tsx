import { TableImport } from "@kaidan/web-kit/forms/TableImport";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { ImportServicesForDocument } from "../../gql/graphql";

/** Services of many suppliers at once, from a table whose rows name each supplier by its code. */
export function ImportPage() {
  const { t } = useLingui();
  const { act, busy } = useAct(ImportServicesForDocument, (data) => data.importServicesFor);
  return (
    <>
      <PageHeader title={t`导入服务`} back="/suppliers">
        <Trans>从服务矩阵导出表格，改好再导入；每一行成为一份待审核的变更，由另一位同事审核。</Trans>
      </PageHeader>
      <TableImport
        busy={busy}
        run={async (fileId, mode) => {
          const done = await act({ input: { fileId, mode, idempotencyKey: crypto.randomUUID() } });
          return done?.report ?? undefined;
        }}
      />
    </>
  );
}
