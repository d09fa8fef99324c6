import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import type { Fen } from "../kernel/money.js";
import { Order } from "../orders/order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, customers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { Customer } from "../platform/viewer.js";
import { type InvoiceKind, type InvoiceState, invoiceable, invoiceKinds, invoiceStates } from "./invoice.js";
import { type InvoiceRow, invoiceById, invoicesOf } from "./invoice.store.js";
import { loadBooks } from "./money-flow.graphql.js";
import { keptOf } from "./money-flow.js";
import { requestInvoice } from "./request-invoice.flow.js";

const InvoiceKindEnum = enumOf(invoiceKinds);
registerEnumType(InvoiceKindEnum, { name: "InvoiceKind", description: "Which kind of VAT invoice: 普票 or 专票." });

export const InvoiceStateEnum = enumOf(invoiceStates);
registerEnumType(InvoiceStateEnum, {
  name: "InvoiceState",
  description: "Where an invoice is, and how much of it red-letter invoices took back.",
});

/** What an invoice shows to its customer and to staff alike. The root is its row. */
@ObjectType()
export abstract class InvoiceFields extends Node {
  @Field(() => String, { description: "Number of the request, for people." })
  no: string;

  @Field(() => InvoiceKindEnum, { description: "Which kind." })
  kind: InvoiceKind;

  @Field(() => String, { description: "Whom it is made out to." })
  title: string;

  @Field(() => String, { nullable: true, description: "Their tax number." })
  taxNo: string | null;

  @Field(() => MoneyScalar, { description: "What is invoiced." })
  amount: Fen;

  @Field(() => InvoiceStateEnum, { description: "Where it is." })
  state: InvoiceState;

  @Field(() => String, { nullable: true, description: "Why it was sent back." })
  rejectReason: string | null;

  @Field(() => String, { nullable: true, description: "The invoice's own number; null before it is issued." })
  invoiceNo: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was issued." })
  issuedAt: number | null;

  @Field(() => MoneyScalar, { description: "What red-letter invoices took back." })
  redAmount: Fen;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  createdAt: number;

  orderId: string;
  fileId: string | null;
}

@ObjectType({ implements: Node, description: "An invoice that a customer asked for." })
export class Invoice extends InvoiceFields {}

@InputType({ description: "What to invoice, and to whom." })
class RequestInvoiceInput {
  @Field(() => ID, { description: "One of your own orders." })
  orderId: string;

  @Field(() => InvoiceKindEnum, { description: "Which kind." })
  kind: InvoiceKind;

  @Field(() => String, { description: "Whom it is made out to, at most 100 characters." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "Their tax number, 15 to 20 digits and letters; a special invoice needs it.",
  })
  taxNo: string | null;

  @Field(() => MoneyScalar, { description: "Up to what the order's `invoiceable` says." })
  amount: Fen;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@ObjectType({ description: "The invoice that was asked for, or why not." })
class RequestInvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: "The invoice." })
  invoice?: Invoice | null;
}

const INVOICES = Symbol("invoices of orders");

/** Every invoice of an order, newest first, in one statement for all orders of a request. The caller has checked who asks. */
export async function loadInvoices({ platform, loaders }: Context, orderId: string): Promise<InvoiceRow[]> {
  return (await loaders.byId(INVOICES, (ids) => invoicesOf(platform.database.read, ids)).load(orderId)) ?? [];
}

@Resolver(() => Invoice)
export class InvoiceResolver {
  @Allow(customers)
  @Mutation(() => RequestInvoicePayload, {
    description: "Asks for an invoice. Refuses NOT_FOUND, VALIDATION, INVOICE_EXCEEDS_PAID.",
  })
  requestInvoice(@Ctx() context: Context, @Arg("input") input: RequestInvoiceInput): Promise<RequestInvoicePayload> {
    return settle(async () => {
      const id = await requestInvoice(context.platform, context.viewer as Customer, input);
      return { invoice: (await invoiceById(context.platform.database.read, id)) ?? null };
    });
  }

  @FieldResolver(() => LocalFile, { nullable: true, description: "The invoice itself, when staff uploaded it." })
  file(@Parent() invoice: Invoice, @Ctx() context: Context): Promise<LocalFile | null> {
    return loadFile(context, invoice.fileId);
  }
}

@Resolver(() => Order)
export class OrderInvoicesResolver {
  @FieldResolver(() => [Invoice], { description: "The invoices you asked for, newest first." })
  invoices(@Parent() order: Order, @Ctx() context: Context): Promise<Invoice[]> {
    return loadInvoices(context, order.id);
  }

  @FieldResolver(() => MoneyScalar, {
    description: "What can still be invoiced: paid, not given back and not invoiced yet.",
  })
  async invoiceable(@Parent() order: Order, @Ctx() context: Context): Promise<Fen> {
    const books = await loadBooks(context, order.id);
    const kept = keptOf(books.map(({ lines }) => lines));
    return invoiceable(kept, await loadInvoices(context, order.id));
  }
}
