import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { ApproveWaiverDocument, RejectWaiverDocument } from "../../gql/graphql";

type DecideWaiverProps = {
  instalment: { readonly id: string; readonly version: number; readonly availableActions: readonly string[] };
  onDone?: () => void;
};

/** Another person lets a proposed waiver pass or turns it down; who proposed it may take it back. */
export function DecideWaiver({ instalment, onDone }: DecideWaiverProps) {
  const { t } = useLingui();
  const { id, version, availableActions } = instalment;
  const once = useIdempotencyKey(`waiver:${id}:${version}`);
  const approval = useAct(ApproveWaiverDocument, (data) => data.approveWaiver);
  const rejection = useAct(RejectWaiverDocument, (data) => data.rejectWaiver);
  async function decide(act: typeof approval.act | typeof rejection.act, told: string): Promise<void> {
    if (!(await act({ input: { instalmentId: id, version, idempotencyKey: once.key() } }))) return;
    once.answered();
    toast.ok(told);
    onDone?.();
  }
  const mayApprove = availableActions.includes("APPROVE_WAIVER");
  if (!availableActions.includes("REJECT_WAIVER")) return null;
  return (
    <span className="row">
      {mayApprove && (
        <Button size="xs" loading={approval.busy} onClick={() => void decide(approval.act, t`已减免`)}>
          <Trans>批准减免</Trans>
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        loading={rejection.busy}
        onClick={() => void decide(rejection.act, mayApprove ? t`已驳回，照常应付` : t`已撤回，照常应付`)}
      >
        {mayApprove ? <Trans>驳回减免</Trans> : <Trans>撤回减免</Trans>}
      </Button>
    </span>
  );
}
