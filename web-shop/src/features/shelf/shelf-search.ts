import { oneOfParam, textParam } from "@kaidan/web-kit/app/search-params";
import type { ProductNarrowingInput, ProductSort, SaleMode } from "../../gql/graphql";

export const sorts = ["RECOMMENDED", "PRICE", "RATING", "NEWEST"] as const satisfies readonly ProductSort[];
const marks = ["4.5", "4"] as const;
const modes = ["FIXED", "FORMULA", "QUOTE_ONLY", "BIDDING"] as const satisfies readonly SaleMode[];

/** What a visitor narrows a shelf by, kept in the address. */
export type ShelfView = {
  readonly region?: string | undefined;
  readonly sort?: ProductSort | undefined;
  /** From and below, in fen: `10000-50000`, `1000000-`. */
  readonly price?: string | undefined;
  readonly mark?: (typeof marks)[number] | undefined;
  readonly mode?: SaleMode | undefined;
  /** Slug of a category, where the shelf is not one itself. */
  readonly in?: string | undefined;
};

/** Takes the view out of an address; anything unknown is left out. An address may be read as a number: `4.5`. */
export function readShelfView(raw: Readonly<Record<string, unknown>>): ShelfView {
  const price = textParam(raw["price"]);
  return {
    region: textParam(raw["region"]),
    sort: oneOfParam(sorts, raw["sort"]),
    price: price && /^\d{1,9}-(\d{1,9})?$/.test(price) ? price : undefined,
    mark: oneOfParam(marks, typeof raw["mark"] === "number" ? String(raw["mark"]) : raw["mark"]),
    mode: oneOfParam(modes, raw["mode"]),
    in: textParam(raw["in"]),
  };
}

/** The view as the API takes it; undefined when nothing is narrowed. */
export function narrowingOf({ price, mark, mode }: ShelfView): ProductNarrowingInput | undefined {
  if (!price && !mark && !mode) return undefined;
  const [from, below] = price?.split("-") ?? [];
  return {
    ...(from && from !== "0" ? { priceFrom: from } : {}),
    ...(below ? { priceBelow: below } : {}),
    ...(mark ? { leastMark: Number(mark) } : {}),
    ...(mode ? { saleModes: [mode] } : {}),
  };
}

/** How many choices narrow the shelf beside city and order. */
export const choicesOf = ({ price, mark, mode, in: category }: ShelfView): number =>
  [price, mark, mode, category].filter((choice) => choice !== undefined).length;
