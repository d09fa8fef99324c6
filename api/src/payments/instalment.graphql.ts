import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, registerEnumType } from "type-graphql";
import type { Party } from "../catalogue/collection.js";
import type { InstalmentNature, InstalmentTrigger, OverdueAction } from "../catalogue/product.js";
import {
  InstalmentNatureEnum,
  InstalmentTriggerEnum,
  OverdueActionEnum,
  PartyEnum,
} from "../catalogue/version.graphql.js";
import { groupBy } from "../kernel/group.js";
import { type Fen, ZERO } from "../kernel/money.js";
import { Order } from "../orders/order.graphql.js";
import { loadOrderLines } from "../orders/order-fields.graphql.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { policyOn } from "../platform/policies.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import {
  type InstalmentState,
  instalmentLife,
  instalmentStateNames,
  orderMoney,
  payableAmount,
  workIsPaused,
} from "./instalment.js";
import { type InstalmentRow, instalmentsOf } from "./instalment.store.js";
import { type MoneyState, moneyState, moneyStates } from "./money-state.js";
import { bookedFigures, NOT_BOOKED } from "./order-figures.store.js";
import { loadPaymentsOf, Payment } from "./payment.graphql.js";

const MoneyStateEnum = enumOf(moneyStates);
registerEnumType(MoneyStateEnum, {
  name: "MoneyState",
  description: "How an order stands with its money; PAID_TO_PLAN when nothing is asked for at present.",
});

export const InstalmentStateEnum = enumOf(instalmentStateNames);
registerEnumType(InstalmentStateEnum, {
  name: "InstalmentState",
  description:
    "Planned until its trigger fires, then due until it is paid; overdue after its grace, and still payable.",
});

@ObjectType({ implements: Node, description: "A part of an order's price and when it is paid." })
export class Instalment extends Node {
  @Field(() => Int, { description: "Its place in the plan, from 1." })
  seq: number;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => InstalmentNatureEnum, { description: "What kind of payment it is." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, {
    nullable: true,
    description: "Days after completion for AFTER_DAYS, after the order for ON_DATE.",
  })
  afterDays: number | null;

  @Field(() => Int, { description: "Days it may be late before it counts as overdue." })
  graceDays: number;

  @Field(() => OverdueActionEnum, { description: "What happens to the work while it is overdue." })
  overdueAction: OverdueAction;

  @Field(() => MoneyScalar, { description: "What the platform does without of it." })
  waived: Fen;

  @Field(() => PartyEnum, { description: "Who is to take the money; the supplier does where the work is done." })
  collector: Party;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its grace ended unpaid." })
  overdueAt: number | null;

  @Field(() => MoneyScalar, { description: "What is to be paid." })
  amount: Fen;

  @Field(() => MoneyScalar, { description: "What was paid of it." })
  paid: Fen;

  @Field(() => Boolean, { description: "Whether the work starts when it is paid." })
  gate: boolean;

  @Field(() => InstalmentStateEnum, { description: "Whether it is asked for, and paid." })
  state: InstalmentState;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it became due, or will; null while nobody knows." })
  dueAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  orderId: string;
  waiverAsked: Fen | null;
  waiverReason: string | null;
  waiverBy: string | null;
  milestone: string | null;
  componentPosition: number | null;
}

const INSTALMENTS = Symbol("instalments of orders");

/** An order's instalments, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadInstalments({ platform, loaders }: Context, orderId: string): Promise<InstalmentRow[]> {
  const loader = loaders.byId(INSTALMENTS, async (ids) =>
    groupBy(await instalmentsOf(platform.database.read, ids), (row) => row.orderId),
  );
  return (await loader.load(orderId)) ?? [];
}

const BOOKED = Symbol("what the books say of orders");

async function loadBooked({ platform, loaders }: Context, orderId: string) {
  const loader = loaders.byId(BOOKED, (ids) => bookedFigures(platform.database.read, ids));
  return (await loader.load(orderId)) ?? NOT_BOOKED;
}

/** The money of an order: the same three figures for its customer and for staff. */
async function readMoney(context: Context, order: { id: string; total: Fen }) {
  const money = orderMoney(await loadInstalments(context, order.id));
  const booked = await loadBooked(context, order.id);
  return { ...money, state: moneyState({ total: order.total, ...money, ...booked }) };
}

const EARLY = Symbol("whether customers may pay early");

/** Whether customers may pay what is not asked for yet, read once for all instalments of a request. */
async function loadEarly({ platform, loaders }: Context): Promise<boolean> {
  const loader = loaders.byId(EARLY, async (keys) => {
    const early = await policyOn(platform.database.read, "payments.early");
    return new Map(keys.map((key) => [key, early]));
  });
  return (await loader.load("payments.early")) ?? false;
}

