import {
  Arg,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { pageRequest } from "../kernel/page.js";
import type { Context } from "../platform/context.js";
import { enumOf } from "../platform/enum.js";
import { type ConnectionOf, connectionType, Node, Payload, settle, toConnection } from "../platform/payload.js";
import { Allow, staffInPerson } from "../platform/policy.js";
import { DateTimeScalar } from "../platform/scalars.js";
import { NoticeKindEnum } from "./inbox.graphql.js";
import { maskAddress, type NoticeChannel, type NoticeKind } from "./notice.js";
import { NoticeChannelEnum } from "./preference.graphql.js";
import { readChannels } from "./read-channels.flow.js";
import { readSend, readSends, type SendView } from "./read-sends.flow.js";
import { resumeChannel } from "./resume-channel.flow.js";
import { retryNoticeSend } from "./retry-notice-send.flow.js";
import {
  type SendReason,
  type SendState,
  type SendVerdict,
  sendReasons,
  sendStates,
  sendTable,
  sendVerdicts,
} from "./send.js";

const SendStateEnum = enumOf(sendStates);
registerEnumType(SendStateEnum, { name: "SendState", description: "How far a message has come." });
const SendVerdictEnum = enumOf(sendVerdicts);
registerEnumType(SendVerdictEnum, { name: "SendVerdict", description: "What a channel's refusal means." });
const SendReasonEnum = enumOf(sendReasons);
registerEnumType(SendReasonEnum, { name: "SendReason", description: "Why a message waits or was not sent." });
const ChannelRunEnum = enumOf(["RUNNING", "STOPPED", "OFF"]);
registerEnumType(ChannelRunEnum, { name: "ChannelRun", description: "Whether a channel is used." });
const SendActionEnum = enumOf(["RETRY"]);
registerEnumType(SendActionEnum, { name: "NoticeSendAction", description: "What staff may do with a message." });

@ObjectType({ implements: Node, description: "One try to bring a notice to somebody by one channel." })
export class NoticeSend extends Node {
  @Field(() => NoticeKindEnum, { description: "What it tells." })
  noticeKind: NoticeKind;

  @Field(() => NoticeChannelEnum, { description: "By which way." })
  channel: NoticeChannel;

  @Field(() => String, { description: "Where to, masked; empty while it is not known yet." })
  address: string;

  @Field(() => SendStateEnum, { description: "How far it has come." })
  state: SendState;

  @Field(() => Int, { description: "How often it was tried." })
  attempts: number;

  @Field(() => String, { nullable: true, description: "What the channel said when it refused the last time." })
  error: string | null;

  @Field(() => SendVerdictEnum, { nullable: true, description: "What that means." })
  verdict: SendVerdict | null;

  @Field(() => SendReasonEnum, { nullable: true, description: "Why it waits or was not sent." })
  reason: SendReason | null;

  @Field(() => String, { nullable: true, description: "Whom it is for; null for an applicant." })
  recipient: string | null;

  @Field(() => String, { nullable: true, description: "Number of the order, ticket or application it is about." })
  subject: string | null;

  @Field(() => DateTimeScalar, { description: "When it was queued." })
  createdAt: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the channel took it." })
  sentAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended: delivered, failed or not sent." })
  doneAt: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is tried next; null when it is not." })
  nextAt: number | null;

  @Field(() => Int, { description: "Pass it with a deed." })
  version: number;

  @Field(() => [SendActionEnum], { description: "What you may do with it." })
  availableActions: "RETRY"[];
}

const NoticeSendConnection = connectionType("NoticeSend", () => NoticeSend);

@ObjectType({ description: "How a channel stands." })
class ChannelState {
  @Field(() => NoticeChannelEnum, { description: "The channel." })
  channel: NoticeChannel;

  @Field(() => ChannelRunEnum, { description: "Whether it is used. OFF is how this deployment is configured." })
  state: "RUNNING" | "STOPPED" | "OFF";

  @Field(() => String, { nullable: true, description: "What it said when it stopped." })
  reason: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when it stands still." })
  since: number | null;
}

@InputType({ description: "A failed message to send again." })
class RetryNoticeSendInput {
  @Field(() => ID, { description: "Which one." })
  sendId: string;

  @Field(() => Int, { description: "Its version you have seen." })
  version: number;
}

@ObjectType({ description: "The message after it was put in line again." })
class RetryNoticeSendPayload extends Payload {
  @Field(() => NoticeSend, { nullable: true, description: "The message." })
  send?: NoticeSend | null;
}

@InputType({ description: "A stopped channel to use again." })
class ResumeChannelInput {
  @Field(() => NoticeChannelEnum, { description: "Which one." })
  channel: NoticeChannel;
}

@ObjectType({ description: "The channels after the change." })
class ResumeChannelPayload extends Payload {
  @Field(() => [ChannelState], { nullable: true, description: "All of them." })
  channels?: ChannelState[] | null;
}

function viewOf(send: SendView): NoticeSend {
  const { channel, address, state, nextAt, params } = send;
  return {
    ...send,
    address: address === "" ? "" : maskAddress(channel, address),
    subject: params.no ?? null,
    nextAt: state === "QUEUED" ? nextAt : null,
    availableActions: sendTable.allows(state, "RETRY") ? ["RETRY"] : [],
  };
}

async function channelsOf({ platform, viewer }: Context): Promise<ChannelState[]> {
  const channels = await readChannels(platform, viewer);
  return channels.map(({ channel, state, stop }) => ({
    channel,
    state,
    reason: stop?.reason ?? null,
    since: stop?.since ?? null,
  }));
}

const operators = staffInPerson("operations.manage");

@Resolver()
export class SendsResolver {
  @Allow(operators)
  @Query(() => NoticeSendConnection, { description: "Messages that left the house or were to, newest first." })
  async noticeSends(
    @Ctx() { platform, viewer }: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many, at most 100." }) first?: number | null,
    @Arg("after", () => String, { nullable: true, description: "End of the page before." }) after?: string | null,
    @Arg("state", () => SendStateEnum, { nullable: true, description: "Only those in this state." })
    state?: SendState | null,
    @Arg("channel", () => NoticeChannelEnum, { nullable: true, description: "Only those of this channel." })
    channel?: NoticeChannel | null,
  ): Promise<ConnectionOf<NoticeSend>> {
    const filter = { state: state ?? null, channel: channel ?? null };
    return toConnection(await readSends(platform, viewer, filter, pageRequest(first, after)), viewOf);
  }

  @Allow(operators)
  @Query(() => [ChannelState], { description: "How each way out of the house stands." })
  noticeChannels(@Ctx() context: Context): Promise<ChannelState[]> {
    return channelsOf(context);
  }

  @Allow(operators)
  @Mutation(() => RetryNoticeSendPayload, {
    description: "Sends a failed message again. Refuses NOT_FOUND, STALE_VERSION, INVALID_STATE.",
  })
  retryNoticeSend(
    @Ctx() { platform, viewer }: Context,
    @Arg("input") input: RetryNoticeSendInput,
  ): Promise<RetryNoticeSendPayload> {
    return settle(async () => {
      await retryNoticeSend(platform, viewer, input);
      const send = await readSend(platform, viewer, input.sendId);
      return { send: send ? viewOf(send) : null };
    });
  }

  @Allow(operators)
  @Mutation(() => ResumeChannelPayload, {
    description: "Uses a channel again that stopped itself. Refuses INVALID_STATE for one that runs.",
  })
  resumeChannel(@Ctx() context: Context, @Arg("input") input: ResumeChannelInput): Promise<ResumeChannelPayload> {
    return settle(async () => {
      await resumeChannel(context.platform, context.viewer, input);
      return { channels: await channelsOf(context) };
    });
  }
}
