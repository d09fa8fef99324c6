import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { checkTemplates } from "./check-templates.flow.js";
import { saveTemplate } from "./save-template.flow.js";
import { type CardCode, cardCodes, cards } from "./template.js";
import { registrations } from "./template.store.js";
import { type TemplateState, templateStates } from "./template-check.js";

const cardEnum = enumOf(cardCodes);
registerEnumType(cardEnum, { name: "WechatCard", description: "The cards we send into people's WeChat." });
const stateEnum = enumOf(templateStates);
registerEnumType(stateEnum, {
  name: "WechatTemplateState",
  description: "Whether a card can be sent.",
  valuesConfig: {
    READY: { description: "The account has its template and every row fits." },
    MISSING: { description: "The account has no such template." },
    MISMATCH: { description: "It has one whose rows are others." },
    UNCHECKED: { description: "Nobody has looked yet." },
  },
});

@ObjectType({ description: "A row of a card." })
class WechatTemplateField {
  @Field(() => String, { description: "What we call it." })
  name: string;

  @Field(() => String, { description: "What the library of templates calls it." })
  label: string;

  @Field(() => String, { description: "The type it needs, such as thing or amount." })
  type: string;

  @Field(() => String, { nullable: true, description: "The account's key for it, such as thing2; null while unknown." })
  key: string | null;

  @Field(() => String, { nullable: true, description: "The type it is sent as, where the template's is another." })
  sentAs: string | null;
}

@ObjectType({ description: "Which template of the service account a card is." })
class WechatTemplate {
  @Field(() => cardEnum, { description: "The card." })
  code: CardCode;

  @Field(() => String, { description: "The title to look for in the library." })
  title: string;

  @Field(() => String, { nullable: true, description: "The account's template." })
  templateId: string | null;

  @Field(() => [WechatTemplateField], { description: "Every row of the card, in its order." })
  fields: WechatTemplateField[];

  @Field(() => stateEnum, { description: "Whether it can be sent." })
  state: TemplateState;

  @Field(() => String, { nullable: true, description: "What is wrong, in Chinese, for staff." })
  problem: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was last compared with the account." })
  checkedAt: number | null;

  @Field(() => Int, { description: "Send it back with an edit; 0 while nothing is stored." })
  version: number;
}

@InputType({ description: "Nothing more is needed: every card is checked." })
class CheckWechatTemplatesInput {
  @Field(() => String, { nullable: true, description: "Not read." })
  clientMutationId?: string | null;
}

@InputType({ description: "The account's key for a row." })
class WechatTemplateFieldInput {
  @Field(() => String, { description: "What we call the row." })
  name: string;

  @Field(() => String, { description: "Such as thing2; its letters are its type." })
  key: string;
}

@InputType({ description: "Which template a card is." })
class SaveWechatTemplateInput {
  @Field(() => cardEnum, { description: "The card." })
  code: CardCode;

  @Field(() => String, { nullable: true, description: "The account's template; null forgets what was put in by hand." })
  templateId?: string | null;

  @Field(() => [WechatTemplateFieldInput], { description: "Every row of the card." })
  fields: WechatTemplateFieldInput[];

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@ObjectType({ description: "Every card after the check." })
class CheckWechatTemplatesPayload extends Payload {
  @Field(() => [WechatTemplate], { nullable: true, description: "All of them." })
  templates?: WechatTemplate[] | null;
}

@ObjectType({ description: "The card after the edit." })
class SaveWechatTemplatePayload extends Payload {
  @Field(() => WechatTemplate, { nullable: true, description: "The card." })
  template?: WechatTemplate | null;
}

@Resolver()
export class WechatTemplateResolver {
  @Allow(staffWith("operations.manage"))
  @Query(() => [WechatTemplate], { description: "Every card with its template." })
  wechatTemplates(@Ctx() context: Context): Promise<WechatTemplate[]> {
    return readTemplates(context);
  }

  @Allow(staffWith("operations.manage"))
  @Mutation(() => CheckWechatTemplatesPayload, {
    description: "Compares the cards with the account's templates. Refuses WECHAT_OFF.",
  })
  checkWechatTemplates(
    @Ctx() context: Context,
    @Arg("input") _input: CheckWechatTemplatesInput,
  ): Promise<CheckWechatTemplatesPayload> {
    return settle(async () => {
      await checkTemplates(context.platform, context.viewer);
      return { templates: await readTemplates(context) };
    });
  }

  @Allow(staffWith("operations.manage"))
  @Mutation(() => SaveWechatTemplatePayload, {
    description:
      "Puts in by hand which template a card is. Refuses WECHAT_OFF, VALIDATION, TEMPLATE_UNKNOWN, STALE_VERSION.",
  })
  saveWechatTemplate(
    @Ctx() context: Context,
    @Arg("input") input: SaveWechatTemplateInput,
  ): Promise<SaveWechatTemplatePayload> {
    return settle(async () => {
      await saveTemplate(context.platform, context.viewer, { ...input, templateId: input.templateId ?? null });
      const template = (await readTemplates(context)).find(({ code }) => code === input.code) ?? null;
      return { template };
    });
  }
}

async function readTemplates({ platform }: Context): Promise<WechatTemplate[]> {
  const rows = await registrations(platform.database.read);
  return rows.map((row) => ({
    ...row,
    fields: cards[row.code].fields.map(({ name, label, type }) => {
      const registered = row.fields.find((field) => field.name === name);
      const sentAs = registered && registered.type !== type ? registered.type : null;
      return { name, label, type, key: registered?.key ?? null, sentAs };
    }),
  }));
}
