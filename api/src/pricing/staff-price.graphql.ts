import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from "type-graphql";
import { type Fen, minus, ZERO } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { fingerprint } from "../platform/signing.js";
import { holds } from "../platform/viewer.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { AgreedLineFields, agreedLines } from "./agreed-price.graphql.js";
import { libraryOf } from "./book.store.js";
import { FunderEnum, PriceStep } from "./price.graphql.js";
import type { Funder } from "./rule.js";
import { recomputed, snapshotText } from "./snapshot.js";
import type { PriceSnapshotRow } from "./snapshot.store.js";
import { type PricedBy, versionsOf } from "./versions.store.js";

@ObjectType({ description: "A version of a formula or a rule that a price was worked out with." })
class PricedByVersion {
  @Field(() => ID, { description: "Of the version." })
  id: string;

  @Field(() => String, { description: "Name of the formula or rule." })
  name: string;

  @Field(() => String, { nullable: true, description: "Code of a formula; null for a rule." })
  code: string | null;

  @Field(() => Int, { description: "Number of the version." })
  number: number;
}

@ObjectType({ description: "What one rule or coupon did to a price, with the version that did." })
class StaffPriceEffect {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => MoneyScalar, { description: "What it added; negative when it took off." })
  effect: Fen;

  @Field(() => FunderEnum, { description: "Who funds it." })
  fundedBy: Funder;

  versionId: string;
}

@ObjectType({ description: "One line of a kept price, step by step." })
class StaffPriceLine extends AgreedLineFields {
  @Field(() => MoneyScalar, { description: "Its share of what rules over the whole and the coupon changed." })
  discountShare: Fen;

  @Field(() => MoneyScalar, { description: "The tax that the amount contains." })
  taxAmount: Fen;

  @Field(() => MoneyScalar, { nullable: true, description: "What its supplier gets; null without cost.read." })
  costAmount: Fen | null;

  @Field(() => [PriceStep], { description: "How the amount came about." })
  trace: readonly PriceStep[];

  formulaVersionId: string | null;
}

@ObjectType({ description: "What working a kept price out anew gives." })
class PriceCheck {
  @Field(() => Boolean, { description: "Whether every line, cost and tax is the same to the fen." })
  same: boolean;

  @Field(() => Boolean, { description: "Whether the kept price is as it was written: its fingerprint fits." })
  intact: boolean;

  @Field(() => MoneyScalar, { description: "The total that comes out now." })
  total: Fen;
}

@ObjectType({
  description: "Everything one price was made of, kept for good. Cost and margin are null without cost.read.",
})
export class StaffPrice {
  @Field(() => MoneyScalar, { description: "The sum of the lines." })
  total: Fen;

  @Field(() => MoneyScalar, { description: "The tax that the total contains." })
  tax: Fen;

  @Field(() => Int, { description: "The tax rate in hundredths of a percent." })
  taxRate: number;

  @Field(() => MoneyScalar, { nullable: true, description: "What its suppliers get by this price." })
  cost: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Total less cost." })
  margin: Fen | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the margin was below the floor of that day." })
  belowFloor: boolean | null;

  @Field(() => [StaffPriceLine], { description: "What it is for." })
  lines: readonly StaffPriceLine[];

  @Field(() => [StaffPriceEffect], { description: "The rules that counted, in order." })
  rules: readonly StaffPriceEffect[];

  @Field(() => [StaffPriceEffect], { description: "The coupon, if one was used." })
  coupons: readonly StaffPriceEffect[];

  @Field(() => String, { description: "Fingerprint of everything it was made of." })
  hash: string;

  @Field(() => DateTimeScalar, { description: "When it was kept." })
  createdAt: number;

  readonly snapshot: PriceSnapshotRow;
}

/** A kept price as staff see it. */
export function staffPrice(snapshot: PriceSnapshotRow, { viewer }: Context): StaffPrice {
  const { basis, priced, total, tax, cost, hash, createdAt } = snapshot;
  const costs = holds(viewer, "cost.read");
  const lines = agreedLines(snapshot).map((line, index) => {
    const { discountShare = ZERO, taxAmount = ZERO, costAmount = ZERO, trace = [] } = priced.lines[index] ?? {};
    const { formulaVersionId = null } = basis.lines[index] ?? {};
    const own = { discountShare, taxAmount, trace, formulaVersionId };
    return { ...line, ...own, costAmount: costs ? costAmount : null };
  });
  const money = { total, tax, taxRate: basis.taxRate, rules: priced.rules, coupons: priced.coupons };
  const margin = costs ? minus(total, cost) : null;
  const guarded = { cost: costs ? cost : null, margin, belowFloor: costs ? priced.belowFloor : null };
  return { ...money, ...guarded, lines, hash, createdAt, snapshot };
}

const VERSIONS = Symbol("versions that prices were worked out with");

function loadVersion({ platform, loaders }: Context, id: string): Promise<PricedBy | null> {
  return loaders.byId(VERSIONS, (ids) => versionsOf(platform.database.read, ids)).load(id);
}

@Resolver(() => StaffPriceLine)
export class StaffPriceLineResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who was to do it." })
  supplier(@Parent() line: StaffPriceLine, @Ctx() context: Context): Promise<Supplier | null> {
    return loadSupplier(context, line.supplierId);
  }

  @FieldResolver(() => PricedByVersion, { nullable: true, description: "The formula's version; null for none." })
  async formula(@Parent() line: StaffPriceLine, @Ctx() context: Context): Promise<PricedByVersion | null> {
    return line.formulaVersionId === null ? null : loadVersion(context, line.formulaVersionId);
  }
}

@Resolver(() => StaffPriceEffect)
export class StaffPriceEffectResolver {
  @FieldResolver(() => PricedByVersion, { nullable: true, description: "The rule's version; null for a coupon." })
  rule(@Parent() effect: StaffPriceEffect, @Ctx() context: Context): Promise<PricedByVersion | null> {
    return loadVersion(context, effect.versionId);
  }
}

@Resolver(() => StaffPrice)
export class StaffPriceResolver {
  @FieldResolver(() => PriceCheck, { description: "The price worked out anew with the versions it names." })
  async check(@Parent() { snapshot }: StaffPrice, @Ctx() { platform }: Context): Promise<PriceCheck> {
    const { basis, priced, hash } = snapshot;
    const formulas = basis.lines.flatMap((line) => line.formulaVersionId ?? []);
    const library = await libraryOf(platform.database.read, formulas, basis.ruleVersionIds);
    const anew = recomputed(basis, priced, library);
    const intact = fingerprint(snapshotText(basis, priced)) === hash;
    return { same: anew.same, intact, total: anew.priced.total };
  }
}
