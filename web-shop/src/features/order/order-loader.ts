import type { RouteContext } from "@kaidan/web-kit/app/route-context";
import { OrderByIdDocument } from "../../gql/graphql";

/** Starts the query of a page below an order: what is known shows at once, and is asked again. */
export function loadOrder(context: RouteContext, id: string) {
  return context.preload(OrderByIdDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
}
