import type { QueryRef } from "@apollo/client/react";
import { useQueryRefHandlers, useReadQuery } from "@apollo/client/react";
import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { type OrderByIdQuery, type OrderByIdQueryVariables, OrderChangedDocument } from "../../gql/graphql";

export type WholeOrder = NonNullable<OrderByIdQuery["order"]>;

/**
 * The order of a page, kept up to date: every event redraws it, and after a lost connection nothing is missing.
 * Null for an order that does not exist or is another's.
 */
export function useLiveOrder(ref: QueryRef<OrderByIdQuery, OrderByIdQueryVariables>) {
  const { data } = useReadQuery(ref);
  const { refetch } = useQueryRefHandlers(ref);
  const { order } = data;
  const reload = () => void refetch();
  useLive(OrderChangedDocument, {
    variables: { orderId: order?.id ?? "", afterSeq: order?.seq ?? null },
    skip: !order,
    onCatchUp: reload,
  });
  return { order, reload };
}
