import { useMe } from "@kaidan/web-kit/session/useMe";
import { useLingui } from "@lingui/react/macro";
import { PageTabs } from "../../features/page-tabs/PageTabs";

/** Forms, the texts they are made from, and the invoices that customers asked for. */
export function DocumentTabs() {
  const { t } = useLingui();
  const { can } = useMe();
  return (
    <PageTabs
      label={t`单据`}
      tabs={[
        { to: "/documents", label: t`单据` },
        { to: "/documents/wordings", label: t`单据文字` },
        ...(can("invoices.manage") ? [{ to: "/documents/invoices" as const, label: t`开票` }] : []),
      ]}
    />
  );
}
