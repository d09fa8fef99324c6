import { DateText } from "@kaidan/web-kit/ui/DateText";
import { tenderWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Hourglass } from "lucide-react";
import type { OrderPaymentFragment } from "../../gql/graphql";
import css from "./PayPage.module.css";

type UnfinishedProps = {
  payment: OrderPaymentFragment;
  payUrl: string;
  /** Rather pay in another way. */
  onChange: () => void;
};

/** The payer left the channel's page before anything was decided there: the way back to it, so that nothing is paid twice. */
export function Unfinished({ payment, payUrl, onChange }: UnfinishedProps) {
  const { i18n } = useLingui();
  return (
    <section className={`card ${css.waiting}`}>
      <Hourglass size={32} strokeWidth={1.25} aria-hidden />
      <h2>
        <Trans>上一次支付还没有完成</Trans>
      </h2>
      <p className="muted">
        {i18n._(tenderWords[payment.tender])} · <DateText at={payment.createdAt} />
      </p>
      <p className="muted">
        <Trans>已经付了款的，稍等片刻，本页会自动更新。</Trans>
      </p>
      <Button component="a" href={payUrl} size="md" fullWidth>
        <Trans>继续支付</Trans>
      </Button>
      <Button variant="subtle" onClick={onChange}>
        <Trans>换一种付款方式</Trans>
      </Button>
    </section>
  );
}
