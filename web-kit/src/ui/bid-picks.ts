type Sheet = readonly {
  readonly code: string;
  readonly cells: readonly { readonly bidId: string; readonly amount: string }[];
}[];
type Pick = { readonly lineCode: string; readonly bidId: string };

/** The lines with a chosen bid that prices them. */
export function picksOf(sheet: Sheet, picks: Readonly<Record<string, string>>): Pick[] {
  return sheet.flatMap(({ code, cells }) => {
    const bidId = picks[code];
    return cells.some((cell) => cell.bidId === bidId) && bidId ? [{ lineCode: code, bidId }] : [];
  });
}

/** Every line that one bid prices. */
export function wholePicks(sheet: Sheet, bidId: string): Record<string, string> {
  const own = sheet.filter(({ cells }) => cells.some((cell) => cell.bidId === bidId));
  return Object.fromEntries(own.map(({ code }) => [code, bidId]));
}

/** What the customer pays for one choice. */
export function amountOf(sheet: Sheet, { lineCode, bidId }: Pick): string {
  const row = sheet.find(({ code }) => code === lineCode);
  return row?.cells.find((cell) => cell.bidId === bidId)?.amount ?? "0";
}

type Bids = readonly { readonly id: string; readonly state: string }[];
type Lines = readonly { readonly code: string; readonly optional: boolean }[];

/**
 * Whether the server would take this award: of line by line every required line that a standing bid prices, of an answer
 * that is taken whole every line of its bid.
 */
export function isComplete(sheet: Sheet, lines: Lines, bids: Bids, picks: readonly Pick[], split: boolean): boolean {
  const [first] = picks;
  if (!first) return false;
  if (!split) return Object.keys(wholePicks(sheet, first.bidId)).length === picks.length;
  const standing = new Set(bids.flatMap(({ id, state }) => (state === "SUBMITTED" ? [id] : [])));
  const optional = new Set(lines.flatMap((line) => (line.optional ? [line.code] : [])));
  return sheet.every(
    ({ code, cells }) =>
      optional.has(code) ||
      picks.some(({ lineCode }) => lineCode === code) ||
      !cells.some(({ bidId }) => standing.has(bidId)),
  );
}
