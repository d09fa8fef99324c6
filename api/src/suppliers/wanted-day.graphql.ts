import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { dayAfter, dayOf } from "../kernel/day.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { DateScalar } from "../platform/scalars.js";
import type { Ahead } from "./calendar.js";
import { calendarsOf, capacityOf } from "./capacity.store.js";
import { NEXT_DAY_HORIZON, takenBetween } from "./reservation.store.js";
import { type DayState, dayState, dayStates, nextDayForAll } from "./wanted-day.js";

const DayStateEnum = enumOf(dayStates);
registerEnumType(DayStateEnum, {
  name: "DayState",
  description:
    "FREE: everything wanted fits. FULL: a supplier has no place left. CLOSED: a supplier does not work. TOO_SOON: within the notice a supplier wants.",
});

@ObjectType({ description: "What a day is to somebody who wants this work to begin on it." })
export class WantedDay {
  @Field(() => DateScalar, { description: "Which, in Shanghai." })
  day: string;

  @Field(() => DayStateEnum, { description: "Whether it can be had." })
  state: DayState;
}

@ObjectType({ description: "On which days the first of the work could be done, by who would do it." })
export class WantedDays {
  @Field(() => Boolean, {
    description: "Whether one of those who begin keeps a calendar or wants notice; otherwise nobody need choose a day.",
  })
  dated: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day to be had; null when none of the next 60 is.",
  })
  nextFreeOn: string | null;

  @Field(() => Int, { description: "How many days ahead nextFreeOn was looked for." })
  horizonDays: number;

  @Field(() => [WantedDay], { description: "The days asked for, in order." })
  days: WantedDay[];
}

/** A service whose day is wanted. */
interface Wanted extends Ahead {
  readonly supplierId: string;
  readonly itemId: string;
  readonly perDay: number;
}

/** What `count` days from `from` on are to who wants all these services on one of them. Two statements, however many. */
export async function loadWantedDays(
  { platform }: Context,
  wanted: readonly Wanted[],
  { from, count, earliest }: { from: string; count: number; earliest: string },
): Promise<WantedDays> {
  const { read } = platform.database;
  const suppliers = [...new Set(wanted.map(({ supplierId }) => supplierId))];
  const calendars = await calendarsOf(read, suppliers);
  const [first, last] = [dayOf(platform.clock.now()), dayAfter(earliest, NEXT_DAY_HORIZON)];
  const asked = Array.from({ length: count }, (_, ahead) => dayAfter(from, ahead));
  const until = [last, asked.at(-1) ?? last].sort().at(-1) ?? last;
  const taken = await takenBetween(read, suppliers, first, until);
  const places = wanted.map((service) => ({ ...service, capacity: capacityOf(calendars, service) }));
  return {
    dated:
      calendars.length > 0 || wanted.some(({ noticeHours, leadHours }) => noticeHours !== null || leadHours !== null),
    nextFreeOn: nextDayForAll(places, earliest, taken, NEXT_DAY_HORIZON),
    horizonDays: NEXT_DAY_HORIZON,
    days: asked.map((day) => ({ day, state: dayState(places, day, earliest, taken) })),
  };
}
