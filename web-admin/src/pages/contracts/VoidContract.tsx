import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type StaffContractDetailsFragment, VoidContractDocument } from "../../gql/graphql";

type VoidContractProps = { contract: StaffContractDetailsFragment; onStale: () => void };

/** Takes a contract back by hand, with a reason; its order gets a new one to be issued. */
export function VoidContract({ contract: { id, version }, onStale }: VoidContractProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(VoidContractDocument, (data) => data.voidContract);
  async function end(reason: string): Promise<void> {
    const done = await act({ input: { contractId: id, version, reason } });
    setAsking(false);
    onStale();
    if (done) toast.ok(t`合同已作废，客户会收到原因`);
  }
  return (
    <>
      <Button variant="default" color="red" onClick={() => setAsking(true)}>
        <Trans>作废</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`作废这份合同`}
        reasons={[t`合同信息有误，重新签订`, t`双方协商一致解除`, t`签署人无权签署`]}
        confirmLabel={t`作废`}
        busy={busy}
        onConfirm={(reason) => void end(reason)}
      />
    </>
  );
}
