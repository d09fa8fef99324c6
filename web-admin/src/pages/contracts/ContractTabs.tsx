import { useLingui } from "@lingui/react/macro";
import { PageTabs } from "../../features/page-tabs/PageTabs";
import { useQueues } from "../../features/queues/useQueues";

/** Contracts, and the texts they are made from. */
export function ContractTabs() {
  const { t } = useLingui();
  const queues = useQueues();
  return (
    <PageTabs
      label={t`合同`}
      tabs={[
        { to: "/contracts", label: t`合同`, count: queues?.contractsToVerify },
        { to: "/contracts/templates", label: t`合同模板` },
      ]}
    />
  );
}
