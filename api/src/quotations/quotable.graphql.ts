import { Arg, Ctx, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { CollectionMode } from "../catalogue/collection.js";
import { CollectionModeEnum } from "../catalogue/component.graphql.js";
import { Milestone } from "../catalogue/item.graphql.js";
import { PlanStep } from "../catalogue/version.graphql.js";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { ComponentChoiceInput, InputValueInput } from "../pricing/price.graphql.js";
import { listQuotable } from "./list-quotable.flow.js";
import { isByUnit, type QuotationContent } from "./quotation.js";
import { QuotationAnswer } from "./quotation-fields.graphql.js";
import { quoteProduct } from "./quote-product.flow.js";

@ObjectType({ description: "A service item and a supplier who can do it in the region now." })
class QuotableService {
  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => String, { description: "Its name." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => ID, { description: "The supplier." })
  supplierId: string;

  @Field(() => String, { description: "Its name." })
  supplierName: string;

  @Field(() => MoneyScalar, { description: "The supplier's sale price of one unit." })
  salePrice: Fen;

  @Field(() => [Milestone], { description: "The steps of its work, which parts of a plan may wait for." })
  milestones: readonly Milestone[];
}

@ObjectType({ description: "A line that the pricing engine proposes." })
class ProposedLine {
  @Field(() => ID, { description: "The product's component." })
  componentId: string;

  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => ID, { description: "Who does it." })
  supplierId: string;

  @Field(() => Float, { description: "How much." })
  quantity: number;

  @Field(() => Int, { description: "Stage n starts when the stages before it are accepted." })
  stage: number;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: Fen;

  @Field(() => MoneyScalar, { nullable: true, description: "One sum, where it is not unit price times quantity." })
  amount: Fen | null;

  @Field(() => CollectionModeEnum, { description: "Who sells it and who collects its price." })
  collectionMode: CollectionMode;

  @Field(() => Int, { description: "What the platform keeps when the supplier sells, in basis points." })
  commissionRate: number;

  @Field(() => Boolean, { description: "Whether the commission goes back with a refund." })
  commissionRefundable: boolean;

  @Field(() => MoneyScalar, { description: "Part of the line's price that is passed on to an office." })
  officialFee: Fen;
}

@ObjectType({ description: "What the pricing engine proposes for a product; staff edit it before anybody sees it." })
class ProposedContent {
  @Field(() => String, { description: "What it is for." })
  title: string;

  @Field(() => ID, { description: "The version it is priced from." })
  productVersionId: string;

  @Field(() => [QuotationAnswer], { description: "What it assumes." })
  inputs: QuotationAnswer[];

  @Field(() => [ProposedLine], { description: "The work, in order." })
  lines: ProposedLine[];

  @Field(() => [PlanStep], { description: "When it is paid." })
  plan: PlanStep[];

  @Field(() => DateTimeScalar, { description: "A week from now." })
  validUntil: number;

  @Field(() => String, { nullable: true, description: "Code of the template the contract is made from." })
  contractTemplate: string | null;
}

@ObjectType({ description: "What is proposed, or why nothing can be." })
class ProposalPayload extends Payload {
  @Field(() => ProposedContent, { nullable: true, description: "The proposal." })
  proposal?: ProposedContent | null;
}

@InputType({ description: "Which product is quoted, and for what." })
class QuoteProductInput {
  @Field(() => ID, { description: "The product; it has to be on sale, however it is sold." })
  productId: string;

  @Field(() => ID, { nullable: true, description: "Whom it is for, so that their groups' rules count." })
  customerId?: string | null;

  @Field(() => String, { description: "Where the work is done." })
  regionCode: string;

  @Field(() => [InputValueInput], { description: "Answers to the product's questions." })
  inputs: InputValueInput[];

  @Field(() => [ComponentChoiceInput], { description: "What is wanted, and by whom." })
  choices: ComponentChoiceInput[];
}

function proposalView(content: QuotationContent): ProposedContent {
  return {
    ...content,
    productVersionId: content.productVersionId ?? "",
    inputs: [...content.inputs],
    plan: [...content.plan],
    lines: content.lines.map((line) => ({
      ...line,
      componentId: line.componentId ?? "",
      amount: isByUnit(line) ? null : line.amount,
    })),
  };
}

@Resolver()
export class QuotableResolver {
  @Allow(staffWith("quotations.manage"))
  @Query(() => ProposalPayload, {
    description:
      "A product priced as a quotation to begin with. Refuses PRODUCT_NOT_AVAILABLE and what pricing refuses.",
  })
  quoteProduct(@Ctx() { platform, viewer }: Context, @Arg("input") input: QuoteProductInput): Promise<ProposalPayload> {
    return settle(async () => {
      const asked = { ...input, customerId: input.customerId ?? null };
      const content = await quoteProduct(platform, viewer, asked);
      return { proposal: proposalView(content) };
    });
  }

  @Allow(staffWith("quotations.manage"))
  @Query(() => [QuotableService], { description: "What can be quoted in a region, at most 200." })
  quotableServices(
    @Ctx() { platform, viewer }: Context,
    @Arg("regionCode", () => String, { description: "Where the work is done." }) regionCode: string,
    @Arg("search", () => String, { nullable: true, description: "Part of the item's name or code." })
    search?: string | null,
  ): Promise<QuotableService[]> {
    return listQuotable(platform, viewer, { regionCode, search: search?.trim().slice(0, 50) || null });
  }
}
