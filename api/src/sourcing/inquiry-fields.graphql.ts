import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../platform/payload.js";
import { DateScalar, DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { InquiryKind, InquiryLine, InquiryState, InquirySubject, Visibility } from "./inquiry.js";
import {
  InquiryInputValue,
  InquiryKindEnum,
  InquiryLineView,
  InquiryStateEnum,
  InquirySubjectEnum,
  VisibilityEnum,
} from "./inquiry-parts.graphql.js";

/** What an inquiry shows to everybody who may see it at all, bidders too. The root is its row, or a view of it. */
@ObjectType()
export abstract class InquiryCore extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => InquiryKindEnum, { description: "Whether a price is asked for or suppliers compete." })
  kind: InquiryKind;

  @Field(() => InquirySubjectEnum, { description: "What is asked for." })
  subject: InquirySubject;

  @Field(() => InquiryStateEnum, { description: "Where it stands." })
  state: InquiryState;

  @Field(() => String, { description: "What it is about, in a line." })
  title: string;

  @Field(() => String, { description: "What the customer says about it." })
  description: string;

  @Field(() => [InquiryInputValue], { description: "What the customer told about the product." })
  inputs: InquiryInputValue[];

  @Field(() => [InquiryLineView], {
    description: "What is to be priced; empty for a need, which bidders price in items of their own.",
  })
  lines: InquiryLine[];

  @Field(() => DateScalar, { nullable: true, description: "When the work is wanted." })
  desiredOn: string | null;

  @Field(() => VisibilityEnum, { description: "Who reads bids before the deadline." })
  visibility: Visibility;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "By how much a bid of a reverse auction must undercut the best.",
  })
  decrement: number | null;

  @Field(() => DateTimeScalar, { description: "Until when bids are taken." })
  deadline: number;

  @Field(() => DateTimeScalar, { description: "When it was sent." })
  createdAt: number;
}

/** What only its customer and staff see besides. */
@ObjectType()
export abstract class InquiryFields extends InquiryCore {
  @Field(() => MoneyScalar, { nullable: true, description: "What the customer wants to spend." })
  budget: number | null;

  @Field(() => Boolean, { description: "Whether suppliers are told the budget." })
  budgetShown: boolean;

  @Field(() => Int, { description: "So many bids are wanted; with fewer more suppliers are asked." })
  minBids: number;

  @Field(() => Int, { description: "So many suppliers are asked in one round at most." })
  maxSuppliers: number;

  @Field(() => Int, { description: "Rounds of invitations so far." })
  round: number;

  @Field(() => String, { description: "Whom to ask for." })
  contactName: string;

  @Field(() => String, { description: "Whom to call." })
  contactPhone: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When bids were opened; null while they are sealed." })
  bidsOpenedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  reason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was awarded or cancelled." })
  endedAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;
}
