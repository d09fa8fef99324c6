import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { loadSupplier } from "../suppliers/supplier.graphql.js";
import { partActions, type RefundState, staffRefundActions } from "./refund.js";
import { pageOfRefunds } from "./refund.store.js";
import {
  Refundable,
  RefundFields,
  RefundLineFields,
  RefundPartFields,
  RefundStateEnum,
} from "./refund-fields.graphql.js";
import {
  loadRefund,
  loadRefunded,
  loadRefundLines,
  loadRefundParts,
  loadRefundsOf,
  readRefundable,
} from "./refund-reads.graphql.js";

@ObjectType({ description: "What a refund is for, and who bears it." })
class StaffRefundLine extends RefundLineFields {
  @Field(() => String, { description: "Who does this part." })
  supplierName: string;

  @Field(() => MoneyScalar, { description: "Of the amount, what its supplier bears; known once it is approved." })
  borne: Fen;

  @Field(() => MoneyScalar, { description: "Of what it bears, what is claimed from it." })
  claimed: Fen;
}

@ObjectType({ implements: Node, description: "A part of a refund on its way back, as staff see it." })
export class StaffRefundPart extends RefundPartFields {
  @Field(() => String, { description: "Its number at the channel." })
  no: string;

  @Field(() => ID, { nullable: true, description: "The payment it goes back to." })
  paymentId: string | null;

  @Field(() => ID, { nullable: true, description: "The instalment it was paid for." })
  instalmentId: string | null;

  @Field(() => String, { nullable: true, description: "Whom the bank transfer went to." })
  payeeName: string | null;

  @Field(() => String, { nullable: true, description: "The account it went to." })
  payeeAccount: string | null;

  @Field(() => String, { nullable: true, description: "The bank's number of the transfer." })
  bankReference: string | null;

  @Field(() => String, { nullable: true, description: "What the channel said when it refused." })
  failure: string | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  @Field(() => [String], { description: "What you may do now: PAY, CHOOSE_BANK." })
  availableActions: string[];
}

@ObjectType({ implements: Node, description: "Money that goes back to a customer, as staff see it." })
export class StaffRefund extends RefundFields {
  @Field(() => Int, { description: "What the platform is to blame for, in basis points." })
  platformShare: number;

  @Field(() => Int, { description: "What the supplier is to blame for, in basis points." })
  supplierShare: number;

  @Field(() => Int, { description: "What the customer is to blame for, in basis points." })
  customerShare: number;

  @Field(() => String, { nullable: true, description: "Why its parts are not as planned; null when they are." })
  overrideReason: string | null;
}

const StaffRefundConnection = connectionType("StaffRefund", () => StaffRefund);

@Resolver(() => StaffRefund)
export class StaffRefundResolver {
  @Allow(staffWith("refunds.read"))
  @Query(() => StaffRefund, { nullable: true, description: "One refund; null when there is none of this id." })
  staffRefund(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the refund." }) id: string,
  ): Promise<StaffRefund | null> {
    return loadRefund(context, id);
  }

  @Allow(staffWith("refunds.read"))
  @Query(() => StaffRefundConnection, { description: "Refunds, newest first." })
  async staffRefunds(
    @Ctx() { platform }: Context,
    @Arg("state", () => RefundStateEnum, { nullable: true, description: "Only those in this state." })
    state?: RefundState | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffRefund>> {
    return toConnection(await pageOfRefunds(platform.database.read, { state }, pageRequest(first, after)));
  }

  @FieldResolver(() => String, { description: "Name of the customer." })
  async customerName(@Parent() refund: StaffRefund, @Ctx() context: Context): Promise<string> {
    return found(await loadAccount(context, refund.customerId)).displayName;
  }

  @FieldResolver(() => [StaffRefundLine], { description: "What it is for, and who bears it." })
  async lines(@Parent() refund: StaffRefund, @Ctx() context: Context): Promise<StaffRefundLine[]> {
    const lines = await loadRefundLines(context, refund);
    return Promise.all(
      lines.map(async (line) => ({
        ...line,
        supplierName: (await loadSupplier(context, line.supplierId))?.name ?? "",
      })),
    );
  }

  @FieldResolver(() => [StaffRefundPart], { description: "The parts it comes in; none before it was proposed." })
  async parts(@Parent() refund: StaffRefund, @Ctx() context: Context): Promise<StaffRefundPart[]> {
    const mayPay = holds(context.viewer, "refunds.execute");
    const parts = await loadRefundParts(context, refund);
    return parts.map((part) => ({ ...part, availableActions: mayPay ? partActions(part.state) : [] }));
  }

  @FieldResolver(() => [LocalFile], { description: "The photos its customer sent." })
  photos(@Parent() refund: StaffRefund, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, refund.fileIds);
  }

  @FieldResolver(() => Refundable, { description: "What of its order can still be given back." })
  refundable(@Parent() refund: StaffRefund, @Ctx() context: Context): Promise<Refundable> {
    return readRefundable(context, refund.orderId);
  }

  @FieldResolver(() => [String], { description: "What you may do now: PROPOSE, APPROVE, REJECT." })
  availableActions(@Parent() refund: StaffRefund, @Ctx() { viewer }: Context): string[] {
    return staffRefundActions(refund, {
      proposes: holds(viewer, "refunds.propose"),
      approves: holds(viewer, "refunds.approve"),
    });
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderRefundsResolver {
  @FieldResolver(() => [StaffRefund], { description: "Its refunds, newest first; none without refunds.read." })
  async refunds(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffRefund[]> {
    return holds(context.viewer, "refunds.read") ? loadRefundsOf(context, order.id) : [];
  }

  @FieldResolver(() => MoneyScalar, { description: "What of it is owed back or was given back." })
  refunded(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen> {
    return loadRefunded(context, order.id);
  }

  @FieldResolver(() => Refundable, {
    nullable: true,
    description: "What of it can still be given back; null without refunds.read.",
  })
  async refundable(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Refundable | null> {
    return holds(context.viewer, "refunds.read") ? readRefundable(context, order.id) : null;
  }
}
