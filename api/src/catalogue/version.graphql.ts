import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { regionOf } from "../suppliers/region.js";
import { Region } from "../suppliers/supplier.graphql.js";
import { type ProductVersionRow, versionsById } from "./catalogue.store.js";
import { type Party, parties } from "./collection.js";
import { loadComponents, ProductComponent } from "./component.graphql.js";
import { Category, loadCategory } from "./item.graphql.js";
import {
  type InputKind,
  type InstalmentNature,
  type InstalmentTrigger,
  inputKinds,
  instalmentNatures,
  instalmentTriggers,
  type OverdueAction,
  overdueActions,
  type PlanStepSpec,
  type ProductInputSpec,
  type SaleMode,
  type SupplierChoice,
  saleModes,
  supplierChoices,
} from "./product.js";
import { productsById } from "./product.store.js";
import { readChecklist } from "./read-checklist.flow.js";
import { stateOfVersion, type VersionState, versionStates } from "./version-life.js";

export const PartyEnum = enumOf(parties);
registerEnumType(PartyEnum, { name: "Party", description: "The platform, or the supplier who does the work." });
export const InputKindEnum = enumOf(inputKinds);
registerEnumType(InputKindEnum, {
  name: "InputKind",
  description: "What kind of answer a product asks the customer for.",
});
export const SupplierChoiceEnum = enumOf(supplierChoices);
registerEnumType(SupplierChoiceEnum, {
  name: "SupplierChoice",
  description:
    "Who chooses the suppliers: CUSTOMER for each component, CUSTOMER_PER_PRODUCT one for everything, or the PLATFORM.",
});
export const SaleModeEnum = enumOf(saleModes);
registerEnumType(SaleModeEnum, {
  name: "SaleMode",
  description:
    "FIXED and FORMULA have a price at once; QUOTE_ONLY is asked for by an inquiry, BIDDING by a competition.",
});
export const InstalmentNatureEnum = enumOf(instalmentNatures);
registerEnumType(InstalmentNatureEnum, {
  name: "InstalmentNature",
  description: "What an instalment is in law: DEPOSIT is 定金, at most a fifth of the price; RETENTION is 质保金.",
});
export const InstalmentTriggerEnum = enumOf(instalmentTriggers);
registerEnumType(InstalmentTriggerEnum, {
  name: "InstalmentTrigger",
  description: "What makes an instalment due; AFTER_DAYS counts from acceptance.",
});
export const OverdueActionEnum = enumOf(overdueActions);
registerEnumType(OverdueActionEnum, {
  name: "OverdueAction",
  description: "What happens to the work while an instalment is overdue.",
});

const VersionStateEnum = enumOf(versionStates);
registerEnumType(VersionStateEnum, {
  name: "VersionState",
  description: "DRAFT is written on; IN_REVIEW waits for a second person; PUBLISHED is on sale; SUPERSEDED was.",
});

@ObjectType({ description: "Something the customer tells when buying." })
export class ProductInput implements ProductInputSpec {
  @Field(() => String, { description: "Stable name for programs, its own within the product." })
  code: string;

  @Field(() => String, { description: "The question." })
  label: string;

  @Field(() => String, { description: "The question in English." })
  labelEn: string;

  @Field(() => InputKindEnum, { description: "What kind of answer." })
  kind: InputKind;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit: string | null;

  @Field(() => Boolean, { description: "Whether it must be answered." })
  required: boolean;

  @Field(() => Float, { nullable: true, description: "Least number." })
  min: number | null;

  @Field(() => Float, { nullable: true, description: "Greatest number." })
  max: number | null;

  @Field(() => [String], { description: "What can be chosen; empty unless CHOICE." })
  options: string[];

  @Field(() => String, { nullable: true, description: "What helps to answer." })
  hint: string | null;
}

@ObjectType({ description: "One instalment of a product's payment plan." })
export class PlanStep implements PlanStepSpec {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => Int, { description: "Share of the total in hundredths of a per cent; a plan sums to 10,000." })
  shareBasisPoints: number;

  @Field(() => InstalmentNatureEnum, { description: "What it is in law." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, {
    nullable: true,
    description: "Days after acceptance for AFTER_DAYS, after the order for ON_DATE without a fixed day.",
  })
  afterDays: number | null;

  @Field(() => String, { nullable: true, description: "The fixed day of ON_DATE, such as 2026-12-01." })
  dueDay?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the milestone, for ON_MILESTONE." })
  milestone?: string | null;

  @Field(() => Int, { nullable: true, description: "Position of the component whose milestone it is; null for any." })
  componentPosition?: number | null;

  @Field(() => Int, { nullable: true, description: "Days it may be late before it counts as overdue." })
  graceDays?: number;

  @Field(() => OverdueActionEnum, { nullable: true, description: "What happens to the work while it is overdue." })
  overdueAction?: OverdueAction;

  @Field(() => PartyEnum, { nullable: true, description: "Who collects it; the platform when it says nothing." })
  collector?: Party;

  @Field(() => Boolean, { description: "Work begins once it is paid." })
  gate: boolean;
}

