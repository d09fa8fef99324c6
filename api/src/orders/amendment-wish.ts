import type { Fen } from "../kernel/money.js";
import type { AmendmentKind, Fault, MoneyWay } from "./amendment.js";

/** What staff write of one part: what they leave out stays as it is, or is what the supplier's service says. */
export type PartWish =
  | {
      readonly kind: "ADD";
      readonly itemId: string;
      readonly supplierId: string;
      readonly quantity: number;
      readonly stage: number;
      readonly saleAmount: Fen;
      readonly costAmount?: Fen | null;
    }
  | {
      readonly kind: "CHANGE";
      readonly componentId: string;
      readonly quantity?: number | null;
      readonly supplierId?: string | null;
      readonly saleAmount?: Fen | null;
      readonly costAmount?: Fen | null;
    }
  | { readonly kind: "CANCEL"; readonly componentId: string; readonly doneShare: number };

export interface AmendmentWish {
  readonly orderId: string;
  /** The revision of the order that was looked at. */
  readonly baseRevision: number;
  readonly kind: AmendmentKind;
  readonly fault?: Fault | null;
  readonly way: MoneyWay;
  readonly parts: readonly PartWish[];
}
