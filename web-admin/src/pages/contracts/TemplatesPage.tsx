import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ContractTabs } from "./ContractTabs";

const route = getRouteApi("/signedIn/contracts/templates");

/** The texts that contracts are made from; products and quotations name them by their codes. */
export function TemplatesPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data } = usePageQuery(route.useLoaderData());
  return (
    <>
      <PageHeader
        title={t`合同模板`}
        actions={
          can("contracts.manage") && (
            <Button component={Link} to="/contracts/templates/new">
              <Trans>新建模板</Trans>
            </Button>
          )
        }
      >
        <Trans>商品与报价单按编码引用模板；每次保存都是新版本，已出具的合同不受影响。</Trans>
      </PageHeader>
      <ContractTabs />
      <DataTable
        label={t`合同模板`}
        rows={data.contractTemplates}
        rowKey={({ id }) => id}
        href={({ code }) => `/contracts/templates/${code}`}
        columns={[
          { key: "name", head: t`名称`, narrow: "title", cell: ({ name }) => name },
          { key: "code", head: t`编码`, cell: ({ code }) => <span className="mono">{code}</span> },
          { key: "version", head: t`版本`, cell: ({ currentNumber }) => `v${currentNumber}` },
          { key: "at", head: t`更新时间`, cell: ({ updatedAt }) => <DateText at={updatedAt} as="absolute" /> },
        ]}
        empty={<EmptyState title={t`还没有合同模板`} />}
      />
    </>
  );
}
