import { Entity, Index } from "typeorm";
import { Count, Flag, Id, Instant, Json, Name, Prose, Ref, Word } from "../platform/columns.js";
import type { SupplierRole } from "../platform/viewer.js";
import type { ApplicationState, DocumentSpec } from "./application.js";
import { capacityTables } from "./capacity.table.js";
import { certificateTables } from "./certificate.table.js";
import type { ServiceOffer } from "./service.js";
import { SupplierServiceRow } from "./service.table.js";
import type { SupplierState } from "./supplier.js";

@Entity("suppliers")
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
export class SupplierRow {
  @Id() id: string;
  @Name(20, { unique: true }) code: string;
  @Name(60) name: string;
  /** One company is one supplier: the key decides when two approvals come at once. */
  @Name(18, { unique: true }) uscc: string;
  @Word() state: SupplierState;
  /** Why it is suspended; null otherwise. */
  @Name(300, { nullable: true }) reason: string | null;
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
  /** A pause that was planned or has begun, epoch ms; without an end it lasts until somebody ends it. */
  @Instant({ nullable: true }) pauseFrom: number | null;
  @Instant({ nullable: true }) pauseTo: number | null;
  @Name(300, { nullable: true }) pauseNote: string | null;
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

@Entity("supplier_applications")
@Index(["state", "createdAt", "id"])
@Index(["createdAt", "id"])
export class SupplierApplicationRow {
  @Id() id: string;
  @Name(24, { unique: true }) no: string;
  /** The applicant's private link opens the application; only the hash of its token is kept. */
  @Name(64, { unique: true }) tokenHash: string;
  @Name(60) organisation: string;
  @Name(18) @Index() uscc: string;
  @Name(30) contactName: string;
  @Name(20) contactPhone: string;
  @Name(100) contactEmail: string;
  @Prose() introduction: string;
  @Json() regions: string[];
  @Json() services: ServiceOffer[];
  @Json() documents: DocumentSpec[];
  @Word() state: ApplicationState;
  @Name(300, { nullable: true }) reason: string | null;
  @Instant({ nullable: true }) submittedAt: number | null;
  @Instant({ nullable: true }) decidedAt: number | null;
  @Ref("AccountRow", { nullable: true }) reviewerId: string | null;
  @Ref("SupplierRow", { nullable: true, unique: true }) supplierId: string | null;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const supplierTables = [
  SupplierRow,
  SupplierMemberRow,
  SupplierApplicationRow,
  SupplierServiceRow,
  ...capacityTables,
  ...certificateTables,
];
