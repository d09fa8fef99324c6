import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { MySupplier } from "./my-supplier.graphql.js";
import { type ServiceState, serviceLife, worthShowing } from "./service.js";
import {
  type EffectiveService,
  effectiveServices,
  type SupplierServiceRow,
  servicesOf,
  servicesOfItems,
} from "./service.store.js";
import { loadStaffSupplier, StaffSupplier } from "./supplier.graphql.js";

const ServiceStateEnum = enumOf(serviceLife.states);
registerEnumType(ServiceStateEnum, {
  name: "ServiceState",
  description: "PROPOSED waits for staff; EFFECTIVE is sold; PAUSED by the supplier; SUPERSEDED by a later revision.",
});

@ObjectType({ implements: Node, description: "One revision of what your supplier can do of one item." })
export class MyService extends Node {
  readonly itemId: string;

  @Field(() => Int, { description: "1 (able) to 5 (master)." })
  level: number;

  @Field(() => MoneyScalar, { description: "What you get per unit." })
  costPrice: number;

  @Field(() => MoneyScalar, { description: "What the customer pays per unit." })
  salePrice: number;

  @Field(() => Int, { description: "How many units of work you take on a day." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Anything else." })
  notes: string | null;

  @Field(() => ServiceStateEnum, { description: "Whether it is sold." })
  state: ServiceState;

  @Field(() => Int, { description: "From 1; another price is another revision." })
  revision: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  @Field(() => String, { nullable: true, description: "Why it was rejected." })
  reason: string | null;
}

@ObjectType({ implements: Node, description: "One revision of what a supplier can do of one item." })
export class StaffService extends Node {
  readonly itemId: string;
  readonly supplierId: string;
  /** What the field of this name gives to those who may read costs. */
  readonly costPrice: number;

  @Field(() => Int, { description: "1 (able) to 5 (master)." })
  level: number;

  @Field(() => MoneyScalar, { description: "What the customer pays per unit." })
  salePrice: number;

  @Field(() => Int, { description: "How many units of work it takes on a day." })
  perDay: number;

  @Field(() => String, { nullable: true, description: "Anything else." })
  notes: string | null;

  @Field(() => ServiceStateEnum, { description: "Whether it is sold." })
  state: ServiceState;

  @Field(() => Int, { description: "From 1; another price is another revision." })
  revision: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  @Field(() => String, { nullable: true, description: "Why it was rejected." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was proposed." })
  createdAt: number;
}

export const StaffServiceConnection = connectionType("StaffService", () => StaffService);

const OF_SUPPLIER = Symbol("services of suppliers");
const OF_ITEM = Symbol("services of items");
const EFFECTIVE = Symbol("effective services of items");

async function loadServicesOf({ platform, loaders }: Context, supplierId: string): Promise<SupplierServiceRow[]> {
  const rows = await loaders.byId(OF_SUPPLIER, (ids) => servicesOf(platform.database.read, ids)).load(supplierId);
  return worthShowing(rows ?? []);
}

/** An item's services of all suppliers, cheapest first, without what a later revision answered; for staff. */
export async function loadStaffServicesOfItem({ platform, loaders }: Context, itemId: string): Promise<StaffService[]> {
  const rows = await loaders.byId(OF_ITEM, (ids) => servicesOfItems(platform.database.read, ids)).load(itemId);
  return worthShowing(rows ?? []);
}

/**
 * What can be bought of an item now, cheapest first, in one statement for all items a request asks for. It carries the
 * cost, which no type for customers may show.
 */
export async function loadEffectiveServices(
  { platform, loaders }: Context,
  itemId: string,
): Promise<EffectiveService[]> {
  const loader = loaders.byId(EFFECTIVE, async (ids) =>
    groupBy(await effectiveServices(platform.database.read, ids), (service) => service.itemId),
  );
  return (await loader.load(itemId)) ?? [];
}

@Resolver(() => MyService)
export class MyServiceResolver {
  @FieldResolver(() => [String], { description: "What you may do with it now: PAUSE, RESUME." })
  availableActions(@Parent() service: MyService, @Ctx() { viewer }: Context): string[] {
    if (viewer.kind !== "supplier" || !["OWNER", "DISPATCHER"].includes(viewer.role)) return [];
    return serviceLife.verbs(service.state).filter((verb) => verb === "PAUSE" || verb === "RESUME");
  }
}

@Resolver(() => MySupplier)
export class MySupplierServicesResolver {
  @FieldResolver(() => [MyService], {
    description: "What your supplier can do, without what a later revision answered; empty for a WORKER.",
  })
  async services(@Parent() supplier: MySupplier, @Ctx() context: Context): Promise<MyService[]> {
    return supplier.role === "WORKER" ? [] : loadServicesOf(context, supplier.id);
  }
}

@Resolver(() => StaffService)
export class StaffServiceResolver {
  @FieldResolver(() => StaffSupplier, { description: "Whose it is." })
  async supplier(@Parent() service: StaffService, @Ctx() context: Context): Promise<StaffSupplier> {
    return found(await loadStaffSupplier(context, service.supplierId));
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What the supplier gets per unit; null without the permission cost.read.",
  })
  costPrice(@Parent() service: StaffService, @Ctx() { viewer }: Context): number | null {
    return holds(viewer, "cost.read") ? service.costPrice : null;
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: APPROVE, REJECT." })
  availableActions(@Parent() service: StaffService, @Ctx() { viewer }: Context): string[] {
    if (!holds(viewer, "suppliers.review")) return [];
    return serviceLife.verbs(service.state).filter((verb) => verb === "APPROVE" || verb === "REJECT");
  }
}

@Resolver(() => StaffSupplier)
export class StaffSupplierServicesResolver {
  @FieldResolver(() => [StaffService], { description: "What it can do, without what a later revision answered." })
  services(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<StaffService[]> {
    return loadServicesOf(context, supplier.id);
  }
}
