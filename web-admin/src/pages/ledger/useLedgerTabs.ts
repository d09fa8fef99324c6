import { useLingui } from "@lingui/react/macro";

/** The two views of the ledger. */
export function useLedgerTabs() {
  const { t } = useLingui();
  return {
    label: t`账本`,
    tabs: [
      { to: "/ledger", label: t`科目余额` },
      { to: "/ledger/transactions", label: t`日记账` },
    ],
  } as const;
}
