import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { ZERO } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type CouponKind, type CouponState, type CouponVerb, couponKinds, couponLife, couponVerbs } from "./coupon.js";
import { couponById, pageOfCoupons } from "./coupon-list.store.js";
import { makeCoupon } from "./make-coupon.flow.js";
import { moveCoupon } from "./move-coupon.flow.js";
import { FunderEnum } from "./price.graphql.js";
import { PriceScope } from "./rule.graphql.js";
import type { Funder, RuleScope } from "./rule.js";
import { PriceScopeInput, scopeOf } from "./rule-deeds.graphql.js";

const CouponKindEnum = enumOf(couponKinds);
registerEnumType(CouponKindEnum, { name: "CouponKind", description: "AMOUNT takes yuan off, PERCENT a share." });
const CouponStateEnum = enumOf(couponLife.states);
registerEnumType(CouponStateEnum, { name: "CouponState", description: "Whether a coupon may be used." });
const CouponVerbEnum = enumOf(couponVerbs);
registerEnumType(CouponVerbEnum, { name: "CouponVerb", description: "What may be done to a coupon." });

@ObjectType({ implements: Node, description: "A code that takes something off a price." })
class Coupon extends Node {
  @Field(() => String, { description: "What customers type." })
  code: string;

  @Field(() => String, { description: "Its name; customers read it in the price." })
  name: string;

  @Field(() => CouponKindEnum, { description: "How it takes off." })
  kind: CouponKind;

  @Field(() => Int, { description: "AMOUNT: fen; PERCENT: hundredths of a percent." })
  value: number;

  @Field(() => MoneyScalar, { nullable: true, description: "The most a PERCENT takes off." })
  maxDiscount: Fen | null;

  @Field(() => MoneyScalar, { description: "What the price must come to before it." })
  minSpend: Fen;

  @Field(() => FunderEnum, { description: "Whose loss it is." })
  fundedBy: Funder;

  @Field(() => PriceScope, { description: "Where it counts." })
  scope: RuleScope;

  @Field(() => Int, { nullable: true, description: "How often it may be used in all." })
  limitTotal: number | null;

  @Field(() => Int, { nullable: true, description: "How often one customer may use it." })
  limitPerCustomer: number | null;

  @Field(() => DateTimeScalar, { description: "From when it counts." })
  validFrom: number;

  @Field(() => DateTimeScalar, { description: "Until when it counts." })
  validTo: number;

  @Field(() => CouponStateEnum, { description: "Where it stands." })
  state: CouponState;

  @Field(() => Int, { description: "Orders that use it; cancelled ones are taken off again." })
  used: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

const CouponConnection = connectionType("Coupon", () => Coupon);

@InputType({ description: "A coupon to make; its terms never change." })
class MakeCouponInput {
  @Field(() => String, { description: "What customers type: 3 to 24 of A-Z, 0-9 and -." })
  code: string;

  @Field(() => String, { description: "Its name, at most 60 characters." })
  name: string;

  @Field(() => CouponKindEnum, { description: "How it takes off." })
  kind: CouponKind;

  @Field(() => Int, { description: "AMOUNT: fen; PERCENT: hundredths of a percent." })
  value: number;

  @Field(() => MoneyScalar, { nullable: true, description: "The most a PERCENT takes off." })
  maxDiscount?: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: "What the price must come to before it." })
  minSpend?: Fen | null;

  @Field(() => FunderEnum, { description: "Whose loss it is." })
  fundedBy: Funder;

  @Field(() => PriceScopeInput, { description: "Where it counts." })
  scope: PriceScopeInput;

  @Field(() => Int, { nullable: true, description: "How often it may be used in all; without it, without limit." })
  limitTotal?: number | null;

  @Field(() => Int, { nullable: true, description: "How often one customer may use it; without it, without limit." })
  limitPerCustomer?: number | null;

  @Field(() => DateTimeScalar, { description: "From when it counts." })
  validFrom: number;

  @Field(() => DateTimeScalar, { description: "Until when it counts." })
  validTo: number;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same coupon." })
  idempotencyKey: string;
}

@InputType({ description: "What to do to which coupon." })
class MoveCouponInput {
  @Field(() => ID, { description: "The coupon." })
  couponId: string;

  @Field(() => Int, { description: "The version you have seen." })
  version: number;

  @Field(() => CouponVerbEnum, { description: "What to do." })
  verb: CouponVerb;
}

@ObjectType({ description: "The coupon." })
class MakeCouponPayload extends Payload {
  @Field(() => Coupon, { nullable: true, description: "As it is now." })
  coupon?: Coupon | null;
}
@ObjectType({ description: "The coupon after it." })
class MoveCouponPayload extends Payload {
  @Field(() => Coupon, { nullable: true, description: "As it is now." })
  coupon?: Coupon | null;
}

@Resolver()
export class CouponResolver {
  @Allow(staffWith("pricing.read"))
  @Query(() => CouponConnection, { description: "Every coupon, newest first." })
  async coupons(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "End of the page before." }) after?: string | null,
  ): Promise<ConnectionOf<Coupon>> {
    return toConnection(await pageOfCoupons(platform.database.read, pageRequest(first, after)));
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => MakeCouponPayload, { description: "Makes a coupon. Refuses VALIDATION." })
  makeCoupon(@Ctx() context: Context, @Arg("input") input: MakeCouponInput): Promise<MakeCouponPayload> {
    return settle(async () => {
      const { maxDiscount = null, minSpend, limitTotal = null, limitPerCustomer = null, ...terms } = input;
      const limits = { maxDiscount, minSpend: minSpend ?? ZERO, limitTotal, limitPerCustomer };
      const coupon = { ...terms, ...limits, scope: scopeOf(input.scope) };
      return { coupon: await read(context, await makeCoupon(context.platform, context.viewer, coupon)) };
    });
  }

  @Allow(staffWith("pricing.publish"))
  @Mutation(() => MoveCouponPayload, {
    description: "Pauses, resumes or ends a coupon. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  moveCoupon(@Ctx() context: Context, @Arg("input") input: MoveCouponInput): Promise<MoveCouponPayload> {
    return settle(async () => {
      await moveCoupon(context.platform, context.viewer, input);
      return { coupon: await read(context, input.couponId) };
    });
  }
}

async function read({ platform }: Context, id: string): Promise<Coupon | null> {
  return (await couponById(platform.database.read, id)) ?? null;
}
