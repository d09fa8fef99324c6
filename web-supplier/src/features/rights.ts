import type { SupplierRole } from "../gql/graphql";

type Place = "services" | "team" | "quotations" | "money" | "refunds";

const places: Record<Place, readonly SupplierRole[]> = {
  services: ["OWNER", "DISPATCHER", "FINANCE"],
  team: ["OWNER", "DISPATCHER"],
  quotations: ["OWNER", "DISPATCHER"],
  money: ["OWNER", "FINANCE"],
  refunds: ["OWNER", "DISPATCHER", "FINANCE"],
};

/** Whether a role has any business on a page. The server refuses anyway; this spares people a dead end. */
export function mayVisit(place: Place, role: SupplierRole | null | undefined): boolean {
  return role !== null && role !== undefined && places[place].includes(role);
}

/** Prices and members bind the company: only its owners change them. */
export function mayManage(role: SupplierRole | null | undefined): boolean {
  return role === "OWNER";
}
