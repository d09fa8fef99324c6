import { TableImport } from "@kaidan/web-kit/forms/TableImport";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { ImportServicesDocument } from "../../gql/graphql";

/** Many services at once, from a table; each becomes a proposal of its own. */
export function ImportPage() {
  const { t } = useLingui();
  const { act, busy } = useAct(ImportServicesDocument, (data) => data.importServices);
  return (
    <>
      <PageHeader title={t`从表格导入服务`} back="/services">
        <Trans>先导出现有服务作为模板，改好再导入；每一行成为一份待审核的变更。</Trans>
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
