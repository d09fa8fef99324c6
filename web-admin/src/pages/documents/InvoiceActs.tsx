import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ReasonDialog } from "@kaidan/web-kit/ui/ReasonDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useState } from "react";
import { RejectInvoiceDocument, type StaffInvoiceRowFragment } from "../../gql/graphql";
import { IssueInvoice } from "./IssueInvoice";
import { TakeBackInvoice } from "./TakeBackInvoice";

export type InvoiceActProps = { invoice: StaffInvoiceRowFragment; onDone: () => void };

type Asked = "ISSUE" | "REJECT" | "TAKE_BACK" | undefined;

/** What may be done with an invoice now: note it, send the request back, note a red-letter invoice. */
export function InvoiceActs({ invoice, onDone }: InvoiceActProps) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => {
    setAsked(undefined);
    onDone();
  };
  const waiting = invoice.state === "REQUESTED";
  return (
    <>
      {waiting && (
        <Button size="xs" onClick={() => setAsked("ISSUE")}>
          <Trans>登记发票</Trans>
        </Button>
      )}
      {waiting && (
        <Button size="xs" variant="default" onClick={() => setAsked("REJECT")}>
          <Trans>退回</Trans>
        </Button>
      )}
      {(invoice.state === "ISSUED" || invoice.state === "RED_PARTIAL") && (
        <Button size="xs" variant="default" onClick={() => setAsked("TAKE_BACK")}>
          <Trans>登记红字发票</Trans>
        </Button>
      )}
      {asked === "ISSUE" && <IssueInvoice invoice={invoice} onDone={close} />}
      {asked === "REJECT" && <RejectInvoice invoice={invoice} onDone={close} />}
      {asked === "TAKE_BACK" && <TakeBackInvoice invoice={invoice} onDone={close} />}
    </>
  );
}

function RejectInvoice({ invoice: { id, version }, onDone }: InvoiceActProps) {
  const { t } = useLingui();
  const { act, busy } = useAct(RejectInvoiceDocument, (data) => data.rejectInvoice);
  async function reject(reason: string): Promise<void> {
    if (await act({ input: { invoiceId: id, version, reason } })) toast.ok(t`已退回，客户会看到原因`);
    onDone();
  }
  return (
    <ReasonDialog
      opened
      onClose={onDone}
      title={t`退回开票申请`}
      reasons={[t`抬头与纳税人识别号不符`, t`金额有误`]}
      confirmLabel={t`退回`}
      busy={busy}
      onConfirm={(reason) => void reject(reason)}
    />
  );
}
