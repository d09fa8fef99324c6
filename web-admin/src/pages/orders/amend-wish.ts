import type { AmendmentPartInput } from "../../gql/graphql";

/** What is wanted of one line: kept, another price, quantity or supplier, or ended with so much of it done. */
export type LineWish = {
  readonly quantity: number;
  readonly amount: string;
  readonly supplierId: string | null;
  readonly cancel: boolean;
  /** Of a line that ends, in per cent. */
  readonly done: number;
};

/** Work that is added: who does what, how much of it and for how much. */
export type AddWish = {
  readonly key: string;
  /** Item and supplier as "item:supplier"; empty until chosen. */
  readonly service: string;
  readonly quantity: number;
  readonly amount: string;
  readonly stage: number;
};

type Line = {
  readonly id: string;
  readonly quantity: number;
  readonly amount: string;
  readonly cancelled?: boolean;
  readonly accepted?: boolean;
  readonly supplier: { readonly id: string } | null;
};

/** The wish that changes nothing. */
export const asItIs = ({ quantity, amount, supplier }: Line): LineWish => ({
  ...{ quantity, amount, supplierId: supplier?.id ?? null },
  ...{ cancel: false, done: 0 },
});

/** The lines that can still be changed. */
export const openLines = <One extends Line>(lines: readonly One[]): One[] =>
  lines.filter(({ cancelled, accepted }) => !cancelled && !accepted);

/** The parts of an amendment: only what differs from how the order is, and what is added. */
export function partsOf(
  lines: readonly Line[],
  wishes: Readonly<Record<string, LineWish>>,
  added: readonly AddWish[] = [],
): AmendmentPartInput[] {
  const changed = lines.flatMap((line): AmendmentPartInput[] => {
    const before = asItIs(line);
    const wish = wishes[line.id] ?? before;
    if (wish.cancel) return [{ kind: "CANCEL", componentId: line.id, doneShare: shareOf(wish.done) }];
    const { quantity, amount: saleAmount, supplierId } = wish;
    const moved = supplierId !== before.supplierId;
    if (saleAmount === "" || (quantity === line.quantity && saleAmount === line.amount && !moved)) return [];
    return [{ kind: "CHANGE", componentId: line.id, quantity, saleAmount, ...(moved ? { supplierId } : {}) }];
  });
  return [...changed, ...added.flatMap(partOf)];
}

function partOf({ service, quantity, amount: saleAmount, stage }: AddWish): AmendmentPartInput[] {
  const [itemId, supplierId] = service.split(":");
  if (!itemId || !supplierId || saleAmount === "") return [];
  return [{ kind: "ADD", itemId, supplierId, quantity, saleAmount, stage }];
}

/** The parts that end an order: every open line, each with what was done of it. */
export const endingOf = (lines: readonly Line[], wishes: Readonly<Record<string, LineWish>>): AmendmentPartInput[] =>
  openLines(lines).map((line) => ({
    kind: "CANCEL",
    componentId: line.id,
    doneShare: shareOf(wishes[line.id]?.done ?? 0),
  }));

const BASIS_POINTS = 100;
const shareOf = (percent: number): number => Math.round(percent * BASIS_POINTS);
