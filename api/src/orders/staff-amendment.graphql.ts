import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { type Fen, plus } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { isWriter } from "../platform/writers.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { effectView, loadAmendments, loadChangeRequests } from "./amendment.graphql.js";
import { amendmentLife } from "./amendment.js";
import { amendmentById, type OrderAmendmentRow, pageOfAmendments } from "./amendment.store.js";
import {
  AmendmentEffect,
  AmendmentFields,
  AmendmentLineFields,
  ChangeRequest,
  lineView,
} from "./amendment-fields.graphql.js";
import { foreseeAmendment } from "./foresee-amendment.flow.js";
import { type AuditReason, auditReasons, auditReasonsOf } from "./order.js";
import { readAuditRule } from "./read-audit-rule.flow.js";
import { loadStaffOrder, StaffOrder } from "./staff-order.graphql.js";

const AuditReasonEnum = enumOf(auditReasons);
registerEnumType(AuditReasonEnum, { name: "AuditReason", description: "Why an order waits for an auditor." });

@ObjectType({ description: "What one line of an order was and becomes, with its cost." })
export class StaffAmendmentLine extends AmendmentLineFields {
  costBefore: Fen | null;
  costAfter: Fen | null;
}

@ObjectType({ implements: Node, description: "A change of an order as staff see it." })
export class StaffAmendment extends AmendmentFields {
  costDelta: Fen;
  authorId: string | null;
  auditorId: string | null;

  @Field(() => Int, { description: "The revision of the order it was written against." })
  baseRevision: number;
}

@ObjectType({ implements: Node, description: "A request to change an order, as staff see it beside others." })
export class StaffChangeRequest extends ChangeRequest {}

export const StaffAmendmentConnection = connectionType("StaffAmendment", () => StaffAmendment);

/** Any amendment, for staff who may read orders; null otherwise. */
export async function loadStaffAmendment({ platform, viewer }: Context, id: string): Promise<OrderAmendmentRow | null> {
  if (!holds(viewer, "orders.read")) return null;
  return (await amendmentById(platform.database.read, id)) ?? null;
}

export const mayCost = ({ viewer }: Context): boolean => holds(viewer, "cost.read") || holds(viewer, "orders.edit");

@Resolver(() => StaffAmendment)
export class StaffAmendmentResolver {
  @Allow(staffWith("orders.read"))
  @Query(() => StaffAmendment, { nullable: true, description: "One change of an order; null when there is none." })
  staffAmendment(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the amendment." }) id: string,
  ): Promise<StaffAmendment | null> {
    return loadStaffAmendment(context, id);
  }

