import { dayAfter, dayOf } from "../kernel/day.js";
import type { Context } from "../platform/context.js";
import { firstDayAhead, nextFreeDay } from "./calendar.js";
import { calendarsOf, capacityOf, type SupplierCalendarRow } from "./capacity.store.js";
import { takenBetween } from "./reservation.store.js";
import type { EffectiveService } from "./service.store.js";

export type { EffectiveService };

/** So far ahead a first free day is looked for. */
const HORIZON_DAYS = 60;

interface Days {
  readonly calendars: readonly SupplierCalendarRow[];
  readonly taken: Awaited<ReturnType<typeof takenBetween>>;
}

const DAYS = Symbol("days of suppliers");

/**
 * The first day a service has room, after the notice its supplier wants; null when none of the next 60 has. Two statements
 * for all that a request asks for.
 */
export async function loadNextFreeDay(
  { platform, loaders }: Context,
  service: EffectiveService,
): Promise<string | null> {
  const { read } = platform.database;
  const now = platform.clock.now();
  const loader = loaders.byId(DAYS, async (supplierIds): Promise<Map<string, Days>> => {
    const today = dayOf(now);
    const calendars = await calendarsOf(read, supplierIds);
    const taken = await takenBetween(read, supplierIds, today, dayAfter(today, 2 * HORIZON_DAYS));
    return new Map(supplierIds.map((id) => [id, { calendars, taken }]));
  });
  const days = await loader.load(service.supplierId);
  if (!days) return null;
  const from = firstDayAhead(now, service);
  const capacity = capacityOf(days.calendars, service);
  return nextFreeDay(capacity, from, (day) => days.taken(service, day), HORIZON_DAYS);
}
