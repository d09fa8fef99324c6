import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { loadOrderNo, StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { MoneyScalar } from "../platform/scalars.js";
import { holds } from "../platform/viewer.js";
import { InvoiceFields, InvoiceStateEnum, loadInvoices } from "./invoice.graphql.js";
import type { InvoiceState } from "./invoice.js";
import { invoiceById, pageOfInvoices } from "./invoice.store.js";
import { issueInvoice } from "./issue-invoice.flow.js";
import { rejectInvoice } from "./reject-invoice.flow.js";
import { takeBackInvoice } from "./take-back-invoice.flow.js";

@ObjectType({ implements: Node, description: "An invoice that a customer asked for, as staff see it." })
export class StaffInvoice extends InvoiceFields {
  @Field(() => String, { nullable: true, description: "Number of the last red-letter invoice." })
  redNo: string | null;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

const StaffInvoiceConnection = connectionType("StaffInvoice", () => StaffInvoice);

@InputType({ description: "An invoice that was made." })
class IssueInvoiceInput {
  @Field(() => ID, { description: "The request." })
  invoiceId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;

  @Field(() => String, { description: "The invoice's own number, at most 40 characters; none is used twice." })
  invoiceNo: string;

  @Field(() => ID, { nullable: true, description: "A file of your own that was uploaded as INVOICE." })
  fileId: string | null;
}

@InputType({ description: "A request that no invoice can be made of." })
class RejectInvoiceInput {
  @Field(() => ID, { description: "The request." })
  invoiceId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;

  @Field(() => String, { description: "What the customer reads, at most 300 characters." })
  reason: string;
}

@InputType({ description: "A red-letter invoice." })
class TakeBackInvoiceInput {
  @Field(() => ID, { description: "The invoice it takes back." })
  invoiceId: string;

  @Field(() => Int, { description: "Version of it you saw." })
  version: number;

  @Field(() => MoneyScalar, { description: "How much it takes back: up to what still stands." })
  amount: Fen;

  @Field(() => String, { description: "Its number, at most 40 characters." })
  redNo: string;

  @Field(() => String, { description: "Why, at most 300 characters." })
  reason: string;
}

@ObjectType({ description: "The invoice, or why it was not issued." })
class IssueInvoicePayload extends Payload {
  @Field(() => StaffInvoice, { nullable: true, description: "The invoice." })
  invoice?: StaffInvoice | null;
}
@ObjectType({ description: "The request that was sent back, or why not." })
class RejectInvoicePayload extends Payload {
  @Field(() => StaffInvoice, { nullable: true, description: "The request." })
  invoice?: StaffInvoice | null;
}
@ObjectType({ description: "The invoice with what was taken back, or why not." })
class TakeBackInvoicePayload extends Payload {
  @Field(() => StaffInvoice, { nullable: true, description: "The invoice." })
  invoice?: StaffInvoice | null;
}

@Resolver(() => StaffInvoice)
export class StaffInvoiceResolver {
  @Allow(staffWith("invoices.manage"))
  @Query(() => StaffInvoiceConnection, { description: "The invoices that were asked for, the longest waiting first." })
  async staffInvoices(
    @Ctx() { platform }: Context,
    @Arg("state", () => InvoiceStateEnum, { nullable: true, description: "Only those in this state." })
    state?: InvoiceState | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffInvoice>> {
    return toConnection(await pageOfInvoices(platform.database.read, state ?? null, pageRequest(first, after)));
  }

  @Allow(staffInPerson("invoices.manage"))
  @Mutation(() => IssueInvoicePayload, {
    description: "Notes the invoice that was made. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION.",
  })
  issueInvoice(@Ctx() context: Context, @Arg("input") input: IssueInvoiceInput): Promise<IssueInvoicePayload> {
    return settle(async () => {
      await issueInvoice(context.platform, context.viewer, input);
      return { invoice: await load(context, input.invoiceId) };
    });
  }

  @Allow(staffInPerson("invoices.manage"))
  @Mutation(() => RejectInvoicePayload, {
    description: "Sends a request back. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  rejectInvoice(@Ctx() context: Context, @Arg("input") input: RejectInvoiceInput): Promise<RejectInvoicePayload> {
    return settle(async () => {
      await rejectInvoice(context.platform, context.viewer, input);
      return { invoice: await load(context, input.invoiceId) };
    });
  }

  @Allow(staffInPerson("invoices.manage"))
  @Mutation(() => TakeBackInvoicePayload, {
    description:
      "Notes a red-letter invoice. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, VALIDATION, REASON_REQUIRED.",
  })
  takeBackInvoice(@Ctx() context: Context, @Arg("input") input: TakeBackInvoiceInput): Promise<TakeBackInvoicePayload> {
    return settle(async () => {
      await takeBackInvoice(context.platform, context.viewer, input);
      return { invoice: await load(context, input.invoiceId) };
    });
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "The invoice itself, when it was uploaded." })
  file(@Parent() invoice: StaffInvoice, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, invoice.fileId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Number of its order; null without orders.read." })
  orderNo(@Parent() invoice: StaffInvoice, @Ctx() context: Context): Promise<string | null> {
    return loadOrderNo(context, invoice.orderId);
  }
}

async function load({ platform }: Context, id: string): Promise<StaffInvoice | null> {
  return (await invoiceById(platform.database.read, id)) ?? null;
}

@Resolver(() => StaffOrder)
export class StaffOrderInvoicesResolver {
  @FieldResolver(() => [StaffInvoice], { description: "Its invoices, newest first; none without documents.read." })
  async invoices(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffInvoice[]> {
    return holds(context.viewer, "documents.read") ? loadInvoices(context, order.id) : [];
  }
}
