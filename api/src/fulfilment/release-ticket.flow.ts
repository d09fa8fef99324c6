import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { letGoOn, lockTicket } from "./ticket.store.js";

/**
 * Sets a ticket free whose hours after its predecessors are over. One that does not wait any more, because it was
 * released or cancelled meanwhile, is left alone.
 */
export async function releaseTicket(
  platform: Platform,
  viewer: Viewer,
  input: { readonly ticketId: string },
): Promise<void> {
  await platform.work.run(viewer, async (tx) => {
    const ticket = found(await lockTicket(tx, input.ticketId));
    const due = ticket.releasesAt !== null && ticket.releasesAt <= tx.now;
    if (ticket.state === "WAITING" && due) await letGoOn(tx, ticket);
  });
}
