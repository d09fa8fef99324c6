import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { loadOrderNo } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { loggedReply, maskedOpenid } from "./inbound-log.js";
import { type InboundRow, pageOfInbound } from "./inbound-log.store.js";
import { readServiceAccount } from "./read-service-account.flow.js";

const accountStates = ["OK", "PROBLEM"] as const;
const accountStateEnum = enumOf(accountStates);
registerEnumType(accountStateEnum, {
  name: "WechatAccountState",
  description: "Whether cards go out, or are held back until staff have mended what is wrong.",
});
const inboundStates = ["WORKING", "ANSWERED", "LATE", "FAILED"] as const;
const inboundStateEnum = enumOf(inboundStates);
registerEnumType(inboundStateEnum, {
  name: "WechatInboundState",
  description: "Being answered, answered in time, answered afterwards by a message of its own, or not answered.",
});

@ObjectType({ description: "The connected service account." })
class WechatAccount {
  @Field(() => String, { description: "Its AppID." })
  appid: string;

  @Field(() => String, { description: "How its messages are sealed: plain, compat or safe." })
  mode: string;

  @Field(() => accountStateEnum, { description: "Whether cards go out." })
  state: (typeof accountStates)[number];

  @Field(() => String, { nullable: true, description: "Why they don't." })
  problem: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the present access token ends; null before the first.",
  })
  tokenExpiresAt: number | null;

  @Field(() => Int, { description: "How many people follow it, as far as we were told." })
  followers: number;

  @Field(() => Int, { description: "How many accounts have a WeChat." })
  bindings: number;
}

@ObjectType({ implements: Node, description: "What somebody sent to the service account, and what was replied." })
class WechatInbound extends Node {
  @Field(() => DateTimeScalar, { description: "When it came." })
  at: number;

  @Field(() => String, { description: "Who sent it, masked." })
  openid: string;

  @Field(() => String, { description: "text, image, …, or the event's name." })
  type: string;

  @Field(() => String, { nullable: true, description: "What was written, its first 200 characters." })
  text: string | null;

  @Field(() => String, { nullable: true, description: "What it was understood as, such as PROGRESS." })
  intent: string | null;

  @Field(() => inboundStateEnum, { description: "What became of it." })
  state: (typeof inboundStates)[number];

  @Field(() => Int, { nullable: true, description: "How long the answer took, in milliseconds." })
  repliedInMs: number | null;

  orderId: string | null;
  told: string | null;
}

const WechatInboundConnection = connectionType("WechatInbound", () => WechatInbound);

@Resolver(() => WechatInbound)
export class WechatInboundResolver {
  @Allow(staffWith("operations.manage"))
  @Query(() => WechatInboundConnection, { description: "What people sent to the service account, newest first." })
  async wechatInbound(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
    @Arg("follower", () => ID, { nullable: true, description: "Only of whoever sent this message." })
    follower?: string | null,
  ): Promise<ConnectionOf<WechatInbound>> {
    const page = await pageOfInbound(platform.database.read, follower ?? null, pageRequest(first, after));
    return toConnection(page, viewOf);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What was replied, its links left out; null without a reply, and for staff who may not read orders.",
  })
  reply(@Parent() message: WechatInbound, @Ctx() { viewer }: Context): string | null {
    return holds(viewer, "orders.read") ? message.told : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Number of the order it was about; null for staff who may not read orders.",
  })
  async orderNo(@Parent() message: WechatInbound, @Ctx() context: Context): Promise<string | null> {
    return message.orderId === null ? null : loadOrderNo(context, message.orderId);
  }
}

function viewOf({ receivedAt, openid, reply, ...row }: InboundRow): WechatInbound {
  return { ...row, at: receivedAt, openid: maskedOpenid(openid), told: loggedReply(reply) };
}

@Resolver()
export class ServiceAccountResolver {
  @Allow(staffWith("operations.manage"))
  @Query(() => WechatAccount, {
    nullable: true,
    description: "How the service account stands; null when none is connected.",
  })
  wechatAccount(@Ctx() { platform, viewer }: Context): Promise<WechatAccount | null> {
    return readServiceAccount(platform, viewer);
  }
}
