import type { Context } from "../platform/context.js";
import { placesOf } from "./reservation.store.js";

const KEPT = Symbol("days kept for orders");

/** The day kept for an order, in one statement for all a request asks for; the caller has checked who may see the order. */
export async function loadDayKept({ platform, loaders }: Context, orderId: string): Promise<string | null> {
  const loader = loaders.byId(KEPT, async (ids) => {
    const kept = (await placesOf(platform.database.read, ids)).filter(({ state }) => state !== "RELEASED");
    return new Map(kept.map((place) => [place.orderId, place.day]));
  });
  return loader.load(orderId);
}
