import type { PageQuery } from "@kaidan/web-kit/apollo/page-query";
import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { type OrderByIdQuery, type OrderByIdQueryVariables, OrderChangedDocument } from "../../gql/graphql";

export type WholeOrder = NonNullable<OrderByIdQuery["order"]>;

/**
 * The order of a page, kept up to date: every event redraws it, and after a lost connection nothing is missing.
 * Null for an order that does not exist or is another's.
 */
export function useLiveOrder(page: PageQuery<OrderByIdQuery, OrderByIdQueryVariables>) {
  const { data, refresh } = usePageQuery(page);
  const { order } = data;
  const reload = () => void refresh();
  useLive(OrderChangedDocument, {
    variables: { orderId: order?.id ?? "", afterSeq: order?.seq ?? null },
    skip: !order,
    onCatchUp: reload,
  });
  return { order, reload };
}
