import { Ctx, Field, FieldResolver, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Node } from "../platform/payload.js";
import { MoneyScalar } from "../platform/scalars.js";
import { loadSupplier, Supplier } from "../suppliers/supplier.graphql.js";
import { amendmentLife } from "./amendment.js";
import { amendmentById, amendmentsOf, type OrderAmendmentRow } from "./amendment.store.js";
import {
  AmendmentEffect,
  AmendmentFields,
  AmendmentLineFields,
  ChangeRequest,
  lineView,
} from "./amendment-fields.graphql.js";
import { changeRequestsOf, type OrderChangeRequestRow } from "./change-request.store.js";
import { foreseeAmendment } from "./foresee-amendment.flow.js";
import { loadOrder, Order } from "./order.graphql.js";
import { previewCancellation } from "./preview-cancellation.flow.js";

@ObjectType({ description: "What one line of an order was and becomes." })
export class AmendmentLine extends AmendmentLineFields {}

@ObjectType({ implements: Node, description: "A change of an order as its customer sees it." })
export class Amendment extends AmendmentFields {
  @Field(() => String, { nullable: true, description: "Names exactly what you are asked to agree to." })
  hash: string | null;
}

@ObjectType({ description: "What walking away from an order costs at this moment." })
export class CancellationEffect {
  @Field(() => Boolean, {
    description: "Whether you may do it yourself; else ask for it and staff settle what was done.",
  })
  allowed: boolean;

  @Field(() => MoneyScalar, { description: "What was paid." })
  paid: Fen;

  @Field(() => MoneyScalar, { description: "The paid deposit that would be lost." })
  forfeit: Fen;

  @Field(() => MoneyScalar, { description: "What would go back." })
  refund: Fen;
}

const AMENDMENTS = Symbol("amendments by order");
const REQUESTS = Symbol("change requests by order");

/** Every amendment of an order, newest first, in one statement for all orders of a request. */
export async function loadAmendments({ platform, loaders }: Context, orderId: string): Promise<OrderAmendmentRow[]> {
  return (await loaders.byId(AMENDMENTS, (ids) => amendmentsOf(platform.database.read, ids)).load(orderId)) ?? [];
}

/** Everything that was asked about an order, newest first. */
export async function loadChangeRequests(
  { platform, loaders }: Context,
  orderId: string,
): Promise<OrderChangeRequestRow[]> {
  return (await loaders.byId(REQUESTS, (ids) => changeRequestsOf(platform.database.read, ids)).load(orderId)) ?? [];
}

/** A change of the customer's own order; null for a missing and a foreign one, and for a draft they were not shown. */
export async function loadAmendment(context: Context, id: string): Promise<OrderAmendmentRow | null> {
  const row = await amendmentById(context.platform.database.read, id);
  return row && isShown(row) && (await loadOrder(context, row.orderId)) ? row : null;
}

const isShown = ({ hash, state }: OrderAmendmentRow): boolean =>
  state !== "DRAFT" && (hash !== null || state === "APPLIED");

type AmendmentPreview = NonNullable<Awaited<ReturnType<typeof foreseeAmendment>>>;

/** What a change does as pages read it. */
export function effectView({ effect, plan }: AmendmentPreview): AmendmentEffect {
  const { refund, forfeit, compensation, total, recut } = effect;
  return { total, difference: recut.difference, refund, forfeit, compensation, plan: [...plan] };
}

@Resolver(() => Amendment)
export class AmendmentResolver {
  @FieldResolver(() => [AmendmentLine], { description: "Each line it touches, before and after." })
  lines(@Parent() amendment: Amendment): AmendmentLine[] {
    return amendment.lines.map(lineView);
  }

  @FieldResolver(() => AmendmentEffect, {
    nullable: true,
    description: "What it would do to the money as things are now; null once it is over.",
  })
  async effect(@Parent() amendment: Amendment, @Ctx() { platform, viewer }: Context): Promise<AmendmentEffect | null> {
    const foreseen = await foreseeAmendment(platform, viewer, amendment.id);
    return foreseen && effectView(foreseen);
  }

  @FieldResolver(() => [String], { description: "What you may do with it now: AGREE, DECLINE." })
  availableActions(@Parent() amendment: Amendment): string[] {
    const own = ["AGREE", "DECLINE"] as const;
    return own.filter((verb) => amendmentLife.allows(amendment.state, verb));
  }
}

@Resolver(() => AmendmentLine)
export class AmendmentLineResolver {
  @FieldResolver(() => Supplier, { nullable: true, description: "Who did it until now." })
  supplierBefore(@Parent() line: AmendmentLine, @Ctx() context: Context): Promise<Supplier | null> {
    return line.supplierBeforeId ? loadSupplier(context, line.supplierBeforeId) : Promise.resolve(null);
  }

  @FieldResolver(() => Supplier, { nullable: true, description: "Who does it from now on." })
  supplierAfter(@Parent() line: AmendmentLine, @Ctx() context: Context): Promise<Supplier | null> {
    return line.supplierAfterId ? loadSupplier(context, line.supplierAfterId) : Promise.resolve(null);
  }
}

/** What an order is told by its changes, to its customer. */
@Resolver(() => Order)
export class OrderAmendmentsResolver {
  @FieldResolver(() => [Amendment], { description: "The changes that were proposed to you or made, newest first." })
  async amendments(@Parent() order: Order, @Ctx() context: Context): Promise<Amendment[]> {
    return (await loadAmendments(context, order.id)).filter(isShown);
  }

  @FieldResolver(() => [ChangeRequest], { description: "What you asked to have changed, newest first." })
  async changeRequests(@Parent() order: Order, @Ctx() context: Context): Promise<ChangeRequest[]> {
    return (await loadChangeRequests(context, order.id)).filter(({ supplierId }) => supplierId === null);
  }

  @FieldResolver(() => CancellationEffect, { description: "What walking away costs at this moment." })
  cancellation(@Parent() order: Order, @Ctx() { platform, viewer }: Context): Promise<CancellationEffect> {
    if (viewer.kind !== "customer") throw new Error("An order of a customer was read by somebody else.");
    return previewCancellation(platform, viewer, order.id);
  }
}
