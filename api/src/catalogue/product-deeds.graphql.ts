import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { ZERO } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { archiveProduct } from "./archive-product.flow.js";
import type { ComponentWish } from "./draft-components.js";
import type { SaleMode, SupplierChoice } from "./product.js";
import { productById } from "./product.store.js";
import {
  ChoiceGroupInput,
  PlanStepInput,
  ProductComponentInput,
  ProductInputInput,
  planStepOf,
} from "./product-input.graphql.js";
import { publishProduct } from "./publish-product.flow.js";
import { saveProductDraft } from "./save-product-draft.flow.js";
import { StaffProduct } from "./staff-product.graphql.js";
import { SaleModeEnum, SupplierChoiceEnum } from "./version.graphql.js";

@InputType({ description: "A product's draft, whole: gaps are allowed until it is published." })
class SaveProductDraftInput {
  @Field(() => ID, { nullable: true, description: "Of the product; without it a new one is made." })
  productId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The draft's version you have seen; without it the product has no draft yet.",
  })
  version?: number | null;

  @Field(() => String, { description: "What addresses name it by; fixed once published." })
  slug: string;

  @Field(() => String, { description: "Title, at most 60 characters." })
  title: string;

  @Field(() => String, { description: "Title in English, at most 100 characters." })
  titleEn: string;

  @Field(() => String, { description: "One sentence for lists, at most 200 characters." })
  summary: string;

  @Field(() => String, { description: "All there is to say, at most 10,000 characters." })
  description: string;

  @Field(() => ID, { description: "Where it stands in the shop." })
  categoryId: string;

  @Field(() => [ID], { description: "Photos you uploaded, at most 12; the first is the cover." })
  galleryFileIds: string[];

  @Field(() => String, { nullable: true, description: "Name of the built-in drawing shown without photos." })
  picture?: string | null;

  @Field(() => [ProductInputInput], { description: "What the customer is asked, at most 20." })
  inputs: ProductInputInput[];

  @Field(() => [ProductComponentInput], { description: "What it is made of, at most 30; replaces what the draft had." })
  components: ProductComponentInput[];

  @Field(() => [PlanStepInput], { description: "In which instalments it is paid, at most 12." })
  plan: PlanStepInput[];

  @Field(() => [ChoiceGroupInput], { nullable: true, description: "Its either-or groups, at most 10." })
  choiceGroups?: ChoiceGroupInput[] | null;

  @Field(() => String, { nullable: true, description: "Code of the plan template the plan was copied from." })
  planTemplate?: string | null;

  @Field(() => SaleModeEnum, { nullable: true, description: "How it is sold; FIXED without." })
  saleMode?: SaleMode | null;

  @Field(() => String, { nullable: true, description: "Code of the contract to be signed before work begins." })
  contractTemplate?: string | null;

  @Field(() => SupplierChoiceEnum, { description: "Who chooses the suppliers." })
  supplierChoice: SupplierChoice;

  @Field(() => [String], { description: "Codes of the regions where it is to be sold." })
  regions: string[];
}

@InputType({ description: "Which product to put on sale." })
class PublishProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => Int, { description: "The product's version you have seen." })
  version: number;
}

@InputType({ description: "Which product to take off sale." })
class ArchiveProductInput {
  @Field(() => ID, { description: "Of the product." })
  productId: string;

  @Field(() => Int, { description: "The product's version you have seen." })
  version: number;
}

@ObjectType({ description: "The product with its draft." })
class SaveProductDraftPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@ObjectType({ description: "The product after it." })
class PublishProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@ObjectType({ description: "The product after it." })
class ArchiveProductPayload extends Payload {
  @Field(() => StaffProduct, { nullable: true, description: "As it is now." })
  product?: StaffProduct | null;
}

@Resolver()
export class ProductDeedsResolver {
  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SaveProductDraftPayload, {
    description: "Writes a product's draft. Refuses VALIDATION, NOT_FOUND, STALE_VERSION.",
  })
  saveProductDraft(
    @Ctx() context: Context,
    @Arg("input") input: SaveProductDraftInput,
  ): Promise<SaveProductDraftPayload> {
    return settle(async () => {
      const { productId = null, version = null, ...content } = input;
      const draft = draftOf(content);
      const id = await saveProductDraft(context.platform, context.viewer, { productId, version, draft });
      return { product: await read(context, id) };
    });
  }

  @Allow(staffWith("catalogue.publish"))
  @Mutation(() => PublishProductPayload, {
    description: "Puts the draft on sale. Refuses PUBLISH_GUARD_FAILED, INVALID_STATE, STALE_VERSION.",
  })
  publishProduct(@Ctx() context: Context, @Arg("input") input: PublishProductInput): Promise<PublishProductPayload> {
    return settle(async () => {
      await publishProduct(context.platform, context.viewer, input);
      return { product: await read(context, input.productId) };
    });
  }

  @Allow(staffWith("catalogue.publish"))
  @Mutation(() => ArchiveProductPayload, {
    description: "Takes a product off sale. Refuses INVALID_STATE, STALE_VERSION.",
  })
  archiveProduct(@Ctx() context: Context, @Arg("input") input: ArchiveProductInput): Promise<ArchiveProductPayload> {
    return settle(async () => {
      await archiveProduct(context.platform, context.viewer, input);
      return { product: await read(context, input.productId) };
    });
  }
}

function draftOf(content: Omit<SaveProductDraftInput, "productId" | "version">) {
  const { galleryFileIds: gallery, picture = null, inputs, components, plan, ...rest } = content;
  return {
    ...rest,
    gallery,
    picture,
    choiceGroups: rest.choiceGroups ?? [],
    planTemplate: rest.planTemplate ?? null,
    saleMode: rest.saleMode ?? "FIXED",
    contractTemplate: rest.contractTemplate ?? null,
    inputs: inputs.map(({ unit = null, min = null, max = null, hint = null, ...input }) => ({
      ...input,
      unit,
      min,
      max,
      hint,
    })),
    components: components.map(wishOf),
    plan: plan.map(planStepOf),
  };
}

function wishOf(part: ProductComponentInput): ComponentWish {
  const { kind = "ALL", supplierIds, minLevel } = part.eligible ?? {};
  return {
    ...part,
    quantity: part.quantity ?? null,
    quantityInput: part.quantityInput ?? null,
    quantityFormula: part.quantityFormula ?? null,
    choiceGroup: part.choiceGroup ?? null,
    eligible:
      kind === "LIST"
        ? { kind, supplierIds: supplierIds ?? [] }
        : kind === "LEVEL"
          ? { kind, minLevel: minLevel ?? 0 }
          : { kind },
    priceFormula: part.priceFormula ?? null,
    dependsOn: part.dependsOn ?? null,
    lagHours: part.lagHours ?? 0,
    stage: part.stage ?? null,
    collectionMode: part.collectionMode ?? "OWN_SALE",
    commissionRate: part.commissionRate ?? 0,
    commissionRefundable: part.commissionRefundable ?? true,
    officialFee: part.officialFee ?? ZERO,
  };
}

async function read({ platform }: Context, id: string): Promise<StaffProduct> {
  return found(await productById(platform.database.read, id));
}
