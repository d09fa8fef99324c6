import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { must } from "../kernel/refusal.js";
import { loadOrderLines } from "../orders/order-fields.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { pageOfShares } from "./refund.store.js";

@ObjectType({ implements: Node, description: "What your supplier bears of a refund of its work." })
class RefundShare extends Node {
  @Field(() => String, { description: "Number of the refund." })
  refundNo: string;

  @Field(() => String, { description: "Number of the order." })
  orderNo: string;

  @Field(() => String, { description: "Why it was refunded." })
  reason: string;

  @Field(() => MoneyScalar, { description: "What went back for your part of the order." })
  amount: Fen;

  @Field(() => MoneyScalar, { description: "What of it your supplier bears." })
  borne: Fen;

  @Field(() => MoneyScalar, { description: "What of that is claimed from it; the rest was not paid out yet." })
  claimed: Fen;

  @Field(() => DateTimeScalar, { description: "When it was approved." })
  approvedAt: number;

  orderId: string;
  componentId: string;
}

const RefundShareConnection = connectionType("RefundShare", () => RefundShare);

@Resolver(() => RefundShare)
export class SupplierRefundResolver {
  @Allow(supplierMembers("OWNER", "DISPATCHER", "FINANCE"))
  @Query(() => RefundShareConnection, { description: "What your supplier bears of refunds, newest first." })
  async myRefundShares(
    @Ctx() { platform, viewer }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<RefundShare>> {
    must(viewer.kind === "supplier", "FORBIDDEN");
    return toConnection(await pageOfShares(platform.database.read, viewer.supplierId, pageRequest(first, after)));
  }

  @FieldResolver(() => String, { description: "Your part of the order." })
  async itemName(@Parent() share: RefundShare, @Ctx() context: Context): Promise<string> {
    const lines = await loadOrderLines(context, share.orderId);
    return lines.find(({ id }) => id === share.componentId)?.itemName ?? "";
  }
}