  @Allow(staffWith("orders.audit"))
  @Query(() => StaffAmendmentConnection, {
    description: "Changes that wait for an auditor, the longest waiting first.",
  })
  async amendmentsToAudit(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffAmendment>> {
    return toConnection(await pageOfAmendments(platform.database.read, "WAIT_AUDIT", pageRequest(first, after)));
  }

  @FieldResolver(() => StaffOrder, { description: "The order it changes." })
  async order(@Parent() amendment: StaffAmendment, @Ctx() context: Context): Promise<StaffOrder> {
    return found(await loadStaffOrder(context, amendment.orderId));
  }

  @FieldResolver(() => [StaffAmendmentLine], { description: "Each line it touches, before and after." })
  lines(@Parent() amendment: StaffAmendment): StaffAmendmentLine[] {
    return amendment.lines.map(lineView);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What suppliers get more; null without the right." })
  costDelta(@Parent() amendment: StaffAmendment, @Ctx() context: Context): Fen | null {
    return mayCost(context) ? amendment.costDelta : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Who wrote it; null for the customer or a program." })
  async authorName(@Parent() { authorId }: StaffAmendment, @Ctx() context: Context): Promise<string | null> {
    return authorId ? ((await loadAccount(context, authorId))?.displayName ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Who audited it." })
  async auditorName(@Parent() { auditorId }: StaffAmendment, @Ctx() context: Context): Promise<string | null> {
    return auditorId ? ((await loadAccount(context, auditorId))?.displayName ?? null) : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether you had a hand in it: then somebody else audits it." })
  mine(@Parent() amendment: StaffAmendment, @Ctx() context: Context): Promise<boolean> {
    return isWriter(context, amendment.id);
  }

  @FieldResolver(() => AmendmentEffect, {
    nullable: true,
    description: "What it would do to the money as things are now; null once it is over.",
  })
  async effect(
    @Parent() amendment: StaffAmendment,
    @Ctx() { platform, viewer }: Context,
  ): Promise<AmendmentEffect | null> {
    const foreseen = await foreseeAmendment(platform, viewer, amendment.id);
    return foreseen && effectView(foreseen);
  }

  @FieldResolver(() => [String], {
    description: "What you may do with it now: PROPOSE (or SUBMIT), WITHDRAW, APPLY, REJECT.",
  })
  availableActions(@Parent() { state, consent }: StaffAmendment, @Ctx() { viewer }: Context): string[] {
    const edits = holds(viewer, "orders.edit")
      ? ([consent.length > 0 ? "PROPOSE" : "SUBMIT", "WITHDRAW"] as const)
      : [];
    const audits = holds(viewer, "orders.audit") ? (["APPLY", "REJECT"] as const) : [];
    return [...edits, ...audits].filter((verb) => amendmentLife.allows(state, verb));
  }
}

@Resolver(() => StaffAmendmentLine)
export class StaffAmendmentLineResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who did it until now." })
  supplierBefore(@Parent() line: StaffAmendmentLine, @Ctx() context: Context): Promise<Supplier | null> {
    return line.supplierBeforeId ? loadSupplier(context, line.supplierBeforeId) : Promise.resolve(null);
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it from now on." })
  supplierAfter(@Parent() line: StaffAmendmentLine, @Ctx() context: Context): Promise<Supplier | null> {
    return line.supplierAfterId ? loadSupplier(context, line.supplierAfterId) : Promise.resolve(null);
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What its supplier got; null without the right." })
  costBefore(@Parent() line: StaffAmendmentLine, @Ctx() context: Context): Fen | null {
    return mayCost(context) ? line.costBefore : null;
  }

  @FieldResolver(() => MoneyScalar, { nullable: true, description: "What its supplier gets; null without the right." })
  costAfter(@Parent() line: StaffAmendmentLine, @Ctx() context: Context): Fen | null {
    return mayCost(context) ? line.costAfter : null;
  }
}

function loadAsker(context: Context, { supplierId }: ChangeRequest): Promise<Supplier | null> {
  return supplierId ? loadSupplier(context, supplierId) : Promise.resolve(null);
}

@Resolver(() => ChangeRequest)
export class ChangeRequestResolver {
  @FieldResolver(() => Supplier, {
    nullable: true,
    description: "The supplier that asks; null when the customer does.",
  })
  supplier(@Parent() request: ChangeRequest, @Ctx() context: Context): Promise<Supplier | null> {
    return loadAsker(context, request);
  }
}

@Resolver(() => StaffChangeRequest)
export class StaffChangeRequestResolver {
  @FieldResolver(() => Supplier, {
    nullable: true,
    description: "The supplier that asks; null when the customer does.",
  })
  supplier(@Parent() request: StaffChangeRequest, @Ctx() context: Context): Promise<Supplier | null> {
    return loadAsker(context, request);
  }

  @FieldResolver(() => StaffOrder, { description: "The order it is about." })
  async order(@Parent() request: StaffChangeRequest, @Ctx() context: Context): Promise<StaffOrder> {
    return found(await loadStaffOrder(context, request.orderId));
  }
}

/** What an order is told by its changes, to staff. */
@Resolver(() => StaffOrder)
export class StaffOrderAmendmentsResolver {
  @FieldResolver(() => [StaffAmendment], { description: "Its changes, newest first." })
  amendments(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffAmendment[]> {
    return loadAmendments(context, order.id);
  }

  @FieldResolver(() => [ChangeRequest], { description: "What was asked to be changed, newest first." })
  changeRequests(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<ChangeRequest[]> {
    return loadChangeRequests(context, order.id);
  }

  @FieldResolver(() => [AuditReasonEnum], { description: "Why it waits for an auditor; empty unless it does." })
  async auditReasons(@Parent() order: StaffOrder, @Ctx() { platform }: Context): Promise<readonly AuditReason[]> {
    if (order.state !== "PENDING_AUDIT") return [];
    return auditReasonsOf(order, await readAuditRule(platform));
  }

  @FieldResolver(() => MoneyScalar, { description: "What its changes added to its price in all; below zero took off." })
  async amendedBy(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Fen> {
    const applied = (await loadAmendments(context, order.id)).filter(({ state }) => state === "APPLIED");
    return plus(...applied.map(({ saleDelta }) => saleDelta));
  }
}
