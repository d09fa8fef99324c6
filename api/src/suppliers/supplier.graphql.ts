import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { connectionType, Node } from "../platform/payload.js";
import { Allow, anyone } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { regionOf } from "./region.js";
import type { EffectiveService } from "./service.store.js";
import { averages, type RatingSums, type SupplierState, supplierLife } from "./supplier.js";
import { type SupplierRow, suppliersById } from "./supplier.store.js";

export const SupplierStateEnum = enumOf(supplierLife.states);
registerEnumType(SupplierStateEnum, {
  name: "SupplierState",
  description:
    "Only an ACTIVE supplier's services are sold. It pauses itself; the platform suspends it, or ends the cooperation: TERMINATED.",
});

@ObjectType({ description: "A city the platform serves." })
export class Region {
  @Field(() => String, { description: "Six digits of GB/T 2260." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;
}

@ObjectType({ description: "Averages of customers' marks, 1 to 5, to one decimal; null while nobody has rated." })
export class Rating {
  @Field(() => Int, { description: "How many have rated." })
  count: number;

  @Field(() => Float, { nullable: true, description: "All in all." })
  overall: number | null;

  @Field(() => Float, { nullable: true, description: "The work itself." })
  quality: number | null;

  @Field(() => Float, { nullable: true, description: "In time." })
  punctuality: number | null;

  @Field(() => Float, { nullable: true, description: "Friendly and clear." })
  attitude: number | null;
}

@ObjectType({ implements: Node, description: "A supplier as anybody may see it." })
export class Supplier extends Node {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "What it says of itself." })
  introduction: string;

  @Field(() => [Region], { description: "Where it works." })
  regions: Region[];

  @Field(() => Rating, { description: "What customers think of its work." })
  rating: Rating;

  @Field(() => Int, { description: "How many pieces of its work customers have accepted." })
  completedCount: number;

  @Field(() => DateTimeScalar, { description: "Since when it is here." })
  joinedAt: number;
}

@ObjectType({ implements: Node, description: "A supplier as staff see it." })
export class StaffSupplier extends Node {
  @Field(() => String, { description: "Its number, for people." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Unified social credit code; one company is one supplier." })
  uscc: string;

  @Field(() => SupplierStateEnum, { description: "Whether its services are sold." })
  state: SupplierState;

  @Field(() => String, { nullable: true, description: "Why it is suspended or the cooperation ended." })
  reason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its own pause begins or began." })
  pauseFrom: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its own pause ends by itself." })
  pauseTo: number | null;

  @Field(() => String, { nullable: true, description: "Why it pauses." })
  pauseNote: string | null;

  @Field(() => String, { description: "Whom to ask for." })
  contactName: string;

  @Field(() => String, { description: "Phone." })
  contactPhone: string;

  @Field(() => String, { description: "E-mail address." })
  contactEmail: string;

  @Field(() => String, { description: "What it says of itself." })
  introduction: string;

  @Field(() => [Region], { description: "Where it works." })
  regions: Region[];

  @Field(() => Rating, { description: "What customers think of its work." })
  rating: Rating;

  @Field(() => Int, { description: "How many pieces of its work customers have accepted." })
  completedCount: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  @Field(() => DateTimeScalar, { description: "Since when it is here." })
  createdAt: number;
}

export const StaffSupplierConnection = connectionType("StaffSupplier", () => StaffSupplier);

const SUPPLIERS = Symbol("suppliers");

/** The row, in one statement for all that a request asks for. */
export function loadSupplierRow({ platform, loaders }: Context, id: string): Promise<SupplierRow | null> {
  return loaders.byId(SUPPLIERS, (ids) => suppliersById(platform.database.read, ids)).load(id);
}

/** A supplier as anybody may see it; null when there is none of this id. */
export async function loadSupplier(context: Context, id: string): Promise<Supplier | null> {
  const row = await loadSupplierRow(context, id);
  return row && supplierView(row);
}

/** A supplier as staff see it; the caller has checked that staff ask. */
export async function loadStaffSupplier(context: Context, id: string): Promise<StaffSupplier | null> {
  const row = await loadSupplierRow(context, id);
  return row && staffSupplierView(row);
}

function supplierView(row: SupplierRow): Supplier {
  return publicView(row.id, row.name, row.createdAt, row);
}

/** Who offers a service, from what the service's own statement reads of it. */
export function supplierOfService(service: EffectiveService): Supplier {
  return publicView(service.supplierId, service.supplierName, service.joinedAt, service);
}

type Known = RatingSums &
  Pick<SupplierRow, "introduction" | "completedCount"> & { readonly regions: readonly string[] };

function publicView(id: string, name: string, joinedAt: number, known: Known): Supplier {
  const { introduction, completedCount } = known;
  const regions = known.regions.map(regionOf);
  return { id, name, introduction, regions, rating: averages(known), completedCount, joinedAt };
}

export function staffSupplierView(row: SupplierRow): StaffSupplier {
  return { ...row, regions: row.regions.map(regionOf), rating: averages(row) };
}

/** A region by its code, for edges downstream. */
export const regionView = (code: string): Region => regionOf(code);

@Resolver()
export class SupplierResolver {
  @Allow(anyone)
  @Query(() => Supplier, { nullable: true, description: "A supplier's public page; null when there is none." })
  supplier(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the supplier." }) id: string,
  ): Promise<Supplier | null> {
    return loadSupplier(context, id);
  }
}
