import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../platform/enum.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { bidStates } from "./bid.js";
import { inquiryKinds, inquiryStates, inquirySubjects, visibilities } from "./inquiry.js";
import { invitationStates } from "./invitation.js";

export const InquiryKindEnum = enumOf(inquiryKinds);
registerEnumType(InquiryKindEnum, {
  name: "InquiryKind",
  description: "PRICE asks what it costs; BIDDING lets suppliers compete.",
});
export const InquirySubjectEnum = enumOf(inquirySubjects);
registerEnumType(InquirySubjectEnum, {
  name: "InquirySubject",
  description: "What is asked for: a product, service items, or a need in words.",
});
export const InquiryStateEnum = enumOf(inquiryStates);
registerEnumType(InquiryStateEnum, {
  name: "InquiryState",
  description:
    "OPEN takes bids; EVALUATING compares them; NO_BIDS waits for staff. A DRAFT lives in its writer's browser.",
});
export const VisibilityEnum = enumOf(visibilities);
registerEnumType(VisibilityEnum, {
  name: "BidVisibility",
  description:
    "SEALED: nobody reads a bid before the deadline. OPEN: bidders see the others' totals without names. REVERSE: the same, and each bid must undercut the best by a step.",
});
export const InvitationStateEnum = enumOf(invitationStates);
registerEnumType(InvitationStateEnum, { name: "InvitationState", description: "What became of an invitation." });
export const BidStateEnum = enumOf(bidStates);
registerEnumType(BidStateEnum, { name: "BidState", description: "The life of one supplier's bid." });

@ObjectType({ description: "What the customer told about the product, with the question as it was asked." })
export class InquiryInputValue {
  @Field(() => String, { description: "Code of the question." })
  code: string;

  @Field(() => String, { description: "The question." })
  label: string;

  @Field(() => String, { description: "The answer." })
  value: string;

  @Field(() => String, { nullable: true, description: "Unit of a number." })
  unit: string | null;
}

@ObjectType({ description: "Something to be priced." })
export class InquiryLineView {
  @Field(() => String, { description: "Names it in bids and awards." })
  code: string;

  @Field(() => ID, { description: "The service item." })
  itemId: string;

  @Field(() => String, { description: "Name of the item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => Boolean, { description: "Whether it may be left out of the award." })
  optional: boolean;

  @Field(() => String, { nullable: true, description: "What the customer says about it." })
  note: string | null;
}

@ObjectType({
  description: "How far an inquiry has got with those it was sent to: all that is told before bids are opened.",
})
export class InquiryCounts {
  @Field(() => Int, { description: "Suppliers it was sent to." })
  invited: number;

  @Field(() => Int, { description: "Of those, who has opened it." })
  viewed: number;

  @Field(() => Int, { description: "Of those, who does not want to bid." })
  declined: number;

  @Field(() => Int, { description: "Bids that stand." })
  bids: number;
}

@ObjectType({ description: "A question of an invited supplier. Who asked is told to nobody." })
export class InquiryQuestion {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => String, { description: "What was asked." })
  question: string;

  @Field(() => Boolean, { description: "Whether only who asked reads the answer." })
  isPrivate: boolean;

  @Field(() => DateTimeScalar, { description: "When." })
  askedAt: number;

  @Field(() => String, { nullable: true, description: "The answer; null while there is none." })
  answer: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was answered." })
  answeredAt: number | null;
}

@ObjectType({ description: "What one bid asks for one line, as the customer would pay it." })
export class SheetCellView {
  @Field(() => ID, { description: "Of the bid." })
  bidId: string;

  @Field(() => MoneyScalar, { description: "Price of one unit." })
  unitPrice: number;

  @Field(() => MoneyScalar, { description: "Price of the line." })
  amount: number;

  @Field(() => Int, { nullable: true, description: "Days until it is done, if the bid tells it for this line." })
  leadDays: number | null;

  @Field(() => String, { nullable: true, description: "What the bidder says about it." })
  note: string | null;

  @Field(() => Boolean, { description: "No standing bid asks less for this line." })
  lowest: boolean;
}

@ObjectType({ description: "One line of the comparison: what each bid asks for it." })
export class SheetRowView {
  @Field(() => String, { description: "Names the line in an award." })
  code: string;

  @Field(() => String, { description: "Name of the item." })
  itemName: string;

  @Field(() => String, { description: "What is counted." })
  unit: string;

  @Field(() => Float, { description: "How much of it." })
  quantity: number;

  @Field(() => [SheetCellView], { description: "One for each bid that prices the line." })
  cells: readonly SheetCellView[];
}

@ObjectType({ description: "A line that was awarded." })
export class InquiryAwardView {
  @Field(() => String, { description: "Which line." })
  lineCode: string;

  @Field(() => ID, { description: "To which bid." })
  bidId: string;

  @Field(() => MoneyScalar, { description: "What the customer pays for it." })
  saleAmount: number;
}
