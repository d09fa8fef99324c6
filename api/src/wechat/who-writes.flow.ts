import { accountsById } from "../identity/identity.store.js";
import type { Platform } from "../platform/platform.js";
import type { InboundMessage } from "./answering.js";
import { bindingsOfOpenid } from "./binding.store.js";
import { followerOf } from "./conversation.store.js";
import type { Writer } from "./who.js";

/** Who writes: the accounts their WeChat stands for, and what the chat remembers of them. Three statements. */
export async function whoWrites({ database, clock }: Platform, { openid, at }: InboundMessage): Promise<Writer> {
  const { read } = database;
  const [bindings, follower] = await Promise.all([bindingsOfOpenid(read, openid), followerOf(read, openid)]);
  const found = await accountsById(
    read,
    bindings.map((binding) => binding.accountId),
  );
  const listed = follower?.listUntil && follower.listUntil > clock.now() ? (follower.list ?? []) : [];
  return {
    openid,
    bindingIds: bindings.map((binding) => binding.id),
    accounts: bindings.flatMap((binding) => found.get(binding.accountId) ?? []),
    list: listed,
    misses: follower?.misses ?? 0,
    cameBack:
      follower && !follower.subscribed
        ? at > follower.lastEventAt
        : bindings.some((binding) => binding.state === "UNSUBSCRIBED"),
    at,
  };
}
