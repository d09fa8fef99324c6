import { activeItems } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { bidderFacts, inquiryFacts } from "./facts.js";
import { checkDeadline, seenLast } from "./inquiry.js";
import { type InquiryRow, keepRouted, lockInquiry, moveInquiry, restartClock } from "./inquiry.store.js";
import { invitationsOf, invite, putOnList } from "./invitation.store.js";
import { ableServices, type Invitee, wantedItems } from "./routing.js";

export interface WidenInquiry {
  readonly inquiryId: string;
  /** Whom to ask besides; empty lets routing choose the next ones. */
  readonly supplierIds: readonly string[];
  readonly deadline: number;
  readonly version: number;
}

/**
 * Staff ask more suppliers: those they name, in any region and beyond the cap, or whom routing chooses next. Who answered
 * before may bid again. Needs `sourcing.manage`. Refuses NOT_FOUND, INVALID_STATE, STALE_VERSION, VALIDATION, and
 * SUPPLIER_NOT_ELIGIBLE for one that can do none of it now or was asked already.
 */
export async function widenInquiry(platform: Platform, viewer: Viewer, input: WidenInquiry): Promise<void> {
  must(holds(viewer, "sourcing.manage"), "FORBIDDEN");
  await platform.work.run(viewer, async (tx) => {
    const inquiry = found(await lockInquiry(tx, input.inquiryId));
    seenLast(inquiry, input.version);
    checkDeadline(input.deadline, tx.now);
    must(input.deadline >= inquiry.deadline, "VALIDATION", { field: "deadline" });
    const before = await invitationsOf(tx, [inquiry.id]);
    // Bids of a new round are sealed like those of the first.
    const anew = { round: inquiry.round + 1, deadline: input.deadline, bidsOpenedAt: null };
    const widened = await moveInquiry(tx, inquiry, "WIDEN", anew);
    await restartClock(tx, inquiry.id, input.deadline);
    for (const invitation of before) if (invitation.state === "ANSWERED") await putOnList(tx, invitation);
    tx.record(inquiryFacts.deadlineMoved(inquiry.id, input.deadline, "STAFF"));
    tx.record(...before.map(({ supplierId }) => bidderFacts.deadlineMoved(supplierId, inquiry.id, input.deadline)));
    if (input.supplierIds.length === 0) {
      tx.record(inquiryFacts.toRoute(inquiry.id, widened.round));
      return;
    }
    const named = await readNamed(tx, inquiry, input.supplierIds);
    const asked = before.find((one) => input.supplierIds.includes(one.supplierId) && one.state !== "NO_RESPONSE");
    must(!asked, "SUPPLIER_NOT_ELIGIBLE", { field: "supplierIds" });
    await invite(tx, widened, named, before);
    await keepRouted(tx, inquiry.id, widened.round);
    tx.record(inquiryFacts.routed(inquiry.id, widened.round, named.length));
    tx.record(...named.map(({ supplierId }) => bidderFacts.invited(supplierId, inquiry.id)));
  });
}

async function readNamed(tx: Tx, inquiry: InquiryRow, supplierIds: readonly string[]): Promise<Invitee[]> {
  const { categoryId } = inquiry;
  const inCategory = categoryId ? await activeItems(tx, { search: null, categoryId }) : [];
  const services = ableServices(inquiry, await effectiveServices(tx, wantedItems(inquiry, inCategory)));
  const able = new Set(services.map(({ supplierId }) => supplierId));
  return [...new Set(supplierIds)].map((supplierId) => {
    must(able.has(supplierId), "SUPPLIER_NOT_ELIGIBLE", { field: "supplierIds" });
    return { supplierId, eligible: true, blockers: [], score: 0, trace: [], reason: "BY_HAND" };
  });
}
