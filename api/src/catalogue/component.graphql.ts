import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { type ComponentWithItem, componentsOf } from "./catalogue.store.js";
import { type CollectionMode, collectionModes } from "./collection.js";
import { ServiceItem } from "./item.graphql.js";
import { type Eligible, type QuantityKind, quantityKinds } from "./product.js";

export const QuantityKindEnum = enumOf(quantityKinds);
registerEnumType(QuantityKindEnum, {
  name: "QuantityKind",
  description:
    "FIXED: the product says how much; INPUT: the customer does, by a number; FORMULA: worked out from what is told.",
});
export const EligibleKindEnum = enumOf<Eligible["kind"]>(["ALL", "LIST", "LEVEL"]);
registerEnumType(EligibleKindEnum, {
  name: "EligibleKind",
  description: "Which of the suppliers that can do an item may do a component: all, those listed, or from a level on.",
});

export const CollectionModeEnum = enumOf(collectionModes);
registerEnumType(CollectionModeEnum, {
  name: "CollectionMode",
  description:
    "OWN_SALE: the platform sells; SUB_MERCHANT, CUSTODY: the supplier sells, the platform collects for it through a licensed channel or a bank; DIRECT: the supplier sells and collects.",
});

@ObjectType({ description: "Which of the suppliers that can do an item may do a component." })
class EligibleSuppliers {
  readonly supplierIds: readonly string[];

  @Field(() => EligibleKindEnum, { description: "How they are told." })
  kind: Eligible["kind"];

  @Field(() => Int, { nullable: true, description: "The least level, 1 to 5, for LEVEL." })
  minLevel: number | null;
}

@ObjectType({ implements: Node, description: "One service item in a product." })
export class ProductComponent extends Node {
  readonly itemId: string;
  readonly versionId: string;
  readonly eligible: Eligible;

  @Field(() => ServiceItem, { description: "The work." })
  item: ServiceItem;

  @Field(() => Boolean, { description: "Whether it is always part of the order." })
  required: boolean;

  @Field(() => Boolean, { description: "Whether it is chosen before the customer chooses." })
  selectedByDefault: boolean;

  @Field(() => QuantityKindEnum, { description: "Who says how much." })
  quantityKind: QuantityKind;

  @Field(() => Float, {
    nullable: true,
    description: "How much; for INPUT and FORMULA what is assumed before the customer has told.",
  })
  quantity: number | null;

  @Field(() => String, { nullable: true, description: "Code of the number that says how much, for INPUT." })
  quantityInput: string | null;

  @Field(() => String, { nullable: true, description: "Expression over the answers that says how much, for FORMULA." })
  quantityFormula: string | null;

  @Field(() => String, { nullable: true, description: "Code of the either-or group it is one of." })
  choiceGroup: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the formula that prices it; null for sale price times quantity.",
  })
  priceFormula: string | null;

  @Field(() => Int, { description: "From 1: one more than the latest stage it depends on." })
  stage: number;

  @Field(() => Int, { description: "Place in the version, from 1." })
  position: number;

  @Field(() => [Int], { description: "Positions of what must be accepted before it starts." })
  dependsOn: readonly number[];

  @Field(() => Int, { description: "Hours to wait after the last of them was accepted." })
  lagHours: number;

  @Field(() => CollectionModeEnum, { description: "How it is sold." })
  collectionMode: CollectionMode;

  @Field(() => MoneyScalar, { description: "Part of one unit's price that is passed on to an office." })
  officialFee: Fen;

  readonly commissionRate: number;
  readonly commissionRefundable: boolean;
}

const COMPONENTS = Symbol("product components");

/** A version's components in order, in one statement for all versions that a request asks for. */
export async function loadComponents({ platform, loaders }: Context, versionId: string): Promise<ComponentWithItem[]> {
  const rows = await loaders.byId(COMPONENTS, (ids) => componentsOf(platform.database.read, ids)).load(versionId);
  return rows ?? [];
}

@Resolver(() => ProductComponent)
export class ProductComponentResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: "What the platform keeps when the supplier sells, in hundredths of a per cent; for staff alone.",
  })
  commissionRate(@Parent() component: ProductComponent, @Ctx() { viewer }: Context): number | null {
    return viewer.kind === "staff" ? component.commissionRate : null;
  }

  @FieldResolver(() => Boolean, { nullable: true, description: "Whether a refund gives it back; for staff alone." })
  commissionRefundable(@Parent() component: ProductComponent, @Ctx() { viewer }: Context): boolean | null {
    return viewer.kind === "staff" ? Boolean(component.commissionRefundable) : null;
  }

  @FieldResolver(() => EligibleSuppliers, { description: "Which suppliers may do it." })
  eligible(@Parent() { eligible }: ProductComponent): EligibleSuppliers {
    const supplierIds = eligible.kind === "LIST" ? eligible.supplierIds : [];
    return { kind: eligible.kind, minLevel: eligible.kind === "LEVEL" ? eligible.minLevel : null, supplierIds };
  }
}

@Resolver(() => EligibleSuppliers)
export class EligibleSuppliersResolver {
  @FieldResolver(() => [Supplier], { description: "The suppliers, for LIST; empty for the others." })
  async suppliers(@Parent() { supplierIds }: EligibleSuppliers, @Ctx() context: Context): Promise<Supplier[]> {
    const suppliers = await Promise.all(supplierIds.map((id) => loadSupplier(context, id)));
    return suppliers.filter((supplier) => supplier !== null);
  }
}
