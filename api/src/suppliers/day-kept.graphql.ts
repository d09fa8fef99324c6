import type { Context } from "../platform/context.js";
import { placesOf, placesOfComponents } from "./reservation.store.js";

const KEPT = Symbol("days kept for orders");

/** The day kept for an order, in one statement for all a request asks for; the caller has checked who may see the order. */
export async function loadDayKept({ platform, loaders }: Context, orderId: string): Promise<string | null> {
  const loader = loaders.byId(KEPT, async (ids) => {
    const kept = (await placesOf(platform.database.read, ids)).filter(({ state }) => state !== "RELEASED");
    return new Map(kept.map((place) => [place.orderId, place.day]));
  });
  return loader.load(orderId);
}

const KEPT_FOR_COMPONENT = Symbol("days kept for components of orders");

/** The day kept for one component of an order, in one statement for all; the caller has checked who may see the work. */
export async function loadDayOfComponent(
  { platform, loaders }: Context,
  orderComponentId: string,
): Promise<string | null> {
  const loader = loaders.byId(KEPT_FOR_COMPONENT, async (ids) => {
    const places = await placesOfComponents(platform.database.read, ids);
    return new Map([...places].map(([id, { day }]) => [id, day]));
  });
  return loader.load(orderComponentId);
}
