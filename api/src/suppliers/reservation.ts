import { stateTable } from "../kernel/state-table.js";

export type ReservationState = "HELD" | "CONFIRMED" | "RELEASED";
type ReservationVerb = "CONFIRM" | "RELEASE";

/** A place of a supplier's day: held while the order is unpaid, confirmed by its first payment, given back when it ends unpaid. */
export const reservationLife = stateTable<ReservationState, ReservationVerb>("reservation", "HELD", {
  HELD: { CONFIRM: "CONFIRMED", RELEASE: "RELEASED" },
  CONFIRMED: { RELEASE: "RELEASED" },
  RELEASED: {},
});
