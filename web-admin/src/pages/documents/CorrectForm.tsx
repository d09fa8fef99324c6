import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { CorrectFormDocument, type StaffFormDetailsFragment } from "../../gql/graphql";

type CorrectFormProps = { form: StaffFormDetailsFragment; onStale: () => void };

/** Issues the next version from what is on record now; the old one stays as it was. */
export function CorrectForm({ form: { id, version }, onStale }: CorrectFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const once = useIdempotencyKey(`correct-form:${id}:${version}`);
  const { act, busy } = useAct(CorrectFormDocument, (data) => data.correctForm);
  async function correct(reason: string): Promise<void> {
    const done = await act({ input: { formId: id, version, reason, idempotencyKey: once.key() } });
    once.answered();
    setAsking(false);
    if (!done?.form) return onStale();
    toast.ok(t`新版本已出具`);
    void navigate({ to: "/documents/$no", params: { no: done.form.no } });
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>出具新版本</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`更正这份单据`}
        reasons={[t`内容有误，按现有记录重新出具`, t`单据文字已更新`]}
        confirmLabel={t`出具新版本`}
        busy={busy}
        onConfirm={(reason) => void correct(reason)}
      >
        <p className="muted small">
          <Trans>新版本按系统中现有的记录出具，并写明替代哪一份；旧版本保留。</Trans>
        </p>
      </ReasonDialog>
    </>
  );
}
