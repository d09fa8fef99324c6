import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type NoticeSendRowFragment, RetryNoticeSendDocument } from "../../gql/graphql";

/** Puts a failed send back into the queue; the same message is never delivered twice by it. */
export function RetrySend({ send, onDone }: { send: NoticeSendRowFragment; onDone: () => void }) {
  const { t } = useLingui();
  const { act, busy } = useAct(RetryNoticeSendDocument, (data) => data.retryNoticeSend);
  const recipient = send.recipient ?? send.subject ?? "";
  async function retry(): Promise<void> {
    if (await act({ input: { sendId: send.id, version: send.version } })) toast.ok(t`已重新排队发送`);
    onDone();
  }
  return (
    <Button size="xs" variant="default" loading={busy} aria-label={t`重试 ${recipient}`} onClick={() => void retry()}>
      <Trans>重试</Trans>
    </Button>
  );
}
