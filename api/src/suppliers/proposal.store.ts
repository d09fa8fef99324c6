import { found, must } from "../kernel/refusal.js";
import type { Tx } from "../platform/tx.js";
import { queuesMoved, serviceFacts } from "./facts.js";
import { proposalsSoFar, supersede } from "./revision.store.js";
import { addProposals, type SupplierServiceRow } from "./service.store.js";
import { cleanProposal, type ServiceProposal } from "./service-terms.js";
import type { SupplierRow } from "./supplier.store.js";

/** So many proposals are read and written at once. */
const BLOCK = 200;

/**
 * Checks a proposal and writes it as the next revision, in place of an open one. Refuses what `cleanProposal` refuses,
 * STALE_VERSION when two come at once, INVALID_STATE once the cooperation has ended.
 */
export async function propose(tx: Tx, supplier: SupplierRow, proposal: ServiceProposal): Promise<SupplierServiceRow> {
  const service = found((await proposeQuietly(tx, supplier, [proposal]))[0]);
  tx.record(serviceFacts.proposed(service), queuesMoved("proposedServices"));
  return service;
}

/**
 * The same for several, each of another item, without telling anybody: of many at once one fact tells. Three statements a
 * block, and two more for each open proposal that is replaced.
 */
export async function proposeQuietly(
  tx: Tx,
  supplier: SupplierRow,
  proposals: readonly ServiceProposal[],
): Promise<SupplierServiceRow[]> {
  must(supplier.state !== "TERMINATED", "INVALID_STATE", { thing: "supplier", state: supplier.state });
  const written: SupplierServiceRow[] = [];
  for (let from = 0; from < proposals.length; from += BLOCK) {
    const block = proposals.slice(from, from + BLOCK).map((one) => cleanProposal(one, supplier.regions, tx.now));
    const itemIds = block.map(({ itemId }) => itemId);
    const soFar = await proposalsSoFar(tx, supplier.id, itemIds);
    for (const itemId of itemIds) {
      const { open } = soFar(itemId);
      if (open) await supersede(tx, open);
    }
    const numbered = block.map((proposal) => ({ proposal, revision: soFar(proposal.itemId).last + 1 }));
    written.push(...(await addProposals(tx, supplier.id, numbered)));
  }
  return written;
}
