import { GraphQLError } from "graphql";
import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
  Subscription,
} from "type-graphql";
import { FROM_THE_START, watch } from "../identity/watch.graphql.js";
import { found } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Node, Payload, settle } from "../platform/payload.js";
import { Allow, signedIn } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { beginWechatBinding } from "./begin-wechat-binding.flow.js";
import { type BoundVia, boundVias } from "./binding.js";
import { bindingOf } from "./binding.store.js";
import { cancelWechatBinding } from "./cancel-wechat-binding.flow.js";
import { confirmWechatBinding } from "./confirm-wechat-binding.flow.js";
import { sceneStream } from "./facts.js";
import { readWechatScene } from "./read-wechat-scene.flow.js";
import { unbindWechat } from "./unbind-wechat.flow.js";

const bindingStates = ["BOUND", "UNSUBSCRIBED", "NONE"] as const;
const bindingStateEnum = enumOf(bindingStates);
registerEnumType(bindingStateEnum, {
  name: "WechatBindingState",
  description: "Whether an account has a WeChat, and whether it can be told anything there.",
  valuesConfig: {
    BOUND: { description: "It has one that follows the service account." },
    UNSUBSCRIBED: { description: "It has one that no longer follows: nothing reaches it until it follows again." },
    NONE: { description: "It has none." },
  },
});
const viaEnum = enumOf(boundVias);
registerEnumType(viaEnum, {
  name: "WechatBoundVia",
  description: "How a WeChat was bound: by scanning a code, or by opening our page inside WeChat.",
});
const sceneStates = ["OPEN", "CLAIMED", "CONFIRMED", "CANCELLED", "EXPIRED"] as const;
const sceneStateEnum = enumOf(sceneStates);
registerEnumType(sceneStateEnum, {
  name: "WechatSceneState",
  description: "Waits for a scan, waits for the confirmation on its page, done, given up, or over.",
});

@ObjectType({ description: "The WeChat of your account." })
class WechatBinding {
  @Field(() => bindingStateEnum, { description: "Whether there is one, and whether it can be told anything." })
  state: (typeof bindingStates)[number];

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when; null when there is none." })
  boundAt: number | null;

  @Field(() => viaEnum, { nullable: true, description: "How it was bound; null when there is none." })
  boundVia: BoundVia | null;
}

@ObjectType({
  implements: Node,
  description: "A wish to bind a WeChat: seen by the session that began it, ten minutes long.",
})
class WechatScene extends Node {
  @Field(() => String, { description: "What the code to be scanned says; empty when nothing is to be scanned." })
  qrText: string;

  @Field(() => DateTimeScalar, { description: "When it is over." })
  expiresAt: number;

  @Field(() => sceneStateEnum, { description: "How far it got. CLAIMED asks for your confirmation." })
  state: (typeof sceneStates)[number];

  @Field(() => String, { description: "Your account, as the person who scans is shown it." })
  maskedAccount: string;
}

@InputType({ description: "Nothing more is needed: the account is yours." })
class BeginWechatBindingInput {
  @Field(() => String, { nullable: true, description: "Not read." })
  clientMutationId?: string | null;
}

@InputType({ description: "Which wish to bind to confirm." })
class ConfirmWechatBindingInput {
  @Field(() => ID, { description: "A scene this session began and somebody claimed." })
  sceneId: string;

  @Field(() => String, {
    nullable: true,
    description: "The four digits that the chat told whoever scanned; none when the page was opened inside WeChat.",
  })
  code?: string | null;
}

@InputType({ description: "Which wish to bind to give up." })
class CancelWechatBindingInput {
  @Field(() => ID, { description: "A scene this session began." })
  sceneId: string;
}

@InputType({ description: "Nothing more is needed: the account is yours." })
class UnbindWechatInput {
  @Field(() => String, { nullable: true, description: "Not read." })
  clientMutationId?: string | null;
}

@ObjectType({ description: "The code to show." })
class BeginWechatBindingPayload extends Payload {
  @Field(() => WechatScene, { nullable: true, description: "The wish to bind." })
  scene?: WechatScene | null;
}

@ObjectType({ description: "The WeChat of your account after this." })
class ConfirmWechatBindingPayload extends Payload {
  @Field(() => WechatBinding, { nullable: true, description: "Your binding." })
  binding?: WechatBinding | null;
}

@ObjectType({ description: "The wish to bind after this." })
class CancelWechatBindingPayload extends Payload {
  @Field(() => WechatScene, { nullable: true, description: "Given up." })
  scene?: WechatScene | null;
}

@ObjectType({ description: "The WeChat of your account after this." })
class UnbindWechatPayload extends Payload {
  @Field(() => WechatBinding, { nullable: true, description: "Your binding, now none." })
  binding?: WechatBinding | null;
}

