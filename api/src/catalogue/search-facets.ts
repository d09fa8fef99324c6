import type { SaleMode } from "./product.js";

/** Bands of the price "from", in fen: from this, below the next. */
export const PRICE_BANDS = [0, 10_000, 50_000, 200_000, 1_000_000] as const;
/** Marks to narrow by, in tenths, best first. */
export const MARKS = [45, 40] as const;
/** A count that says so many means so many or more. */
export const COUNT_CAP = 1_000;

/** How many products stand at one place of a search: of a category, a way of selling, a price band, marks and cities. */
export interface Cell {
  readonly categoryId: string;
  readonly saleMode: SaleMode;
  /** Index into PRICE_BANDS. */
  readonly band: number;
  /** Tenths of the mark they reach, one of MARKS, or 0. */
  readonly mark: number;
  /** Codes of the cities where they can be had. */
  readonly regions: readonly string[];
  readonly n: number;
}

/** What a visitor has chosen so far. */
export interface Chosen {
  readonly categoryId: string | null;
  readonly regionCode: string | null;
  readonly priceFrom: number | null;
  readonly priceBelow: number | null;
  readonly markTenths: number | null;
  readonly saleModes: readonly SaleMode[];
}

export interface Facets {
  readonly total: number;
  readonly categories: readonly { readonly categoryId: string; readonly count: number }[];
  readonly prices: readonly { readonly from: number; readonly below: number | null; readonly count: number }[];
  readonly marks: readonly { readonly tenths: number; readonly count: number }[];
  readonly saleModes: readonly { readonly mode: SaleMode; readonly count: number }[];
  readonly regions: readonly { readonly code: string; readonly count: number }[];
}

type Dimension = "category" | "price" | "mark" | "mode" | "region";

/**
 * What can be chosen next and how many products each choice leaves. A choice already made in a dimension does not narrow
 * that dimension's own counts, so that one sees what choosing otherwise would bring.
 */
export function facetsOf(cells: readonly Cell[], chosen: Chosen): Facets {
  const left = (but: Dimension | null): Cell[] => cells.filter((cell) => fits(cell, chosen, but));
  const [byPrice, byMark] = [left("price"), left("mark")];
  const modes = counted(left("mode"), (cell) => [cell.saleMode]);
  return {
    total: sum(left(null)),
    categories: counted(left("category"), (cell) => [cell.categoryId]).map(([categoryId, count]) => ({
      categoryId,
      count,
    })),
    prices: PRICE_BANDS.map((from, band) => ({
      from,
      below: PRICE_BANDS[band + 1] ?? null,
      count: sum(byPrice.filter((cell) => cell.band === band)),
    })),
    marks: MARKS.map((tenths) => ({ tenths, count: sum(byMark.filter((cell) => cell.mark >= tenths)) })),
    saleModes: modes.map(([mode, count]) => ({ mode, count })).sort((a, b) => (a.mode < b.mode ? -1 : 1)),
    regions: counted(left("region"), (cell) => cell.regions).map(([code, count]) => ({ code, count })),
  };
}

/** How many products of the cells have each value, most first and then in the order of the values. */
function counted<Value extends string>(
  cells: readonly Cell[],
  valuesOf: (cell: Cell) => readonly Value[],
): [Value, number][] {
  const counts = new Map<Value, number>();
  for (const cell of cells) for (const value of valuesOf(cell)) counts.set(value, (counts.get(value) ?? 0) + cell.n);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value, count]) => [value, Math.min(COUNT_CAP, count)]);
}

const sum = (cells: readonly Cell[]): number =>
  Math.min(
    COUNT_CAP,
    cells.reduce((total, cell) => total + cell.n, 0),
  );

/** A price that is none of the bands' limits takes in every band it touches. */
function fits(cell: Cell, chosen: Chosen, but: Dimension | null): boolean {
  const below = PRICE_BANDS[cell.band + 1] ?? Number.POSITIVE_INFINITY;
  const from = PRICE_BANDS[cell.band] ?? 0;
  return (
    (but === "category" || chosen.categoryId === null || chosen.categoryId === cell.categoryId) &&
    (but === "region" || chosen.regionCode === null || cell.regions.includes(chosen.regionCode)) &&
    (but === "price" ||
      ((chosen.priceFrom === null || below > chosen.priceFrom) &&
        (chosen.priceBelow === null || from < chosen.priceBelow))) &&
    (but === "mark" || chosen.markTenths === null || cell.mark >= chosen.markTenths) &&
    (but === "mode" || chosen.saleModes.length === 0 || chosen.saleModes.includes(cell.saleMode))
  );
}
