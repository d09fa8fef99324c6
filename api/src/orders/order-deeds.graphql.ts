import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateScalar, MoneyScalar } from "../platform/scalars.js";
import { type Customer } from "../platform/viewer.js";
import { ComponentChoiceInput, InputValueInput, PriceBreakdown, priceView } from "../pricing/price.graphql.js";
import { priceProduct } from "../pricing/price-product.flow.js";
import { cancelOrder } from "./cancel-order.flow.js";
import { loadOrder, Order } from "./order.graphql.js";
import { placeOrder } from "./place-order.flow.js";

@InputType({ description: "What to buy, for whom, and the price that was seen." })
class PlaceOrderInput {
  @Field(() => ID, { description: "The product." })
  productId: string;

  @Field(() => String, { description: "Where the work is done." })
  regionCode: string;

  @Field(() => [InputValueInput], { description: "Answers to all required questions of the product." })
  inputs: InputValueInput[];

  @Field(() => [ComponentChoiceInput], {
    description: "What is wanted; components not named are as the product suggests.",
  })
  choices: ComponentChoiceInput[];

  @Field(() => String, { description: "Whom to ask for, at most 30 characters." })
  contactName: string;

  @Field(() => String, { description: "How to reach them." })
  contactPhone: string;

  @Field(() => String, { description: "Where to come to, at most 200 characters." })
  address: string;

  @Field(() => String, { nullable: true, description: "What else to know, at most 500 characters." })
  note?: string | null;

  @Field(() => String, { nullable: true, description: "A coupon to use; the price that was shown has it taken off." })
  couponCode?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day wanted for the first of the work, in Shanghai; without, whenever it comes.",
  })
  serviceOn?: string | null;

  @Field(() => MoneyScalar, { description: "The total that was shown." })
  expectedTotal: Fen;

  @Field(() => String, { description: "The hash of the price that was shown." })
  expectedHash: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same order." })
  idempotencyKey: string;
}

@InputType({ description: "Which order to cancel, and why." })
class CancelOrderInput {
  @Field(() => ID, { description: "One of your own." })
  orderId: string;

  @Field(() => Int, { description: "Version of the order you saw." })
  version: number;

  @Field(() => String, { description: "Why, at most 200 characters." })
  reason: string;
}

@ObjectType({ description: "The order, or why there is none." })
class PlaceOrderPayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;

  @Field(() => PriceBreakdown, { nullable: true, description: "The new price, when it is PRICE_CHANGED." })
  price?: PriceBreakdown | null;
}
@ObjectType({ description: "The cancelled order, or why not." })
class CancelOrderPayload extends Payload {
  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;
}

@Resolver()
export class OrderDeedsResolver {
  @Allow(customers)
  @Mutation(() => PlaceOrderPayload, {
    description: "Places an order at the price that was seen. Refuses PRICE_CHANGED and what priceProduct refuses.",
  })
  async placeOrder(@Ctx() context: Context, @Arg("input") input: PlaceOrderInput): Promise<PlaceOrderPayload> {
    const payload: PlaceOrderPayload = await settle(async () => {
      const orderId = await placeOrder(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, orderId) };
    });
    if (payload.userErrors[0]?.code === "PRICE_CHANGED") payload.price = await newPrice(context, input);
    return payload;
  }

  @Allow(customers)
  @Mutation(() => CancelOrderPayload, {
    description:
      "Cancels an order nothing was paid for. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  cancelOrder(@Ctx() context: Context, @Arg("input") input: CancelOrderInput): Promise<CancelOrderPayload> {
    return settle(async () => {
      await cancelOrder(context.platform, context.viewer as Customer, input);
      return { order: await loadOrder(context, input.orderId) };
    });
  }
}

/** The price to confirm next; null when it moved again and there is none any more. */
async function newPrice({ platform, viewer }: Context, input: PlaceOrderInput): Promise<PriceBreakdown | null> {
  try {
    return priceView(await priceProduct(platform, viewer, input));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
