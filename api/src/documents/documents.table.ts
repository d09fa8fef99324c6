import { Entity, ForeignKey, Index } from "typeorm";
import type { PdfDocument } from "../kernel/document.js";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { FormCode, FormState, FormSubject } from "./form.js";
import type { FormData } from "./form-data.js";
import type { InvoiceKind, InvoiceState } from "./invoice.js";

/** One wording of a kind of form, written once; the last one of a code is in force. */
@Entity("form_wordings")
@Index(["code", "number"], { unique: true })
export class FormWordingRow {
  @Id() id: string;
  @Word() code: FormCode;
  @Count() number: number;
  @Name(60) title: string;
  @Prose() text: string;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Instant() createdAt: number;
}

/** One version of a form. Triggers refuse to change what it says; only its end and its file are noted later. */
@Entity("forms")
@Index(["code", "subjectKind", "subjectId", "number"], { unique: true })
@Index(["issuedAt", "id"])
@Index(["code", "issuedAt", "id"])
@Index(["supplierId", "issuedAt", "id"])
export class FormRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Word() code: FormCode;
  @Word() subjectKind: FormSubject["kind"];
  @Name(22) subjectId: string;
  /** 1, 2, 3 … for one subject. */
  @Count() number: number;
  @Ref("FormRow", { nullable: true }) supersedes: string | null;
  /** Why it took another's place. */
  @Name(300, { nullable: true }) reason: string | null;
  @Ref("OrderRow", { nullable: true }) orderId: string | null;
  /** The customer who may read it; null when none may. */
  @Ref("AccountRow", { nullable: true }) customerId: string | null;
  /** The supplier that may read it; null when none may. */
  @ForeignKey("SupplierRow") @Name(22, { nullable: true }) supplierId: string | null;
  @Name(60) title: string;
  @Amount({ nullable: true }) amount: Fen | null;
  /** Which wording it was made from. */
  @Count() wordingNumber: number;
  @Json() data: FormData;
  /** Fingerprint of `data`: the same facts are not issued twice. */
  @Name(64) dataHash: string;
  /** Everything it says, from which its file is made. */
  @Json() document: PdfDocument;
  /** SHA-256 of what the document says. */
  @Name(64) hash: string;
  @Instant() issuedAt: number;
  @Name(22, { nullable: true }) issuedBy: string | null;
  @Word() state: FormState;
  @Name(300, { nullable: true }) voidReason: string | null;
  @Name(22, { nullable: true }) voidedBy: string | null;
  @Instant({ nullable: true }) voidedAt: number | null;
  @Ref("FileRow", { nullable: true }) pdfFileId: string | null;
  @Count() version: number;
}

/** What a customer wants invoiced, and the invoice that was made of it outside. */
@Entity("invoice_requests")
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
export class InvoiceRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @Ref("OrderRow") orderId: string;
  @Ref("AccountRow") customerId: string;
  @Word() kind: InvoiceKind;
  @Name(100) title: string;
  @Name(20, { nullable: true }) taxNo: string | null;
  @Amount() amount: Fen;
  @Word() state: InvoiceState;
  @Name(300, { nullable: true }) rejectReason: string | null;
  /** The invoice's own number. */
  @Name(40, { nullable: true, unique: true }) invoiceNo: string | null;
  @Ref("FileRow", { nullable: true }) fileId: string | null;
  @Instant({ nullable: true }) issuedAt: number | null;
  @Name(22, { nullable: true }) issuedBy: string | null;
  /** What red-letter invoices took back so far, and the last of them. */
  @Amount() redAmount: Fen;
  @Name(40, { nullable: true }) redNo: string | null;
  @Instant({ nullable: true }) redAt: number | null;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const documentTables = [FormWordingRow, FormRow, InvoiceRow];
