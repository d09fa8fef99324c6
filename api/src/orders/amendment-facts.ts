import type { Fact } from "../kernel/fact.js";
import type { Fen } from "../kernel/money.js";
import { orderStream } from "./facts.js";

interface AboutAmendment {
  readonly id: string;
  readonly no: string;
  readonly orderId: string;
  readonly saleDelta: Fen;
  readonly reason: string;
}

const told = (kind: string, amendment: AboutAmendment, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: orderStream(amendment.orderId),
  payload: {
    amendmentId: amendment.id,
    amendmentNo: amendment.no,
    delta: amendment.saleDelta,
    reason: amendment.reason,
    ...also,
  },
});

/** What happens to an order's changes, told on the order's stream. */
export const amendmentFacts = {
  proposed: (amendment: AboutAmendment): Fact => told("AmendmentProposed", amendment),
  agreed: (amendment: AboutAmendment): Fact => told("AmendmentAgreed", amendment),
  declined: (amendment: AboutAmendment, answer: string): Fact => told("AmendmentDeclined", amendment, { answer }),
  /** It waits for the auditor. */
  submitted: (amendment: AboutAmendment): Fact => told("AmendmentSubmitted", amendment),
  rejected: (amendment: AboutAmendment, answer: string): Fact => told("AmendmentRejected", amendment, { answer }),
  withdrawn: (amendment: AboutAmendment): Fact => told("AmendmentWithdrawn", amendment),
  expired: (amendment: AboutAmendment): Fact => told("AmendmentExpired", amendment),
  applied: (amendment: AboutAmendment, order: { total: Fen; revision: number }): Fact =>
    told("AmendmentApplied", amendment, { total: order.total, revision: order.revision }),
};

interface AboutRequest {
  readonly id: string;
  readonly orderId: string;
  readonly wish: string;
  readonly text: string;
  readonly supplierId: string | null;
  /** The supplier's ticket it is about. */
  readonly ticketId: string | null;
}

const asked = (kind: string, request: AboutRequest, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: orderStream(request.orderId),
  payload: {
    requestId: request.id,
    wish: request.wish,
    text: request.text,
    supplierId: request.supplierId,
    ticketId: request.ticketId,
    ...also,
  },
});

/** What customers and suppliers ask to have changed, told on the order's stream. */
export const changeRequestFacts = {
  requested: (request: AboutRequest): Fact =>
    request.supplierId === null ? asked("ChangeRequested", request) : asked("SupplierChangeRequested", request),
  declined: (request: AboutRequest, answer: string): Fact =>
    request.supplierId === null
      ? asked("ChangeDeclined", request, { answer })
      : asked("SupplierChangeDeclined", request, { answer }),
  withdrawn: (request: AboutRequest): Fact =>
    request.supplierId === null ? asked("ChangeWithdrawn", request) : asked("SupplierChangeWithdrawn", request),
};
