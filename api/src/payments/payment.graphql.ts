import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import { loadAccount } from "../identity/account.graphql.js";
import { groupBy } from "../kernel/group.js";
import { type Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { found } from "../kernel/refusal.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, toConnection } from "../platform/payload.js";
import { Allow, signedIn, staffWith } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { cashierActions, type PaymentState, payerActions, paymentStateNames, type Tender, tenders } from "./payment.js";
import { type PaymentRow, pageOfWaiting, paymentById, paymentOfCustomer, paymentsOf } from "./payment.store.js";

export const TenderEnum = enumOf(tenders);
registerEnumType(TenderEnum, { name: "Tender", description: "A way to pay." });

const PaymentStateEnum = enumOf(paymentStateNames);
registerEnumType(PaymentStateEnum, { name: "PaymentState", description: "The life of one attempt to pay." });

@ObjectType({ implements: Node, description: "One attempt to pay one instalment by one tender." })
export class Payment extends Node {
  @Field(() => String, { description: "Its number, for people." })
  no: string;

  @Field(() => ID, { description: "The order it pays for." })
  orderId: string;

  @Field(() => ID, { description: "The instalment it pays for." })
  instalmentId: string;

  @Field(() => String, { description: "Number of the order." })
  orderNo: string;

  @Field(() => String, { description: "Name of the instalment." })
  instalmentName: string;

  @Field(() => TenderEnum, { description: "The way to pay." })
  tender: Tender;

  @Field(() => MoneyScalar, { description: "What was asked for." })
  amount: Fen;

  @Field(() => PaymentStateEnum, { description: "How far it got." })
  state: PaymentState;

  @Field(() => String, { description: "What the payer writes into a bank transfer, so that it is found." })
  reference: string;

  @Field(() => String, { nullable: true, description: "Why it was rejected." })
  reason: string | null;

  @Field(() => DateTimeScalar, { description: "When it was begun." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was decided." })
  settledAt: number | null;

  @Field(() => Int, { description: "Send it back with a deed." })
  version: number;

  customerId: string;
  groupId: string | null;
  providerTxnId: string | null;
  slipFileId: string | null;
  received: Fen | null;
}

const PaymentConnection = connectionType("Payment", () => Payment);

const PAYMENTS = Symbol("payments of orders");

/** An order's payments, newest first, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadPaymentsOf({ platform, loaders }: Context, orderId: string): Promise<PaymentRow[]> {
  const loader = loaders.byId(PAYMENTS, async (ids) =>
    groupBy(await paymentsOf(platform.database.read, ids), (row) => row.orderId),
  );
  return (await loader.load(orderId)) ?? [];
}

/** A payment of the viewer's own, or any for staff who may read payments; null otherwise. */
export async function loadPayment({ platform, viewer }: Context, id: string): Promise<PaymentRow | null> {
  const { read } = platform.database;
  if (viewer.kind === "customer") return (await paymentOfCustomer(read, id, viewer.accountId)) ?? null;
  return holds(viewer, "payments.read") ? ((await paymentById(read, id)) ?? null) : null;
}

@Resolver(() => Payment)
export class PaymentResolver {
  @Allow(signedIn)
  @Query(() => Payment, { nullable: true, description: "One payment; null when there is none of this id for you." })
  payment(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the payment." }) id: string,
  ): Promise<Payment | null> {
    return loadPayment(context, id);
  }

  @Allow(staffWith("payments.read"))
  @Query(() => PaymentConnection, {
    description: "Transfers whose slip waits for a cashier, the longest waiting first.",
  })
  async paymentsToConfirm(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Payment>> {
    return toConnection(await pageOfWaiting(platform.database.read, "SLIP_UPLOADED", pageRequest(first, after)));
  }

  @Allow(staffWith("payments.read"))
  @Query(() => PaymentConnection, {
    description:
      "Payments that a channel told another amount or currency of, the longest waiting first: nothing of them is booked.",
  })
  async mismatchedPayments(
    @Ctx() { platform }: Context,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Payment>> {
    return toConnection(await pageOfWaiting(platform.database.read, "MISMATCH", pageRequest(first, after)));
  }

  @Allow(staffWith("payments.read"))
  @Query(() => PaymentConnection, {
    description:
      "What suppliers say they took and their customers deny, or did not answer for a week, the longest waiting first: nothing is booked.",
  })
  async deniedCollections(
    @Ctx() { platform }: Context,
    @Arg("unanswered", () => Boolean, { defaultValue: false, description: "Those that nobody answered." })
    unanswered: boolean,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Payment>> {
    return toConnection(
      await pageOfWaiting(platform.database.read, unanswered ? "UNANSWERED" : "DENIED", pageRequest(first, after)),
    );
  }

  @FieldResolver(() => String, { description: "Name of the customer." })
  async customerName(@Parent() payment: Payment, @Ctx() context: Context): Promise<string> {
    return found(await loadAccount(context, payment.customerId)).displayName;
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "The slip the customer uploaded." })
  slip(@Parent() payment: Payment, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, payment.slipFileId);
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What arrived, or what the channel told of a mismatch; null until then.",
  })
  receivedAmount(@Parent() payment: Payment): Fen | null {
    return payment.received;
  }

  @FieldResolver(() => String, { nullable: true, description: "The channel's page; for the payer, while it is open." })
  payUrl(@Parent() payment: PaymentRow, @Ctx() { viewer }: Context): string | null {
    return viewer.kind === "customer" && payment.state === "PENDING" ? payment.payUrl : null;
  }

  @FieldResolver(() => [String], {
    description: "What you may do now: PAY, UPLOAD_SLIP; cashiers CONFIRM, REJECT, BOOK.",
  })
  availableActions(@Parent() payment: Payment, @Ctx() { viewer }: Context): string[] {
    if (viewer.kind === "customer") return payerActions(payment);
    return holds(viewer, "payments.confirm") ? cashierActions(payment) : [];
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderPaymentsResolver {
  @FieldResolver(() => [Payment], { description: "Every attempt to pay, newest first; none without payments.read." })
  async payments(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<Payment[]> {
    return holds(context.viewer, "payments.read") ? loadPaymentsOf(context, order.id) : [];
  }
}
