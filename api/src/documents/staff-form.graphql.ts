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
import { blockView, DocumentBlock } from "../contracts/document-block.graphql.js";
import { loadAccount } from "../identity/account.graphql.js";
import { pageRequest } from "../kernel/page.js";
import { loadOrderNo, StaffOrder } from "../orders/staff-order.graphql.js";
import type { Context } from "../platform/context.js";
import { Parent } from "../platform/parent.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { holds } from "../platform/viewer.js";
import { correctForm } from "./correct-form.flow.js";
import { FormCodeEnum, FormFields, loadForm, loadForms } from "./form.graphql.js";
import type { FormCode } from "./form.js";
import { formByNo, pageOfForms } from "./form.store.js";
import { voidForm } from "./void-form.flow.js";

@ObjectType({ implements: Node, description: "A form as staff see it." })
export class StaffForm extends FormFields {
  @Field(() => Int, { description: "Number of the wording it was made from; 0 is the platform's own." })
  wordingNumber: number;

  issuedBy: string | null;
  voidedBy: string | null;
}

const StaffFormConnection = connectionType("StaffForm", () => StaffForm);

@InputType({ description: "A form that says something wrong." })
class CorrectFormInput {
  @Field(() => ID, { description: "The form." })
  formId: string;

  @Field(() => Int, { description: "Version of the form you saw." })
  version: number;

  @Field(() => String, { description: "What was wrong, at most 300 characters; printed on the next version." })
  reason: string;

  @Field(() => String, { description: "8 to 100 characters of your own; a repeat with it answers the same." })
  idempotencyKey: string;
}

@InputType({ description: "A form that counts no more." })
class VoidFormInput {
  @Field(() => ID, { description: "The form." })
  formId: string;

  @Field(() => Int, { description: "Version of the form you saw." })
  version: number;

  @Field(() => String, { description: "Why, at most 300 characters; its readers see it." })
  reason: string;
}

@ObjectType({ description: "The version that takes its place, or why not." })
class CorrectFormPayload extends Payload {
  @Field(() => StaffForm, { nullable: true, description: "The new version." })
  form?: StaffForm | null;
}

@ObjectType({ description: "The void form, or why not." })
class VoidFormPayload extends Payload {
  @Field(() => StaffForm, { nullable: true, description: "The form." })
  form?: StaffForm | null;
}

@Resolver(() => StaffForm)
export class StaffFormResolver {
  @Allow(staffWith("documents.read"))
  @Query(() => StaffFormConnection, { description: "Every form, newest first." })
  async staffForms(
    @Ctx() { platform }: Context,
    @Arg("code", () => FormCodeEnum, { nullable: true, description: "Only this kind." }) code?: FormCode | null,
    @Arg("search", () => String, { nullable: true, description: "Beginning of a number." }) search?: string | null,
    @Arg("first", () => Int, { nullable: true, description: "At most 100; 20 unless told." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the last one seen." }) after?: string | null,
  ): Promise<ConnectionOf<StaffForm>> {
    const filter = { code: code ?? null, search: search?.trim().toUpperCase() || null };
    return toConnection(await pageOfForms(platform.database.read, filter, pageRequest(first, after)));
  }

  @Allow(staffWith("documents.read"))
  @Query(() => StaffForm, { nullable: true, description: "One form by its number; null when there is none." })
  async staffForm(
    @Ctx() { platform }: Context,
    @Arg("no", () => String, { description: "Such as BD20261122-7K3M9Q." }) no: string,
  ): Promise<StaffForm | null> {
    return (await formByNo(platform.database.read, no.trim().toUpperCase())) ?? null;
  }

  @Allow(staffInPerson("documents.manage"))
  @Mutation(() => CorrectFormPayload, {
    description:
      "Issues the next version from what is on record now; it names the old one. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED.",
  })
  correctForm(@Ctx() context: Context, @Arg("input") input: CorrectFormInput): Promise<CorrectFormPayload> {
    return settle(async () => {
      const id = await correctForm(context.platform, context.viewer, input);
      return { form: await loadForm(context, id) };
    });
  }

  @Allow(staffInPerson("documents.manage"))
  @Mutation(() => VoidFormPayload, {
    description:
      "Declares a form void. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE, REASON_REQUIRED and, to who issued it by hand, FOUR_EYES.",
  })
  voidForm(@Ctx() context: Context, @Arg("input") input: VoidFormInput): Promise<VoidFormPayload> {
    return settle(async () => {
      await voidForm(context.platform, context.viewer, input);
      return { form: await loadForm(context, input.formId) };
    });
  }

  @FieldResolver(() => [DocumentBlock], { description: "What it says." })
  text(@Parent() form: StaffForm): DocumentBlock[] {
    return form.document.blocks.map(blockView);
  }

  @FieldResolver(() => String, { nullable: true, description: "Number of its order; null without orders.read." })
  orderNo(@Parent() form: StaffForm, @Ctx() context: Context): Promise<string | null> {
    return form.orderId === null ? Promise.resolve(null) : loadOrderNo(context, form.orderId);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who issued it by hand; null for the platform." })
  issuerName(@Parent() form: StaffForm, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, form.issuedBy);
  }

  @FieldResolver(() => String, { nullable: true, description: "Name of who declared it void." })
  voiderName(@Parent() form: StaffForm, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, form.voidedBy);
  }
}

async function nameOf(context: Context, accountId: string | null): Promise<string | null> {
  return accountId ? ((await loadAccount(context, accountId))?.displayName ?? null) : null;
}

@Resolver(() => StaffOrder)
export class StaffOrderFormsResolver {
  @FieldResolver(() => [StaffForm], { description: "Its forms, newest first; none without documents.read." })
  async forms(@Parent() order: StaffOrder, @Ctx() context: Context): Promise<StaffForm[]> {
    return holds(context.viewer, "documents.read") ? loadForms(context, order.id) : [];
  }
}
