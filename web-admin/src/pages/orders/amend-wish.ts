import type { AmendmentPartInput } from "../../gql/graphql";

/** What is wanted of one line: kept, another price or quantity, or taken out. */
export type LineWish = {
  readonly quantity: number;
  readonly amount: string;
  readonly cancel: boolean;
};

type Line = { readonly id: string; readonly quantity: number; readonly amount: string };

/** The wish that changes nothing. */
export const asItIs = ({ quantity, amount }: Line): LineWish => ({ quantity, amount, cancel: false });

/** The parts of an amendment: only what differs from how the order is. */
export function partsOf(lines: readonly Line[], wishes: Readonly<Record<string, LineWish>>): AmendmentPartInput[] {
  return lines.flatMap((line): AmendmentPartInput[] => {
    const wish = wishes[line.id] ?? asItIs(line);
    if (wish.cancel) return [{ kind: "CANCEL", componentId: line.id, doneShare: 0 }];
    if (wish.amount === "" || (wish.quantity === line.quantity && wish.amount === line.amount)) return [];
    const { quantity, amount: saleAmount } = wish;
    return [{ kind: "CHANGE", componentId: line.id, quantity, saleAmount }];
  });
}
