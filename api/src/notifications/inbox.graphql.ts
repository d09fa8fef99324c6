import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
  Subscription,
} from "type-graphql";
import { FROM_THE_START, watch } from "../identity/watch.graphql.js";
import { pageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, signedIn } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { accountStream } from "./facts.js";
import { markNoticesRead } from "./mark-notices-read.flow.js";
import { type NoticeKind, type NoticeTopic, noticeKinds, noticeTopics } from "./notice.js";
import { inboxOf, type NoticeRow, pageOfNotices } from "./notice.store.js";

export const NoticeKindEnum = enumOf(noticeKinds);
registerEnumType(NoticeKindEnum, { name: "NoticeKind", description: "What a notice tells; the words are the app's." });
export const NoticeTopicEnum = enumOf(noticeTopics);
registerEnumType(NoticeTopicEnum, {
  name: "NoticeTopic",
  description: "What notices are about, as people switch them on and off.",
});

@ObjectType({ implements: Node, description: "Something you are told, with the values of that moment." })
export class Notice extends Node {
  @Field(() => NoticeKindEnum, { description: "What it tells." })
  kind: NoticeKind;

  @Field(() => NoticeTopicEnum, { description: "What it is about." })
  topic: NoticeTopic;

  @Field(() => String, { description: "The page it leads to, within your app, such as /o/<id>." })
  path: string;

  @Field(() => String, { nullable: true, description: "Number of the order, ticket or application it is about." })
  no: string | null;

  @Field(() => String, { nullable: true, description: "The product, or the organisation that applies." })
  title: string | null;

  @Field(() => String, { nullable: true, description: "The service item." })
  item: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "The amount it is about." })
  amount: number | null;

  @Field(() => String, { nullable: true, description: "What somebody wrote: a reason or a report." })
  detail: string | null;

  @Field(() => String, { nullable: true, description: "The supplier it is about." })
  supplier: string | null;

  @Field(() => Int, { nullable: true, description: "Of instalments: how many there are." })
  count: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it has to be answered." })
  until: number | null;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When you read it; null while it is new." })
  readAt: number | null;
}

const NoticeConnection = connectionType("Notice", () => Notice);

@ObjectType({ description: "How your notices stand." })
export class Inbox {
  @Field(() => Int, { description: "How many you have not read; counted to 1,000 at most." })
  unread: number;

  @Field(() => Int, { description: "Number of the last move; live pages watch from here." })
  seq: number;
}

@InputType({ description: "Which notices you have read." })
class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: "These, a hundred at most." })
  noticeIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "All of them." })
  all?: boolean | null;
}

@ObjectType({ description: "Your notices after marking them." })
class MarkNoticesReadPayload extends Payload {
  @Field(() => Inbox, { nullable: true, description: "How they stand now." })
  inbox?: Inbox | null;
}

/** The account that asks; the policy of the field has let only accounts in. */
export function accountOf({ viewer }: Context): string {
  must("sessionId" in viewer, "FORBIDDEN");
  return viewer.accountId;
}

const readInbox = (context: Context): Promise<Inbox> => inboxOf(context.platform.database.read, accountOf(context));

function noticeOf({ id, kind, topic, path, at, readAt, params }: NoticeRow): Notice {
  const { no, title, item, amount, detail, supplier, count, until } = params;
  return {
    id,
    kind,
    topic,
    path,
    at,
    readAt,
    no: no ?? null,
    title: title ?? null,
    item: item ?? null,
    amount: amount ?? null,
    detail: detail ?? null,
    supplier: supplier ?? null,
    count: count ?? null,
    until: until ?? null,
  };
}

@Resolver()
export class InboxResolver {
  @Allow(signedIn)
  @Query(() => NoticeConnection, { description: "Your notices, newest first." })
  async notices(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "End of the page before." }) after?: string | null,
    @Arg("unreadOnly", () => Boolean, { nullable: true, description: "Only those you have not read." })
    unreadOnly?: boolean | null,
  ): Promise<ConnectionOf<Notice>> {
    const { read } = context.platform.database;
    const page = await pageOfNotices(read, accountOf(context), unreadOnly ?? false, pageRequest(first, after));
    return toConnection(page, noticeOf);
  }

  @Allow(signedIn)
  @Query(() => Inbox, { description: "How your notices stand." })
  inbox(@Ctx() context: Context): Promise<Inbox> {
    return readInbox(context);
  }

  @Allow(signedIn)
  @Mutation(() => MarkNoticesReadPayload, {
    description: "Marks notices of yours read; others' ids do nothing. Refuses VALIDATION for more than a hundred.",
  })
  markNoticesRead(@Ctx() context: Context, @Arg("input") input: MarkNoticesReadInput): Promise<MarkNoticesReadPayload> {
    return settle(async () => {
      await markNoticesRead(context.platform, context.viewer, input);
      return { inbox: await readInbox(context) };
    });
  }

  @Allow(signedIn)
  @Subscription(() => Inbox, {
    description: "How your notices stand: at once, then each time one comes or is read.",
    subscribe: ({ args, context }: { args: { afterSeq?: number | null }; context: Context }) =>
      watch(context, accountStream(accountOf(context)), args.afterSeq ?? FROM_THE_START, signedIn),
  })
  inboxChanged(
    @Ctx() context: Context,
    @Arg("afterSeq", () => Int, { nullable: true, description: "The last number you have seen." })
    _afterSeq?: number | null,
  ): Promise<Inbox> {
    return readInbox(context);
  }
}
