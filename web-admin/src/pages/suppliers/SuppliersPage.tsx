import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { FilterTabs } from "@kaidan/web-kit/ui/FilterTabs";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ClearFilters } from "../../features/console/ClearFilters";
import { SuppliersPageDocument } from "../../gql/graphql";
import { useSupplierColumns } from "./useSupplierColumns";

const route = getRouteApi("/signedIn/suppliers");

/** Everybody who delivers, with a search over name, code, phone and credit code. */
export function SuppliersPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { state, search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(SuppliersPageDocument, { state: state ?? null, search: search || null });
  const columns = useSupplierColumns();
  const filtered = state !== undefined || search !== "";
  return (
    <>
      <PageHeader
        title={t`服务商`}
        actions={
          <>
            <Button component={Link} to="/suppliers/matrix" variant="default">
              <Trans>服务矩阵</Trans>
            </Button>
            {can("suppliers.manage") && (
              <>
                <Button component={Link} to="/suppliers/import" variant="default">
                  <Trans>导入服务</Trans>
                </Button>
                <Button component={Link} to="/suppliers/new">
                  <Trans>录入服务商</Trans>
                </Button>
              </>
            )}
          </>
        }
      />
      <div className="stack">
        <div className="row">
          <SearchBox
            label={t`搜索服务商`}
            placeholder={t`名称、编号、信用代码`}
            value={search}
            onSearch={(text) =>
              void navigate({ search: (old) => ({ ...old, search: text || undefined }), replace: true })
            }
          />
          <FilterTabs
            label={t`按状态筛选`}
            value={state ?? "ALL"}
            options={[
              { value: "ALL", label: t`全部` },
              { value: "ACTIVE", label: t`合作中` },
              { value: "PAUSED", label: t`已暂停` },
              { value: "SUSPENDED", label: t`已停用` },
              { value: "TERMINATED", label: t`已终止` },
            ]}
            onChange={(next) =>
              void navigate({
                search: (old) => ({ ...old, state: next === "ALL" ? undefined : next }),
                replace: true,
              })
            }
          />
        </div>
        <ListTable
          list={list}
          of={({ staffSuppliers }) => staffSuppliers}
          label={t`服务商`}
          rowKey={({ id }) => id}
          href={({ id }) => `/suppliers/${id}`}
          columns={columns}
          empty={
            filtered ? (
              <ClearFilters onClear={() => void navigate({ search: {}, replace: true })} />
            ) : (
              <EmptyState title={t`还没有服务商`}>
                <Trans>批准一份入驻申请，或由您录入第一家。</Trans>
              </EmptyState>
            )
          }
        />
      </div>
    </>
  );
}
