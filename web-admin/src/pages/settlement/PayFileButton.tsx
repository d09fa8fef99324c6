import { useApolloClient } from "@apollo/client/react";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ExportPayFileDocument, PayFileDocument } from "../../gql/graphql";
import { saveText } from "./save-text";

/** Makes the bank's file for a statement and saves it. */
export function PayFileButton({ statementId, onDone }: { statementId: string; onDone: () => void }) {
  const { t } = useLingui();
  const client = useApolloClient();
  const { act, busy } = useAct(ExportPayFileDocument, (data) => data.exportPayFile);
  const once = useIdempotencyKey(`pay-file:${statementId}`);
  async function make(): Promise<void> {
    const done = await act({ input: { statementIds: [statementId], idempotencyKey: once.key() } });
    if (done?.fileId) {
      once.answered();
      const { data } = await client.query({
        query: PayFileDocument,
        variables: { id: done.fileId },
        fetchPolicy: "no-cache",
      });
      if (data) saveText(`${done.no ?? "pay"}.csv`, data.payFile);
      toast.ok(t`付款文件已生成，请提交银行`);
    }
    onDone();
  }
  return (
    <Button loading={busy} onClick={() => void make()}>
      <Trans>导出银行付款文件</Trans>
    </Button>
  );
}
