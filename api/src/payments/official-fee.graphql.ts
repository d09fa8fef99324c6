import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Party } from "../catalogue/collection.js";
import { PartyEnum } from "../catalogue/version.graphql.js";
import { type Fen, ZERO } from "../kernel/money.js";
import { loadStaffOrder, StaffOrder, StaffOrderComponent } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { Funding } from "./funding.js";
import { fundingByOrder } from "./funding.store.js";
import { feePayable } from "./official-fee.js";
import { payOfficialFee } from "./pay-official-fee.flow.js";

@InputType({ description: "That an office got its fee." })
class PayOfficialFeeInput {
  @Field(() => ID, { description: "The line of an order whose fee it is." })
  componentId: string;

  @Field(() => MoneyScalar, { description: "What the office got, at most what is held for it." })
  amount: Fen;

  @Field(() => PartyEnum, { description: "Who paid it; a supplier that paid it in advance is owed it." })
  paidBy: Party;

  @Field(() => String, { description: "Number of the office's receipt, 4 to 64 characters." })
  reference: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The order whose fee was passed on, or why not." })
class PayOfficialFeePayload extends Payload {
  @Field(() => StaffOrder, { nullable: true, description: "As it is now, for who may read orders." })
  order?: StaffOrder | null;
}

@Resolver()
export class OfficialFeeResolver {
  @Allow(staffWith("payments.confirm"))
  @Mutation(() => PayOfficialFeePayload, {
    description:
      "Notes that an office got what was collected for it: each of its receipts once, never more than is held. Refuses NOT_FOUND, VALIDATION.",
  })
  payOfficialFee(@Ctx() context: Context, @Arg("input") input: PayOfficialFeeInput): Promise<PayOfficialFeePayload> {
    return settle(async () => {
      const orderId = await payOfficialFee(context.platform, context.viewer, input);
      return { order: await loadStaffOrder(context, orderId) };
    });
  }
}

const FUNDING = Symbol("what came for the parts of orders");

/** What the books say came for a line, in one statement for all orders of a request. */
async function loadFunding({ platform, loaders }: Context, line: StaffOrderComponent): Promise<Funding | undefined> {
  const loader = loaders.byId(FUNDING, (ids) => fundingByOrder(platform.database.read, ids));
  return (await loader.load(line.orderId))?.get(line.id);
}

@Resolver(() => StaffOrderComponent)
export class StaffLineFeeResolver {
  @FieldResolver(() => MoneyScalar, { description: "What is held for an office and may be passed on now." })
  async officialFeePayable(@Parent() line: StaffOrderComponent, @Ctx() context: Context): Promise<Fen> {
    const funding = await loadFunding(context, line);
    return funding ? feePayable(funding) : ZERO;
  }

  @FieldResolver(() => MoneyScalar, { description: "What the office got." })
  async officialFeePaid(@Parent() line: StaffOrderComponent, @Ctx() context: Context): Promise<Fen> {
    return (await loadFunding(context, line))?.feePaid ?? ZERO;
  }
}
