import { readQueues } from "../fulfilment/read-queues.flow.js";
import type { Platform } from "../platform/platform.js";
import type { Answer, InboundMessage } from "./answering.js";
import { asksOfOrders, hear, type Wish } from "./chat.js";
import { giveAnswer, handOver } from "./give-answer.flow.js";
import { moveFollower } from "./move-follower.flow.js";
import { endedAccountSaying, generalSaying, inviteSaying, unboundSaying, unknownSaying } from "./replies.js";
import { together } from "./saying.js";
import { staffInChat } from "./staff-in-chat.flow.js";
import { tellCustomer } from "./tell-customer.flow.js";
import { tellSupplier } from "./tell-supplier.flow.js";
import type { Told } from "./told.js";
import { unbindInChat } from "./unbind-in-chat.flow.js";
import { accountsOf, type Writer } from "./who.js";
import { whoWrites } from "./who-writes.flow.js";
import { queuesOf, staffSaying } from "./work-reply.js";

const nothing = (intent: string | null): Answer => ({ reply: null, intent, orderId: null });

/**
 * Answers a message that WeChat delivered. Nothing of an order is told to anybody but the accounts this WeChat stands for;
 * everybody else is asked to bind. The reply is null where none is shown.
 */
export async function answerMessage(platform: Platform, message: InboundMessage): Promise<Answer> {
  const heard = hear(message);
  if (!heard) return nothing(null);
  if (heard.kind !== "WISH") {
    return { ...nothing(heard.kind), reply: await moveFollower(platform, message, heard) };
  }
  const { wish } = heard;
  const writer = await whoWrites(platform, message);
  if (wish.intent === "KF") return { ...nothing("KF"), reply: await handOver(platform, writer) };
  if (wish.intent === "UNBIND_CONFIRMED" && (await unbindInChat(platform, writer))) {
    const given = { saying: unboundSaying, list: null, understood: true };
    return { ...nothing(wish.intent), reply: await giveAnswer(platform, { ...writer, bindingIds: [] }, given) };
  }
  const told = await tell(platform, writer, wish, message.text ?? "");
  const saying = told.length > 0 ? together(told.map((part) => part.saying)) : unknownSaying;
  const list = told.flatMap((part) => part.list ?? []);
  const given = { saying, list: list.length > 0 ? list : null, understood: told.length > 0 };
  const intent = told.length > 0 ? wish.intent : "UNKNOWN";
  const orderId = told.find((part) => part.orderId !== undefined)?.orderId ?? null;
  return { reply: await giveAnswer(platform, writer, given), intent, orderId };
}

/** What each of the writer's accounts, or nobody's, has to say to the wish; empty when it is not understood. */
async function tell(platform: Platform, writer: Writer, wish: Wish, typed: string): Promise<Told[]> {
  const general = generalSaying(writer, wish);
  if (general) return [{ saying: general }];
  if (writer.accounts.length === 0) return asksOfOrders(wish) ? [{ saying: inviteSaying }] : [];
  const customerIds = accountsOf(writer, "CUSTOMER").map((account) => account.id);
  const atWork = wish.intent === "FIND" ? [] : [...accountsOf(writer, "SUPPLIER"), ...accountsOf(writer, "STAFF")];
  if (customerIds.length + atWork.length === 0 && wish.intent !== "FIND") return [{ saying: endedAccountSaying }];
  const parts = await Promise.all([
    tellCustomer(platform, { customerIds, list: writer.list, typed }, wish),
    ...atWork.map(({ id, audience }) =>
      audience === "SUPPLIER" ? tellSupplier(platform, id) : tellStaff(platform, id),
    ),
  ]);
  return parts.flatMap((part) => part ?? []);
}

async function tellStaff(platform: Platform, accountId: string): Promise<Told> {
  const queues = await readQueues(platform, await staffInChat(platform, accountId));
  return { saying: staffSaying({ accountId, queues: queuesOf(queues) }) };
}
