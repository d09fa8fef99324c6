import { must } from "./refusal.js";

/** What a connection field was asked for, checked and decoded. */
export interface PageRequest {
  readonly first: number;
  /** The sort key and the id of the last row seen, or null for the first page. */
  readonly after: readonly [number, string] | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The place of each row; pass one as `after`. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

export const PAGE_DEFAULT = 20;
export const PAGE_CAP = 100;

/** Refuses (VALIDATION) a size outside 1…100 and a cursor that is none of ours. */
export function pageRequest(first: number | null | undefined, after: string | null | undefined): PageRequest {
  const size = first ?? PAGE_DEFAULT;
  must(Number.isInteger(size) && size >= 1 && size <= PAGE_CAP, "VALIDATION", { field: "first", max: PAGE_CAP });
  return { first: size, after: after ? decodeCursor(after) : null };
}

/** Cuts `first + 1` fetched rows to a page; the extra row only tells whether there is more. */
export function toPage<Row extends { id: string }>(
  fetched: readonly Row[],
  request: PageRequest,
  sortKey: (row: Row) => number,
): Page<Row> {
  const rows = fetched.slice(0, request.first);
  return {
    rows,
    hasNextPage: fetched.length > request.first,
    cursors: rows.map((row) => encodeCursor(sortKey(row), row.id)),
  };
}

function encodeCursor(key: number, id: string): string {
  return btoa(`${key}|${id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function decodeCursor(cursor: string): readonly [number, string] {
  const text = /^[A-Za-z0-9_-]{4,120}$/.test(cursor) ? readBase64(cursor) : "";
  const match = /^(-?\d{1,16}(?:\.\d{1,6})?)\|([A-Za-z0-9_-]{1,40})$/.exec(text);
  must(match?.[1] !== undefined && match[2] !== undefined, "VALIDATION", { field: "after" });
  return [Number(match[1]), match[2]];
}

function readBase64(text: string): string {
  try {
    return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return ""; // not base64: decodeCursor refuses the empty text
  }
}
