import { Entity, ForeignKey, Index } from "typeorm";
import type { PdfDocument } from "../kernel/document.js";
import type { Fen } from "../kernel/money.js";
import { Amount, Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { ContractState } from "./contract.js";

/** The text contracts of one kind are made from; products and quotations name it by its code. */
@Entity("contract_templates")
export class ContractTemplateRow {
  @Id() id: string;
  @Name(40, { unique: true }) code: string;
  @Name(60) name: string;
  /** The version new contracts are made from: the last one. */
  @Count() currentNumber: number;
  @Instant() updatedAt: number;
  @Count() version: number;
}

/** One wording. Written once: what was issued from it says so for ever. */
@Entity("contract_template_versions")
@Index(["templateId", "number"], { unique: true })
export class ContractTemplateVersionRow {
  @Id() id: string;
  @ForeignKey("ContractTemplateRow") @Name(22) templateId: string;
  @Count() number: number;
  /** What stands at the head of the document. */
  @Name(60) title: string;
  @Prose() text: string;
  @Ref("AccountRow", { nullable: true }) authorId: string | null;
  @Instant() createdAt: number;
}

/** A paper of one order: its contract, or an addendum of that. */
@Entity("contracts")
@Index(["orderId", "position"], { unique: true })
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
export class ContractRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  @ForeignKey("OrderRow") @Name(22) orderId: string;
  /** 0, 1, 2 … among its order's papers; the key keeps two from being begun at once. */
  @Count({ default: 0 }) position: number;
  /** The contract it is an addendum of; null for a contract. */
  @Name(22, { nullable: true }) addendumOf: string | null;
  /** Why an addendum was begun. */
  @Name(300, { nullable: true }) cause: string | null;
  /** What was agreed before an addendum. */
  @Amount({ nullable: true }) amountBefore: Fen | null;
  @Ref("AccountRow") customerId: string;
  @Name(40) templateCode: string;
  @Word() state: ContractState;
  /** How often it was issued; 0 before the first time. */
  @Count() revision: number;
  @Ref("ContractTemplateVersionRow", { nullable: true }) templateVersionId: string | null;
  /** What the issued contract says the order costs. */
  @Amount({ nullable: true }) amount: Fen | null;
  /** The issued document as it was filled: making it again gives the same bytes. */
  @Json({ nullable: true }) document: PdfDocument | null;
  @Name(22, { nullable: true }) pdfFileId: string | null;
  @Name(64, { nullable: true }) sha256: string | null;
  @Instant({ nullable: true }) issuedAt: number | null;
  @Name(22, { nullable: true }) issuedBy: string | null;
  @Json() scanIds: string[];
  @Ref("AccountRow", { nullable: true }) uploadedBy: string | null;
  @Flag() uploadedByStaff: boolean;
  @Instant({ nullable: true }) uploadedAt: number | null;
  @Name(300, { nullable: true }) rejectReason: string | null;
  @Ref("AccountRow", { nullable: true }) verifiedBy: string | null;
  @Instant({ nullable: true }) verifiedAt: number | null;
  /** From when it counts, YYYY-MM-DD. */
  @Name(10, { nullable: true }) effectiveOn: string | null;
  /** Why staff voided it by hand. */
  @Name(300, { nullable: true }) voidReason: string | null;
  @Name(22, { nullable: true }) voidedBy: string | null;
  @Instant({ nullable: true }) voidedAt: number | null;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const contractTables = [ContractTemplateRow, ContractTemplateVersionRow, ContractRow];
