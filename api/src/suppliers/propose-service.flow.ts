import { checkActive } from "../catalogue/item.js";
import { itemsById } from "../catalogue/item.store.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type SupplierMemberViewer, type Viewer } from "../platform/viewer.js";
import { propose } from "./proposal.store.js";
import { cleanProposal, type ServiceProposal } from "./service-terms.js";
import { supplierById } from "./supplier.store.js";

interface ProposeService {
  readonly proposal: ServiceProposal;
  readonly idempotencyKey: string;
}

/**
 * A supplier offers an item, or other terms for one it offers. Nothing changes for customers until staff approve and its
 * day has come. An earlier proposal for the same item is replaced. Refuses VALIDATION; STALE_VERSION when two come at once.
 */
export async function proposeService(
  platform: Platform,
  viewer: SupplierMemberViewer,
  input: ProposeService,
): Promise<{ serviceId: string }> {
  return proposeFor(platform, viewer, viewer.supplierId, input);
}

/** Staff propose it for a supplier, as a supplier would; another of them approves. Refuses NOT_FOUND besides. */
export async function proposeServiceFor(
  platform: Platform,
  viewer: Viewer,
  input: ProposeService & { readonly supplierId: string },
): Promise<{ serviceId: string }> {
  must(holds(viewer, "suppliers.manage"), "FORBIDDEN");
  return proposeFor(platform, viewer, input.supplierId, input);
}

async function proposeFor(
  platform: Platform,
  viewer: Viewer,
  supplierId: string,
  { proposal, idempotencyKey: key }: ProposeService,
): Promise<{ serviceId: string }> {
  const once = { operation: "proposeService", key, input: { supplierId, proposal } };
  return platform.work.once(viewer, once, async (tx) => {
    const supplier = found(await supplierById(tx, supplierId));
    const clean = cleanProposal(proposal, supplier.regions, tx.now);
    checkActive(await itemsById(tx, [clean.itemId]), [clean.itemId], "itemId");
    const service = await propose(tx, supplierId, clean);
    return { serviceId: service.id };
  });
}
