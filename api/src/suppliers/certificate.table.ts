import { Entity, Index } from "typeorm";
import { Count, Id, Instant, Name, Ref, Word } from "../platform/columns.js";
import type { CertificateState } from "./certificate.js";

/** A paper that says a supplier may do a kind of work, until a day. */
@Entity("supplier_certificates")
@Index(["supplierId", "kind", "state"])
@Index(["state", "createdAt", "id"])
export class SupplierCertificateRow {
  @Id() id: string;
  @Ref("SupplierRow") supplierId: string;
  /** In the words that items require it by, such as 电工证. */
  @Name(40) kind: string;
  @Name(60) no: string;
  /** The last day it is valid, YYYY-MM-DD in Shanghai. */
  @Name(10) expiresOn: string;
  @Ref("FileRow") fileId: string;
  @Word() state: CertificateState;
  @Name(300, { nullable: true }) reason: string | null;
  @Ref("AccountRow", { nullable: true }) decidedBy: string | null;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const certificateTables = [SupplierCertificateRow];
