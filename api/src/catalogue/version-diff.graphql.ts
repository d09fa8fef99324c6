import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { loadSupplier } from "../suppliers/supplier.graphql.js";
import type { ProductVersionRow } from "./catalogue.store.js";
import { loadComponents } from "./component.graphql.js";
import { loadCategory } from "./item.graphql.js";
import { versionsOf } from "./product.store.js";
import { StaffProduct } from "./staff-product.graphql.js";
import {
  type Compared,
  type Difference,
  type DifferenceArea,
  type DifferenceKind,
  differenceAreas,
  differenceKinds,
  differences,
} from "./version-diff.js";

const DifferenceAreaEnum = enumOf(differenceAreas);
registerEnumType(DifferenceAreaEnum, {
  name: "VersionDifferenceArea",
  description: "Which part of a product a difference is in.",
});
const DifferenceKindEnum = enumOf(differenceKinds);
registerEnumType(DifferenceKindEnum, {
  name: "VersionDifferenceKind",
  description: "Whether it came, went or says something else.",
});

@ObjectType({ description: "One thing that two versions of a product say differently." })
class VersionDifference implements Difference {
  @Field(() => DifferenceAreaEnum, { description: "Which part of the product." })
  area: DifferenceArea;

  @Field(() => DifferenceKindEnum, { description: "What became of it." })
  kind: DifferenceKind;

  @Field(() => String, {
    nullable: true,
    description: "What it is about: an item's name, a question's code; null for the version itself.",
  })
  subject: string | null;

  @Field(() => String, { nullable: true, description: "Which of its sides; null when the whole came or went." })
  field: string | null;

  @Field(() => String, { nullable: true, description: "What the former says." })
  before: string | null;

  @Field(() => String, { nullable: true, description: "What the latter says." })
  after: string | null;
}

@Resolver(() => StaffProduct)
export class VersionDiffResolver {
  @FieldResolver(() => [VersionDifference], {
    nullable: true,
    description:
      "What changes from one of its versions to another: from what is on sale to the draft unless told. Null without two.",
  })
  async differences(
    @Parent() product: StaffProduct,
    @Ctx() context: Context,
    @Arg("fromId", () => ID, { nullable: true, description: "The former version." }) fromId?: string | null,
    @Arg("toId", () => ID, { nullable: true, description: "The latter version." }) toId?: string | null,
  ): Promise<Difference[] | null> {
    const [from, to] = [fromId ?? product.publishedVersionId, toId ?? product.draftVersionId];
    if (from === null || to === null) return null;
    const versions = await versionsOf(context.platform.database.read, product.id);
    const [before, after] = [from, to].map((id) => versions.find((version) => version.id === id));
    if (!before || !after) return null;
    return differences(await comparedOf(context, before), await comparedOf(context, after));
  }
}

async function comparedOf(context: Context, row: ProductVersionRow): Promise<Compared> {
  const components = await loadComponents(context, row.id);
  const ids = components.flatMap(({ eligible }) => (eligible.kind === "LIST" ? eligible.supplierIds : []));
  const suppliers = await Promise.all([...new Set(ids)].map((id) => loadSupplier(context, id)));
  const supplierNames = new Map(suppliers.flatMap((supplier) => (supplier ? [[supplier.id, supplier.name]] : [])));
  const { name: categoryName } = await loadCategory(context, row.categoryId);
  return { version: { ...row, categoryName }, components, supplierNames };
}
