import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import { ProductComponent } from "../catalogue/component.graphql.js";
import { mayDo } from "../catalogue/composition.js";
import { type Fen, fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateScalar, MoneyScalar } from "../platform/scalars.js";
import { type EffectiveService, loadNextFreeDay } from "../suppliers/next-free.graphql.js";
import { loadEffectiveServices } from "../suppliers/service.graphql.js";
import { Supplier, supplierOfService } from "../suppliers/supplier.graphql.js";
import { rank } from "./recommend.js";

@ObjectType({
  implements: Node,
  description: "One supplier able to do one item: what a customer may compare. Carries no cost.",
})
class Offer extends Node {
  @Field(() => MoneyScalar, { description: "Price of one unit." })
  salePrice: Fen;

  @Field(() => Int, { description: "How able the supplier is at it: 1 (able) to 5 (master)." })
  level: number;

  @Field(() => Int, { description: "How many units it takes on a day." })
  perDay: number;

  @Field(() => Boolean, { description: "Whether the platform would choose it." })
  recommended: boolean;

  @Field(() => String, {
    description: "Its strongest side: ONLY_CHOICE, BEST_RATED, LOWEST_PRICE, MOST_EXPERIENCED or BALANCED.",
  })
  reason: string;

  @Field(() => Supplier, { description: "Who offers it." })
  supplier: Supplier;

  readonly service: EffectiveService;
}

@Resolver(() => Offer)
export class OfferDayResolver {
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The first day it has room, after the notice its supplier wants; null when none of the next 60 has.",
  })
  nextFreeOn(@Parent() { service }: Offer, @Ctx() context: Context): Promise<string | null> {
    return loadNextFreeDay(context, service);
  }
}

@Resolver(() => ProductComponent)
export class ComponentOffersResolver {
  @FieldResolver(() => [Offer], {
    description: "Who can do it now, best first: the first is what the platform would choose.",
  })
  async offers(
    @Parent() component: ProductComponent,
    @Ctx() context: Context,
    @Arg("regionCode", () => String, { nullable: true, description: "Only suppliers that work there." })
    regionCode?: string | null,
  ): Promise<Offer[]> {
    const all = await loadEffectiveServices(context, component.itemId);
    const services = all.filter((service) => mayDo(component, service));
    const able = regionCode ? services.filter((service) => service.regions.includes(regionCode)) : services;
    return rank(able).map(({ service, reason }, place) => {
      const { id, salePrice, level, perDay } = service;
      const supplier = supplierOfService(service);
      return { id, salePrice: fen(salePrice), level, perDay, recommended: place === 0, reason, supplier, service };
    });
  }
}
