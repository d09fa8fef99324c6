import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../platform/enum.js";
import { Node } from "../platform/payload.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { type ServiceState, serviceLife } from "./service.js";
import { type ServiceDifference, type ServiceField, serviceFields } from "./service-change.js";

const ServiceStateEnum = enumOf(serviceLife.states);
registerEnumType(ServiceStateEnum, {
  name: "ServiceState",
  description:
    "PROPOSED waits for staff; APPROVED for its day; EFFECTIVE is sold; PAUSED by the supplier; REJECTED by staff; WITHDRAWN by the supplier; SUPERSEDED by a later revision; RETIRED by its last day or by staff.",
});

const ServiceFieldEnum = enumOf(serviceFields);
registerEnumType(ServiceFieldEnum, { name: "ServiceField", description: "What may differ between two revisions." });

@ObjectType({ description: "One difference between a revision and the one in force." })
export class ServiceChange implements ServiceDifference {
  @Field(() => ServiceFieldEnum, { description: "What differs." })
  field: ServiceField;

  @Field(() => String, {
    nullable: true,
    description:
      "What is in force: whole fen, numbers, codes parted by commas or epoch milliseconds; null without or with none.",
  })
  before: string | null;

  @Field(() => String, { nullable: true, description: "What the revision says, in the same form." })
  after: string | null;
}

/** What its supplier and staff see alike of one revision. */
@ObjectType({ implements: Node })
export abstract class ServiceRevision extends Node {
  readonly supplierId: string;
  readonly itemId: string;
  /** Codes; the field of this name tells the regions. */
  readonly regions: readonly string[] | null;
  readonly brands: readonly string[] | null;
  readonly costPrice: number;

  @Field(() => Int, { description: "1 (able) to 5 (master)." })
  level: number;

  @Field(() => MoneyScalar, { description: "What the customer pays per unit." })
  salePrice: number;

  @Field(() => MoneyScalar, { nullable: true, description: "The least that one piece of work is charged." })
  minCharge: number | null;

  @Field(() => Int, { description: "How many units of work it takes on a day." })
  perDay: number;

  @Field(() => Int, { nullable: true, description: "How many pieces of its work may be open at once." })
  concurrent: number | null;

  @Field(() => Int, { nullable: true, description: "Hours from the order until the work can begin." })
  leadHours: number | null;

  @Field(() => Int, { nullable: true, description: "Hours before the day wanted by which it must be ordered." })
  noticeHours: number | null;

  @Field(() => String, { nullable: true, description: "Anything else." })
  notes: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when it is in force; null: with its approval.",
  })
  effectiveFrom: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Until when; null without an end." })
  effectiveTo: number | null;

  @Field(() => ServiceStateEnum, { description: "Whether it is sold." })
  state: ServiceState;

  @Field(() => Int, { description: "From 1; other terms are another revision." })
  revision: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  @Field(() => String, { nullable: true, description: "Why it was rejected or retired." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was proposed." })
  createdAt: number;
}
