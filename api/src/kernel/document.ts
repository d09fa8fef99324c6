/** One line of "label: value". */
export interface PdfFact {
  readonly label: string;
  readonly value: string;
}

export interface PdfColumn {
  readonly title: string;
  /** Share of the page's width, in relation to the other columns. */
  readonly width: number;
  /** Money and quantities stand at the right. */
  readonly right?: boolean;
}

/** What a document is made of, from top to bottom. */
export type PdfBlock =
  | { readonly kind: "HEADING"; readonly text: string }
  | { readonly kind: "PARAGRAPH"; readonly text: string }
  | { readonly kind: "FACTS"; readonly facts: readonly PdfFact[] }
  | {
      readonly kind: "TABLE";
      readonly columns: readonly PdfColumn[];
      readonly rows: readonly (readonly string[])[];
      /** A last row in bold, such as the total. */
      readonly foot?: readonly string[];
    }
  | { readonly kind: "SIGNATURES"; readonly parties: readonly { readonly role: string; readonly name: string }[] };

/** A document for people to read, print and sign, described without a word about how it looks. */
export interface PdfDocument {
  readonly title: string;
  /** The number it is filed under; printed at its head and at the foot of every page. */
  readonly no: string;
  /** When it was made, epoch milliseconds. Part of the bytes: pass the same instant to make the same file again. */
  readonly madeAt: number;
  readonly blocks: readonly PdfBlock[];
  /** Fingerprint of what the document says, printed at the foot of every page; not that of the file. */
  readonly hash: string;
  /** A page that tells whether the paper is true; printed as a QR code. No part of what the hash is of. */
  readonly proofUrl?: string;
}
