import type { Fact, Stream } from "../kernel/fact.js";
import type { SupplierRole } from "../platform/viewer.js";

const ofApplication = (kind: string, applicationId: string, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: `application:${applicationId}`,
  payload: { applicationId, ...also },
});

/** What happens to an application, told on its own stream. */
export const applicationFacts = {
  submitted: (applicationId: string) => ofApplication("SupplierApplicationSubmitted", applicationId),
  withdrawn: (applicationId: string) => ofApplication("SupplierApplicationWithdrawn", applicationId),
  returned: (applicationId: string, reason: string) =>
    ofApplication("SupplierApplicationReturned", applicationId, { reason }),
  rejected: (applicationId: string, reason: string) =>
    ofApplication("SupplierApplicationRejected", applicationId, { reason }),
  approved: (applicationId: string, supplierId: string) =>
    ofApplication("SupplierApplicationApproved", applicationId, { supplierId }),
};

const supplierStream = (supplierId: string): Stream => `supplier:${supplierId}`;

const ofSupplier = (kind: string, supplierId: string, also: Record<string, unknown> = {}): Fact => ({
  kind,
  stream: supplierStream(supplierId),
  payload: { supplierId, ...also },
});

/** What happens to a supplier and its people, told on the supplier's stream. */
export const supplierFacts = {
  founded: (supplierId: string, applicationId: string | null) =>
    ofSupplier("SupplierFounded", supplierId, { applicationId }),
  suspended: (supplierId: string, reason: string) => ofSupplier("SupplierSuspended", supplierId, { reason }),
  resumed: (supplierId: string, reason: string) => ofSupplier("SupplierResumed", supplierId, { reason }),
  paused: (supplierId: string) => ofSupplier("SupplierPaused", supplierId),
  unpaused: (supplierId: string) => ofSupplier("SupplierUnpaused", supplierId),
  colleagueInvited: (supplierId: string, memberId: string, role: SupplierRole) =>
    ofSupplier("ColleagueInvited", supplierId, { memberId, role }),
  colleagueRemoved: (supplierId: string, memberId: string) => ofSupplier("ColleagueRemoved", supplierId, { memberId }),
};

interface AboutService {
  readonly id: string;
  readonly supplierId: string;
  readonly itemId: string;
  readonly revision: number;
}

/** Prices stay out of facts: a revision never changes, so its id says them to those who may read it. */
const ofService = (kind: string, service: AboutService, also: Record<string, unknown> = {}): Fact =>
  ofSupplier(kind, service.supplierId, {
    serviceId: service.id,
    itemId: service.itemId,
    revision: service.revision,
    ...also,
  });

/** What happens to a supplier's services, told on the supplier's stream. */
export const serviceFacts = {
  proposed: (service: AboutService) => ofService("ServiceProposed", service),
  approved: (service: AboutService) => ofService("ServiceApproved", service),
  rejected: (service: AboutService, reason: string) => ofService("ServiceRejected", service, { reason }),
  paused: (service: AboutService) => ofService("ServicePaused", service),
  resumed: (service: AboutService) => ofService("ServiceResumed", service),
};

/** Something came to or left one of the staff's queues. */
export const queuesMoved = (queue: "applications" | "proposedServices"): Fact => ({
  kind: "QueuesMoved",
  stream: "staff:queues",
  payload: { queue },
});
