import { Field, ID, InputType, Int } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { ServiceOffer } from "./service.js";

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
