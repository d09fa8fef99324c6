import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import { useAct } from "@kaidan/web-kit/forms/useAct";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button } from "@mantine/core";
import { Hourglass } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { type OrderPaymentFragment, UploadSlipDocument } from "../../gql/graphql";
import css from "./PayPage.module.css";

type Files = ComponentProps<typeof FileUpload>["value"];

/** The proof of a transfer: sent, waiting for the cashier, or sent back with a reason and to be sent again. */
export function Slip({ payment, onStale }: { payment: OrderPaymentFragment; onStale: () => void }) {
  const [replacing, setReplacing] = useState(false);
  if (payment.state === "SLIP_UPLOADED" && !replacing) {
    return (
      <section className={`card ${css.waiting}`} aria-live="polite">
        <Hourglass size={32} strokeWidth={1.25} aria-hidden />
        <h2>
          <Trans>等待出纳确认</Trans>
        </h2>
        <p className="muted">
          <Trans>确认后本页自动更新，不用一直等在这里。</Trans>
        </p>
        {payment.slip && <SlipLink slip={payment.slip} />}
        <Button variant="subtle" onClick={() => setReplacing(true)}>
          <Trans>换一张凭证</Trans>
        </Button>
      </section>
    );
  }
  return <SlipForm payment={payment} onSent={() => setReplacing(false)} onStale={onStale} />;
}

function SlipLink({ slip }: { slip: NonNullable<OrderPaymentFragment["slip"]> }) {
  const { t } = useLingui();
  return (
    <a href={slip.url} target="_blank" rel="noreferrer" className={css.slip}>
      {slip.mime.startsWith("image/") ? <img src={slip.url} alt={t`转账凭证`} /> : <Trans>查看凭证（PDF）</Trans>}
    </a>
  );
}

type SlipFormProps = { payment: OrderPaymentFragment; onSent: () => void; onStale: () => void };

function SlipForm({ payment, onSent, onStale }: SlipFormProps) {
  const { t } = useLingui();
  const [files, setFiles] = useState<Files>([]);
  const [missing, setMissing] = useState(false);
  const { act, busy } = useAct(UploadSlipDocument, (data) => data.uploadSlip);
  const [file] = files;
  const { reason } = payment;

  async function send(): Promise<void> {
    setMissing(!file);
    if (!file) return;
    const done = await act({ input: { paymentId: payment.id, fileId: file.id, version: payment.version } });
    if (!done) return onStale();
    setFiles([]);
    toast.ok(t`凭证已提交，等待出纳确认`);
    onSent();
  }

  return (
    <form
      className={`card ${css.choose}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {payment.state === "REJECTED" && (
        <Alert color="red" role="alert" title={t`上一张凭证未通过核对`}>
          {reason}
        </Alert>
      )}
      <FileUpload
        purpose="SLIP"
        label={t`转账凭证`}
        description={t`银行回单或手机银行截图，图片或 PDF`}
        value={files}
        onChange={setFiles}
        error={missing && !file ? t`请先上传转账凭证。` : undefined}
      />
      <Button type="submit" size="md" fullWidth loading={busy}>
        <Trans>提交凭证</Trans>
      </Button>
    </form>
  );
}
