import { Entity, Index } from "typeorm";
import { Count, Id, Instant, Json, Name, Ref, Word } from "../platform/columns.js";
import type { SpecialDay } from "./calendar.js";
import type { ReservationState } from "./reservation.js";

/** On which days a supplier works, for all it does or for one item. */
@Entity("supplier_calendars")
export class SupplierCalendarRow {
  @Id() id: string;
  @Ref("SupplierRow") supplierId: string;
  @Ref("ServiceItemRow", { nullable: true }) itemId: string | null;
  /** `<supplierId>` or `<supplierId>:<itemId>`: one calendar each. */
  @Name(45, { unique: true }) scope: string;
  /** 1 Monday … 7 Sunday. */
  @Json() workdays: number[];
  /** Days that differ from the week, in order. */
  @Json() days: SpecialDay[];
  /** The most pieces of work on one day over all items; null has no such limit. */
  @Count({ nullable: true }) perDay: number | null;
  @Count() version: number;
}

/** One place of one supplier's day, kept for one component of one order. */
@Entity("capacity_reservations")
@Index(["supplierId", "day"])
export class CapacityReservationRow {
  @Id() id: string;
  @Ref("SupplierRow") supplierId: string;
  @Ref("ServiceItemRow") itemId: string;
  @Ref("OrderRow") orderId: string;
  @Ref("OrderComponentRow", { unique: true }) orderComponentId: string;
  /** YYYY-MM-DD in Shanghai. */
  @Name(10) day: string;
  @Word() state: ReservationState;
  @Instant() createdAt: number;
  @Count() version: number;
}

export const capacityTables = [SupplierCalendarRow, CapacityReservationRow];
