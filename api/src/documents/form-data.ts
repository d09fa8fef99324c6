import type { PdfColumn, PdfFact } from "../kernel/document.js";
import type { Fen } from "../kernel/money.js";

export interface FormTable {
  readonly heading: string;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly foot?: readonly string[];
}

/** What a form says, whatever its wording: the facts of one moment, kept with it for ever. */
export interface FormData {
  readonly orderNo: string | null;
  readonly orderTitle: string | null;
  readonly customerName: string | null;
  readonly supplierName: string | null;
  /** The amount that is said in figures and in capitals; null where no single amount is meant. */
  readonly amount: Fen | null;
  readonly facts: readonly PdfFact[];
  readonly tables: readonly FormTable[];
  readonly signers: readonly { readonly role: string; readonly name: string }[];
}

/** Facts without those that nobody knows. */
export function factsOf(...pairs: readonly (readonly [label: string, value: string | null | undefined])[]): PdfFact[] {
  return pairs.flatMap(([label, value]) =>
    value === null || value === undefined || value === "" ? [] : [{ label, value }],
  );
}
