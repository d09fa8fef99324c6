import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { cloneProduct } from "./clone-product.flow.js";
import { productById } from "./product.store.js";
import { returnProduct } from "./return-product.flow.js";
import { StaffProduct } from "./staff-product.graphql.js";
import { submitProduct } from "./submit-product.flow.js";
import { withdrawProduct } from "./withdraw-product.flow.js";

@InputType({ description: "Which product's draft to hand in." })
class SubmitProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => Int, { description: "The product's version you have seen." })
  version: number;
}

@InputType({ description: "Which product's draft to take back." })
class WithdrawProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => Int, { description: "The product's version you have seen." })
  version: number;
}

@InputType({ description: "Which product's draft to give back, and why." })
class ReturnProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => Int, { description: "The product's version you have seen." })
  version: number;

  @Field(() => String, { description: "What has to change, at most 500 characters." })
  reason: string;
}

@InputType({ description: "Which product to make another like." })
class CloneProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => String, { description: "Makes a repeat return the same product." })
  idempotencyKey: string;
}

@ObjectType({ description: "The product after it." })
class SubmitProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@ObjectType({ description: "The product after it." })
class WithdrawProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@ObjectType({ description: "The product after it." })
class ReturnProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@ObjectType({ description: "The product that was made." })
class CloneProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "With its draft." })
  product?: StaffProduct | null;
}

@Resolver()
export class ProductReviewResolver {
  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SubmitProductPayload, {
    description: "Hands the draft in for review. Refuses PUBLISH_GUARD_FAILED, INVALID_STATE, STALE_VERSION.",
  })
  submitProduct(@Ctx() context: Context, @Arg("input") input: SubmitProductInput): Promise<SubmitProductPayload> {
    return settle(async () => {
      await submitProduct(context.platform, context.viewer, input);
      return { product: await read(context, input.productId) };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => WithdrawProductPayload, {
    description: "Takes a draft back that waits for review. Refuses INVALID_STATE, STALE_VERSION.",
  })
  withdrawProduct(@Ctx() context: Context, @Arg("input") input: WithdrawProductInput): Promise<WithdrawProductPayload> {
    return settle(async () => {
      await withdrawProduct(context.platform, context.viewer, input);
      return { product: await read(context, input.productId) };
    });
  }

  @Allow(staffWith("catalogue.publish"))
  @Mutation(() => ReturnProductPayload, {
    description: "Gives a draft back to be written on. Refuses REASON_REQUIRED, INVALID_STATE, STALE_VERSION.",
  })
  returnProduct(@Ctx() context: Context, @Arg("input") input: ReturnProductInput): Promise<ReturnProductPayload> {
    return settle(async () => {
      await returnProduct(context.platform, context.viewer, input);
      return { product: await read(context, input.productId) };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => CloneProductPayload, {
    description: "Makes a product whose draft says the same. Refuses NOT_FOUND, IDEMPOTENCY_KEY_REUSED.",
  })
  cloneProduct(@Ctx() context: Context, @Arg("input") input: CloneProductInput): Promise<CloneProductPayload> {
    return settle(async () => ({
      product: await read(context, await cloneProduct(context.platform, context.viewer, input)),
    }));
  }
}

async function read({ platform }: Context, id: string): Promise<StaffProduct> {
  return found(await productById(platform.database.read, id));
}
