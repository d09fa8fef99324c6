import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { listQuotable } from "./list-quotable.flow.js";

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
}

@Resolver()
export class QuotableResolver {
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
