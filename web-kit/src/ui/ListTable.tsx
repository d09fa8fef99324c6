import type { ListQuery } from "../apollo/useListQuery";
import { DataTable, type DataTableProps } from "./DataTable";
import { ListBody } from "./ListBody";
import { LoadMore } from "./LoadMore";

type Connection<Row> = {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
};

type ListTableProps<TData, Row> = Omit<DataTableProps<Row>, "rows" | "busy"> & {
  list: ListQuery<TData>;
  /** Which list of the answer it shows. */
  of: (data: TData) => Connection<Row>;
};

/** A list as a table that grows by pages, with what stands there before the first answer or instead of one. */
export function ListTable<TData, Row>({ list, of, ...table }: ListTableProps<TData, Row>) {
  return (
    <ListBody list={list}>
      {(data) => {
        const { edges, pageInfo } = of(data);
        return (
          <>
            <DataTable {...table} rows={edges.map(({ node }) => node)} busy={list.stale} />
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              busy={list.loadingMore}
              onMore={() => list.loadMore(pageInfo.endCursor)}
            />
          </>
        );
      }}
    </ListBody>
  );
}
