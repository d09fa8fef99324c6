import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IssueContractDocument, type StaffContractDetailsFragment } from "../../gql/graphql";

type IssueContractProps = { contract: StaffContractDetailsFragment; onStale: () => void };

/** Issues the contract from its template's newest wording, and again while nobody signed it. */
export function IssueContract({ contract: { id, version, revision }, onStale }: IssueContractProps) {
  const { t } = useLingui();
  const once = useIdempotencyKey(`issue:${id}:${version}`);
  const { act, busy } = useAct(IssueContractDocument, (data) => data.issueContract);
  async function issue(): Promise<void> {
    const done = await act({ input: { contractId: id, version, idempotencyKey: once.key() } });
    once.answered();
    if (!done) return onStale();
    toast.ok(t`合同已出具，客户会收到通知`);
  }
  return (
    <Button loading={busy} variant={revision > 0 ? "default" : "filled"} onClick={() => void issue()}>
      {revision > 0 ? <Trans>重新出具</Trans> : <Trans>出具合同</Trans>}
    </Button>
  );
}
