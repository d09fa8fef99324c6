import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { found } from "../kernel/refusal.js";
import { Order } from "../orders/order.graphql.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { type ReviewRow, type ReviewScoreRow, reviewsOfOrders, scoresOf } from "./review.store.js";

@ObjectType({ description: "A review's marks for one of the suppliers that did the work." })
export class SupplierScore {
  @Field(() => Int, { description: "All in all, 1 to 5." })
  overall: number;

  @Field(() => Int, { description: "The work itself, 1 to 5." })
  quality: number;

  @Field(() => Int, { description: "In time, 1 to 5." })
  punctuality: number;

  @Field(() => Int, { description: "Friendly and clear, 1 to 5." })
  attitude: number;
}

@ObjectType({ implements: Node, description: "What a customer said of a completed order." })
export class Review extends Node {
  @Field(() => String, { description: "Masked, such as 林**, or 匿名用户." })
  authorName: string;

  @Field(() => Int, { description: "All in all, 1 to 5." })
  overall: number;

  @Field(() => Int, { description: "The work itself, 1 to 5." })
  quality: number;

  @Field(() => Int, { description: "In time, 1 to 5." })
  punctuality: number;

  @Field(() => Int, { description: "Friendly and clear, 1 to 5." })
  attitude: number;

  @Field(() => String, { description: "What was written; may be empty." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When it was published." })
  publishedAt: number;

  @Field(() => String, { description: "What was bought." })
  productTitle: string;
}

export const ReviewConnection = connectionType("Review", () => Review);

const SCORES = Symbol("scores of reviews");
const REVIEWS = Symbol("reviews of orders");

@Resolver(() => Review)
export class ReviewResolver {
  @FieldResolver(() => [LocalFile], { description: "What the customer shows." })
  photos(@Parent() review: ReviewRow, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, review.photoIds);
  }

  @FieldResolver(() => [SupplierScore], { description: "Marks for each supplier that did the work." })
  async suppliers(@Parent() review: ReviewRow, @Ctx() { platform, loaders }: Context): Promise<ReviewScoreRow[]> {
    const loader = loaders.byId(SCORES, async (ids) =>
      groupBy(await scoresOf(platform.database.read, ids), (score) => score.reviewId),
    );
    return (await loader.load(review.id)) ?? [];
  }
}

@Resolver(() => SupplierScore)
export class SupplierScoreResolver {
  @FieldResolver(() => Supplier, { description: "Which supplier." })
  async supplier(@Parent() score: ReviewScoreRow, @Ctx() context: Context): Promise<Supplier> {
    return found(await loadSupplier(context, score.supplierId));
  }
}

/** The review of an order; null until there is one. The caller has checked who may see the order. */
export function loadReview({ platform, loaders }: Context, orderId: string): Promise<ReviewRow | null> {
  return loaders.byId(REVIEWS, (ids) => reviewsOfOrders(platform.database.read, ids)).load(orderId);
}

@Resolver(() => Order)
export class OrderReviewResolver {
  @FieldResolver(() => Review, { nullable: true, description: "What you said of it; null until you do." })
  review(@Parent() order: Order, @Ctx() context: Context): Promise<ReviewRow | null> {
    return loadReview(context, order.id);
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderReviewResolver {
  @FieldResolver(() => Review, { nullable: true, description: "What the customer said of it; null until they do." })
  review(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<ReviewRow | null> {
    return loadReview(context, order.id);
  }
}
