import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver, registerEnumType } from "type-graphql";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { Payload, settle } from "../platform/payload.js";
import { Allow, signedIn } from "../platform/policy.js";
import { accountOf, NoticeTopicEnum } from "./inbox.graphql.js";
import { type NoticeChannel, type NoticeTopic, noticeChannels, noticeTopics } from "./notice.js";
import { readPeople } from "./read-people.flow.js";
import { setNoticePreference } from "./set-notice-preference.flow.js";
import { isMobile } from "./way.js";

export const NoticeChannelEnum = enumOf(noticeChannels);
registerEnumType(NoticeChannelEnum, {
  name: "NoticeChannel",
  description: "Ways a notice goes besides standing in the app.",
});

@ObjectType({ description: "Whether you hear of a topic by a channel." })
class NoticePreference {
  @Field(() => NoticeTopicEnum, { description: "The topic." })
  topic: NoticeTopic;

  @Field(() => NoticeChannelEnum, { description: "The channel." })
  channel: NoticeChannel;

  @Field(() => Boolean, { description: "Whether you want it; true until you switch it off." })
  enabled: boolean;

  @Field(() => Boolean, { description: "Whether the channel reaches you: WeChat is bound, a mobile phone is known …" })
  available: boolean;
}

@InputType({ description: "One switch." })
class SetNoticePreferenceInput {
  @Field(() => NoticeTopicEnum, { description: "The topic." })
  topic: NoticeTopic;

  @Field(() => NoticeChannelEnum, { description: "The channel." })
  channel: NoticeChannel;

  @Field(() => Boolean, { description: "Whether you want it." })
  enabled: boolean;
}

@ObjectType({ description: "Your switches after the change." })
class SetNoticePreferencePayload extends Payload {
  @Field(() => [NoticePreference], { nullable: true, description: "All of them, topic by topic." })
  preferences?: NoticePreference[] | null;
}

/** Every switch of the account that asks, in the order of topics and channels. */
async function readPreferences(context: Context): Promise<NoticePreference[]> {
  const accountId = accountOf(context);
  const { persons, house } = await readPeople(context.platform, [accountId], []);
  const person = persons.get(accountId);
  const available: Readonly<Record<NoticeChannel, boolean>> = {
    WECHAT: house.wechat && person?.openid != null,
    SMS: house.sms && person?.phone != null && isMobile(person.phone),
    EMAIL: true,
  };
  return noticeTopics.flatMap((topic) =>
    noticeChannels.map((channel) => ({
      topic,
      channel,
      enabled: !person?.switchedOff.has(`${topic}:${channel}`),
      available: available[channel],
    })),
  );
}

@Resolver()
export class PreferenceResolver {
  @Allow(signedIn)
  @Query(() => [NoticePreference], { description: "By which ways you hear of what, topic by topic." })
  noticePreferences(@Ctx() context: Context): Promise<NoticePreference[]> {
    return readPreferences(context);
  }

  @Allow(signedIn)
  @Mutation(() => SetNoticePreferencePayload, {
    description: "Switches a way of hearing of a topic on or off. In the app every notice stands anyway.",
  })
  setNoticePreference(
    @Ctx() context: Context,
    @Arg("input") input: SetNoticePreferenceInput,
  ): Promise<SetNoticePreferencePayload> {
    return settle(async () => {
      await setNoticePreference(context.platform, context.viewer, input);
      return { preferences: await readPreferences(context) };
    });
  }
}
