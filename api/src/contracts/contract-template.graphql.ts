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
import { loadAccount } from "../identity/account.graphql.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Parent } from "../platform/parent.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { blockView, DocumentBlock } from "./document-block.graphql.js";
import { fillTemplate } from "./fill.js";
import { sampleAgreed } from "./sample.js";
import { saveContractTemplate } from "./save-contract-template.flow.js";
import { blockNames, parseTemplate, placeNames, type TemplateIssueCode, templateIssueCodes } from "./template.js";
import { templateByCode, templatesOf, wordingsOf } from "./template.store.js";

const TemplateIssueCodeEnum = enumOf(templateIssueCodes);
registerEnumType(TemplateIssueCodeEnum, {
  name: "ContractTemplateIssueCode",
  description: "What keeps a text from being a template.",
});

@ObjectType({ description: "What is wrong in a text, and where." })
export class ContractTemplateIssue {
  @Field(() => TemplateIssueCodeEnum, { description: "What is wrong." })
  code: TemplateIssueCode;

  @Field(() => Int, { description: "Where it begins, in UTF-16 units from 0." })
  from: number;

  @Field(() => Int, { description: "Where it ends." })
  to: number;

  @Field(() => String, { description: "The place it is about." })
  name: string;
}

@ObjectType({ description: "A text as a contract of a made-up order, or what is wrong with it." })
class ContractTemplatePreview {
  @Field(() => [ContractTemplateIssue], { description: "What is wrong; nothing when it may be saved." })
  issues: readonly ContractTemplateIssue[];

  @Field(() => [DocumentBlock], { description: "What would be printed; nothing while something is wrong." })
  blocks: readonly DocumentBlock[];
}

@ObjectType({ description: "One wording of a template; it never changes." })
class ContractWording {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => Int, { description: "1, 2, 3 …; the last one is in force." })
  number: number;

  @Field(() => String, { description: "What stands at the head of the contract." })
  title: string;

  @Field(() => String, { description: "The text with its places." })
  text: string;

  @Field(() => DateTimeScalar, { description: "When it was saved." })
  createdAt: number;

  authorId: string | null;
}

@ObjectType({ description: "The text that contracts of one kind are made from." })
class ContractTemplate {
  @Field(() => ID, { description: "Opaque and unguessable." })
  id: string;

  @Field(() => String, { description: "What products and quotations name it by." })
  code: string;

  @Field(() => String, { description: "Its name, for staff." })
  name: string;

  @Field(() => Int, { description: "Number of the wording in force." })
  currentNumber: number;

  @Field(() => DateTimeScalar, { description: "When it was saved the last time." })
  updatedAt: number;

  @Field(() => Int, { description: "Send it back with an edit." })
  version: number;
}

@InputType({ description: "A wording to save." })
class SaveContractTemplateInput {
  @Field(() => String, { description: "A to Z, digits, - and _, at most 30." })
  code: string;

  @Field(() => Int, { description: "Version of the template you saw; 0 for a new one." })
  version: number;

  @Field(() => String, { description: "Its name, at most 60 characters." })
  name: string;

  @Field(() => String, { description: "What stands at the head of the contract, at most 60 characters." })
  title: string;

  @Field(() => String, { description: "The text with its places, at most 10,000 characters." })
  text: string;
}

@ObjectType({ description: "The template, or what is wrong with it." })
class SaveContractTemplatePayload extends Payload {
  @Field(() => ContractTemplate, { nullable: true, description: "The template." })
  template?: ContractTemplate | null;
}

const WORDINGS = Symbol("wordings of templates");

@Resolver(() => ContractTemplate)
export class ContractTemplateResolver {
  @Allow(staffWith("contracts.read"))
  @Query(() => [ContractTemplate], { description: "Every template, by its code." })
  contractTemplates(@Ctx() { platform }: Context): Promise<ContractTemplate[]> {
    return templatesOf(platform.database.read);
  }

  @Allow(staffWith("contracts.read"))
  @Query(() => ContractTemplate, { nullable: true, description: "One template; null when there is none of this code." })
  async contractTemplate(
    @Ctx() { platform }: Context,
    @Arg("code", () => String, { description: "Of the template." }) code: string,
  ): Promise<ContractTemplate | null> {
    return (await templateByCode(platform.database.read, code)) ?? null;
  }

  @Allow(staffWith("contracts.manage"))
  @Query(() => ContractTemplatePreview, { description: "A text before it is saved." })
  previewContractTemplate(
    @Ctx() { platform }: Context,
    @Arg("text", () => String, { description: "The text with its places." }) text: string,
  ): ContractTemplatePreview {
    const parsed = parseTemplate(text.slice(0, 20_000));
    if (!parsed.ok) return { issues: parsed.issues.slice(0, 50), blocks: [] };
    return { issues: [], blocks: fillTemplate(parsed.blocks, sampleAgreed(platform.clock.now())).map(blockView) };
  }

  @Allow(staffWith("contracts.read"))
  @Query(() => [String], { description: "The places a text may have; a product's question is inputs.CODE." })
  contractPlaces(): readonly string[] {
    return [...placeNames, ...blockNames];
  }

  @Allow(staffWith("contracts.manage"))
  @Mutation(() => SaveContractTemplatePayload, {
    description:
      "Saves a wording as the next version, in force at once. Refuses VALIDATION, CONTRACT_TEMPLATE_INVALID, STALE_VERSION.",
  })
  saveContractTemplate(
    @Ctx() context: Context,
    @Arg("input") input: SaveContractTemplateInput,
  ): Promise<SaveContractTemplatePayload> {
    return settle(async () => {
      const code = await saveContractTemplate(context.platform, context.viewer, input);
      return { template: (await templateByCode(context.platform.database.read, code)) ?? null };
    });
  }

  @FieldResolver(() => [ContractWording], { description: "Every wording, newest first." })
  async wordings(
    @Parent() template: ContractTemplate,
    @Ctx() { platform, loaders }: Context,
  ): Promise<ContractWording[]> {
    const loader = loaders.byId(WORDINGS, (ids) => wordingsOf(platform.database.read, ids));
    return (await loader.load(template.id)) ?? [];
  }
}

@Resolver(() => ContractWording)
export class ContractWordingResolver {
  @FieldResolver(() => String, { nullable: true, description: "Name of who wrote it." })
  async authorName(@Parent() wording: ContractWording, @Ctx() context: Context): Promise<string | null> {
    return wording.authorId ? ((await loadAccount(context, wording.authorId))?.displayName ?? null) : null;
  }
}
