import { useAct } from "@kaidan/web-kit/forms/useAct";
import { useIdempotencyKey } from "@kaidan/web-kit/forms/useIdempotencyKey";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { tenderWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { FlaskConical, Landmark, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { type OrderPaymentFragment, StartPaymentDocument, type Tender } from "../../gql/graphql";
import css from "./PayPage.module.css";

type OfferedTender = Extract<Tender, "BANK_TRANSFER" | "TEST_CHANNEL">;

type ChooseTenderProps = {
  instalment: { readonly id: string };
  /** The way that was tried last, to be tried again at one press. */
  preset: Tender | undefined;
  /** A transfer was started: show where to. */
  onTransfer: (payment: OrderPaymentFragment) => void;
  onStale: () => void;
};

/** The ways to pay that this installation offers. Starting twice by accident starts one payment. */
export function ChooseTender({ instalment, preset, onTransfer, onStale }: ChooseTenderProps) {
  const { i18n } = useI18n();
  const { t } = useLingui();
  const setting = useSetting();
  const [tender, setTender] = useState<OfferedTender>(preset === "TEST_CHANNEL" ? preset : "BANK_TRANSFER");
  const once = useIdempotencyKey(`pay:${instalment.id}:${tender}`);
  const { act, busy } = useAct(StartPaymentDocument, (data) => data.startPayment);
  const tenders: OfferedTender[] = setting?.testChannel ? ["BANK_TRANSFER", "TEST_CHANNEL"] : ["BANK_TRANSFER"];
  const words: Record<OfferedTender, string> = {
    BANK_TRANSFER: t`转账到平台账户，上传凭证，出纳核对后生效`,
    TEST_CHANNEL: t`演示环境专用，不会产生真实扣款`,
  };

  async function start(): Promise<void> {
    const done = await act({ input: { instalmentId: instalment.id, tender, idempotencyKey: once.key() } });
    // Without an answer the key stays: pressing again repeats the same start instead of making another payment.
    if (done) once.answered();
    const payment = done?.payment;
    if (!payment) return onStale();
    if (payment.payUrl) window.location.assign(payment.payUrl);
    else onTransfer(payment);
  }

  return (
    <form
      className={`card ${css.choose}`}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <fieldset className={css.tenders}>
        <legend>
          <Trans>付款方式</Trans>
        </legend>
        {tenders.map((each) => {
          const Icon = each === "BANK_TRANSFER" ? Landmark : FlaskConical;
          return (
            <label key={each} className={css.tender} data-selected={tender === each || undefined}>
              <input type="radio" name="tender" checked={tender === each} onChange={() => setTender(each)} />
              <Icon size={22} strokeWidth={1.5} aria-hidden />
              <span>
                <strong>{i18n._(tenderWords[each])}</strong>
                <span className="muted small">{words[each]}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      <Button type="submit" size="md" fullWidth loading={busy}>
        {tender === "BANK_TRANSFER" ? <Trans>获取转账信息</Trans> : <Trans>去支付</Trans>}
      </Button>
      <p className={css.trust}>
        <ShieldCheck size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <Trans>付给平台的钱由平台代管，验收后付给服务商</Trans>
        </span>
      </p>
    </form>
  );
}
