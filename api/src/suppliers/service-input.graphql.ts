import { Field, ID, InputType, Int } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { ServiceOffer } from "./service.js";
import type { ServiceProposal } from "./service-terms.js";

@InputType({ description: "What a supplier says of one item it can do." })
export class ApplicationServiceInput {
  @Field(() => ID, { description: "An active service item." })
  itemId: string;

  @Field(() => Int, { description: "1 (able) to 5 (master)." })
  level: number;

  @Field(() => MoneyScalar, { description: "What the supplier gets per unit; at most the sale price." })
  costPrice: Fen;

  @Field(() => MoneyScalar, { description: "What the customer pays per unit." })
  salePrice: Fen;

  @Field(() => Int, { description: "How many units of work it takes on a day, 1 to 10,000." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Anything else, at most 300 characters." })
  notes?: string | null;
}

export function toOffer(input: ApplicationServiceInput): ServiceOffer {
  const { itemId, level, costPrice, salePrice, perDay, notes } = input;
  return { itemId, level, costPrice, salePrice, perDay, notes: notes ?? null };
}

@InputType({ description: "A whole revision as it is proposed. What is left out is nothing special." })
export class ServiceProposalInput extends ApplicationServiceInput {
  @Field(() => [String], { nullable: true, description: "Codes of regions, a part of the supplier's; null: all." })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Whose products it knows, at most 20." })
  brands?: string[] | null;

  @Field(() => MoneyScalar, { nullable: true, description: "The least that one piece of work is charged." })
  minCharge?: Fen | null;

  @Field(() => Int, { nullable: true, description: "How many pieces of its work may be open at once, 1 to 10,000." })
  concurrent?: number | null;

  @Field(() => Int, { nullable: true, description: "Hours from the order until the work can begin, at most 2,160." })
  leadHours?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Hours before the day wanted by which it must be ordered, at most 2,160.",
  })
  noticeHours?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when, at most two years ahead; null: with its approval.",
  })
  effectiveFrom?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when; null without an end." })
  effectiveTo?: number | null;
}

export function toProposal(input: ServiceProposalInput): ServiceProposal {
  return {
    ...toOffer(input),
    regions: input.regions ?? null,
    brands: input.brands ?? [],
    minCharge: input.minCharge ?? null,
    concurrent: input.concurrent ?? null,
    leadHours: input.leadHours ?? null,
    noticeHours: input.noticeHours ?? null,
    effectiveFrom: input.effectiveFrom ?? null,
    effectiveTo: input.effectiveTo ?? null,
  };
}
