import { must } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { lastRevisionOf, livingRevisionsOf, supersede } from "./revision.store.js";
import { addProposal, type SupplierServiceRow } from "./service.store.js";
import { cleanProposal, type ServiceProposal } from "./service-terms.js";
import type { SupplierRow } from "./supplier.store.js";

/**
 * Checks a proposal and writes it as the next revision, in place of an open one. Refuses what `cleanProposal` refuses,
 * STALE_VERSION when two come at once, INVALID_STATE once the cooperation has ended.
 */
export async function propose(tx: Tx, supplier: SupplierRow, proposal: ServiceProposal): Promise<SupplierServiceRow> {
  const service = await proposeQuietly(tx, supplier, proposal);
  tx.record(serviceFacts.proposed(service), queuesMoved("proposedServices"));
  return service;
}

/** The same without telling anybody: of many proposals at once one fact tells. */
export async function proposeQuietly(
  tx: Tx,
  supplier: SupplierRow,
  proposal: ServiceProposal,
): Promise<SupplierServiceRow> {
  must(supplier.state !== "TERMINATED", "INVALID_STATE", { thing: "supplier", state: supplier.state });
  const clean = cleanProposal(proposal, supplier.regions, tx.now);
  const living = await livingRevisionsOf(tx, supplier.id, clean.itemId);
  const open = living.find((revision) => revision.state === "PROPOSED");
  if (open) await supersede(tx, open);
  return addProposal(tx, supplier.id, clean, (await lastRevisionOf(tx, supplier.id, clean.itemId)) + 1);
}
