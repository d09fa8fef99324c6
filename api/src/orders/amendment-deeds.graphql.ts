import { Arg, Ctx, Field, Float, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { found, must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import type { Customer } from "../platform/viewer.js";
import { Amendment, effectView, loadAmendment } from "./amendment.graphql.js";
import type { AmendmentKind, ConsentReason, Fault, MoneyWay, PartKind } from "./amendment.js";
import {
  AmendmentEffect,
  AmendmentKindEnum,
  ConsentReasonEnum,
  FaultEnum,
  lineView,
  MoneyWayEnum,
  PartKindEnum,
} from "./amendment-fields.graphql.js";
import type { AmendmentWish, PartWish } from "./amendment-wish.js";
import { answerAmendment } from "./answer-amendment.flow.js";
import { auditAmendment } from "./audit-amendment.flow.js";
import { draftAmendment } from "./draft-amendment.flow.js";
import { loadOrder, Order } from "./order.graphql.js";
import { previewAmendment } from "./preview-amendment.flow.js";
import { proposeAmendment } from "./propose-amendment.flow.js";
import { loadStaffAmendment, mayCost, StaffAmendment, StaffAmendmentLine } from "./staff-amendment.graphql.js";
import { withdrawAmendment } from "./withdraw-amendment.flow.js";

@InputType({ description: "What a change does to one line. What it leaves out stays as it is." })
class AmendmentPartInput {
  @Field(() => PartKindEnum, { description: "ADD a line, CHANGE one, or CANCEL one." })
  kind: PartKind;

  @Field(() => ID, { nullable: true, description: "The line to change or cancel." })
  componentId?: string | null;

  @Field(() => ID, { nullable: true, description: "The service item to add." })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: "Who does it; asked for when a line is added." })
  supplierId?: string | null;

  @Field(() => Float, { nullable: true, description: "How much of it; asked for when a line is added." })
  quantity?: number | null;

  @Field(() => Int, { nullable: true, description: "When it starts, for a line that is added; 1 unless told." })
  stage?: number | null;

  @Field(() => MoneyScalar, { nullable: true, description: "Its price; asked for when a line is added." })
  saleAmount?: Fen | null;

  @Field(() => MoneyScalar, { nullable: true, description: "What its supplier gets; by its service unless told." })
  costAmount?: Fen | null;

  @Field(() => Int, {
    nullable: true,
    description: "What was done of a line that is cancelled, in basis points of its price; nothing unless told.",
  })
  doneShare?: number | null;
}

@InputType({ description: "A change of an order as it is being written." })
class AmendmentContentInput {
  @Field(() => ID, { description: "The order." })
  orderId: string;

  @Field(() => Int, { description: "Revision of the order you saw." })
  baseRevision: number;

  @Field(() => AmendmentKindEnum, { description: "A change, or the end of the order." })
  kind: AmendmentKind;

  @Field(() => FaultEnum, { nullable: true, description: "Whose fault the end is; left out for a change." })
  fault?: Fault | null;

  @Field(() => MoneyWayEnum, { description: "How a higher price is paid." })
  way: MoneyWay;

  @Field(() => [AmendmentPartInput], { description: "1 to 50 of them, at most one for each line." })
  parts: AmendmentPartInput[];
}

@InputType({ description: "A change of an order to keep as a draft." })
class DraftAmendmentInput extends AmendmentContentInput {
  @Field(() => ID, { nullable: true, description: "The draft to write anew; without, another is begun." })
  amendmentId?: string | null;

  @Field(() => Int, { nullable: true, description: "Version of that draft you saw." })
  version?: number | null;

  @Field(() => String, { description: "Why, at most 300 characters; the customer reads it." })
  reason: string;

