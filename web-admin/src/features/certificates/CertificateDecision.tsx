import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { ReturnCertificateDocument, type StaffCertificateFragment, VerifyCertificateDocument } from "../../gql/graphql";

type DecisionProps = { paper: StaffCertificateFragment; onDecided: () => void };

/** Verify a paper or send it back; a verified one can be sent back as well. */
export function CertificateDecision({ paper, onDecided }: DecisionProps) {
  const { t } = useLingui();
  const { id: certificateId, version, kind, availableActions } = paper;
  const [returning, setReturning] = useState(false);
  const verifying = useAct(VerifyCertificateDocument, (data) => data.verifyCertificate);
  const sending = useAct(ReturnCertificateDocument, (data) => data.returnCertificate);
  async function verify(): Promise<void> {
    if (await verifying.act({ input: { certificateId, version } })) toast.ok(t`已核验：${kind}`);
    onDecided();
  }
  async function sendBack(reason: string): Promise<void> {
    if (await sending.act({ input: { certificateId, version, reason } })) toast.ok(t`已退回：${kind}`);
    setReturning(false);
    onDecided();
  }
  return (
    <>
      {availableActions.includes("RETURN") && (
        <Button size="xs" variant="default" aria-label={t`退回 ${kind}`} onClick={() => setReturning(true)}>
          <Trans>退回</Trans>
        </Button>
      )}
      {availableActions.includes("VERIFY") && (
        <Button size="xs" loading={verifying.busy} aria-label={t`核验通过 ${kind}`} onClick={() => void verify()}>
          <Trans>核验通过</Trans>
        </Button>
      )}
      <ReasonDialog
        opened={returning}
        onClose={() => setReturning(false)}
        title={t`退回 ${kind}`}
        reasons={[t`照片不清楚`, t`编号与照片不符`, t`有效期与照片不符`, t`查无此证`]}
        confirmLabel={t`退回`}
        busy={sending.busy}
        onConfirm={(reason) => void sendBack(reason)}
      />
    </>
  );
}
