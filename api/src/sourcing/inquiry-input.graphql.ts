import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { DateScalar, DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { InputValueInput } from "../pricing/price.graphql.js";
import { DEFAULT_CAP, type InquiryKind, type Visibility } from "./inquiry.js";
import { InquiryKindEnum, VisibilityEnum } from "./inquiry-parts.graphql.js";
import type { OpenInquiry } from "./open-inquiry.flow.js";

@InputType({ description: "A product to be priced." })
export class InquiryProductInput {
  @Field(() => ID, { description: "Of a product on sale." })
  productId: string;

  @Field(() => [InputValueInput], { description: "Answers to its questions." })
  inputs: InputValueInput[];

  @Field(() => [ID], {
    description:
      "The optional components that are wanted and the choice of every either-or group; required ones always are.",
  })
  componentIds: string[];
}

@InputType({ description: "A service item to be priced." })
export class InquiryItemInput {
  @Field(() => ID, { description: "Of an active service item." })
  itemId: string;

  @Field(() => Float, { description: "How much of it, in the item's unit." })
  quantity: number;

  @Field(() => String, { nullable: true, description: "What suppliers should know about it; at most 200 characters." })
  note?: string | null;
}

@InputType({ description: "A need in the customer's own words." })
export class InquiryNeedInput {
  @Field(() => ID, { description: "Of the category whose suppliers are asked." })
  categoryId: string;

  @Field(() => String, { description: "What it is, in a line of at most 60 characters." })
  title: string;
}

@InputType({ description: "An inquiry: exactly one of product, items or need, and how suppliers answer." })
export class OpenInquiryInput {
  @Field(() => InquiryKindEnum, { description: "Whether a price is asked for or suppliers compete." })
  kind: InquiryKind;

  @Field(() => InquiryProductInput, { nullable: true, description: "A product." })
  product?: InquiryProductInput | null;

  @Field(() => [InquiryItemInput], { nullable: true, description: "Service items, 30 at most." })
  items?: InquiryItemInput[] | null;

  @Field(() => InquiryNeedInput, { nullable: true, description: "A need; wants a description." })
  need?: InquiryNeedInput | null;

  @Field(() => String, { description: "What suppliers should know; at most 2,000 characters." })
  description: string;

  @Field(() => [ID], { description: "Photos uploaded for INQUIRY, nine at most." })
  photoFileIds: string[];

  @Field(() => String, { description: "Code of the city." })
  regionCode: string;

  @Field(() => DateScalar, { nullable: true, description: "When the work is wanted." })
  desiredOn?: string | null;

  @Field(() => MoneyScalar, { nullable: true, description: "What the customer wants to spend." })
  budget?: Fen | null;

  @Field(() => Boolean, { nullable: true, description: "Whether suppliers are told the budget; false unless told." })
  budgetShown?: boolean | null;

  @Field(() => VisibilityEnum, {
    nullable: true,
    description: "SEALED unless told; the others for a competition only.",
  })
  visibility?: Visibility | null;

  @Field(() => MoneyScalar, { nullable: true, description: "The step of a reverse auction; null for any other." })
  decrement?: Fen | null;

  @Field(() => DateTimeScalar, { description: "Until when bids are taken: ten minutes to sixty days from now." })
  deadline: number;

  @Field(() => Int, { nullable: true, description: "So many bids are wanted; 1 unless told." })
  minBids?: number | null;

  @Field(() => Int, { nullable: true, description: "So many suppliers are asked at most, up to 20; 8 unless told." })
  maxSuppliers?: number | null;

  @Field(() => String, { description: "Whom to ask for; suppliers see a part of it until the award." })
  contactName: string;

  @Field(() => String, { description: "Whom to call; suppliers see a part of it until the award." })
  contactPhone: string;

  @Field(() => String, { description: "8 to 100 characters, one per deed: a repeat answers the same." })
  idempotencyKey: string;
}

/** The input as the flow takes it, with what was left out filled in. */
export function toOpenInquiry(input: OpenInquiryInput): OpenInquiry {
  const { product, items, need, photoFileIds } = input;
  return {
    kind: input.kind,
    product: product
      ? { productId: product.productId, inputs: product.inputs, componentIds: product.componentIds }
      : null,
    items: items ? items.map(({ itemId, quantity, note }) => ({ itemId, quantity, note: note ?? null })) : null,
    need: need ? { categoryId: need.categoryId, title: need.title } : null,
    description: input.description,
    photoIds: photoFileIds,
    regionCode: input.regionCode,
    desiredOn: input.desiredOn ?? null,
    budget: input.budget ?? null,
    budgetShown: input.budgetShown ?? false,
    visibility: input.visibility ?? "SEALED",
    decrement: input.decrement ?? null,
    deadline: input.deadline,
    minBids: input.minBids ?? 1,
    maxSuppliers: input.maxSuppliers ?? DEFAULT_CAP,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    idempotencyKey: input.idempotencyKey,
  };
}
