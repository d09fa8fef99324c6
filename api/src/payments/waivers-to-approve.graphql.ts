import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { type Fen, ZERO } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { loadOrderNo } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { Instalment } from "./instalment.graphql.js";
import { type InstalmentRow, pageOfWaivers } from "./instalment.store.js";

@ObjectType({ implements: Node, description: "What somebody proposes to do without of an instalment." })
class WaiverToApprove extends Node {
  @Field(() => ID, { description: "The order it belongs to." })
  orderId: string;

  @Field(() => MoneyScalar, { description: "What is proposed to be waived." })
  amount: Fen;

  @Field(() => String, { description: "Why." })
  reason: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it waits." })
  askedAt: number | null;

  @Field(() => Instalment, { description: "Of what; decide with its id and version." })
  instalment: Instalment;

  askedById: string | null;
}

const WaiverToApproveConnection = connectionType("WaiverToApprove", () => WaiverToApprove);

const viewOf = (row: InstalmentRow): WaiverToApprove => ({
  id: row.id,
  orderId: row.orderId,
  amount: row.waiverAsked ?? ZERO,
  reason: row.waiverReason ?? "",
  askedAt: row.waiverAskedAt,
  askedById: row.waiverBy,
  instalment: row,
});

@Resolver(() => WaiverToApprove)
export class WaiversToApproveResolver {
  @Allow(staffWith("payments.read"))
  @Query(() => WaiverToApproveConnection, {
    description: "Proposed waivers that wait for another person, the longest waiting first.",
  })
  async waiversToApprove(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<WaiverToApprove>> {
    return toConnection(await pageOfWaivers(platform.database.read, pageRequest(first, after)), viewOf);
  }

  @FieldResolver(() => String, { nullable: true, description: "Number of the order, for who may read orders." })
  orderNo(@Parent() { orderId }: WaiverToApprove, @Ctx() context: Context): Promise<string | null> {
    return loadOrderNo(context, orderId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who proposes it." })
  async askedBy(@Parent() { askedById }: WaiverToApprove, @Ctx() context: Context): Promise<string | null> {
    return askedById === null ? null : ((await loadAccount(context, askedById))?.displayName ?? null);
  }
}
