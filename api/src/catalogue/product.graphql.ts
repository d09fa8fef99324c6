import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { pageRequest, toPage } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFiles } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, anyone } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { regionOf } from "../suppliers/region.js";
import { Rating, Region } from "../suppliers/supplier.graphql.js";
import { averages } from "../suppliers/supplier.js";
import { loadComponents, ProductComponent } from "./component.graphql.js";
import { Category } from "./item.graphql.js";
import { categoryBySlug } from "./item.store.js";
import type {
  ChoiceGroup as ChoiceGroupSpec,
  PlanStepSpec,
  ProductInputSpec,
  SaleMode,
  SupplierChoice,
} from "./product.js";
import { filterOf, ProductNarrowingInput } from "./search-facets.graphql.js";
import { type ProductSort, type ShopProduct, shopPage, shopProductBySlug, shopSearch } from "./shop.store.js";
import { ChoiceGroup, PlanStep, ProductInput, SaleModeEnum, SupplierChoiceEnum } from "./version.graphql.js";

const ProductSortEnum = {
  RECOMMENDED: "RECOMMENDED",
  PRICE: "PRICE",
  RATING: "RATING",
  NEWEST: "NEWEST",
} as const;
registerEnumType(ProductSortEnum, {
  name: "ProductSort",
  description: "RECOMMENDED: by marks and sales, or by fit when searching; PRICE: cheapest first; RATING: best first.",
});

@ObjectType({ implements: Node, description: "A product as the shop shows it." })
export class Product extends Node {
  @Field(() => String, { description: "What addresses name it by." })
  slug: string;

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

  @Field(() => Int, { description: "Which version is on sale." })
  versionNumber: number;

  @Field(() => ID, { description: "Id of the version on sale; orders keep it." })
  versionId: string;

  @Field(() => SaleModeEnum, { description: "How it is sold: at a price, by inquiry or by competition." })
  saleMode: SaleMode;

  @Field(() => SupplierChoiceEnum, { description: "Who chooses the suppliers." })
  supplierChoice: SupplierChoice;

  @Field(() => MoneyScalar, {
    description: "The least it can cost: what is required, from the cheapest, in the assumed quantity.",
  })
  priceFrom: number;

  @Field(() => Int, { description: "How many suppliers can do part of it." })
  supplierCount: number;

  @Field(() => Int, { description: "How often it was sold." })
  soldCount: number;
}

const ProductConnection = connectionType("Product", () => Product);

@Resolver(() => Product)
export class ProductResolver {
  @Allow(anyone)
  @Query(() => ProductConnection, { description: "What is on sale. A search shows at most 200 products." })
  async products(
    @Ctx() { platform }: Context,
    @Arg("categorySlug", () => String, { nullable: true, description: "Only of this category." }) categorySlug?:
      | string
      | null,
    @Arg("search", () => String, { nullable: true, description: "Words, Chinese or English." }) search?: string | null,
    @Arg("regionCode", () => String, { nullable: true, description: "Only what can be done there now." })
    regionCode?: string | null,
    @Arg("sort", () => ProductSortEnum, { nullable: true, description: "RECOMMENDED without." })
    sort?: ProductSort | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
    @Arg("narrowing", () => ProductNarrowingInput, { nullable: true, description: "Price, marks, way of selling." })
    narrowing?: ProductNarrowingInput | null,
    @Arg("literal", () => Boolean, { nullable: true, description: "Take the words as they are, typos and all." })
    literal?: boolean | null,
  ): Promise<ConnectionOf<ShopProduct>> {
    const request = pageRequest(first, after);
    const sql = platform.database.read;
    const category = categorySlug ? await categoryBySlug(sql, categorySlug) : undefined;
    if (categorySlug && !category) return toConnection(toPage<ShopProduct>([], request, () => 0));
    const filter = { ...filterOf(narrowing, regionCode), categoryId: category?.id ?? null };
    const order = sort ?? "RECOMMENDED";
    const words = search?.trim().slice(0, 100);
    const page = words
      ? await shopSearch(sql, words, filter, order, request, literal ?? false)
      : await shopPage(sql, filter, order, request);
    return toConnection(page);
  }

  @Allow(anyone)
  @Query(() => Product, { nullable: true, description: "A published product; null when there is none of this name." })
  async product(
    @Ctx() { platform }: Context,
    @Arg("slug", () => String, { description: "From the address." }) slug: string,
  ): Promise<ShopProduct | null> {
    return (await shopProductBySlug(platform.database.read, slug)) ?? null;
  }

  @FieldResolver(() => Category, { description: "Where it stands in the shop." })
  category(@Parent() product: ShopProduct): Category {
    return {
      id: product.categoryId,
      slug: product.categorySlug,
      name: product.categoryName,
      nameEn: product.categoryNameEn,
      icon: product.categoryIcon,
    };
  }

  @FieldResolver(() => Rating, { description: "What customers think of it." })
  rating(@Parent() product: ShopProduct): Rating {
    return averages(product);
  }

  @FieldResolver(() => [ProductInput], { description: "What the customer is asked." })
  inputs(@Parent() { inputs }: ShopProduct): ProductInputSpec[] {
    return JSON.parse(inputs) as ProductInputSpec[];
  }

  @FieldResolver(() => Boolean, { description: "Whether a contract is signed before work begins." })
  contractRequired(@Parent() { contractTemplate }: ShopProduct): boolean {
    return contractTemplate !== null;
  }

  @FieldResolver(() => [ChoiceGroup], { description: "Its either-or groups." })
  choiceGroups(@Parent() { choiceGroups }: ShopProduct): ChoiceGroupSpec[] {
    return choiceGroups === null ? [] : (JSON.parse(choiceGroups) as ChoiceGroupSpec[]);
  }

  @FieldResolver(() => [PlanStep], { description: "In which instalments it is paid." })
  plan(@Parent() { plan }: ShopProduct): PlanStepSpec[] {
    return JSON.parse(plan) as PlanStepSpec[];
  }

  @FieldResolver(() => [Region], { description: "Where it can be done now; empty while nobody can." })
  regions(@Parent() { regions }: ShopProduct): Region[] {
    return (JSON.parse(regions) as string[]).map(regionOf);
  }

  @FieldResolver(() => [LocalFile], { description: "Photos; the first is the cover." })
  gallery(@Parent() { gallery }: ShopProduct, @Ctx() context: Context): Promise<LocalFile[]> {
    return loadFiles(context, JSON.parse(gallery) as string[]);
  }

  @FieldResolver(() => [ProductComponent], { description: "What it is made of, in order." })
  components(@Parent() { versionId }: ShopProduct, @Ctx() context: Context): Promise<ProductComponent[]> {
    return loadComponents(context, versionId);
  }
}
