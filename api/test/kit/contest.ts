import type { CollectionTerms } from "../../src/catalogue/collection.js";
import { attemptsOf, type DispatchAttemptRow } from "../../src/fulfilment/attempt.store.js";
import { ticketsOf } from "../../src/fulfilment/ticket.store.js";
import { found } from "../../src/kernel/refusal.js";
import type { Actor } from "./actor.js";
import { anItem, aPublishedProduct, aSupplier, type MadeSupplier } from "./makers-catalogue.js";
import type { MadeTicket } from "./makers-fulfilment.js";
import { aPaidOrder, type MadeOrder } from "./makers-orders.js";
import type { World } from "./world.js";

export interface Contest {
  readonly ticketId: string;
  readonly order: MadeOrder;
  readonly suppliers: readonly MadeSupplier[];
  /** The ticket as if it were this supplier's, for the makers. */
  readonly as: (index: number) => MadeTicket;
  /** Every offer of the ticket, oldest first. */
  attempts(): Promise<DispatchAttemptRow[]>;
  /** What became of each. */
  states(): Promise<string[]>;
  /** The supplier that may answer now. */
  offeredTo(): Promise<string | undefined>;
}

/**
 * A paid ticket that several suppliers could do, in the order of their worth: each next one is less able and dearer. The
 * customer chose `chosen`, or left it to the platform. `terms` say who sells it.
 */
export async function aContest(
  world: World,
  staff: Actor,
  count: number,
  chosen: number | null = 0,
  terms: Partial<CollectionTerms> = {},
): Promise<Contest> {
  const itemId = await anItem(world);
  const suppliers: MadeSupplier[] = [];
  for (let i = 0; i < count; i += 1) {
    const service = { itemId, level: Math.max(1, 5 - i), costPrice: 6_000 + i * 100 };
    suppliers.push(await aSupplier(world, { services: [service] }));
  }
  const product = await aPublishedProduct(world, { components: [{ itemId, ...terms }] });
  const componentId = product.componentIds[0] ?? "";
  const supplierId = chosen === null ? null : (suppliers[chosen]?.supplierId ?? null);
  const order = await aPaidOrder(world, { product, choices: [{ componentId, selected: true, supplierId }] });
  const { read } = world.server.platform.database;
  const { id: ticketId } = found((await ticketsOf(read, [order.orderId]))[0]);
  const attempts = (): Promise<DispatchAttemptRow[]> => attemptsOf(read, [ticketId]);
  return {
    ticketId,
    order,
    suppliers,
    as: (index) => ({ ticketId, order, customer: order.customer, staff, supplier: found(suppliers[index]) }),
    attempts,
    states: async () => (await attempts()).map(({ state }) => state),
    offeredTo: async () => (await attempts()).find(({ state }) => state === "OFFERED")?.supplierId,
  };
}
