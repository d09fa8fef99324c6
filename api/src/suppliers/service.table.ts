import { Entity, Index } from "typeorm";
import { Amount, Count, Id, Instant, Json, Name, Ref, Word } from "../platform/columns.js";
import type { ServiceState } from "./service.js";

/** What one supplier can do of one item, at which cost and sale price. A changed term is a new revision, a row of its own. */
@Entity("supplier_services")
@Index(["supplierId", "itemId", "revision"], { unique: true })
@Index(["itemId", "state"])
@Index(["state", "createdAt", "id"])
export class SupplierServiceRow {
  @Id() id: string;
  @Ref("SupplierRow") supplierId: string;
  @Ref("ServiceItemRow") itemId: string;
  @Count() revision: number;
  @Word() state: ServiceState;
  /** `<supplierId>:<itemId>` while EFFECTIVE or PAUSED, else null: the database allows one revision to be in force. */
  @Name(45, { nullable: true, unique: true }) inForce: string | null;
  /** 1 (able) … 5 (master). */
  @Count() level: number;
  @Amount() costPrice: number;
  @Amount() salePrice: number;
  /** How many units of work the supplier takes on a day. */
  @Count() perDay: number;
  @Name(300, { nullable: true }) notes: string | null;
  @Name(300, { nullable: true }) reason: string | null;
  @Ref("AccountRow", { nullable: true }) decidedBy: string | null;
  @Instant() createdAt: number;
  @Count() version: number;
  /** Null: all of the supplier's. */
  @Json({ nullable: true }) regions: string[] | null;
  /** Null for rows from before brands were asked for: none. */
  @Json({ nullable: true }) brands: string[] | null;
  @Amount({ nullable: true }) minCharge: number | null;
  @Count({ nullable: true }) concurrent: number | null;
  @Count({ nullable: true }) leadHours: number | null;
  @Count({ nullable: true }) noticeHours: number | null;
  /** Null: since its approval. */
  @Instant({ nullable: true }) effectiveFrom: number | null;
  @Instant({ nullable: true }) effectiveTo: number | null;
  /** The account that proposed it, so that nobody approves their own; null for what came with an application. */
  @Name(22, { nullable: true }) proposedBy: string | null;
}
