import { useLive } from "@kaidan/web-kit/apollo/useLive";
import { SupplierWorkChangedDocument } from "../../gql/graphql";

/**
 * Keeps a page of the workspace live: whenever anything of this supplier's work has moved past `seq`, the one the page
 * read, `refresh` asks the page's query again. The counters update in the cache by the event itself.
 */
export function useSupplierWork(seq: number | undefined, refresh: () => void): void {
  useLive(SupplierWorkChangedDocument, {
    variables: { afterSeq: seq },
    skip: seq === undefined,
    onEvent: () => refresh(),
    onCatchUp: refresh,
  });
}