@Resolver(() => Instalment)
export class InstalmentResolver {
  @FieldResolver(() => MoneyScalar, { description: "What may still be paid on it, asked for already or not." })
  async payable(@Parent() instalment: Instalment, @Ctx() context: Context): Promise<Fen> {
    if (instalment.state === "PLANNED" && !(await loadEarly(context))) return ZERO;
    return payableAmount(instalment);
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What somebody proposes to waive of it; for staff alone, null when nothing waits.",
  })
  waiverAsked(@Parent() instalment: Instalment, @Ctx() { viewer }: Context): Fen | null {
    return holds(viewer, "payments.read") ? instalment.waiverAsked : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Why, for staff alone." })
  waiverReason(@Parent() instalment: Instalment, @Ctx() { viewer }: Context): string | null {
    return holds(viewer, "payments.read") ? instalment.waiverReason : null;
  }

  @FieldResolver(() => [String], {
    description: "What you may do about waiving it: WAIVE, APPROVE_WAIVER, REJECT_WAIVER.",
  })
  availableActions(@Parent() instalment: Instalment, @Ctx() { viewer }: Context): string[] {
    if (viewer.kind !== "staff" || !holds(viewer, "payments.waive")) return [];
    if (!instalmentLife.allows(instalment.state, "WAIVE")) return [];
    if (instalment.waiverAsked === null) return ["WAIVE"];
    return instalment.waiverBy === viewer.accountId ? ["REJECT_WAIVER"] : ["APPROVE_WAIVER", "REJECT_WAIVER"];
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of the milestone it waits for, for ON_MILESTONE." })
  async milestoneName(@Parent() instalment: Instalment, @Ctx() context: Context): Promise<string | null> {
    const { milestone, componentPosition, orderId } = instalment;
    if (milestone === null) return null;
    const components = await loadOrderLines(context, orderId);
    const owners = components.filter(({ position }) => componentPosition === null || position === componentPosition);
    const known = owners.flatMap(({ milestones }) => milestones).find(({ code }) => code === milestone);
    return known?.name ?? milestone;
  }

  @FieldResolver(() => [Payment], { description: "Every attempt to pay it, newest first." })
  async payments(@Parent() instalment: Instalment, @Ctx() context: Context): Promise<Payment[]> {
    if (context.viewer.kind !== "customer" && !holds(context.viewer, "payments.read")) return [];
    const payments = await loadPaymentsOf(context, instalment.orderId);
    return payments.filter((payment) => payment.instalmentId === instalment.id);
  }
}

@Resolver(() => Order)
export class OrderMoneyResolver {
  @FieldResolver(() => [Instalment], { description: "How it is paid, in the order of the plan." })
  instalments(@Parent() order: Order, @Ctx() context: Context): Promise<Instalment[]> {
    return loadInstalments(context, order.id);
  }

  @FieldResolver(() => MoneyScalar, { description: "What was paid." })
  async paid(@Parent() order: Order, @Ctx() context: Context): Promise<Fen> {
    return (await readMoney(context, order)).paid;
  }

  @FieldResolver(() => MoneyScalar, { description: "What is to be paid now." })
  async due(@Parent() order: Order, @Ctx() context: Context): Promise<Fen> {
    return (await readMoney(context, order)).due;
  }

  @FieldResolver(() => MoneyStateEnum, { description: "How it stands with its money." })
  async moneyState(@Parent() order: Order, @Ctx() context: Context): Promise<MoneyState> {
    return (await readMoney(context, order)).state;
  }

  @FieldResolver(() => Boolean, { description: "Whether no work is begun until an overdue instalment is paid." })
  async workPaused(@Parent() order: Order, @Ctx() context: Context): Promise<boolean> {
    return workIsPaused(await loadInstalments(context, order.id));
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderMoneyResolver {
  @FieldResolver(() => [Instalment], { description: "How it is paid, in the order of the plan." })
  instalments(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Instalment[]> {
    return loadInstalments(context, order.id);
  }

  @FieldResolver(() => MoneyScalar, { description: "What was paid." })
  async paid(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen> {
    return (await readMoney(context, order)).paid;
  }

  @FieldResolver(() => MoneyScalar, { description: "What is to be paid now." })
  async due(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen> {
    return (await readMoney(context, order)).due;
  }

  @FieldResolver(() => MoneyStateEnum, { description: "How it stands with its money." })
  async moneyState(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<MoneyState> {
    return (await readMoney(context, order)).state;
  }

  @FieldResolver(() => Boolean, { description: "Whether no work is begun until an overdue instalment is paid." })
  async workPaused(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<boolean> {
    return workIsPaused(await loadInstalments(context, order.id));
  }
}
