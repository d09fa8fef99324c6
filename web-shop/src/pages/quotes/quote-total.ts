import { sumFen } from "@kaidan/web-kit/format/money";

type Priced = {
  readonly total: string;
  readonly lines: readonly { readonly position: number; readonly amount: string; readonly optional: boolean }[];
};

/** What would be agreed to with these optional lines, in fen: the server accepts this sum or nothing. */
export function totalWith({ total, lines }: Priced, ticked: ReadonlySet<number>): string {
  const taken = lines.filter(({ optional, position }) => optional && ticked.has(position));
  return sumFen([total, ...taken.map(({ amount }) => amount)]);
}
