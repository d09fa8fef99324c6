import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useAct } from "../forms/useAct";
import { PrintFormDocument } from "../gql/graphql";

/** Downloads a form; its file is made when somebody asks for it the first time. */
export function PrintButton({ formId, title }: { formId: string; title: string }) {
  const { t } = useLingui();
  const { act, busy } = useAct(PrintFormDocument, (data) => data.printForm);
  async function download(): Promise<void> {
    const done = await act({ input: { formId } });
    if (done?.file) window.location.assign(done.file.url);
  }
  return (
    <Button
      variant="default"
      size="xs"
      loading={busy}
      leftSection={<Download size={14} aria-hidden />}
      aria-label={t`下载${title}`}
      onClick={() => void download()}
    >
      <Trans>下载 PDF</Trans>
    </Button>
  );
}
