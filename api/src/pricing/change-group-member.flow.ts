import { cleanLogin } from "../identity/account.js";
import { accountByLogin } from "../identity/identity.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { groupFacts } from "./facts.js";
import { groupById, joinGroup, leaveGroup } from "./group.store.js";

interface ChangeGroupMember {
  readonly groupId: string;
  /** The customer's login. */
  readonly login: string;
  /** Whether they belong to it from now on. */
  readonly member: boolean;
}

/**
 * Puts a customer in a group or takes them out of it; prices follow from the next look on. A repeat does no harm.
 * Refuses NOT_FOUND for an unknown group or login.
 */
export async function changeGroupMember(platform: Platform, viewer: Viewer, input: ChangeGroupMember): Promise<void> {
  must(holds(viewer, "pricing.publish"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const group = found(await groupById(tx, input.groupId));
    const { id } = found(await accountByLogin(tx, "CUSTOMER", cleanLogin(input.login)));
    if (input.member && (await joinGroup(tx, group.id, id))) tx.record(groupFacts.joined(group.id, id));
    if (!input.member && (await leaveGroup(tx, group.id, id))) tx.record(groupFacts.left(group.id, id));
  });
}
