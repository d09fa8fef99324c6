import { useListQuery } from "@kaidan/web-kit/apollo/useListQuery";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { ListBody } from "@kaidan/web-kit/ui/ListBody";
import { LoadMore } from "@kaidan/web-kit/ui/LoadMore";
import { PageHeader } from "@kaidan/web-kit/ui/PageHeader";
import { SearchBox } from "@kaidan/web-kit/ui/SearchBox";
import { Trans, useLingui } from "@lingui/react/macro";
import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { MatrixColumnsDocument, MatrixRowsDocument } from "../../gql/graphql";
import { MatrixDialog, type MatrixPlace } from "./MatrixDialog";
import { MatrixExport } from "./MatrixExport";
import { MatrixTable } from "./MatrixTable";

const route = getRouteApi("/signedIn/suppliers/matrix");

/** More items than these are not read side by side: a category narrows them. */
const MAX_COLUMNS = 12;

/** Which supplier does which item, in which state, at which price. */
export function MatrixPage() {
  const { t } = useLingui();
  const { can } = useMe();
  const { category = "", search = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useListQuery(MatrixColumnsDocument, { categoryId: category || null });
  const rows = useListQuery(MatrixRowsDocument, { search: search || null });
  const [place, setPlace] = useState<MatrixPlace>();
  const categories = columns.data?.categories ?? [];
  const items = columns.data?.serviceItems.slice(0, MAX_COLUMNS) ?? [];
  const more = (columns.data?.serviceItems.length ?? 0) - items.length;
  const edits = can("suppliers.manage") && can("cost.read");
  return (
    <>
      <PageHeader title={t`服务矩阵`} back="/suppliers" actions={<MatrixExport items={items} />}>
        <Trans>行是服务商，列是服务项目。方向键在格子间移动；改动成为待审核的变更。</Trans>
      </PageHeader>
      <div className="row">
        <SearchBox
          label={t`搜索服务商`}
          placeholder={t`名称、编号、信用代码`}
          value={search}
          onSearch={(text) =>
            void navigate({ search: (old) => ({ ...old, search: text || undefined }), replace: true })
          }
        />
        <NativeSelect
          aria-label={t`服务分类`}
          value={category}
          data={[{ value: "", label: t`全部分类` }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => {
            const next = event.currentTarget.value;
            void navigate({ search: (old) => ({ ...old, category: next || undefined }), replace: true });
          }}
        />
        {more > 0 && (
          <span className="muted small">
            <Trans>还有 {more} 个项目未显示，请选择分类。</Trans>
          </span>
        )}
      </div>
      <ListBody list={rows}>
        {({ staffSuppliers: { edges, pageInfo } }) => (
          <>
            <MatrixTable
              items={items}
              suppliers={edges.map(({ node }) => node)}
              onEdit={edits ? setPlace : undefined}
            />
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={rows.loadingMore}
              onMore={() => rows.loadMore(pageInfo.endCursor)}
            />
          </>
        )}
      </ListBody>
      <MatrixDialog place={place} onClose={() => setPlace(undefined)} onDone={rows.refetch} />
    </>
  );
}
