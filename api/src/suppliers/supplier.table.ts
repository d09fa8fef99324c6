import { Entity, Index } from "typeorm";
import { Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { SupplierRole } from "../platform/viewer.js";

@Entity("suppliers")
@Index(["state", "createdAt", "id"])
export class SupplierRow {
  @Id() id: string;
  @Name(20, { unique: true }) code: string;
  @Name(60) name: string;
  @Name(18) @Index() uscc: string;
  /** ACTIVE, PAUSED or SUSPENDED. */
  @Word() state: "ACTIVE" | "PAUSED" | "SUSPENDED";
  @Name(30) contactName: string;
  @Name(20) contactPhone: string;
  @Name(100) contactEmail: string;
  @Prose() introduction: string;
  @Json() regions: string[];
  @Count() ratingCount: number;
  @Count() overallSum: number;
  @Count() qualitySum: number;
  @Count() punctualitySum: number;
  @Count() attitudeSum: number;
  @Count() completedCount: number;
  @Instant() createdAt: number;
  @Count() version: number;
}

@Entity("supplier_members")
export class SupplierMemberRow {
  @Id() id: string;
  @Ref("SupplierRow") supplierId: string;
  @Ref("AccountRow", { unique: true }) accountId: string;
  @Word() role: SupplierRole;
  @Flag() active: boolean;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const supplierTables = [SupplierRow, SupplierMemberRow];
