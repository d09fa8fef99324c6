import { oneOfParam, textParam } from "@kaidan/web-kit/app/search-params";
import type { ProductSort } from "../../gql/graphql";

export const sorts = ["RECOMMENDED", "PRICE", "RATING", "NEWEST"] as const satisfies readonly ProductSort[];

/** What a visitor narrows a shelf by, kept in the address. */
export type ShelfView = { readonly region?: string | undefined; readonly sort?: ProductSort | undefined };

/** Takes the view out of an address; anything unknown is left out. */
export function readShelfView(raw: Readonly<Record<string, unknown>>): ShelfView {
  return { region: textParam(raw["region"]), sort: oneOfParam(sorts, raw["sort"]) };
}
