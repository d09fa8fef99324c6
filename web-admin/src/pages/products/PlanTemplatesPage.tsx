import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { PlanTemplateDetailsFragment } from "../../gql/graphql";

const route = getRouteApi("/signedIn/catalogue/plan-templates");

/** The ways the business lets customers pay, for products to copy. */
export function PlanTemplatesPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data } = usePageQuery(route.useLoaderData());
  return (
    <>
      <PageHeader
        title={t`付款计划模板`}
        actions={
          can("catalogue.manage") && (
            <Button component={Link} to="/catalogue/plan-templates/new">
              <Trans>新建模板</Trans>
            </Button>
          )
        }
      >
        <Trans>编辑商品时套用；套用的是副本，修改模板不影响已有商品和订单。</Trans>
      </PageHeader>
      <DataTable
        label={t`付款计划模板`}
        rows={data.planTemplates}
        rowKey={({ id }) => id}
        href={({ code }) => `/catalogue/plan-templates/${code}`}
        columns={useColumns()}
        empty={<EmptyState title={t`还没有付款计划模板`} />}
      />
    </>
  );
}

function useColumns(): Column<PlanTemplateDetailsFragment>[] {
  const { t } = useLingui();
  const en = useI18n().i18n.locale === "en";
  const named = (row: { name: string; nameEn: string }) => (en && row.nameEn) || row.name;
  return [
    { key: "name", head: t`名称`, narrow: "title", cell: named },
    { key: "code", head: t`编码`, cell: ({ code }) => <span className="mono">{code}</span> },
    {
      key: "steps",
      head: t`各期`,
      cell: ({ steps }) => steps.map((step) => `${named(step)} ${step.shareBasisPoints / 100}%`).join(" + "),
    },
    {
      key: "offered",
      head: t`状态`,
      cell: ({ offered }) =>
        offered ? <ToneTag tone="ok">{t`可选用`}</ToneTag> : <ToneTag tone="neutral">{t`已停用`}</ToneTag>,
    },
  ];
}
