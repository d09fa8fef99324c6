import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { SupplierWorkChangedDocument } from "../../gql/graphql";

/**
 * Keeps a page of the workspace live: whenever anything of this supplier's work moves, or the connection comes back,
 * `refetch` asks the page's query again. The counters update in the cache by the event itself.
 */
export function useSupplierWork(refetch: () => unknown): void {
  useLive(SupplierWorkChangedDocument, {
    variables: {},
    onEvent: () => void refetch(),
    onCatchUp: () => void refetch(),
  });
}
