import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { ListTable } from "@kaidan/web-kit/ui/ListTable";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { StatusTag } from "@kaidan/web-kit/ui/StatusTag";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ClearFilters } from "../../features/console/ClearFilters";
import { ItemsPageDocument, type ItemsPageQuery } from "../../gql/graphql";

const route = getRouteApi("/signedIn/items");

type StaffItem = ItemsPageQuery["staffServiceItems"]["edges"][number]["node"];

/** The pieces of work that products are made of. */
export function ItemsPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useListQuery(ItemsPageDocument, { search: search || null });
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t`服务项目`}
        actions={
          can("catalogue.manage") && (
            <Button component={Link} to="/items/new">
              <Trans>新建服务项目</Trans>
            </Button>
          )
        }
      >
        <Trans>服务商按项目报价，商品由项目组合而成。</Trans>
      </PageHeader>
      <div className="stack">
        <SearchBox
          label={t`搜索服务项目`}
          placeholder={t`名称或编码`}
          value={search}
          onSearch={(text) => void navigate({ search: { search: text || undefined }, replace: true })}
        />
        <ListTable
          list={list}
          of={({ staffServiceItems }) => staffServiceItems}
          label={t`服务项目`}
          rowKey={({ id }) => id}
          href={({ item }) => `/items/${item.id}`}
          columns={columns}
          empty={
            search ? (
              <ClearFilters onClear={() => void navigate({ search: {}, replace: true })} />
            ) : (
              <EmptyState title={t`还没有服务项目`} />
            )
          }
        />
      </div>
    </>
  );
}

function useColumns(): Column<StaffItem>[] {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { can } = useMe();
  const offers: Column<StaffItem> = {
    key: "offers",
    head: t`服务商`,
    align: "end",
    cell: (staffItem) => staffItem.offers.filter(({ state }) => state === "EFFECTIVE").length,
  };
  return [
    { key: "name", head: t({ message: "服务项目", context: "one" }), narrow: "title", cell: ({ item }) => item.name },
    { key: "code", head: t`编码`, cell: ({ item }) => <span className="mono">{item.code}</span> },
    { key: "state", head: t`状态`, cell: ({ item }) => <StatusTag of="ItemState" state={item.state} /> },
    {
      key: "category",
      head: t`分类`,
      cell: ({ item: { category } }) => (i18n.locale === "en" ? category.nameEn : category.name),
    },
    { key: "unit", head: t`单位`, cell: ({ item }) => item.unit },
    { key: "milestones", head: t`进度节点`, align: "end", cell: ({ item }) => item.milestones.length },
    ...(can("suppliers.read") ? [offers] : []),
    { key: "products", head: t`用于商品`, align: "end", cell: ({ usedInProducts }) => usedInProducts },
  ];
}
