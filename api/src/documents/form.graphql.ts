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
  registerEnumType,
} from "type-graphql";
import { blockView, DocumentBlock } from "../contracts/document-block.graphql.js";
import { SupplierTicket } from "../fulfilment/supplier-ticket.graphql.js";
import type { PdfDocument } from "../kernel/document.js";
import type { Fen } from "../kernel/money.js";
import { pageRequest } from "../kernel/page.js";
import { Order } from "../orders/order.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { LocalFile, loadFile } from "../platform/file.graphql.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, anyone, signedIn, supplierMembers } from "../platform/policy.js";
import { DateTimeScalar, MoneyScalar } from "../platform/scalars.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { type FormCode, type FormState, formCodes, formStates, proves } from "./form.js";
import { type FormRow, formById, formByNo, formsOf, formsOfTickets, pageOfForms, successorsOf } from "./form.store.js";
import type { FormData } from "./form-data.js";
import { printForm } from "./print-form.flow.js";
import { codesFor, mayRead } from "./reader.js";

export const FormCodeEnum = enumOf(formCodes);
registerEnumType(FormCodeEnum, { name: "FormCode", description: "Which form: the process that happened decides." });

const FormStateEnum = enumOf(formStates);
registerEnumType(FormStateEnum, {
  name: "FormState",
  description: "Whether a form counts, was replaced by a later version, or was declared void.",
});

/** What a form shows to everybody who may read it. The root is its row. */
@ObjectType()
export abstract class FormFields extends Node {
  @Field(() => String, { description: "Its number, for people; every version has its own." })
  no: string;

  @Field(() => FormCodeEnum, { description: "Which form it is." })
  code: FormCode;

  @Field(() => String, { description: "What stands at its head." })
  title: string;

  @Field(() => Int, { description: "1, 2, 3 … among the versions about the same thing." })
  number: number;

  @Field(() => FormStateEnum, { description: "Whether it counts." })
  state: FormState;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "The amount it is about; null where no single one is meant.",
  })
  amount: Fen | null;

  @Field(() => DateTimeScalar, { description: "When it was issued." })
  issuedAt: number;

  @Field(() => String, { nullable: true, description: "Why it took the place of the version before." })
  reason: string | null;

  @Field(() => String, { nullable: true, description: "Why it was declared void." })
  voidReason: string | null;

  @Field(() => String, {
    description: "SHA-256 of what it says; the QR code on the paper leads to a page that compares it.",
  })
  hash: string;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;

  orderId: string | null;
  data: FormData;
  document: PdfDocument;
  pdfFileId: string | null;
}

@ObjectType({
  implements: Node,
  description: "A form of a trade, as its customer or supplier reads it; it never changes.",
})
export class Form extends FormFields {}

const FormConnection = connectionType("Form", () => Form);

@ObjectType({ description: "What a stranger with the paper in hand may know: whether it is true and still counts." })
class FormProof {
  @Field(() => String, { description: "What stands at its head." })
  title: string;

  @Field(() => FormStateEnum, { description: "Whether it still counts." })
  state: FormState;

  @Field(() => DateTimeScalar, { description: "When it was issued." })
  issuedAt: number;

  @Field(() => String, { nullable: true, description: "Number of the version that took its place." })
  replacedBy: string | null;
}

@InputType({ description: "The form to print." })
class PrintFormInput {
  @Field(() => ID, { description: "One that you may read." })
  formId: string;
}

@ObjectType({ description: "The form with its file, or why there is none." })
class PrintFormPayload extends Payload {
  @Field(() => LocalFile, { nullable: true, description: "The PDF." })
  file?: LocalFile | null;
}

const FORMS = Symbol("forms of orders");
const OF_TICKETS = Symbol("forms of tickets");

/** Every form of an order, newest first, in one statement for all orders of a request. The caller picks who reads what. */
export async function loadForms({ platform, loaders }: Context, orderId: string): Promise<FormRow[]> {
  return (await loaders.byId(FORMS, (ids) => formsOf(platform.database.read, ids)).load(orderId)) ?? [];
}

