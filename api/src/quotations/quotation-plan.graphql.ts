import { Field, Int, ObjectType } from "type-graphql";
import type { Party } from "../catalogue/collection.js";
import { loadItem } from "../catalogue/item.graphql.js";
import type { InstalmentNature, InstalmentTrigger, OverdueAction } from "../catalogue/product.js";
import {
  InstalmentNatureEnum,
  InstalmentTriggerEnum,
  OverdueActionEnum,
  PartyEnum,
} from "../catalogue/version.graphql.js";
import { type Fen, ZERO } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { MoneyScalar } from "../platform/scalars.js";
import { planShares } from "../pricing/price.js";
import { type MilestonesByItem, milestoneNameOf } from "./plan-on-lines.js";
import { loadLines, type QuotationVersionFields } from "./quotation-fields.graphql.js";

@ObjectType({ description: "One instalment of a quotation, in money." })
export class QuotationPlanStep {
  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => String, { description: "Its name in English." })
  nameEn: string;

  @Field(() => Int, { description: "Share of the total in hundredths of a per cent." })
  shareBasisPoints: number;

  @Field(() => InstalmentNatureEnum, { description: "What it is in law." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, {
    nullable: true,
    description: "Days after completion for AFTER_DAYS, after the order for ON_DATE without a fixed day.",
  })
  afterDays: number | null;

  @Field(() => String, { nullable: true, description: "The fixed day of ON_DATE, such as 2026-12-01." })
  dueDay?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the milestone it waits for, for ON_MILESTONE." })
  milestoneName: string | null;

  @Field(() => Int, { nullable: true, description: "Days it may be late before it counts as overdue." })
  graceDays?: number;

  @Field(() => OverdueActionEnum, { nullable: true, description: "What happens to the work while it is overdue." })
  overdueAction?: OverdueAction;

  @Field(() => PartyEnum, { nullable: true, description: "Who collects it; the platform when it says nothing." })
  collector?: Party;

  @Field(() => Boolean, { description: "Work begins once it is paid." })
  gate: boolean;

  @Field(() => MoneyScalar, { description: "Its part of the total without optional lines, or of what was accepted." })
  amount: Fen;
}

/** The plan in money, each part with what it waits for; none while there is nothing to split. */
export async function loadPlan(context: Context, version: QuotationVersionFields): Promise<QuotationPlanStep[]> {
  const { plan, total, acceptedTotal } = version;
  const whole = acceptedTotal ?? total;
  if (plan.length === 0 || whole <= ZERO) return [];
  const amounts = planShares(plan, whole);
  const lines = plan.some(({ trigger }) => trigger === "ON_MILESTONE") ? await loadLines(context, version.id) : [];
  const items = await loadMilestones(context, [...new Set(lines.map(({ itemId }) => itemId))]);
  return plan.map((step, index) => {
    return { ...step, amount: amounts[index] ?? ZERO, milestoneName: milestoneNameOf(step, lines, items) };
  });
}

async function loadMilestones(context: Context, itemIds: readonly string[]): Promise<MilestonesByItem> {
  return new Map(await Promise.all(itemIds.map(async (id) => [id, await loadItem(context, id)] as const)));
}
