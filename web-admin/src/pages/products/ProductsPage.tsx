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
import { ProductsPageDocument } from "../../gql/graphql";
import { useProductColumns } from "./useProductColumns";

const route = getRouteApi("/signedIn/products");

/** Everything that is, was or will be on sale. */
export function ProductsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { state, search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(ProductsPageDocument, {
    state: state === "IN_REVIEW" ? null : (state ?? null),
    inReview: state === "IN_REVIEW",
    search: search || null,
  });
  const columns = useProductColumns();
  const filtered = state !== undefined || search !== "";
  const create = can("catalogue.manage") && (
    <Button component={Link} to="/products/new">
      <Trans>新建商品</Trans>
    </Button>
  );
  return (
    <>
      <PageHeader title={t`商品`} actions={create} />
      <div className="stack">
        <div className="row">
          <SearchBox
            label={t`搜索商品`}
            placeholder={t`标题或网址名`}
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
              { value: "PUBLISHED", label: t`在售` },
              { value: "DRAFT", label: t`草稿` },
              { value: "IN_REVIEW", label: t`待审核` },
              { value: "ARCHIVED", label: t`已下架` },
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
          of={({ staffProducts }) => staffProducts}
          label={t`商品`}
          rowKey={({ id }) => id}
          href={({ id }) => `/products/${id}`}
          columns={columns}
          empty={
            filtered ? (
              <ClearFilters onClear={() => void navigate({ search: {}, replace: true })} />
            ) : (
              <EmptyState title={t`还没有商品`} action={create}>
                <Trans>把服务项目组合成商品，设定付款计划，预览后发布。</Trans>
              </EmptyState>
            )
          }
        />
      </div>
    </>
  );
}
