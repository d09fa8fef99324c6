import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { loadPapersOf } from "../contracts/contract.graphql.js";
import { standingOf } from "../contracts/contract.js";
import { NextStep } from "../fulfilment/order-delivery.graphql.js";
import { loadTicketsOf } from "../fulfilment/ticket-parts.graphql.js";
import { loadAmendments } from "../orders/amendment.graphql.js";
import { customerActions, nextStep, type OrderStanding, type NextStep as Step } from "../orders/next-step.js";
import { Order } from "../orders/order.graphql.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import { loadInstalments } from "../payments/instalment.graphql.js";
import { loadPaymentsOf } from "../payments/payment.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { loadReview } from "./review.graphql.js";

/** Whose turn it is on an order hangs on every room, so the last of the street tells it. */
@Resolver(() => Order)
export class OrderNextStepResolver {
  @FieldResolver(() => NextStep, { description: "Who has to act next, and how." })
  async nextStep(@Parent() order: Order, @Ctx() context: Context): Promise<Step> {
    return nextStep(await loadStanding(context, order));
  }

  @FieldResolver(() => [String], {
    description:
      "What you may do with it now: PAY, SIGN, ANSWER_AMENDMENT, RESUBMIT, CANCEL, ACCEPT, REVIEW, REQUEST_CHANGE.",
  })
  async availableActions(@Parent() order: Order, @Ctx() context: Context): Promise<readonly string[]> {
    return customerActions(await loadStanding(context, order));
  }
}

/** The same to staff. */
@Resolver(() => StaffOrder)
export class StaffOrderNextStepResolver {
  @FieldResolver(() => NextStep, { description: "Who has to act next, and how." })
  async nextStep(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Step> {
    return nextStep(await loadStanding(context, order));
  }
}

/** Money, work and review of an order together, from the rows its other fields read as well. */
async function loadStanding(context: Context, { id, state }: Pick<Order, "id" | "state">) {
  const [instalments, payments, tickets, review, papers, amendments] = await Promise.all([
    loadInstalments(context, id),
    loadPaymentsOf(context, id),
    loadTicketsOf(context, id),
    state === "COMPLETED" ? loadReview(context, id) : null,
    loadPapersOf(context, id),
    loadAmendments(context, id),
  ]);
  const standing: OrderStanding = {
    state,
    instalments,
    paymentsPending: payments.some((payment) => payment.state === "SLIP_UPLOADED"),
    tickets: tickets.map((ticket) => ticket.state),
    reviewed: review !== null,
    contract: standingOf(papers),
    amendmentAsked: amendments.some((amendment) => amendment.state === "WAIT_CUSTOMER"),
  };
  return standing;
}
