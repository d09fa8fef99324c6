import { fenToYuanText, formatMoney } from "@kaidan/web-kit/format/money";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { CopyText } from "@kaidan/web-kit/ui/CopyText";
import { Stepper } from "@kaidan/web-kit/ui/Stepper";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { OrderPaymentFragment } from "../../gql/graphql";
import css from "./PayPage.module.css";
import { Slip } from "./Slip";

type BankTransferProps = {
  payment: OrderPaymentFragment;
  /** Rather pay in another way. */
  onChange: () => void;
  onStale: () => void;
};

/** Where to transfer, with which words, and the slip that proves it. The page follows by itself once it is confirmed. */
export function BankTransfer({ payment, onChange, onStale }: BankTransferProps) {
  const { t } = useLingui();
  const waiting = payment.state === "SLIP_UPLOADED";
  return (
    <>
      <Stepper
        steps={[
          { key: "transfer", label: t`转账` },
          { key: "slip", label: t`上传凭证` },
          { key: "confirm", label: t`确认到账` },
        ]}
        current={waiting ? "confirm" : "transfer"}
      />
      <Account payment={payment} />
      <Slip payment={payment} onStale={onStale} />
      {!waiting && (
        <Button variant="subtle" onClick={onChange}>
          <Trans>换一种付款方式</Trans>
        </Button>
      )}
    </>
  );
}

function Account({ payment }: { payment: OrderPaymentFragment }) {
  const { t } = useLingui();
  const account = useSetting()?.bankAccount;
  const amount = formatMoney(payment.amount);
  return (
    <section className="card" aria-labelledby="account">
      <h2 id="account">
        <Trans>请转账 {amount} 到</Trans>
      </h2>
      <dl className={css.account}>
        {account && (
          <>
            <Row label={t`户名`} text={account.name} />
            <Row label={t`开户行`} text={account.bank} />
            <Row label={t`账号`} text={account.number} />
          </>
        )}
        <Row label={t`金额（元）`} text={fenToYuanText(payment.amount)} />
        <Row label={t`转账附言`} text={payment.reference} strong />
      </dl>
      <p className="muted small">
        <Trans>请务必填写转账附言，出纳凭它找到您的订单。</Trans>
      </p>
    </section>
  );
}

function Row({ label, text, strong = false }: { label: string; text: string; strong?: boolean }) {
  return (
    <div data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>
        <CopyText text={text} label={label} />
      </dd>
    </div>
  );
}
