/** The first and the last day of a month such as 2026-11. */
export function daysOf(month: string): { from: string; until: string } {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { from: `${month}-01`, until: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}

/** The last day before a month. */
export function dayBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1, 0)).toISOString().slice(0, 10);
}

/** The month that is exactly from one day to another; none when they are anything else. */
export function monthOf(from: string | undefined, until: string | undefined): string | undefined {
  const month = from?.slice(0, 7);
  return month && daysOf(month).from === from && daysOf(month).until === until ? month : undefined;
}
