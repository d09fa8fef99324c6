import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { archiveProduct } from "./archive-product.flow.js";
import type { InputKind, InstalmentNature, InstalmentTrigger, QuantityKind, SupplierChoice } from "./product.js";
import { productById } from "./product.store.js";
import { publishProduct } from "./publish-product.flow.js";
import { saveProductDraft } from "./save-product-draft.flow.js";
import { StaffProduct } from "./staff-product.graphql.js";
import {
  InputKindEnum,
  InstalmentNatureEnum,
  InstalmentTriggerEnum,
  QuantityKindEnum,
  SupplierChoiceEnum,
} from "./version.graphql.js";

@InputType({ description: "Something the customer is asked." })
class ProductInputInput {
  @Field(() => String, { description: "Stable name, its own within the product." })
  code: string;

  @Field(() => String, { description: "The question, at most 40 characters." })
  label: string;

  @Field(() => String, { description: "The question in English, at most 60 characters." })
  labelEn: string;

  @Field(() => InputKindEnum, { description: "What kind of answer." })
  kind: InputKind;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit?: string | null;

  @Field(() => Boolean, { description: "Whether it must be answered." })
  required: boolean;

  @Field(() => Float, { nullable: true, description: "Least number." })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: "Greatest number." })
  max?: number | null;

  @Field(() => [String], { description: "What can be chosen, for CHOICE." })
  options: string[];

  @Field(() => String, { nullable: true, description: "What helps to answer, at most 200 characters." })
  hint?: string | null;
}

@InputType({ description: "One service item in the product." })
class ProductComponentInput {
  @Field(() => ID, { description: "A service item." })
  itemId: string;

  @Field(() => Boolean, { description: "Whether it is always part of the order." })
  required: boolean;

  @Field(() => Boolean, { description: "Whether it is chosen before the customer chooses." })
  selectedByDefault: boolean;

  @Field(() => QuantityKindEnum, { description: "Who says how much." })
  quantityKind: QuantityKind;

  @Field(() => Float, {
    nullable: true,
    description: "How much; for INPUT what is assumed before the customer has told.",
  })
  quantity?: number | null;

  @Field(() => String, { nullable: true, description: "Code of the number that says how much, for INPUT." })
  quantityInput?: string | null;

  @Field(() => Int, { description: "From 1; stage n starts when stage n-1 is accepted." })
  stage: number;
}

@InputType({ description: "One instalment of the plan." })
class PlanStepInput {
  @Field(() => String, { description: "Its name, at most 30 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 40 characters." })
  nameEn: string;

  @Field(() => Int, { description: "Share of the total in hundredths of a per cent." })
  shareBasisPoints: number;

  @Field(() => InstalmentNatureEnum, { description: "What it is in law." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, { nullable: true, description: "Days after acceptance, for AFTER_DAYS." })
  afterDays?: number | null;

  @Field(() => Boolean, { description: "Work begins once it is paid." })
  gate: boolean;
}

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
    inputs: inputs.map(({ unit = null, min = null, max = null, hint = null, ...input }) => ({
      ...input,
      unit,
      min,
      max,
      hint,
    })),
    components: components.map(({ quantity = null, quantityInput = null, ...part }) => ({
      ...part,
      quantity,
      quantityInput,
    })),
    plan: plan.map(({ afterDays = null, ...step }) => ({ ...step, afterDays })),
  };
}

async function read({ platform }: Context, id: string): Promise<StaffProduct> {
  return found(await productById(platform.database.read, id));
}
