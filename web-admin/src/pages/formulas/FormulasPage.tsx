import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { type Column, DataTable } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { WordTag } from "@kaidan/web-kit/ui/StatusTag";
import { formulaStateWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { FormulasPageQuery } from "../../gql/graphql";

const route = getRouteApi("/signedIn/pricing/formulas");

type Row = FormulasPageQuery["formulas"][number];

/** The formulas that products are priced by, with what is in force and what is being written. */
export function FormulasPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { data } = usePageQuery(route.useLoaderData());
  return (
    <>
      <PageHeader
        title={t`计价公式`}
        actions={
          can("pricing.manage") && (
            <Button component={Link} to="/pricing/formulas/new">
              <Trans>新建公式</Trans>
            </Button>
          )
        }
      >
        <Trans>公式按版本管理：用例全部通过、由另一位同事发布后生效；已有订单的价格不受影响。</Trans>
      </PageHeader>
      <DataTable
        label={t`计价公式`}
        rows={data.formulas}
        rowKey={({ id }) => id}
        href={({ code }) => `/pricing/formulas/${code}`}
        columns={useColumns()}
        empty={<EmptyState title={t`还没有计价公式`} />}
      />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    { key: "name", head: t({ message: "公式", context: "one" }), narrow: "title", cell: ({ name }) => name },
    { key: "code", head: t`编码`, cell: ({ code }) => <span className="mono">{code}</span> },
    {
      key: "current",
      head: t`生效版本`,
      cell: ({ current }) =>
        current ? (
          <span className="row">
            v{current.number}
            {current.effectiveFrom && <DateText at={current.effectiveFrom} as="day" />}
          </span>
        ) : (
          <span className="muted">{t`尚未发布`}</span>
        ),
    },
    {
      key: "draft",
      head: t`草稿`,
      cell: ({ draft }) =>
        draft ? (
          <span className="row">
            v{draft.number} <WordTag of={formulaStateWords[draft.state]} />
          </span>
        ) : (
          <span className="muted">—</span>
        ),
    },
  ];
}