const notFound = (): GraphQLError =>
  new GraphQLError("There is no such thing, or it is not yours.", { extensions: { code: "NOT_FOUND" } });

@Resolver()
export class WechatBindingResolver {
  @Allow(signedIn)
  @Query(() => WechatBinding, {
    nullable: true,
    description: "The WeChat of your account; null when no service account is connected.",
  })
  async wechatBinding(@Ctx() context: Context): Promise<WechatBinding | null> {
    return context.platform.config.wechat ? readBinding(context) : null;
  }

  @Allow(signedIn)
  @Query(() => WechatScene, { nullable: true, description: "A wish to bind that this session began; else null." })
  wechatScene(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the scene." }) id: string,
  ): Promise<WechatScene | null> {
    return readScene(context, id);
  }

  @Allow(signedIn)
  @Mutation(() => BeginWechatBindingPayload, {
    description:
      "Makes a code that binds the WeChat that scans it. Refuses WECHAT_OFF, WECHAT_BUSY, BINDING_TAKEN, RATE_LIMITED.",
  })
  beginWechatBinding(
    @Ctx() context: Context,
    @Arg("input") _input: BeginWechatBindingInput,
  ): Promise<BeginWechatBindingPayload> {
    return settle(async () => {
      const sceneId = await beginWechatBinding(context.platform, context.viewer);
      return { scene: await readScene(context, sceneId) };
    });
  }

  @Allow(signedIn)
  @Mutation(() => ConfirmWechatBindingPayload, {
    description:
      "Binds the WeChat that claimed the code. Refuses NOT_FOUND, CODE_INVALID, BINDING_ENDED, BINDING_TAKEN, RATE_LIMITED, WECHAT_OFF.",
  })
  confirmWechatBinding(
    @Ctx() context: Context,
    @Arg("input") input: ConfirmWechatBindingInput,
  ): Promise<ConfirmWechatBindingPayload> {
    return settle(async () => {
      const { sceneId, code = null } = input;
      await confirmWechatBinding(context.platform, context.viewer, { sceneId, code });
      return { binding: await readBinding(context) };
    });
  }

  @Allow(signedIn)
  @Mutation(() => CancelWechatBindingPayload, {
    description: "Gives a code up, whoever scanned it. Refuses NOT_FOUND, BINDING_ENDED, WECHAT_OFF.",
  })
  cancelWechatBinding(
    @Ctx() context: Context,
    @Arg("input") input: CancelWechatBindingInput,
  ): Promise<CancelWechatBindingPayload> {
    return settle(async () => {
      await cancelWechatBinding(context.platform, context.viewer, input.sceneId);
      return { scene: await readScene(context, input.sceneId) };
    });
  }

  @Allow(signedIn)
  @Mutation(() => UnbindWechatPayload, { description: "Parts your account from its WeChat. Refuses WECHAT_OFF." })
  unbindWechat(@Ctx() context: Context, @Arg("input") _input: UnbindWechatInput): Promise<UnbindWechatPayload> {
    return settle(async () => {
      await unbindWechat(context.platform, context.viewer);
      return { binding: await readBinding(context) };
    });
  }

  @Allow(signedIn)
  @Subscription(() => WechatScene, {
    description: "A wish to bind that this session began: at once as it stands, then each time it moves.",
    subscribe: async ({ args, context }: { args: { id: string }; context: Context }) => {
      if (!(await readScene(context, args.id))) throw notFound();
      return watch(context, sceneStream(args.id), FROM_THE_START, signedIn);
    },
  })
  async wechatSceneChanged(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the scene." }) id: string,
  ): Promise<WechatScene> {
    return found(await readScene(context, id));
  }
}

async function readBinding({ platform, viewer }: Context): Promise<WechatBinding> {
  const accountId = "accountId" in viewer ? viewer.accountId : "";
  const row = await bindingOf(platform.database.read, accountId);
  if (!row) return { state: "NONE", boundAt: null, boundVia: null };
  return { state: row.state === "BOUND" ? "BOUND" : "UNSUBSCRIBED", boundAt: row.boundAt, boundVia: row.boundVia };
}

async function readScene({ platform, viewer }: Context, id: string): Promise<WechatScene | null> {
  const read = await readWechatScene(platform, viewer, id);
  if (!read) return null;
  const { scene, maskedAccount } = read;
  const isOpen = scene.state === "OPEN" || scene.state === "CLAIMED";
  const state = isOpen && scene.expiresAt <= platform.clock.now() ? "EXPIRED" : scene.state;
  return { id: scene.id, qrText: scene.qrUrl, expiresAt: scene.expiresAt, state, maskedAccount };
}
