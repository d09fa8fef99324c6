import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, anyone, staffWith } from "../platform/policy.js";
import { holds } from "../platform/viewer.js";
import { loadStaffServicesOfItem, StaffService } from "../suppliers/service.graphql.js";
import { type ItemState, itemLife } from "./item.js";
import type { ServiceItemRow } from "./item.store.js";
import {
  activeItems,
  allCategories,
  itemById,
  itemPage,
  itemsById,
  listedPerCategory,
  publishedUses,
} from "./item.store.js";

const ItemStateEnum = { DRAFT: "DRAFT", ACTIVE: "ACTIVE", RETIRED: "RETIRED" } as const;
registerEnumType(ItemStateEnum, {
  name: "ItemState",
  description: "Suppliers offer and products contain ACTIVE items only.",
});

@ObjectType({ implements: Node, description: "A part of the shop." })
export class Category extends Node {
  @Field(() => String, { description: "What addresses name it by." })
  slug: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => String, { description: "Name of a built-in drawing." })
  icon: string;
}

@ObjectType({ description: "One step of the work that a supplier reports." })
export class Milestone {
  @Field(() => String, { description: "Stable name for programs, its own within the item." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => Int, { description: "Per cent of the whole item; an item's weights sum to 100." })
  weight: number;

  @Field(() => Int, { description: "How many photos a report of it needs." })
  minPhotos: number;
}

@ObjectType({ implements: Node, description: "A piece of work that suppliers can do and products are made of." })
export class ServiceItem extends Node {
  readonly categoryId: string;
  readonly requiredCertificates: readonly string[] | null;

  @Field(() => String, { description: "Stable name for programs and spreadsheets." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => String, { description: "What is counted, such as 次, ㎡ or 月." })
  unit: string;

  @Field(() => String, { description: "What the work is." })
  description: string;

  @Field(() => ItemStateEnum, { description: "Whether it can be offered." })
  state: ItemState;

  @Field(() => [Milestone], { description: "The steps of the work in order." })
  milestones: Milestone[];

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@ObjectType({ implements: Node, description: "A service item as staff see it; its id is the item's." })
export class StaffServiceItem extends Node {
  @Field(() => ServiceItem, { description: "The item." })
  item: ServiceItem;
}

const StaffServiceItemConnection = connectionType("StaffServiceItem", () => StaffServiceItem);

const ITEMS = Symbol("service items");
const CATEGORIES = Symbol("categories");
const LISTED = Symbol("listed products per category");
const USES = Symbol("uses of items");

/** A service item, in one statement for all that a request asks for. */
export async function loadItem({ platform, loaders }: Context, id: string): Promise<ServiceItem> {
  return found(await loaders.byId(ITEMS, (ids) => itemsById(platform.database.read, ids)).load(id));
}

/** A category. There are few, so the first asked for brings them all. */
export async function loadCategory({ platform, loaders }: Context, id: string): Promise<Category> {
  const all = loaders.byId(CATEGORIES, async () => {
    const rows = await allCategories(platform.database.read);
    return new Map(rows.map((row) => [row.id, row]));
  });
  return found(await all.load(id));
}

export const staffItemView = (row: ServiceItemRow): StaffServiceItem => ({ id: row.id, item: row });

@Resolver(() => Category)
export class CategoryResolver {
  @Allow(anyone)
  @Query(() => [Category], { description: "The parts of the shop in their order." })
  categories(@Ctx() { platform }: Context): Promise<Category[]> {
    return allCategories(platform.database.read);
  }

  @FieldResolver(() => Int, { description: "How many products are sold in it now." })
  async productCount(@Parent() category: Category, @Ctx() { platform, loaders }: Context): Promise<number> {
    return (await loaders.byId(LISTED, () => listedPerCategory(platform.database.read)).load(category.id)) ?? 0;
  }
}

@Resolver(() => ServiceItem)
export class ServiceItemResolver {
  @Allow(anyone)
  @Query(() => [ServiceItem], { description: "Active items, by code; at most 200, so narrow the search." })
  serviceItems(
    @Ctx() { platform }: Context,
    @Arg("search", () => String, { nullable: true, description: "Part of the name or code." }) search?: string | null,
    @Arg("categoryId", () => ID, { nullable: true, description: "Only of this category." }) categoryId?: string | null,
  ): Promise<ServiceItem[]> {
    return activeItems(platform.database.read, { search: search ?? null, categoryId: categoryId ?? null });
  }

  @FieldResolver(() => Category, { description: "Where it belongs." })
  category(@Parent() item: ServiceItem, @Ctx() context: Context): Promise<Category> {
    return loadCategory(context, item.categoryId);
  }

  @FieldResolver(() => [String], { description: "Kinds of certificates that whoever does it must hold." })
  requiredCertificates(@Parent() item: ServiceItem): readonly string[] {
    return item.requiredCertificates ?? [];
  }
}

@Resolver(() => StaffServiceItem)
export class StaffServiceItemResolver {
  @Allow(staffWith("catalogue.read"))
  @Query(() => StaffServiceItemConnection, { description: "Service items of every state, newest first." })
  async staffServiceItems(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the name or code." }) search?: string | null,
  ): Promise<ConnectionOf<StaffServiceItem>> {
    const page = await itemPage(platform.database.read, search ?? null, pageRequest(first, after));
    return toConnection(page, staffItemView);
  }

  @Allow(staffWith("catalogue.read"))
  @Query(() => StaffServiceItem, { nullable: true, description: "One service item; null when there is none." })
  async staffServiceItem(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the item." }) id: string,
  ): Promise<StaffServiceItem | null> {
    const row = await itemById(platform.database.read, id);
    return row ? staffItemView(row) : null;
  }

  @FieldResolver(() => [StaffService], { description: "Who can do it, cheapest first; empty without suppliers.read." })
  async offers(@Parent() { id }: StaffServiceItem, @Ctx() context: Context): Promise<StaffService[]> {
    return holds(context.viewer, "suppliers.read") ? loadStaffServicesOfItem(context, id) : [];
  }

  @FieldResolver(() => Int, { description: "In how many published products it is." })
  async usedInProducts(@Parent() { id }: StaffServiceItem, @Ctx() { platform, loaders }: Context): Promise<number> {
    return (await loaders.byId(USES, (ids) => publishedUses(platform.database.read, ids)).load(id)) ?? 0;
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: EDIT, ACTIVATE, RETIRE." })
  availableActions(@Parent() { item }: StaffServiceItem, @Ctx() { viewer }: Context): string[] {
    return holds(viewer, "catalogue.manage") ? itemLife.verbs(item.state) : [];
  }
}
