import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { Customer } from "../platform/viewer.js";
import { acceptQuotation } from "../quotations/accept-quotation.flow.js";
import { loadQuotation, Quotation } from "../quotations/quotation.graphql.js";
import { loadStaffQuotation, StaffQuotation } from "../quotations/staff-quotation.graphql.js";
import { loadOrder, Order } from "./order.graphql.js";
import { ordersOfQuotations } from "./order.store.js";
import { loadStaffOrder, StaffOrder } from "./staff-order.graphql.js";

@InputType({ description: "What is accepted: exactly what was shown, and where the work is done." })
class AcceptQuotationInput {
  @Field(() => ID, { description: "One of your own." })
  quotationId: string;

  @Field(() => Int, { description: "The version you looked at." })
  number: number;

  @Field(() => String, { description: "Its hash." })
  hash: string;

  @Field(() => [Int], { description: "Places of the optional lines that are wanted." })
  ticked: number[];

  @Field(() => MoneyScalar, { description: "The total that was shown, optional lines included." })
  expectedTotal: Fen;

  @Field(() => String, { description: "Whom to ask for on site, at most 30 characters." })
  contactName: string;

  @Field(() => String, { description: "How to reach them." })
  contactPhone: string;

  @Field(() => String, { description: "Where the work is done, at most 200 characters." })
  address: string;

  @Field(() => String, { nullable: true, description: "What else should be known, at most 500 characters." })
  note?: string | null;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same order." })
  idempotencyKey: string;
}

@ObjectType({ description: "The order that was made, or why there is none." })
class AcceptQuotationPayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;

  @Field(() => Quotation, { nullable: true, description: "The quotation as it is then." })
  quotation?: Quotation | null;
}

const ORDERS = Symbol("orders of quotations");

async function orderIdOf({ platform, loaders }: Context, quotationId: string): Promise<string | null> {
  const loader = loaders.byId(ORDERS, (ids) => ordersOfQuotations(platform.database.read, ids));
  return (await loader.load(quotationId))?.id ?? null;
}

@Resolver(() => Quotation)
export class AcceptQuotationResolver {
  @Allow(customers)
  @Mutation(() => AcceptQuotationPayload, {
    description:
      "Accepts a version as it was shown; the order is made at once, and once. Refuses NOT_FOUND, QUOTATION_CHANGED, QUOTATION_EXPIRED, INVALID_STATE, PRICE_CHANGED, SUPPLIER_NOT_ELIGIBLE, VALIDATION.",
  })
  async acceptQuotation(
    @Ctx() context: Context,
    @Arg("input") input: AcceptQuotationInput,
  ): Promise<AcceptQuotationPayload> {
    const payload: AcceptQuotationPayload = await settle(async () => {
      const orderId = await acceptQuotation(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, orderId) };
    });
    return { ...payload, quotation: await loadQuotation(context, input.quotationId) };
  }

  @FieldResolver(() => Order, { nullable: true, description: "The order it became." })
  async order(@Parent() { id }: Quotation, @Ctx() context: Context): Promise<Order | null> {
    const orderId = await orderIdOf(context, id);
    return orderId === null ? null : loadOrder(context, orderId);
  }
}

@Resolver(() => StaffQuotation)
export class OrderOfStaffQuotationResolver {
  @FieldResolver(() => StaffOrder, { nullable: true, description: "The order it became; null without orders.read." })
  async order(@Parent() { id }: StaffQuotation, @Ctx() context: Context): Promise<StaffOrder | null> {
    const orderId = await orderIdOf(context, id);
    return orderId === null ? null : loadStaffOrder(context, orderId);
  }
}

@Resolver(() => Order)
export class QuotationOfOrderResolver {
  @FieldResolver(() => Quotation, { nullable: true, description: "The quotation it was made from." })
  async quotation(@Parent() { quotationId }: Order, @Ctx() context: Context): Promise<Quotation | null> {
    return quotationId === null ? null : loadQuotation(context, quotationId);
  }
}

@Resolver(() => StaffOrder)
export class QuotationOfStaffOrderResolver {
  @FieldResolver(() => StaffQuotation, { nullable: true, description: "The quotation it was made from." })
  async quotation(@Parent() { quotationId }: StaffOrder, @Ctx() context: Context): Promise<StaffQuotation | null> {
    return quotationId === null ? null : loadStaffQuotation(context, quotationId);
  }
}
