import { Field, Float, ID, InputType, Int } from "type-graphql";
import { type Fen } from "../kernel/money.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { CollectionMode, Party } from "./collection.js";
import { CollectionModeEnum, EligibleKindEnum, QuantityKindEnum } from "./component.graphql.js";
import type {
  Eligible,
  InputKind,
  InstalmentNature,
  InstalmentTrigger,
  OverdueAction,
  PlanStepSpec,
  QuantityKind,
} from "./product.js";
import {
  InputKindEnum,
  InstalmentNatureEnum,
  InstalmentTriggerEnum,
  OverdueActionEnum,
  PartyEnum,
} from "./version.graphql.js";

@InputType({ description: "Something the customer is asked." })
export class ProductInputInput {
  @Field(() => String, { description: "Stable name, its own within the product." })
  code: string;

  @Field(() => String, { description: "The question, at most 40 characters." })
  label: string;

  @Field(() => String, { description: "The question in English, at most 60 characters." })
  labelEn: string;

  @Field(() => InputKindEnum, { description: "What kind of answer." })
  kind: InputKind;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit?: string | null;

  @Field(() => Boolean, { description: "Whether it must be answered." })
  required: boolean;

  @Field(() => Float, { nullable: true, description: "Least number." })
  min?: number | null;

  @Field(() => Float, { nullable: true, description: "Greatest number." })
  max?: number | null;

  @Field(() => [String], { description: "What can be chosen, for CHOICE." })
  options: string[];

  @Field(() => String, { nullable: true, description: "What helps to answer, at most 200 characters." })
  hint?: string | null;
}

@InputType({ description: "Components of which the customer takes some." })
export class ChoiceGroupInput {
  @Field(() => String, { description: "Stable name, its own within the product." })
  code: string;

  @Field(() => String, { description: "Its name, at most 30 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 60 characters." })
  nameEn: string;

  @Field(() => Int, { description: "How many must be taken at least." })
  min: number;

  @Field(() => Int, { description: "How many may be taken, at most 30." })
  max: number;
}

@InputType({ description: "Which of the suppliers that can do an item may do a component." })
export class EligibleInput {
  @Field(() => EligibleKindEnum, { description: "How they are told." })
  kind: Eligible["kind"];

  @Field(() => [ID], { nullable: true, description: "The suppliers, for LIST; at most 100." })
  supplierIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: "The least level, 1 to 5, for LEVEL." })
  minLevel?: number | null;
}

@InputType({ description: "One service item in the product." })
export class ProductComponentInput {
  @Field(() => ID, { description: "A service item." })
  itemId: string;

  @Field(() => Boolean, { description: "Whether it is always part of the order." })
  required: boolean;

  @Field(() => Boolean, { description: "Whether it is chosen before the customer chooses." })
  selectedByDefault: boolean;

  @Field(() => QuantityKindEnum, { description: "Who says how much." })
  quantityKind: QuantityKind;

  @Field(() => Float, {
    nullable: true,
    description: "How much; for INPUT and FORMULA what is assumed before the customer has told.",
  })
  quantity?: number | null;

  @Field(() => String, { nullable: true, description: "Code of the number that says how much, for INPUT." })
  quantityInput?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Expression over the answers that says how much, for FORMULA; at most 2,000 characters.",
  })
  quantityFormula?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the either-or group it is one of." })
  choiceGroup?: string | null;

  @Field(() => EligibleInput, { nullable: true, description: "Who may do it; everybody who can without." })
  eligible?: EligibleInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the formula that prices it; sale price times quantity without.",
  })
  priceFormula?: string | null;

  @Field(() => [Int], {
    nullable: true,
    description: "Positions, from 1, of what must be accepted before it starts; without it the stage says so.",
  })
  dependsOn?: number[] | null;

  @Field(() => Int, { nullable: true, description: "Hours to wait after the last of them was accepted; 0 without." })
  lagHours?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "In short for dependsOn: it waits for everything of the stage before; 1 without.",
  })
  stage?: number | null;

  @Field(() => CollectionModeEnum, { nullable: true, description: "How it is sold; OWN_SALE without." })
  collectionMode?: CollectionMode | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "What the platform keeps when the supplier sells, VAT included, in hundredths of a per cent; 0 without.",
  })
  commissionRate?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether a refund gives it back; yes without." })
  commissionRefundable?: boolean | null;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Part of one unit's price that is passed on to an office; nothing without.",
  })
  officialFee?: Fen | null;
}

@InputType({ description: "One instalment of the plan." })
export class PlanStepInput {
  @Field(() => String, { description: "Its name, at most 30 characters." })
  name: string;

  @Field(() => String, { description: "Its name in English, at most 40 characters." })
  nameEn: string;

  @Field(() => Int, { description: "Share of the total in hundredths of a per cent." })
  shareBasisPoints: number;

  @Field(() => InstalmentNatureEnum, { description: "What it is in law." })
  nature: InstalmentNature;

  @Field(() => InstalmentTriggerEnum, { description: "What makes it due." })
  trigger: InstalmentTrigger;

  @Field(() => Int, {
    nullable: true,
    description: "Days after acceptance for AFTER_DAYS, after the order for ON_DATE without a fixed day.",
  })
  afterDays?: number | null;

  @Field(() => String, { nullable: true, description: "The fixed day of ON_DATE, such as 2026-12-01." })
  dueDay?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the milestone, for ON_MILESTONE." })
  milestone?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Position, from 1, of the component the milestone belongs to; without it the first that has it.",
  })
  componentPosition?: number | null;

  @Field(() => Int, { nullable: true, description: "Days it may be late before it counts as overdue, 0 to 90." })
  graceDays?: number | null;

  @Field(() => OverdueActionEnum, { nullable: true, description: "What happens to the work while it is overdue." })
  overdueAction?: OverdueAction | null;

  @Field(() => PartyEnum, {
    nullable: true,
    description: "Who collects it; the platform without. Not the supplier for what opens the work.",
  })
  collector?: Party | null;

  @Field(() => Boolean, { description: "Work begins once it is paid." })
  gate: boolean;
}

/** A plan's instalment as it was sent, with what was left out. */
export function planStepOf({ graceDays, overdueAction, collector, ...step }: PlanStepInput): PlanStepSpec {
  const { afterDays = null, dueDay = null, milestone = null, componentPosition = null } = step;
  const late = { graceDays: graceDays ?? 0, overdueAction: overdueAction ?? "NOTHING" };
  return { ...step, afterDays, dueDay, milestone, componentPosition, ...late, collector: collector ?? "PLATFORM" };
}