/** A form that the viewer may read; null for a missing and for a foreign one alike. */
export async function loadForm({ platform, viewer }: Context, id: string): Promise<FormRow | null> {
  const form = await formById(platform.database.read, id);
  return form && mayRead(viewer, form) ? form : null;
}

@Resolver(() => Form)
export class FormResolver {
  @Allow(signedIn)
  @Query(() => Form, { nullable: true, description: "One form that is made out to you; null when there is none." })
  form(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the form." }) id: string,
  ): Promise<Form | null> {
    return loadForm(context, id);
  }

  @Allow(supplierMembers())
  @Query(() => FormConnection, {
    description:
      "The forms made out to your supplier, newest first; those of money are for its owners and bookkeepers.",
  })
  async mySupplierForms(
    @Ctx() { platform, viewer }: Context,
    @Arg("code", () => FormCodeEnum, { nullable: true, description: "Only this kind." }) code?: FormCode | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<Form>> {
    const member = viewer as SupplierMemberViewer;
    const codes = codesFor(member).filter((known) => !code || known === code);
    const filter = { supplierId: member.supplierId, codes };
    return toConnection(await pageOfForms(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(anyone)
  @Query(() => FormProof, {
    nullable: true,
    description:
      "Whether a paper is true: null unless number and fingerprint belong together. Says nothing of its content.",
  })
  async formProof(
    @Ctx() { platform }: Context,
    @Arg("no", () => String, { description: "The number on the paper." }) no: string,
    @Arg("proof", () => String, { description: "At least the first 16 characters of its fingerprint." }) proof: string,
  ): Promise<FormProof | null> {
    const { read } = platform.database;
    const form = await formByNo(read, no.trim().toUpperCase());
    if (!form || !proves(form.hash, proof)) return null;
    const { title, state, issuedAt } = form;
    return { title, state, issuedAt, replacedBy: (await successorsOf(read, [form.id])).get(form.id)?.no ?? null };
  }

  @Allow(signedIn)
  @Mutation(() => PrintFormPayload, {
    description: "The form as a PDF, made once and kept. Refuses NOT_FOUND.",
  })
  printForm(@Ctx() context: Context, @Arg("input") input: PrintFormInput): Promise<PrintFormPayload> {
    return settle(async () => {
      await printForm(context.platform, context.viewer, input.formId);
      return { file: await loadFile(context, (await loadForm(context, input.formId))?.pdfFileId ?? null) };
    });
  }

  @FieldResolver(() => String, { nullable: true, description: "Number of the order it is about, if it is about one." })
  orderNo(@Parent() form: Form): string | null {
    return form.data.orderNo;
  }

  @FieldResolver(() => [DocumentBlock], { description: "What it says." })
  text(@Parent() form: Form): DocumentBlock[] {
    return form.document.blocks.map(blockView);
  }
}

@Resolver(() => Order)
export class OrderFormsResolver {
  @FieldResolver(() => [Form], { description: "Its forms that are made out to you, newest first." })
  async forms(@Parent() order: Order, @Ctx() context: Context): Promise<Form[]> {
    return (await loadForms(context, order.id)).filter((form) => mayRead(context.viewer, form));
  }
}

@Resolver(() => SupplierTicket)
export class SupplierTicketFormsResolver {
  @FieldResolver(() => [Form], { description: "The forms of this ticket that are made out to your supplier." })
  async forms(@Parent() ticket: SupplierTicket, @Ctx() context: Context): Promise<Form[]> {
    const { platform, loaders, viewer } = context;
    const loader = loaders.byId(OF_TICKETS, (ids) => formsOfTickets(platform.database.read, ids));
    return ((await loader.load(ticket.id)) ?? []).filter((form) => mayRead(viewer, form));
  }
}
