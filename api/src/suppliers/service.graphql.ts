import { Ctx, Field, FieldResolver, ObjectType, Resolver } from "type-graphql";
import { groupBy } from "../kernel/group.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { connectionType, Node } from "../platform/payload.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { MySupplier } from "./my-supplier.graphql.js";
import { regionOf } from "./region.js";
import { ServiceChange, ServiceRevision } from "./revision.graphql.js";
import { revisionsOf, serviceKey } from "./revision.store.js";
import { serviceLife, staffVerbs, supplierVerbs, worthShowing } from "./service.js";
import {
  type EffectiveService,
  effectiveServices,
  type SupplierServiceRow,
  servicesOf,
  servicesOfItems,
} from "./service.store.js";
import { confidential, differences } from "./service-change.js";
import { loadStaffSupplier, Region, StaffSupplier } from "./supplier.graphql.js";

@ObjectType({ implements: Node, description: "One revision of what your supplier can do of one item." })
export class MyService extends ServiceRevision {
  @Field(() => MoneyScalar, { description: "What you get per unit." })
  declare costPrice: number;
}

@ObjectType({ implements: Node, description: "One revision of what a supplier can do of one item." })
export class StaffService extends ServiceRevision {
  readonly proposedBy: string | null;
}

export const StaffServiceConnection = connectionType("StaffService", () => StaffService);

const OF_SUPPLIER = Symbol("services of suppliers");
const OF_ITEM = Symbol("services of items");
const EFFECTIVE = Symbol("effective services of items");

const REGIONS = { nullable: true, description: "Where; null: wherever the supplier works." } as const;
const BRANDS = { description: "Whose products it knows." };
const CHANGES = { description: "How it differs from what is in force, money first; empty for what is in force." };
const REVISIONS = { description: "Every revision of the supplier's service of this item, newest first, at most 100." };

const regionsOf = ({ regions }: ServiceRevision): Region[] | null => regions && regions.map(regionOf);

/** The revision in force of the same supplier and item, from what the request has read of the supplier anyway. */
async function changesOf(context: Context, service: ServiceRevision): Promise<ServiceChange[]> {
  const all = await loadServicesOf(context, service.supplierId);
  const inForce = all.find((other) => other.inForce !== null && other.itemId === service.itemId);
  if (inForce?.id === service.id) return [];
  return differences(inForce ? toldOf(inForce) : null, toldOf(service));
}

const toldOf = (service: ServiceRevision) => ({ ...service, brands: service.brands ?? [] });

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
  const at = platform.clock.now();
  const loader = loaders.byId(EFFECTIVE, async (ids) =>
    groupBy(await effectiveServices(platform.database.read, ids, { at }), (service) => service.itemId),
  );
  return (await loader.load(itemId)) ?? [];
}

const REVISIONS_OF = Symbol("revisions of services");

async function loadRevisions(
  { platform, loaders }: Context,
  service: { supplierId: string; itemId: string },
): Promise<SupplierServiceRow[]> {
  const loader = loaders.byId(REVISIONS_OF, (keys) => {
    const services = keys.map((key) => {
      const [supplierId = "", itemId = ""] = key.split(":");
      return { supplierId, itemId };
    });
    return revisionsOf(platform.database.read, services);
  });
  return (await loader.load(serviceKey(service))) ?? [];
}

@Resolver(() => MyService)
export class MyServiceResolver {
  @FieldResolver(() => [Region], REGIONS)
  regions(@Parent() service: MyService): Region[] | null {
    return regionsOf(service);
  }

  @FieldResolver(() => [String], BRANDS)
  brands(@Parent() service: MyService): readonly string[] {
    return service.brands ?? [];
  }

  @FieldResolver(() => [ServiceChange], CHANGES)
  changes(@Parent() service: MyService, @Ctx() context: Context): Promise<ServiceChange[]> {
    return changesOf(context, service);
  }

  @FieldResolver(() => [MyService], REVISIONS)
  revisions(@Parent() service: MyService, @Ctx() context: Context): Promise<MyService[]> {
    return loadRevisions(context, service);
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: PAUSE, RESUME, WITHDRAW." })
  availableActions(@Parent() service: MyService, @Ctx() { viewer }: Context): string[] {
    if (viewer.kind !== "supplier" || !["OWNER", "DISPATCHER"].includes(viewer.role)) return [];
    const mine = supplierVerbs.filter((verb) => verb !== "WITHDRAW" || viewer.role === "OWNER");
    return mine.filter((verb) => serviceLife.allows(service.state, verb));
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

  @FieldResolver(() => [Region], REGIONS)
  regions(@Parent() service: StaffService): Region[] | null {
    return regionsOf(service);
  }

  @FieldResolver(() => [String], BRANDS)
  brands(@Parent() service: StaffService): readonly string[] {
    return service.brands ?? [];
  }

  @FieldResolver(() => [ServiceChange], {
    description: `${CHANGES.description} The cost is left out without the permission cost.read.`,
  })
  async changes(@Parent() service: StaffService, @Ctx() context: Context): Promise<ServiceChange[]> {
    const all = await changesOf(context, service);
    return holds(context.viewer, "cost.read") ? all : all.filter(({ field }) => !confidential.has(field));
  }

  @FieldResolver(() => [StaffService], REVISIONS)
  revisions(@Parent() service: StaffService, @Ctx() context: Context): Promise<StaffService[]> {
    return loadRevisions(context, service);
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: APPROVE, REJECT, RETIRE." })
  availableActions(@Parent() service: StaffService, @Ctx() { viewer }: Context): string[] {
    if (!holds(viewer, "suppliers.review")) return [];
    return staffVerbs.filter((verb) => serviceLife.allows(service.state, verb));
  }
}

@Resolver(() => StaffSupplier)
export class StaffSupplierServicesResolver {
  @FieldResolver(() => [StaffService], { description: "What it can do, without what a later revision answered." })
  services(@Parent() supplier: StaffSupplier, @Ctx() context: Context): Promise<StaffService[]> {
    return loadServicesOf(context, supplier.id);
  }
}
