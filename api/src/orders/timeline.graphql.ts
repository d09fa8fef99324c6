import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type Audience, type TimelineKind, timelineKindNames, timelineOf } from "./timeline.js";
import { storiesOf } from "./timeline.store.js";

const TimelineKindEnum = enumOf(timelineKindNames);
registerEnumType(TimelineKindEnum, { name: "TimelineKind", description: "What happened around an order." });

@ObjectType({ description: "One thing that happened around an order, as its reader may know it." })
export class TimelineEntry {
  @Field(() => Int, { description: "Grows along the story; names the entry within its order." })
  seq: number;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => TimelineKindEnum, { description: "What happened." })
  kind: TimelineKind;

  @Field(() => Boolean, { description: "Whether it belongs to the flow of money rather than of work." })
  money: boolean;

  @Field(() => MoneyScalar, { nullable: true, description: "The amount it is about." })
  amount: number | null;

  @Field(() => String, { nullable: true, description: "What it is about: an instalment, a service item." })
  subject: string | null;

  @Field(() => String, { nullable: true, description: "What somebody said or why it happened." })
  detail: string | null;

  @Field(() => ID, { nullable: true, description: "The ticket it is about." })
  ticketId: string | null;

  photoIds: readonly string[];
}

@Resolver(() => TimelineEntry)
export class TimelineResolver {
  @FieldResolver(() => [LocalFile], { description: "Photos that belong to it." })
  photos(@Parent() entry: TimelineEntry, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, entry.photoIds);
  }
}

const STORIES = Symbol("stories");

/** An order's timeline for one audience, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadTimeline(context: Context, orderId: string, audience: Audience): Promise<TimelineEntry[]> {
  const { platform, loaders } = context;
  const facts = await loaders.byId(STORIES, (ids) => storiesOf(platform.database.read, ids)).load(orderId);
  return timelineOf(facts ?? [], audience);
}
