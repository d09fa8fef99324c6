import { formatDay } from "../format/dates";

export type Day<Row> = { readonly label: string; readonly today: boolean; readonly yesterday: boolean; rows: Row[] };

const dayMs = 86_400_000;

/** Rows that are sorted by time, cut where the day in Shanghai changes. */
export function groupByDay<Row extends { readonly at: string }>(
  rows: readonly Row[],
  now: number,
  language: string,
): Day<Row>[] {
  const dayOf = (at: number) => formatDay(new Date(at).toISOString(), now, language);
  const [today, yesterday] = [dayOf(now), dayOf(now - dayMs)];
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const label = formatDay(row.at, now, language);
    const last = days.at(-1);
    if (last?.label === label) last.rows.push(row);
    else days.push({ label, today: label === today, yesterday: label === yesterday, rows: [row] });
  }
  return days;
}
