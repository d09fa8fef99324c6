import type { Tx } from "../platform/tx.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { supersede } from "./revision.store.js";
import { addProposal, revisionsOf, type SupplierServiceRow } from "./service.store.js";
import type { ServiceProposal } from "./service-terms.js";

/** Writes a checked proposal as the next revision, in place of an open one. Refuses STALE_VERSION when two come at once. */
export async function propose(tx: Tx, supplierId: string, proposal: ServiceProposal): Promise<SupplierServiceRow> {
  const revisions = await revisionsOf(tx, supplierId, proposal.itemId);
  const open = revisions.find((revision) => revision.state === "PROPOSED");
  if (open) await supersede(tx, open);
  const service = await addProposal(tx, supplierId, proposal, (revisions[0]?.revision ?? 0) + 1);
  tx.record(serviceFacts.proposed(service), queuesMoved("proposedServices"));
  return service;
}