@ObjectType({ description: "Components of which the customer takes some: either-or is one of each." })
export class ChoiceGroup {
  @Field(() => String, { description: "Stable name, its own within the product." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => Int, { description: "How many must be taken at least." })
  min: number;

  @Field(() => Int, { description: "How many may be taken." })
  max: number;
}

@ObjectType({ description: "Something that must hold before a draft is published." })
export class PublishGuard {
  @Field(() => String, { description: "Which." })
  code: string;

  @Field(() => Boolean, { description: "Whether it holds." })
  passed: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What is missing: names of fields, items, regions; null when it holds.",
  })
  detail: string | null;
}

@ObjectType({ implements: Node, description: "One version of a product. A published one never changes." })
export class ProductVersion extends Node {
  readonly productId: string;
  readonly categoryId: string;
  readonly galleryFileIds: readonly string[];
  readonly submitterId: string | null;
  readonly reviewerId: string | null;

  @Field(() => Int, { description: "From 1." })
  number: number;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => String, { description: "Its title in English." })
  titleEn: string;

  @Field(() => String, { description: "One sentence for lists." })
  summary: string;

  @Field(() => String, { description: "All there is to say." })
  description: string;

  @Field(() => String, { nullable: true, description: "Name of the built-in drawing shown without photos." })
  picture: string | null;

  @Field(() => [ProductInput], { description: "What the customer is asked." })
  inputs: ProductInputSpec[];

  @Field(() => [PlanStep], { description: "In which instalments it is paid." })
  plan: PlanStepSpec[];

  @Field(() => String, { nullable: true, description: "Code of the plan template the plan was copied from." })
  planTemplate: string | null;

  @Field(() => SaleModeEnum, { description: "How it is sold." })
  saleMode: SaleMode;

  @Field(() => SupplierChoiceEnum, { description: "Who chooses the suppliers." })
  supplierChoice: SupplierChoice;

  @Field(() => [ChoiceGroup], { description: "Its either-or groups." })
  choiceGroups: ChoiceGroup[];

  @Field(() => String, { nullable: true, description: "Code of the contract to be signed before work begins." })
  contractTemplate: string | null;

  @Field(() => [Region], { description: "Where it is meant to be sold." })
  regions: Region[];

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  createdAt: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was handed in for review; null while it is written.",
  })
  submittedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why it was given back last; null unless it was." })
  returnReason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was published; null for a draft." })
  publishedAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit of the draft." })
  version: number;
}

const VERSIONS = Symbol("product versions");
const CHECKLISTS = Symbol("checklists of versions");
const PRODUCTS = Symbol("products of versions");

export async function loadVersion({ platform, loaders }: Context, id: string): Promise<ProductVersion | null> {
  const row = await loaders.byId(VERSIONS, (ids) => versionsById(platform.database.read, ids)).load(id);
  return row && versionView(row);
}

export function versionView(row: ProductVersionRow): ProductVersion {
  const { gallery: galleryFileIds, ...rest } = row;
  return { ...rest, galleryFileIds, regions: row.regions.map(regionOf), choiceGroups: row.choiceGroups ?? [] };
}

@Resolver(() => ProductVersion)
export class ProductVersionResolver {
  @FieldResolver(() => Category, { description: "Where it stands in the shop." })
  category(@Parent() { categoryId }: ProductVersion, @Ctx() context: Context): Promise<Category> {
    return loadCategory(context, categoryId);
  }

  @FieldResolver(() => [LocalFile], { description: "Photos; the first is the cover." })
  gallery(@Parent() { galleryFileIds }: ProductVersion, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, galleryFileIds);
  }

  @FieldResolver(() => [ProductComponent], { description: "What it is made of, in order." })
  components(@Parent() { id }: ProductVersion, @Ctx() context: Context): Promise<ProductComponent[]> {
    return loadComponents(context, id);
  }

  @FieldResolver(() => [PublishGuard], { description: "What must hold before it is published, as things are now." })
  async guards(@Parent() version: ProductVersion, @Ctx() context: Context): Promise<PublishGuard[]> {
    const { platform, viewer, loaders } = context;
    return (await loaders.byId(CHECKLISTS, (ids) => readChecklist(platform, viewer, ids)).load(version.id)) ?? [];
  }

  @FieldResolver(() => VersionStateEnum, { description: "Where it is in its life." })
  async state(@Parent() version: ProductVersion, @Ctx() { platform, loaders }: Context): Promise<VersionState> {
    const products = loaders.byId(PRODUCTS, (ids) => productsById(platform.database.read, ids));
    const product = await products.load(version.productId);
    return stateOfVersion(version, product?.publishedVersionId ?? null);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who handed it in." })
  submitter(@Parent() { submitterId }: ProductVersion, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, submitterId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Who published it, or gave it back last." })
  reviewer(@Parent() { reviewerId }: ProductVersion, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, reviewerId);
  }
}

async function nameOf(context: Context, accountId: string | null): Promise<string | null> {
  return accountId === null ? null : ((await loadAccount(context, accountId))?.displayName ?? null);
}
