import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { DateScalar } from "../platform/scalars.js";
import { loadDayKept } from "../suppliers/day-kept.graphql.js";
import { Order } from "./order.graphql.js";
import { StaffOrder } from "./staff-order.graphql.js";

const SERVICE_ON = {
  nullable: true,
  description:
    "The day wanted for the first of the work, kept at its suppliers; null without, or once it was given back.",
};

@Resolver(() => Order)
export class OrderServiceDayResolver {
  @FieldResolver(() => DateScalar, SERVICE_ON)
  serviceOn(@Parent() { id }: Order, @Ctx() context: Context): Promise<string | null> {
    return loadDayKept(context, id);
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderServiceDayResolver {
  @FieldResolver(() => DateScalar, SERVICE_ON)
  serviceOn(@Parent() { id }: StaffOrder, @Ctx() context: Context): Promise<string | null> {
    return loadDayKept(context, id);
  }
}
