import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { dayAfter, dayOf } from "../kernel/day.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateScalar } from "../platform/scalars.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { freeOn, openCalendar, roomOn, type SpecialDay } from "./calendar.js";
import { calendarsOf, capacityOf, type SupplierCalendarRow } from "./capacity.store.js";
import { MySupplier, readMine } from "./my-supplier.graphql.js";
import { takenBetween } from "./reservation.store.js";
import { saveSupplierCalendar } from "./save-calendar.flow.js";
import { servicesOf } from "./service.store.js";
import { StaffSupplier } from "./supplier.graphql.js";

@ObjectType({ description: "A day that differs from the week." })
class CalendarDay implements SpecialDay {
  @Field(() => DateScalar, { description: "Which, in Shanghai." })
  day: string;

  @Field(() => Int, { description: "How many pieces of work; 0 is closed." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Why." })
  note: string | null;
}

@ObjectType({ description: "On which days a supplier works, for all it does or for one item." })
export class SupplierCalendar {
  readonly itemId: string | null;

  @Field(() => [Int], { description: "1 Monday to 7 Sunday." })
  workdays: number[];

  @Field(() => [CalendarDay], { description: "Days that differ from the week, in order." })
  days: SpecialDay[];

  @Field(() => Int, { nullable: true, description: "The most pieces of work on one day; null has no such limit." })
  perDay: number | null;

  @Field(() => Int, { description: "Send it back with an edit; 0 while nothing was said yet." })
  version: number;
}

@ObjectType({ description: "How much of one service a day can still take." })
export class CapacityDay {
  readonly itemId: string;

  @Field(() => DateScalar, { description: "Which, in Shanghai." })
  day: string;

  @Field(() => Int, { description: "How many pieces of this work the day takes at most; 0 is closed." })
  room: number;

  @Field(() => Int, { description: "How many are kept for orders." })
  taken: number;

  @Field(() => Int, { description: "How many more it takes." })
  free: number;
}

@InputType({ description: "A day that differs from the week." })
class CalendarDayInput {
  @Field(() => DateScalar, { description: "Which, in Shanghai." })
  day: string;

  @Field(() => Int, { description: "How many pieces of work, at most 10,000; 0 is closed." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Why, at most 60 characters." })
  note?: string | null;
}

@InputType({ description: "The whole calendar as it is to be." })
class SaveSupplierCalendarInput {
  @Field(() => ID, { nullable: true, description: "One of your items; null is the calendar for everything." })
  itemId?: string | null;

  @Field(() => Int, { description: "The calendar's version you have seen; 0 while there is none." })
  version: number;

  @Field(() => Boolean, { nullable: true, description: "True lets the item follow the calendar for everything again." })
  follow?: boolean | null;

  @Field(() => [Int], { description: "1 Monday to 7 Sunday; at least one." })
  workdays: number[];

  @Field(() => [CalendarDayInput], { description: "Days that differ from the week, at most 400." })
  days: CalendarDayInput[];

  @Field(() => Int, { nullable: true, description: "The most pieces of work on one day, 1 to 10,000." })
  perDay?: number | null;
}

@ObjectType({ description: "Your supplier with its calendars." })
class SaveSupplierCalendarPayload extends Payload {
  @Field(() => MySupplier, { nullable: true, description: "Your supplier." })
  supplier?: MySupplier | null;
}

const MAX_DAYS = 62;
const OWN = { description: "Its week and days for everything it does; every day when it has said nothing." };
const BY_ITEM = { description: "Calendars of single items, which replace the week for them." };

const shown = (row: SupplierCalendarRow | undefined): SupplierCalendar =>
  row ?? {
    itemId: null,
    workdays: [...openCalendar.workdays],
    days: [],
    perDay: null,
    version: 0,
  };

const CALENDARS = Symbol("calendars of suppliers");

async function loadCalendars({ platform, loaders }: Context, supplierId: string): Promise<SupplierCalendarRow[]> {
  const loader = loaders.byId(CALENDARS, async (ids) => {
    const rows = await calendarsOf(platform.database.read, ids);
    return new Map(ids.map((id) => [id, rows.filter((row) => row.supplierId === id)]));
  });
  return (await loader.load(supplierId)) ?? [];
}

const ownOf = async (context: Context, supplierId: string): Promise<SupplierCalendar> =>
  shown((await loadCalendars(context, supplierId)).find((row) => row.itemId === null));

const ofItems = async (context: Context, supplierId: string): Promise<SupplierCalendar[]> =>
  (await loadCalendars(context, supplierId)).filter((row) => row.itemId !== null);

async function capacityDays(
  context: Context,
  supplierId: string,
  from: string | null | undefined,
  count: number | null | undefined,
): Promise<CapacityDay[]> {
  const { read } = context.platform.database;
  const first = from ?? dayOf(context.platform.clock.now());
  const days = Array.from({ length: Math.min(Math.max(count ?? 14, 1), MAX_DAYS) }, (_, i) => dayAfter(first, i));
  const services = (await servicesOf(read, [supplierId])).get(supplierId) ?? [];
  const calendars = await loadCalendars(context, supplierId);
  const taken = await takenBetween(read, [supplierId], first, days.at(-1) ?? first);
  return services
    .filter((service) => service.inForce !== null)
    .flatMap((service) => {
      const capacity = capacityOf(calendars, service);
      return days.map((day) => {
        const held = taken(service, day);
        const room = roomOn(capacity, day);
        return { itemId: service.itemId, day, room, taken: held.ofItem, free: freeOn(capacity, day, held) };
      });
    });
}

@Resolver(() => MySupplier)
export class MySupplierCalendarResolver {
  @FieldResolver(() => SupplierCalendar, OWN)
  calendar(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<SupplierCalendar> {
    return ownOf(context, supplier.id);
  }

  @FieldResolver(() => [SupplierCalendar], BY_ITEM)
  itemCalendars(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<SupplierCalendar[]> {
    return ofItems(context, supplier.id);
  }

  @FieldResolver(() => [CapacityDay], { description: "How full the coming days are, per service in force." })
  capacityDays(
    @Parent() supplier: MySupplier,
    @Ctx() context: Context,
    @Arg("from", () => DateScalar, { nullable: true, description: "First day; today without." }) from?: string | null,
    @Arg("days", () => Int, { nullable: true, description: "How many, at most 62; 14 without." }) days?: number | null,
  ): Promise<CapacityDay[]> {
    return capacityDays(context, supplier.id, from, days);
  }

  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Mutation(() => SaveSupplierCalendarPayload, {
    description:
      "Says on which days you work and how much you take. Refuses VALIDATION, STALE_VERSION, NOT_FOUND for an item you do not serve.",
  })
  saveSupplierCalendar(
    @Ctx() context: Context,
    @Arg("input") input: SaveSupplierCalendarInput,
  ): Promise<SaveSupplierCalendarPayload> {
    return settle(async () => {
      const { itemId = null, version, follow, workdays, perDay = null } = input;
      const days = input.days.map(({ day, perDay: room, note }) => ({ day, perDay: room, note: note ?? null }));
      const calendar = follow === true ? null : { workdays, days, perDay };
      const viewer = context.viewer as SupplierMemberViewer;
      await saveSupplierCalendar(context.platform, viewer, { itemId, version, calendar });
      return { supplier: await readMine(context) };
    });
  }
}

@Resolver(() => StaffSupplier)
export class StaffSupplierCalendarResolver {
  @FieldResolver(() => SupplierCalendar, OWN)
  calendar(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<SupplierCalendar> {
    return ownOf(context, supplier.id);
  }

  @FieldResolver(() => [SupplierCalendar], BY_ITEM)
  itemCalendars(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<SupplierCalendar[]> {
    return ofItems(context, supplier.id);
  }

  @FieldResolver(() => [CapacityDay], { description: "How full the coming days are, per service in force." })
  capacityDays(
    @Parent() supplier: StaffSupplier,
    @Ctx() context: Context,
    @Arg("from", () => DateScalar, { nullable: true, description: "First day; today without." }) from?: string | null,
    @Arg("days", () => Int, { nullable: true, description: "How many, at most 62; 14 without." }) days?: number | null,
  ): Promise<CapacityDay[]> {
    return capacityDays(context, supplier.id, from, days);
  }
}