  @Field(() => ID, { nullable: true, description: "The wish it is made for." })
  requestId?: string | null;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A change of an order, as it was looked at." })
class SeenAmendmentInput {
  @Field(() => ID, { description: "The amendment." })
  amendmentId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;
}

@InputType({ description: "A draft to hand on." })
class ProposeAmendmentInput extends SeenAmendmentInput {}

@InputType({ description: "A change to take back." })
class WithdrawAmendmentInput extends SeenAmendmentInput {}

@InputType({ description: "The customer's word on a change." })
class AnswerAmendmentInput extends SeenAmendmentInput {
  @Field(() => String, { description: "The hash that was shown with it." })
  hash: string;

  @Field(() => Boolean, { description: "Whether you agree." })
  agree: boolean;

  @Field(() => String, { nullable: true, description: "Why not, at most 300 characters." })
  reason?: string | null;
}

@InputType({ description: "The auditor's word on a change." })
class AuditAmendmentInput extends SeenAmendmentInput {
  @Field(() => Boolean, { description: "Whether it is applied." })
  approve: boolean;

  @Field(() => String, { nullable: true, description: "Why not, at most 300 characters." })
  reason?: string | null;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "What a change that is being written would do." })
class AmendmentPreview {
  @Field(() => [StaffAmendmentLine], { description: "Each line it touches, before and after." })
  lines: StaffAmendmentLine[];

  @Field(() => [ConsentReasonEnum], { description: "Why the customer has to agree; empty when they need not." })
  consent: ConsentReason[];

  @Field(() => MoneyScalar, { description: "What the customer pays more; below zero less." })
  saleDelta: Fen;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "What suppliers get more, below zero less; null without the right to see costs.",
  })
  costDelta: Fen | null;

  @Field(() => AmendmentEffect, { description: "What it does to the money as things are now." })
  effect: AmendmentEffect;
}

@ObjectType({ description: "What a change would do, or why it can't be made." })
class PreviewAmendmentPayload extends Payload {
  @Field(() => AmendmentPreview, { nullable: true, description: "What it would do." })
  preview?: AmendmentPreview | null;
}
@ObjectType({ description: "The draft, or why there is none." })
class DraftAmendmentPayload extends Payload {
  @Field(() => StaffAmendment, { nullable: true, description: "The amendment." })
  amendment?: StaffAmendment | null;
}
@ObjectType({ description: "The amendment on its way, or why not." })
class ProposeAmendmentPayload extends Payload {
  @Field(() => StaffAmendment, { nullable: true, description: "The amendment." })
  amendment?: StaffAmendment | null;
}
@ObjectType({ description: "The amendment that was taken back, or why not." })
class WithdrawAmendmentPayload extends Payload {
  @Field(() => StaffAmendment, { nullable: true, description: "The amendment." })
  amendment?: StaffAmendment | null;
}
@ObjectType({ description: "The amendment as it was audited, or why not." })
class AuditAmendmentPayload extends Payload {
  @Field(() => StaffAmendment, { nullable: true, description: "The amendment." })
  amendment?: StaffAmendment | null;
}
@ObjectType({ description: "The amendment as it was answered, or why not." })
class AnswerAmendmentPayload extends Payload {
  @Field(() => Amendment, { nullable: true, description: "The amendment." })
  amendment?: Amendment | null;

  @Field(() => Order, { nullable: true, description: "Its order." })
  order?: Order | null;
}
/** The parts as the flows want them: each with what its kind asks for. */
function wishOf(input: AmendmentContentInput): AmendmentWish {
  return { ...input, parts: input.parts.map(partOf) };
}

function partOf(part: AmendmentPartInput): PartWish {
  const { kind, quantity, supplierId, saleAmount, costAmount } = part;
  if (kind === "ADD") {
    must(part.itemId && supplierId && quantity && saleAmount !== null && saleAmount !== undefined, "VALIDATION", {
      field: "parts",
    });
    return { kind, itemId: part.itemId, supplierId, quantity, stage: part.stage ?? 1, saleAmount, costAmount };
  }
  must(part.componentId, "VALIDATION", { field: "parts" });
  const { componentId } = part;
  if (kind === "CANCEL") return { kind, componentId, doneShare: part.doneShare ?? 0 };
  return { kind, componentId, quantity, supplierId, saleAmount, costAmount };
}

