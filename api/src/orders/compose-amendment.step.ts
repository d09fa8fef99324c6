import { itemsById } from "../catalogue/item.store.js";
import { type Fen, fen, times } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Sql } from "../platform/sql.js";
import { type EffectiveService, effectiveServices } from "../suppliers/service.store.js";
import type { AmendmentPart } from "./amendment.js";
import type { PartWish } from "./amendment-wish.js";
import type { OrderComponentRow } from "./order.store.js";

/**
 * The parts of an amendment as staff wrote them, with all that items and services tell of them. Refuses NOT_FOUND for an
 * item or a line that is not there, SUPPLIER_NOT_ELIGIBLE for a supplier that can't do the work at present.
 */
export async function composeParts(
  sql: Sql,
  lines: readonly OrderComponentRow[],
  wishes: readonly PartWish[],
): Promise<AmendmentPart[]> {
  const lineOf = (componentId: string) => found(lines.find(({ id }) => id === componentId));
  const itemIds = wishes.flatMap((wish) =>
    wish.kind === "ADD" ? [wish.itemId] : wish.kind === "CHANGE" ? [lineOf(wish.componentId).itemId] : [],
  );
  const items = await itemsById(sql, itemIds);
  const services = await effectiveServices(sql, itemIds);
  const serviceOf = (itemId: string, supplierId: string): EffectiveService => {
    const service = services.find((one) => one.itemId === itemId && one.supplierId === supplierId);
    must(service, "SUPPLIER_NOT_ELIGIBLE", { field: "supplierId", item: items.get(itemId)?.name ?? "" });
    return service;
  };
  return wishes.map((wish): AmendmentPart => {
    if (wish.kind === "CANCEL") return { ...wish };
    if (wish.kind === "CHANGE") return changed(lineOf(wish.componentId), wish, serviceOf);
    const { name: itemName, unit, milestones } = found(items.get(wish.itemId));
    const service = serviceOf(wish.itemId, wish.supplierId);
    must(Number.isInteger(wish.stage) && wish.stage >= 1 && wish.stage <= 20, "VALIDATION", { field: "stage" });
    const costAmount = wish.costAmount ?? costOf(service, wish.quantity);
    return { ...wish, itemName, unit, milestones: [...milestones], costAmount };
  });
}

function changed(
  line: OrderComponentRow,
  wish: Extract<PartWish, { kind: "CHANGE" }>,
  serviceOf: (itemId: string, supplierId: string) => EffectiveService,
): AmendmentPart {
  const quantity = wish.quantity ?? line.quantity;
  const supplierId = wish.supplierId ?? line.supplierId;
  const moved = supplierId !== line.supplierId;
  const service = moved ? serviceOf(line.itemId, supplierId) : null;
  const planned = service ? costOf(service, quantity) : scaled(line, quantity);
  const saleAmount = wish.saleAmount ?? line.saleAmount;
  const costAmount = wish.costAmount ?? planned;
  return { kind: "CHANGE", componentId: line.id, quantity, supplierId, saleAmount, costAmount };
}

const costOf = (service: EffectiveService, quantity: number): Fen => times(fen(service.costPrice), quantity);

/** The same supplier's cost for another quantity: in proportion. */
function scaled(line: OrderComponentRow, quantity: number): Fen {
  return quantity === line.quantity ? line.costAmount : times(line.costAmount, quantity / line.quantity);
}
