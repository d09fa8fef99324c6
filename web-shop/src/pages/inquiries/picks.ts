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