@Resolver()
export class AmendmentDeedsResolver {
  @Allow(staffWith("orders.edit"))
  @Query(() => PreviewAmendmentPayload, {
    description: "What a change would do, without keeping it. Refuses what draftAmendment refuses.",
  })
  previewAmendment(
    @Ctx() context: Context,
    @Arg("input") input: AmendmentContentInput,
  ): Promise<PreviewAmendmentPayload> {
    const { platform, viewer } = context;
    return settle(async () => {
      const foreseen = await previewAmendment(platform, viewer, wishOf(input));
      const { diff, consent } = foreseen;
      const { saleDelta } = diff;
      const costDelta = mayCost(context) ? diff.costDelta : null;
      const lines = diff.lines.map(lineView);
      return { preview: { lines, consent: [...consent], saleDelta, costDelta, effect: effectView(foreseen) } };
    });
  }

  @Allow(staffWith("orders.edit"))
  @Mutation(() => DraftAmendmentPayload, {
    description:
      "Keeps a change of an order as a draft. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED, VALIDATION, QUANTITY_OUT_OF_RANGE, SUPPLIER_NOT_ELIGIBLE.",
  })
  draftAmendment(@Ctx() context: Context, @Arg("input") input: DraftAmendmentInput): Promise<DraftAmendmentPayload> {
    return settle(async () => {
      const id = await draftAmendment(context.platform, context.viewer, { ...input, ...wishOf(input) });
      return { amendment: await loadStaffAmendment(context, id) };
    });
  }

  @Allow(staffWith("orders.edit"))
  @Mutation(() => ProposeAmendmentPayload, {
    description:
      "Hands a draft to the customer, or to the auditor when nothing gets worse for them. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  proposeAmendment(
    @Ctx() context: Context,
    @Arg("input") input: ProposeAmendmentInput,
  ): Promise<ProposeAmendmentPayload> {
    return settle(async () => {
      await proposeAmendment(context.platform, context.viewer, input);
      return { amendment: await loadStaffAmendment(context, input.amendmentId) };
    });
  }

  @Allow(staffWith("orders.edit"))
  @Mutation(() => WithdrawAmendmentPayload, {
    description: "Takes a change back before it is applied. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  withdrawAmendment(
    @Ctx() context: Context,
    @Arg("input") input: WithdrawAmendmentInput,
  ): Promise<WithdrawAmendmentPayload> {
    return settle(async () => {
      await withdrawAmendment(context.platform, context.viewer, input);
      return { amendment: await loadStaffAmendment(context, input.amendmentId) };
    });
  }

  @Allow(customers)
  @Mutation(() => AnswerAmendmentPayload, {
    description:
      "Agrees to exactly what was shown, or declines it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  answerAmendment(@Ctx() context: Context, @Arg("input") input: AnswerAmendmentInput): Promise<AnswerAmendmentPayload> {
    return settle(async () => {
      await answerAmendment(context.platform, context.viewer as Customer, input);
      const amendment = found(await loadAmendment(context, input.amendmentId));
      return { amendment, order: await loadOrder(context, amendment.orderId) };
    });
  }

  @Allow(staffWith("orders.audit"))
  @Mutation(() => AuditAmendmentPayload, {
    description:
      "Applies a change whole, or rejects it. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, FOUR_EYES, REASON_REQUIRED, INVOICE_NEEDS_RED_LETTER.",
  })
  auditAmendment(@Ctx() context: Context, @Arg("input") input: AuditAmendmentInput): Promise<AuditAmendmentPayload> {
    return settle(async () => {
      await auditAmendment(context.platform, context.viewer, input);
      return { amendment: await loadStaffAmendment(context, input.amendmentId) };
    });
  }
}
