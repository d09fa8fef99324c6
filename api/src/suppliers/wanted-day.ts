import { dayAfter } from "../kernel/day.js";
import { type Capacity, freeOn, roomOn, type Taken } from "./calendar.js";

/** FREE takes everything wanted; FULL takes some of it no more; CLOSED takes none of it ever; TOO_SOON is within a notice. */
export const dayStates = ["FREE", "FULL", "CLOSED", "TOO_SOON"] as const;
export type DayState = (typeof dayStates)[number];

/** One place wanted of a supplier's day. */
export interface WantedPlace {
  readonly supplierId: string;
  readonly itemId: string;
  readonly capacity: Capacity;
}

/** What a supplier's day holds already for an item. */
export type TakenOn = (place: Pick<WantedPlace, "supplierId" | "itemId">, day: string) => Taken;

/**
 * The first of the places that `day` has no room for when all are wanted together: two places of one supplier need room
 * for two. Undefined when the day takes them all.
 */
export function firstWithoutRoom<Place extends WantedPlace>(
  places: readonly Place[],
  day: string,
  takenOn: TakenOn,
): Place | undefined {
  return places.find((place, index) => {
    const before = places.slice(0, index).filter(({ supplierId }) => supplierId === place.supplierId);
    const { ofItem, ofAll } = takenOn(place, day);
    const taken = {
      ofItem: ofItem + before.filter(({ itemId }) => itemId === place.itemId).length,
      ofAll: ofAll + before.length,
    };
    return freeOn(place.capacity, day, taken) === 0;
  });
}

/** What a day is to somebody who wants all the places on it and may not come before `earliest`. */
export function dayState(places: readonly WantedPlace[], day: string, earliest: string, takenOn: TakenOn): DayState {
  if (day < earliest) return "TOO_SOON";
  if (places.some(({ capacity }) => roomOn(capacity, day) === 0)) return "CLOSED";
  return firstWithoutRoom(places, day, takenOn) ? "FULL" : "FREE";
}

/** The first day from `from` on, within `horizon` days, that takes all the places; null when none does. */
export function nextDayForAll(
  places: readonly WantedPlace[],
  from: string,
  takenOn: TakenOn,
  horizon: number,
): string | null {
  const days = Array.from({ length: horizon }, (_, ahead) => dayAfter(from, ahead));
  return days.find((day) => !firstWithoutRoom(places, day, takenOn)) ?? null;
}
