import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { activateServiceItem } from "./activate-service-item.flow.js";
import { Category, StaffServiceItem, staffItemView } from "./item.graphql.js";
import { categoryById, itemById } from "./item.store.js";
import { retireServiceItem } from "./retire-service-item.flow.js";
import { saveCategory } from "./save-category.flow.js";
import { saveServiceItem } from "./save-service-item.flow.js";

@InputType({ description: "One step of the work." })
class MilestoneInput {
  @Field(() => String, { description: "Stable name for programs, its own within the item." })
  code: string;

  @Field(() => String, { description: "Its name, at most 40 characters." })
  name: string;

  @Field(() => Int, { description: "Per cent of the whole item, at least 1; an item's weights sum to 100." })
  weight: number;

  @Field(() => Int, { description: "How many photos a report of it needs, 0 to 9." })
  minPhotos: number;
}

@InputType({ description: "A service item, whole." })
class SaveServiceItemInput {
  @Field(() => ID, { nullable: true, description: "Of the item to change; without it a new one is made." })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: "The version you have seen; with an id only." })
  version?: number | null;

  @Field(() => String, { description: "Stable name: capitals, digits, dashes and underscores." })
  code: string;

  @Field(() => String, { description: "Its name, at most 60 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 100 characters." })
  nameEn: string;

  @Field(() => String, { description: "What is counted, at most 10 characters." })
  unit: string;

  @Field(() => String, { description: "What the work is, at most 2,000 characters." })
  description: string;

  @Field(() => ID, { description: "Where it belongs." })
  categoryId: string;

  @Field(() => [MilestoneInput], { description: "The steps of the work, 1 to 20." })
  milestones: MilestoneInput[];

  @Field(() => [String], {
    nullable: true,
    description: "Kinds of certificates that whoever does it must hold, at most 10; none without.",
  })
  requiredCertificates?: string[] | null;
}

@InputType({ description: "Which item to put to use." })
class ActivateServiceItemInput {
  @Field(() => ID, { description: "Of the item." })
  itemId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@InputType({ description: "Which item to take out of use." })
class RetireServiceItemInput {
  @Field(() => ID, { description: "Of the item." })
  itemId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@InputType({ description: "A part of the shop, whole." })
class SaveCategoryInput {
  @Field(() => ID, { nullable: true, description: "Of the category to change; without it a new one is made." })
  id?: string | null;

  @Field(() => String, { description: "What addresses name it by: small letters, digits and dashes." })
  slug: string;

  @Field(() => String, { description: "Its name, at most 30 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 60 characters." })
  nameEn: string;

  @Field(() => String, { description: "Name of a built-in drawing." })
  icon: string;

  @Field(() => Int, { description: "Place in the list, from 1." })
  position: number;
}

@ObjectType({ description: "The item as saved." })
class SaveServiceItemPayload extends Payload {
  @Field(() => StaffServiceItem, { nullable: true, description: "As it is now." })
  item?: StaffServiceItem | null;
}

@ObjectType({ description: "The item after it." })
class ActivateServiceItemPayload extends Payload {
  @Field(() => StaffServiceItem, { nullable: true, description: "As it is now." })
  item?: StaffServiceItem | null;
}

@ObjectType({ description: "The item after it." })
class RetireServiceItemPayload extends Payload {
  @Field(() => StaffServiceItem, { nullable: true, description: "As it is now." })
  item?: StaffServiceItem | null;
}

@ObjectType({ description: "The category as saved." })
class SaveCategoryPayload extends Payload {
  @Field(() => Category, { nullable: true, description: "As it is now." })
  category?: Category | null;
}

@Resolver()
export class ItemDeedsResolver {
  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SaveCategoryPayload, {
    description: "Adds or changes a part of the shop. Refuses VALIDATION, NOT_FOUND.",
  })
  saveCategory(@Ctx() context: Context, @Arg("input") input: SaveCategoryInput): Promise<SaveCategoryPayload> {
    return settle(async () => {
      const { id = null, ...category } = input;
      const saved = await saveCategory(context.platform, context.viewer, { id, category });
      return { category: found(await categoryById(context.platform.database.read, saved)) };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => SaveServiceItemPayload, {
    description: "Adds or changes an item. Refuses VALIDATION, NOT_FOUND, INVALID_STATE, STALE_VERSION.",
  })
  saveServiceItem(@Ctx() context: Context, @Arg("input") input: SaveServiceItemInput): Promise<SaveServiceItemPayload> {
    return settle(async () => {
      const { id = null, version = null, requiredCertificates, ...spec } = input;
      const item = { ...spec, requiredCertificates: requiredCertificates ?? [] };
      return {
        item: await read(context, await saveServiceItem(context.platform, context.viewer, { id, version, item })),
      };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => ActivateServiceItemPayload, {
    description: "Puts an item to use. Refuses INVALID_STATE, STALE_VERSION.",
  })
  activateServiceItem(
    @Ctx() context: Context,
    @Arg("input") input: ActivateServiceItemInput,
  ): Promise<ActivateServiceItemPayload> {
    return settle(async () => {
      await activateServiceItem(context.platform, context.viewer, input);
      return { item: await read(context, input.itemId) };
    });
  }

  @Allow(staffWith("catalogue.manage"))
  @Mutation(() => RetireServiceItemPayload, {
    description: "Takes an item out of use. Refuses ITEM_IN_USE, INVALID_STATE, STALE_VERSION.",
  })
  retireServiceItem(
    @Ctx() context: Context,
    @Arg("input") input: RetireServiceItemInput,
  ): Promise<RetireServiceItemPayload> {
    return settle(async () => {
      await retireServiceItem(context.platform, context.viewer, input);
      return { item: await read(context, input.itemId) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<StaffServiceItem> {
  return staffItemView(found(await itemById(platform.database.read, id)));
}
