import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { Order } from "../orders/order.graphql.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { customerRefundActions } from "./refund.js";
import { Refundable, RefundFields, RefundLineFields, RefundPartFields } from "./refund-fields.graphql.js";
import {
  loadRefund,
  loadRefunded,
  loadRefundLines,
  loadRefundParts,
  loadRefundsOf,
  readRefundable,
} from "./refund-reads.graphql.js";

@ObjectType({ description: "What a refund is for." })
class RefundLine extends RefundLineFields {}

@ObjectType({ implements: Node, description: "A part of a refund on its way back; each has a state of its own." })
class RefundPart extends RefundPartFields {
  @Field(() => String, { nullable: true, description: "End of the account it was transferred to." })
  accountEnd: string | null;
}

@ObjectType({ implements: Node, description: "Money that goes back to its customer." })
export class Refund extends RefundFields {}

@Resolver(() => Refund)
export class RefundResolver {
  @Allow(customers)
  @Query(() => Refund, { nullable: true, description: "One of your refunds; null when there is none of this id." })
  refund(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the refund." }) id: string,
  ): Promise<Refund | null> {
    return loadRefund(context, id);
  }

  @FieldResolver(() => [RefundLine], { description: "What it is for." })
  lines(@Parent() refund: Refund, @Ctx() context: Context): Promise<RefundLine[]> {
    return loadRefundLines(context, refund);
  }

  @FieldResolver(() => [RefundPart], { description: "The parts it comes in; none before it was proposed." })
  async parts(@Parent() refund: Refund, @Ctx() context: Context): Promise<RefundPart[]> {
    const parts = await loadRefundParts(context, refund);
    return parts.map((part) => ({ ...part, accountEnd: part.payeeAccount?.slice(-4) ?? null }));
  }

  @FieldResolver(() => [LocalFile], { description: "The photos you sent." })
  photos(@Parent() refund: Refund, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, refund.fileIds);
  }

  @FieldResolver(() => [String], { description: "What you may do now: AGREE, WITHDRAW." })
  availableActions(@Parent() refund: Refund): string[] {
    return customerRefundActions(refund);
  }
}

@Resolver(() => Order)
export class OrderRefundsResolver {
  @FieldResolver(() => [Refund], { description: "Its refunds, newest first." })
  refunds(@Parent() order: Order, @Ctx() context: Context): Promise<Refund[]> {
    return loadRefundsOf(context, order.id);
  }

  @FieldResolver(() => MoneyScalar, { description: "What of it is owed back or was given back." })
  refunded(@Parent() order: Order, @Ctx() context: Context): Promise<Fen> {
    return loadRefunded(context, order.id);
  }

  @FieldResolver(() => Refundable, { description: "What you may still ask back." })
  async refundable(@Parent() order: Order, @Ctx() context: Context): Promise<Refundable> {
    return { ...(await readRefundable(context, order.id)), tenders: [] };
  }
}
