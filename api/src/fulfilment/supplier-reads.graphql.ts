import { must } from "../kernel/refusal.js";
import type { Context } from "../platform/context.js";
import { lastSeqOf } from "../platform/facts.js";
import type { SupplierMemberViewer } from "../platform/viewer.js";
import { activeAttemptsOf, type DispatchAttemptRow, lastAttemptOf } from "./attempt.store.js";
import { type SupplierTicketView, viewForSupplier } from "./supplier-view.js";
import { type TicketRow, ticketById, ticketsById } from "./ticket.store.js";

/** The member who asks; the policy of the field has let only members in. */
export function memberOf({ viewer }: Context): SupplierMemberViewer {
  must(viewer.kind === "supplier", "FORBIDDEN");
  return viewer;
}

/** What the member's supplier may see of a ticket; null when nothing. */
export async function readSupplierTicket(context: Context, id: string): Promise<SupplierTicketView | null> {
  const { platform } = context;
  const member = memberOf(context);
  const ticket = await ticketById(platform.database.read, id);
  if (!ticket) return null;
  const attempt = (await lastAttemptOf(platform.database.read, member.supplierId, id)) ?? null;
  return viewForSupplier(ticket, attempt, member, platform.clock.now());
}

/** Views of tickets the member's supplier has taken, with the offers they took; one statement. */
export async function viewsOfMine(context: Context, rows: readonly TicketRow[]): Promise<SupplierTicketView[]> {
  const { platform } = context;
  const member = memberOf(context);
  const attempts = await activeAttemptsOf(
    platform.database.read,
    member.supplierId,
    rows.map(({ id }) => id),
  );
  return views(context, rows, attempts);
}

/** Views of the tickets of open offers, in the order of the offers; one statement. */
export async function viewsOfOffers(
  context: Context,
  offers: readonly DispatchAttemptRow[],
): Promise<SupplierTicketView[]> {
  const tickets = await ticketsById(
    context.platform.database.read,
    offers.map((offer) => offer.ticketId),
  );
  const rows = offers.flatMap((offer) => tickets.get(offer.ticketId) ?? []);
  return views(context, rows, new Map(offers.map((offer) => [offer.ticketId, offer])));
}

function views(
  context: Context,
  rows: readonly TicketRow[],
  attempts: ReadonlyMap<string, DispatchAttemptRow>,
): SupplierTicketView[] {
  const now = context.platform.clock.now();
  return rows.flatMap((row) => viewForSupplier(row, attempts.get(row.id) ?? null, memberOf(context), now) ?? []);
}

const SEQ = Symbol("last number of suppliers' streams");

export async function loadSupplierSeq({ platform, loaders }: Context, supplierId: string): Promise<number> {
  const loader = loaders.byId(SEQ, async (ids) => {
    const last = await lastSeqOf(
      platform.database.read,
      ids.map((id) => `supplier:${id}` as const),
    );
    return new Map([...last].map(([stream, seq]) => [stream.slice("supplier:".length), seq]));
  });
  return (await loader.load(supplierId)) ?? 0;
}
