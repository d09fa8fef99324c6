import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { policyOn } from "../platform/policies.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { isWriter } from "../platform/writers.js";
import { type ProductState, productLife } from "./product.js";
import { productById, staffProductPage, versionsOfProducts } from "./product.store.js";
import { loadVersion, ProductVersion, versionView } from "./version.graphql.js";
import { stateOfVersion, versionLife } from "./version-life.js";

const ProductStateEnum = { DRAFT: "DRAFT", PUBLISHED: "PUBLISHED", ARCHIVED: "ARCHIVED" } as const;
registerEnumType(ProductStateEnum, {
  name: "ProductState",
  description: "DRAFT until first published; a PUBLISHED product stays so while its next version is drafted.",
});

@ObjectType({ implements: Node, description: "A product as staff see it." })
export class StaffProduct extends Node {
  readonly publishedVersionId: string | null;
  readonly draftVersionId: string | null;

  @Field(() => String, { description: "What addresses name it by; fixed once published." })
  slug: string;

  @Field(() => String, { description: "Title of the published version, or of the draft before." })
  title: string;

  @Field(() => ProductStateEnum, { description: "Whether it is on sale." })
  state: ProductState;

  @Field(() => Boolean, { description: "Whether the shop shows it: published, and somebody can do what is required." })
  listed: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when its draft waits for review." })
  submittedAt: number | null;

  @Field(() => Int, { description: "How often it was sold." })
  soldCount: number;

  @Field(() => Int, { description: "Send it back when you publish or archive; a saved draft moves it too." })
  version: number;
}

const OF_PRODUCT = Symbol("versions of products");

const StaffProductConnection = connectionType("StaffProduct", () => StaffProduct);

@Resolver(() => StaffProduct)
export class StaffProductResolver {
  @Allow(staffWith("catalogue.read"))
  @Query(() => StaffProductConnection, { description: "Products of every state, newest first." })
  async staffProducts(
    @Ctx() { platform }: Context,
    @Arg("state", () => ProductStateEnum, { nullable: true, description: "Only these." }) state?: ProductState | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the title or address." }) search?:
      | string
      | null,
    @Arg("inReview", () => Boolean, { nullable: true, description: "Only those whose draft waits for review." })
    inReview?: boolean | null,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100; 20 without." }) first?:
      | number
      | null,
    @Arg("after", () => String, { nullable: true, description: "A cursor of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<StaffProduct>> {
    const filter = { state: state ?? null, search: search ?? null, inReview: inReview ?? false };
    return toConnection(
      await staffProductPage(platform.database.read, filter, pageRequest(first, after)),
      (row) => row,
    );
  }

  @Allow(staffWith("catalogue.read"))
  @Query(() => StaffProduct, { nullable: true, description: "One product; null when there is none." })
  async staffProduct(
    @Ctx() { platform }: Context,
    @Arg("id", () => ID, { description: "Of the product." }) id: string,
  ): Promise<StaffProduct | null> {
    return (await productById(platform.database.read, id)) ?? null;
  }

  @FieldResolver(() => ProductVersion, { nullable: true, description: "The version on sale, or last on sale." })
  async published(
    @Parent() { publishedVersionId }: StaffProduct,
    @Ctx() context: Context,
  ): Promise<ProductVersion | null> {
    return publishedVersionId ? loadVersion(context, publishedVersionId) : null;
  }

  @FieldResolver(() => ProductVersion, {
    nullable: true,
    description: "The version being written; null when there is none.",
  })
  async draft(@Parent() { draftVersionId }: StaffProduct, @Ctx() context: Context): Promise<ProductVersion | null> {
    return draftVersionId ? loadVersion(context, draftVersionId) : null;
  }

  @FieldResolver(() => [ProductVersion], { description: "Its versions, newest first, at most 50." })
  async versions(@Parent() { id }: StaffProduct, @Ctx() { platform, loaders }: Context): Promise<ProductVersion[]> {
    const rows = await loaders.byId(OF_PRODUCT, (ids) => versionsOfProducts(platform.database.read, ids)).load(id);
    return (rows ?? []).slice(0, 50).map(versionView);
  }

  @FieldResolver(() => [String], {
    description: "What you may do with it now: EDIT, SUBMIT, WITHDRAW, PUBLISH, RETURN, ARCHIVE, CLONE.",
  })
  async availableActions(@Parent() product: StaffProduct, @Ctx() context: Context): Promise<string[]> {
    const draft = product.draftVersionId ? await loadVersion(context, product.draftVersionId) : null;
    const fourEyes = await policyOn(context.platform.database.read, "catalogue.four-eyes");
    const publishable =
      !fourEyes || (draft !== null && draft.submittedAt !== null && !(await isWriter(context, draft.id)));
    return actionsOf(context.viewer, product, draft, publishable);
  }
}

/** What this person may do with a product: the lives of the product and of its draft, and the person's rights. */
function actionsOf(
  viewer: Viewer,
  product: StaffProduct,
  draft: ProductVersion | null,
  publishable: boolean,
): string[] {
  const [writes, publishes] = [holds(viewer, "catalogue.manage"), holds(viewer, "catalogue.publish")];
  const verbs = draft ? versionLife.verbs(stateOfVersion(draft, null)) : [];
  const actions: readonly (readonly [string, boolean])[] = [
    ["EDIT", writes && productLife.allows(product.state, "EDIT") && (draft === null || verbs.includes("EDIT"))],
    ["SUBMIT", writes && verbs.includes("SUBMIT")],
    ["WITHDRAW", writes && verbs.includes("WITHDRAW")],
    ["PUBLISH", publishes && verbs.includes("PUBLISH") && productLife.allows(product.state, "PUBLISH") && publishable],
    ["RETURN", publishes && verbs.includes("RETURN")],
    ["ARCHIVE", publishes && productLife.allows(product.state, "ARCHIVE")],
    ["CLONE", writes],
  ];
  return actions.filter(([, may]) => may).map(([action]) => action);
}
