import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type ApiKeyRowFragment, RevokeApiKeyDocument } from "../../gql/graphql";

/** Ends one key at once, after asking. */
export function RevokeApiKey({ apiKey, onStale }: { apiKey: ApiKeyRowFragment; onStale: () => void }) {
  const { t } = useLingui();
  const { id: apiKeyId, name } = apiKey;
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(RevokeApiKeyDocument, (data) => data.revokeApiKey);

  async function revoke(): Promise<void> {
    if (await act({ input: { apiKeyId } })) toast.ok(t`已吊销 ${name}`);
    else onStale();
    setAsking(false);
  }

  return (
    <>
      <Button size="xs" variant="default" aria-label={t`吊销 ${name}`} onClick={() => setAsking(true)}>
        <Trans>吊销</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`吊销密钥 ${name}？`}
        confirmLabel={t`吊销`}
        danger
        busy={busy}
        onConfirm={() => void revoke()}
      >
        <Trans>使用它的系统会立即失去访问权限，且无法恢复。</Trans>
      </ConfirmDialog>
    </>
  );
}
