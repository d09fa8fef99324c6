import type { Fact, Stream } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";

/** The stream of one supplier. */
const supplierStream = (supplierId: string): Stream => `supplier:${supplierId}`;

interface AboutStatement {
  readonly id: string;
  readonly no: string;
  readonly supplierId: string;
  readonly net: Fen;
}

const told =
  (kind: string) =>
  ({ id: statementId, no, supplierId, net }: AboutStatement, more: Record<string, unknown> = {}): Fact => ({
    kind,
    stream: supplierStream(supplierId),
    payload: { statementId, statementNo: no, supplierId, amount: net, ...more },
  });

/** What happens to a supplier's statements. */
export const settlementFacts = {
  sent: told("StatementSent"),
  confirmed: told("StatementConfirmed"),
  disputed: told("StatementDisputed"),
  answered: told("StatementDisputeAnswered"),
  approved: told("StatementApproved"),
  paying: told("StatementPaying"),
  paid: told("StatementPaid"),
  failed: told("StatementPaymentFailed"),
  cancelled: told("StatementCancelled"),
};

/** Tells the staff's queue counters to look again. */
export const queuesMoved: Fact = { kind: "QueuesMoved", stream: "staff:queues", payload: { queue: "statements" } };
