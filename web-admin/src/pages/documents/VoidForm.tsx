import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { type StaffFormDetailsFragment, VoidFormDocument } from "../../gql/graphql";

type VoidFormProps = { form: StaffFormDetailsFragment; onStale: () => void };

/** Declares a form void, with a reason that its readers see. */
export function VoidForm({ form: { id, version }, onStale }: VoidFormProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { act, busy } = useAct(VoidFormDocument, (data) => data.voidForm);
  async function end(reason: string): Promise<void> {
    const done = await act({ input: { formId: id, version, reason } });
    setAsking(false);
    onStale();
    if (done) toast.ok(t`单据已作废`);
  }
  return (
    <>
      <Button variant="default" color="red" onClick={() => setAsking(true)}>
        <Trans>作废</Trans>
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t`作废这份单据`}
        reasons={[t`重复出具`, t`内容有误`]}
        confirmLabel={t`作废`}
        busy={busy}
        onConfirm={(reason) => void end(reason)}
      />
    </>
  );
}
