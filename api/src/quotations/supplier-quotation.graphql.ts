import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { Region, regionView } from "../suppliers/supplier.graphql.js";
import type { QuotationState } from "./quotation.js";
import type { QuotationLineRow } from "./quotation.store.js";
import { QuotationLineFields, QuotationStateEnum } from "./quotation-fields.graphql.js";
import { linesOfSupplier, pageOfSupplierVersions, quotationsById } from "./quotation-read.store.js";

@ObjectType({ implements: Node, description: "Your part of a quotation: no customer, no price but your own." })
export class SupplierQuotation extends Node {
  @Field(() => String, { description: "What it is for." })
  title: string;

  @Field(() => Int, { description: "Which version counts now." })
  number: number;

  @Field(() => QuotationStateEnum, { description: "What became of it." })
  state: QuotationState;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  validUntil: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the customer got it." })
  sentAt: number | null;

  quotationId: string;
  regionCode: string;
  ticked: number[] | null;
}

@ObjectType({ implements: Node, description: "One piece of work that a quotation names you for." })
export class SupplierQuotationLine extends QuotationLineFields {
  @Field(() => MoneyScalar, { description: "What you would get for it." })
  costAmount: Fen;

  @Field(() => Boolean, { nullable: true, description: "Whether the customer took it; null before they accepted." })
  taken: boolean | null;
}

const SupplierQuotationConnection = connectionType("SupplierQuotation", () => SupplierQuotation);

const NUMBERS = Symbol("numbers of quotations");
const LINES = Symbol("a supplier's lines of quotations");

@Resolver(() => SupplierQuotation)
export class SupplierQuotationResolver {
  @Allow(supplierMembers("OWNER", "DISPATCHER"))
  @Query(() => SupplierQuotationConnection, { description: "What quotations name you for, newest first." })
  async myQuotedWork(
    @Ctx() { platform, viewer }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<SupplierQuotation>> {
    const supplierId = viewer.kind === "supplier" ? viewer.supplierId : "";
    return toConnection(await pageOfSupplierVersions(platform.database.read, supplierId, pageRequest(first, after)));
  }

  @FieldResolver(() => String, { description: "The quotation's number." })
  async no(@Parent() { quotationId }: SupplierQuotation, @Ctx() { platform, loaders }: Context): Promise<string> {
    const loader = loaders.byId(NUMBERS, (ids) => quotationsById(platform.database.read, ids));
    return (await loader.load(quotationId))?.no ?? "";
  }

  @FieldResolver(() => Region, { description: "Where the work is done." })
  region(@Parent() { regionCode }: SupplierQuotation): Region {
    return regionView(regionCode);
  }

  @FieldResolver(() => [SupplierQuotationLine], { description: "Your own lines." })
  async lines(
    @Parent() { id, ticked }: SupplierQuotation,
    @Ctx() { platform, viewer, loaders }: Context,
  ): Promise<SupplierQuotationLine[]> {
    if (viewer.kind !== "supplier") return [];
    const { supplierId } = viewer;
    const loader = loaders.byId(LINES, (ids) => linesOfSupplier(platform.database.read, supplierId, ids));
    const taken = ({ optional, position }: QuotationLineRow): boolean | null =>
      ticked && (!optional || ticked.includes(position));
    return ((await loader.load(id)) ?? []).map((line) => ({ ...line, taken: taken(line) }));
  }
}
