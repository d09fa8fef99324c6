import { useLingui } from "@lingui/react/macro";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { useQueues } from "../../features/queues/useQueues";

/** What cashiers and who decides of money look at: slips to confirm, what a channel told another amount of, money that names no order, collections that customers deny, credit in money, waivers. */
export function PaymentTabs() {
  const { t } = useLingui();
  const queues = useQueues();
  return (
    <PageTabs
      label={t`到账`}
      tabs={[
        { to: "/payments", label: t`待确认`, count: queues?.paymentsToConfirm },
        { to: "/payments/mismatched", label: t`金额不符`, count: queues?.mismatchedPayments },
        { to: "/payments/unidentified", label: t`待查收款`, count: queues?.unidentifiedReceipts },
        { to: "/payments/denied", label: t`代收争议`, count: queues?.deniedCollections },
        { to: "/payments/payouts", label: t`余款提现`, count: queues?.creditPayouts },
        { to: "/payments/waivers", label: t`减免` },
      ]}
    />
  );
}
