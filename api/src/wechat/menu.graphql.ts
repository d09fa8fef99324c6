import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, staffWith } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { type MenuButton, type MenuButtonKind, menuButtonKinds } from "./menu.js";
import { theMenu } from "./menu.store.js";
import { publishMenu } from "./publish-menu.flow.js";
import { saveMenu } from "./save-menu.flow.js";

const kindEnum = enumOf(menuButtonKinds);
registerEnumType(kindEnum, {
  name: "WechatButtonKind",
  description: "What a button of the menu does.",
  valuesConfig: {
    CLICK: { description: "Asks the chat, as the word would." },
    VIEW: { description: "Opens a page of the shop." },
    MENU: { description: "Shows further buttons." },
  },
});

@ObjectType({ description: "A button below the chat." })
class WechatMenuButton {
  @Field(() => String, { description: "What it says." })
  name: string;

  @Field(() => kindEnum, { description: "What it does." })
  kind: MenuButtonKind;

  @Field(() => String, { nullable: true, description: "CLICK: what it asks for, such as PROGRESS." })
  key: string | null;

  @Field(() => String, { nullable: true, description: "VIEW: a path of the shop, such as /orders." })
  url: string | null;

  @Field(() => [WechatMenuButton], { description: "MENU: its buttons; empty for the others." })
  children: readonly MenuButton[];
}

@ObjectType({ description: "The menu below the chat." })
class WechatMenu {
  @Field(() => [WechatMenuButton], { description: "As it is being written." })
  draft: readonly MenuButton[];

  @Field(() => [WechatMenuButton], { nullable: true, description: "As followers see it; null before the first time." })
  published: readonly MenuButton[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When that was published." })
  publishedAt: number | null;

  @Field(() => String, { nullable: true, description: "Why WeChat refused the last one, in Chinese, for staff." })
  problem: string | null;

  @Field(() => Int, { description: "Send it back with an edit; 0 while nothing is stored." })
  version: number;
}

/** Without `children`, and so no type holds itself: a document can't nest deeper than a menu does. */
@InputType({ description: "A button that a button of the bar shows." })
class WechatSubButtonInput {
  @Field(() => String, {
    description: "At most 16 bytes of UTF-8 in the bar (five Chinese characters), 60 below it.",
  })
  name: string;

  @Field(() => kindEnum, { description: "What it does." })
  kind: MenuButtonKind;

  @Field(() => String, {
    nullable: true,
    description: "CLICK: PROGRESS, ACCEPT, PAY, REFUND, INVOICE, BIND, KF or HELP.",
  })
  key?: string | null;

  @Field(() => String, { nullable: true, description: "VIEW: a path of the shop." })
  url?: string | null;
}

@InputType({ description: "A button in the bar below the chat." })
class WechatMenuButtonInput extends WechatSubButtonInput {
  @Field(() => [WechatSubButtonInput], { nullable: true, description: "MENU: one to five buttons." })
  children?: WechatSubButtonInput[] | null;
}

@InputType({ description: "A draft of the menu." })
class SaveWechatMenuInput {
  @Field(() => [WechatMenuButtonInput], { description: "One to three buttons." })
  draft: WechatMenuButtonInput[];

  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@InputType({ description: "Which draft to publish." })
class PublishWechatMenuInput {
  @Field(() => Int, { description: "The version you have seen." })
  version: number;
}

@ObjectType({ description: "The menu after the edit." })
class SaveWechatMenuPayload extends Payload {
  @Field(() => WechatMenu, { nullable: true, description: "The menu." })
  menu?: WechatMenu | null;
}

@ObjectType({ description: "The menu after WeChat took or refused it: then `problem` says why." })
class PublishWechatMenuPayload extends Payload {
  @Field(() => WechatMenu, { nullable: true, description: "The menu." })
  menu?: WechatMenu | null;
}

@Resolver()
export class WechatMenuResolver {
  @Allow(staffWith("operations.manage"))
  @Query(() => WechatMenu, { description: "The menu below the chat, with its draft." })
  wechatMenu(@Ctx() { platform }: Context): Promise<WechatMenu> {
    return theMenu(platform.database.read);
  }

  @Allow(staffWith("operations.manage"))
  @Mutation(() => SaveWechatMenuPayload, {
    description: "Keeps a draft. Refuses VALIDATION naming the button, and STALE_VERSION.",
  })
  saveWechatMenu(@Ctx() context: Context, @Arg("input") input: SaveWechatMenuInput): Promise<SaveWechatMenuPayload> {
    return settle(async () => {
      const draft = input.draft.map(buttonOf);
      await saveMenu(context.platform, context.viewer, { draft, version: input.version });
      return { menu: await theMenu(context.platform.database.read) };
    });
  }

  @Allow(staffWith("operations.manage"))
  @Mutation(() => PublishWechatMenuPayload, {
    description: "Shows the draft to followers. Refuses WECHAT_OFF, STALE_VERSION, VALIDATION.",
  })
  publishWechatMenu(
    @Ctx() context: Context,
    @Arg("input") input: PublishWechatMenuInput,
  ): Promise<PublishWechatMenuPayload> {
    return settle(async () => {
      await publishMenu(context.platform, context.viewer, input);
      return { menu: await theMenu(context.platform.database.read) };
    });
  }
}

function buttonOf({ children, ...button }: WechatMenuButtonInput): MenuButton {
  return { ...subButtonOf(button), children: (children ?? []).map(subButtonOf) };
}

function subButtonOf({ name, kind, key, url }: WechatSubButtonInput): MenuButton {
  return { name, kind, key: key ?? null, url: url ?? null, children: [] };
}
