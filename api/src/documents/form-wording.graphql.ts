import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { ContractTemplateIssue } from "../contracts/contract-template.graphql.js";
import { blockView, DocumentBlock } from "../contracts/document-block.graphql.js";
import type { Context } from "../platform/context.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffInPerson, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { FormCodeEnum } from "./form.graphql.js";
import { type FormCode, formCodes } from "./form.js";
import { fillWording, formBlocks, formPlaces, houseWording, parseWording, WORDING_LIMIT } from "./form-wording.js";
import { sampleData } from "./sample.js";
import { saveFormWording } from "./save-form-wording.flow.js";
import { allWordings, wordingInForce } from "./wording.store.js";

@ObjectType({ description: "The title and text that forms of one code are made from." })
class FormWording {
  @Field(() => FormCodeEnum, { description: "Which form." })
  code: FormCode;

  @Field(() => Int, { description: "1, 2, 3 …; 0 is the platform's own, before staff ever changed it." })
  number: number;

  @Field(() => String, { description: "What stands at the head." })
  title: string;

  @Field(() => String, { description: "The text with its places." })
  text: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was saved; null for the platform's own." })
  createdAt: number | null;
}

@ObjectType({ description: "A text as a form of made-up facts, or what is wrong with it." })
class FormWordingPreview {
  @Field(() => [ContractTemplateIssue], { description: "What is wrong; nothing when it may be saved." })
  issues: readonly ContractTemplateIssue[];

  @Field(() => [DocumentBlock], { description: "What would be printed; nothing while something is wrong." })
  blocks: readonly DocumentBlock[];
}

@InputType({ description: "A wording to save." })
class SaveFormWordingInput {
  @Field(() => FormCodeEnum, { description: "Which form." })
  code: FormCode;

  @Field(() => Int, { description: "Number of the wording you saw." })
  number: number;

  @Field(() => String, { description: "What stands at the head, at most 60 characters." })
  title: string;

  @Field(() => String, { description: "The text with its places, at most 5,000 characters." })
  text: string;
}

@ObjectType({ description: "The wording in force, or what is wrong with it." })
class SaveFormWordingPayload extends Payload {
  @Field(() => FormWording, { nullable: true, description: "The wording." })
  wording?: FormWording | null;
}

@Resolver(() => FormWording)
export class FormWordingResolver {
  @Allow(staffWith("documents.read"))
  @Query(() => [FormWording], { description: "The wording in force of every form, in the order of a trade." })
  async formWordings(@Ctx() { platform }: Context): Promise<FormWording[]> {
    const written = await allWordings(platform.database.read);
    return formCodes.map((code) => {
      const last = written.find((wording) => wording.code === code);
      return last ?? { code, ...houseWording(code), createdAt: null };
    });
  }

  @Allow(staffWith("documents.read"))
  @Query(() => [String], { description: "The places a form's text may have." })
  formPlaces(): readonly string[] {
    return [...formPlaces, ...formBlocks];
  }

  @Allow(staffWith("documents.manage"))
  @Query(() => FormWordingPreview, { description: "A text before it is saved." })
  previewFormWording(
    @Ctx() { platform }: Context,
    @Arg("text", () => String, { description: "The text with its places." }) text: string,
  ): FormWordingPreview {
    const told = text.slice(0, WORDING_LIMIT);
    const parsed = parseWording(told);
    if (!parsed.ok) return { issues: parsed.issues.slice(0, 50), blocks: [] };
    const head = { no: "BD20261122-7K3M9Q", at: platform.clock.now() };
    return { issues: [], blocks: fillWording(told, sampleData, head).map(blockView) };
  }

  @Allow(staffInPerson("documents.manage"))
  @Mutation(() => SaveFormWordingPayload, {
    description:
      "Saves a wording as the next one, in force at once. Refuses VALIDATION, FORM_WORDING_INVALID, STALE_VERSION.",
  })
  saveFormWording(@Ctx() context: Context, @Arg("input") input: SaveFormWordingInput): Promise<SaveFormWordingPayload> {
    return settle(async () => {
      await saveFormWording(context.platform, context.viewer, input);
      const wording = await wordingInForce(context.platform.database.read, input.code);
      return { wording: { createdAt: context.platform.clock.now(), ...wording, code: input.code } };
    });
  }
}
