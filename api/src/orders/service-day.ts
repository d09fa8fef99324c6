import { DAY } from "../kernel/clock.js";
import { dayOf } from "../kernel/day.js";
import { must } from "../kernel/refusal.js";
import { type Ahead, firstDayAhead, isDay } from "../suppliers/calendar.js";

/** A component of an order, as far as its day is concerned. */
interface Component {
  readonly id: string;
  readonly itemId: string;
  readonly supplierId: string;
  readonly stage: number;
}

/** The service a supplier has in force for an item. */
interface Service extends Ahead {
  readonly supplierId: string;
  readonly itemId: string;
  readonly perDay: number;
}

/** One component that is to be done on the day wanted, and how much of it a day takes. */
export interface PlaceWanted {
  readonly orderComponentId: string;
  readonly supplierId: string;
  readonly itemId: string;
  readonly perDay: number;
}

/** So many unpaid orders of one customer keep days at a time: an account can't book out a calendar for nothing. */
export const MAX_DAYS_HELD = 3;

const HORIZON = 366 * DAY;

/** What is done first, each with the service its supplier has in force: on a day wanted, this is what begins. */
export function beginning<C extends Omit<Component, "id">, S extends Pick<Service, "supplierId" | "itemId">>(
  components: readonly C[],
  services: readonly S[],
): { component: C; service: S }[] {
  const first = Math.min(...components.map(({ stage }) => stage));
  return components
    .filter(({ stage }) => stage === first)
    .flatMap((component) => {
      const { supplierId, itemId } = component;
      const service = services.find((one) => one.supplierId === supplierId && one.itemId === itemId);
      return service ? [{ component, service }] : [];
    });
}

/** The first day that neither notice nor making ready of any of these services forbids. */
export function earliestDay(services: readonly Ahead[], now: number): string {
  return services.map((service) => firstDayAhead(now, service)).reduce((a, b) => (a > b ? a : b), dayOf(now));
}

/**
 * What is to be done on the day a customer wants: the first stage; later stages begin when it is accepted, on days nobody
 * knows yet. Refuses VALIDATION, naming the first day, for a day that is none, that the notice a supplier wants does not
 * allow, or more than a year ahead.
 */
export function placesOnDay(
  day: string,
  components: readonly Component[],
  services: readonly Service[],
  now: number,
): PlaceWanted[] {
  const begun = beginning(components, services);
  const earliest = earliestDay(
    begun.map(({ service }) => service),
    now,
  );
  const max = dayOf(now + HORIZON);
  must(isDay(day) && day >= earliest && day <= max, "VALIDATION", { field: "serviceOn", min: earliest, max });
  return begun.map(({ component, service: { supplierId, itemId, perDay } }) => ({
    orderComponentId: component.id,
    supplierId,
    itemId,
    perDay,
  }));
}
