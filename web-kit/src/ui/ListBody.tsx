import type { ReactNode } from "react";
import type { ListQuery } from "../apollo/useListQuery";
import { ErrorState } from "./ErrorState";
import { ListSkeleton } from "./Skeletons";

/** What stands below a list's filters: rows, a skeleton before the first answer, or why there is none. */
export function ListBody<TData>({ list, children }: { list: ListQuery<TData>; children: (data: TData) => ReactNode }) {
  if (list.data) return children(list.data);
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  return <ListSkeleton rows={5} />;
}
