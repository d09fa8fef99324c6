import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { Order } from "../orders/order.graphql.js";
import { StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, customers, staffInPerson } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { type DossierReader, stepsFor } from "./dossier.js";
import { Form, loadForm } from "./form.graphql.js";
import { issueDossier } from "./issue-dossier.flow.js";
import { runningOf } from "./money-flow.js";
import { type BookedRow, readMoneyFlow } from "./read-money-flow.flow.js";
import { StaffForm } from "./staff-form.graphql.js";

@ObjectType({
  description: "One transaction of an order's money, with the sums up to it: the flow of money of its dossier.",
})
class MoneyFlowStep {
  @Field(() => String, { description: "Number of the transaction in the books." })
  no: string;

  @Field(() => DateTimeScalar, { description: "When it happened." })
  at: number;

  @Field(() => String, { description: "What it was, in Chinese, as its reader may know it." })
  title: string;

  @Field(() => MoneyScalar, { description: "Paid for the order so far." })
  paid: Fen;

  @Field(() => MoneyScalar, { description: "Earned by work that was accepted so far." })
  earned: Fen;

  @Field(() => MoneyScalar, { description: "Paid back so far." })
  refunded: Fen;

  @Field(() => MoneyScalar, { description: "What of the order's total nobody has paid yet." })
  outstanding: Fen;
}

@InputType({ description: "The order whose dossier is wanted." })
class IssueDossierInput {
  @Field(() => ID, { description: "The order." })
  orderId: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The dossier, or why there is none." })
class IssueDossierPayload extends Payload {
  @Field(() => Form, { nullable: true, description: "The form." })
  form?: Form | null;
}

@ObjectType({ description: "The dossier with what only staff may know, or why there is none." })
class IssueInsideDossierPayload extends Payload {
  @Field(() => StaffForm, { nullable: true, description: "The form." })
  form?: StaffForm | null;
}

const BOOKS = Symbol("books of orders");

/** What the books say of an order, for all orders of a request at once. The caller has checked who asks. */
export async function loadBooks({ platform, loaders }: Context, orderId: string): Promise<BookedRow[]> {
  return (await loaders.byId(BOOKS, (ids) => readMoneyFlow(platform, ids)).load(orderId)) ?? [];
}

async function loadSteps(
  context: Context,
  order: { readonly id: string; readonly total: Fen },
  reader: DossierReader,
): Promise<MoneyFlowStep[]> {
  return [...stepsFor(reader, runningOf(await loadBooks(context, order.id), order.total))];
}

@Resolver(() => Order)
export class OrderMoneyFlowResolver {
  @Allow(customers)
  @Mutation(() => IssueDossierPayload, {
    description: "Issues the dossier of one of your orders as it is now, as its next version. Refuses NOT_FOUND.",
  })
  issueDossier(@Ctx() context: Context, @Arg("input") input: IssueDossierInput): Promise<IssueDossierPayload> {
    return settle(async () => {
      const id = await issueDossier(context.platform, context.viewer, input);
      return { form: await loadForm(context, id) };
    });
  }

  @FieldResolver(() => [MoneyFlowStep], { description: "Its flow of money, in order, as far as it is yours to know." })
  moneyFlow(@Parent() order: Order, @Ctx() context: Context): Promise<MoneyFlowStep[]> {
    return loadSteps(context, order, "CUSTOMER");
  }
}

@Resolver(() => StaffOrder)
export class StaffOrderMoneyFlowResolver {
  @Allow(staffInPerson("documents.manage"))
  @Mutation(() => IssueInsideDossierPayload, {
    description:
      "Issues the inside dossier of an order as it is now: its customer does not read it. Refuses NOT_FOUND.",
  })
  issueInsideDossier(
    @Ctx() context: Context,
    @Arg("input") input: IssueDossierInput,
  ): Promise<IssueInsideDossierPayload> {
    return settle(async () => {
      const id = await issueDossier(context.platform, context.viewer, input);
      return { form: await loadForm(context, id) };
    });
  }

  @FieldResolver(() => [MoneyFlowStep], { description: "Its flow of money, in order; none without ledger.read." })
  async moneyFlow(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<MoneyFlowStep[]> {
    return holds(context.viewer, "ledger.read") ? loadSteps(context, order, "STAFF") : [];
  }
}
