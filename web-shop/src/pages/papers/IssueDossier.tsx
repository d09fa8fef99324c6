import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IssueDossierDocument } from "../../gql/graphql";

/** Issues the order's dossier as it is now. */
export function IssueDossier({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const { t } = useLingui();
  const once = useIdempotencyKey(`dossier:${orderId}`);
  const { act, busy } = useAct(IssueDossierDocument, (data) => data.issueDossier);
  async function issue(): Promise<void> {
    const done = await act({ input: { orderId, idempotencyKey: once.key() } });
    once.answered();
    if (!done) return;
    toast.ok(t`交易全程表单已出具`);
    onDone();
  }
  return (
    <div>
      <Button variant="default" loading={busy} onClick={() => void issue()}>
        <Trans>出具交易全程表单</Trans>
      </Button>
    </div>
  );
}
