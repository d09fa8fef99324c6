import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { Product } from "../catalogue/product.graphql.js";
import { pageRequest } from "../kernel/page.js";
import { loadOrder, Order } from "../orders/order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, anyone, customers } from "../platform/policy.js";
import { Review, ReviewConnection } from "./review.graphql.js";
import { pageOfProductReviews, pageOfSupplierReviews, type ReviewRow, reviewById } from "./review.store.js";
import { reviewOrder } from "./review-order.flow.js";

@InputType()
abstract class MarksInput {
  @Field(() => Int, { description: "All in all, 1 to 5." })
  overall: number;

  @Field(() => Int, { description: "The work itself, 1 to 5." })
  quality: number;

  @Field(() => Int, { description: "In time, 1 to 5." })
  punctuality: number;

  @Field(() => Int, { description: "Friendly and clear, 1 to 5." })
  attitude: number;
}

@InputType({ description: "Marks for one of the suppliers that did the work." })
class SupplierScoreInput extends MarksInput {
  @Field(() => ID, { description: "Of the supplier." })
  supplierId: string;
}

@InputType({ description: "What you say of a completed order, once and for good." })
class ReviewOrderInput extends MarksInput {
  @Field(() => ID, { description: "Of the order." })
  orderId: string;

  @Field(() => String, { description: "At most 1,000 characters; may be empty." })
  text: string;

  @Field(() => [ID], { description: "Photos uploaded for REVIEW, nine at most." })
  photoFileIds: string[];

  @Field(() => [SupplierScoreInput], { description: "Each supplier that did the work, once." })
  supplierScores: SupplierScoreInput[];

  @Field(() => Boolean, { description: "Whether to show 匿名用户 instead of the masked name." })
  anonymous: boolean;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The review and its order." })
class ReviewOrderPayload extends Payload {
  @Field(() => Review, { nullable: true, description: "The review." })
  review?: ReviewRow | null;

  @Field(() => Order, { nullable: true, description: "The order." })
  order?: Order | null;
}

@Resolver()
export class ReviewOrderResolver {
  @Allow(customers)
  @Mutation(() => ReviewOrderPayload, {
    description: "Judges a completed order. Refuses NOT_FOUND, INVALID_STATE, ALREADY_REVIEWED, VALIDATION.",
  })
  reviewOrder(@Ctx() context: Context, @Arg("input") input: ReviewOrderInput): Promise<ReviewOrderPayload> {
    return settle(async () => {
      const { platform, viewer } = context;
      const { reviewId, orderId } = await reviewOrder(platform, viewer, input);
      const review = (await reviewById(platform.database.read, reviewId)) ?? null;
      return { review, order: await loadOrder(context, orderId) };
    });
  }

  @Allow(anyone)
  @Query(() => ReviewConnection, { description: "What customers said of a supplier's work, newest first." })
  async supplierReviews(
    @Ctx() { platform }: Context,
    @Arg("supplierId", () => ID, { description: "Of the supplier." }) supplierId: string,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<ReviewRow>> {
    const page = await pageOfSupplierReviews(platform.database.read, supplierId, pageRequest(first, after));
    return toConnection(page);
  }
}

@Resolver(() => Product)
export class ProductReviewsResolver {
  @FieldResolver(() => ReviewConnection, { description: "What customers said of it, newest first." })
  async reviews(
    @Parent() product: Product,
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<ReviewRow>> {
    const page = await pageOfProductReviews(platform.database.read, product.id, pageRequest(first, after));
    return toConnection(page);
  }
}
