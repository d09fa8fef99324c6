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
  pausePlanned: (supplierId: string, from: number, to: number | null) =>
    ofSupplier("SupplierPausePlanned", supplierId, { from, to }),
  pauseDropped: (supplierId: string) => ofSupplier("SupplierPauseDropped", supplierId),
  terminated: (supplierId: string, reason: string) => ofSupplier("SupplierTerminated", supplierId, { reason }),
  /** Its own week and days, or those of one item. */
  calendarSaved: (supplierId: string, itemId: string | null) => ofSupplier("CalendarSaved", supplierId, { itemId }),
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
  withdrawn: (service: AboutService) => ofService("ServiceWithdrawn", service),
  /** Approved for a day to come; `effectiveFrom` in epoch ms. */
  scheduled: (service: AboutService, effectiveFrom: number) =>
    ofService("ServiceScheduled", service, { effectiveFrom }),
  /** Approved and in force at once. */
  approved: (service: AboutService) => ofService("ServiceApproved", service),
  /** In force since its day came. */
  tookEffect: (service: AboutService) => ofService("ServiceTookEffect", service),
  /** Its last day is over. */
  ended: (service: AboutService) => ofService("ServiceEnded", service),
  /** Many proposals at once, from a table. */
  imported: (supplierId: string, serviceIds: readonly string[]) =>
    ofSupplier("ServicesImported", supplierId, { serviceIds }),
  retired: (service: AboutService, reason: string) => ofService("ServiceRetired", service, { reason }),
  rejected: (service: AboutService, reason: string) => ofService("ServiceRejected", service, { reason }),
  paused: (service: AboutService) => ofService("ServicePaused", service),
  resumed: (service: AboutService) => ofService("ServiceResumed", service),
};

interface AboutCertificate {
  readonly id: string;
  readonly supplierId: string;
  readonly kind: string;
  readonly no: string;
  readonly expiresOn: string;
}

const ofCertificate = (kind: string, paper: AboutCertificate, also: Record<string, unknown> = {}): Fact =>
  ofSupplier(kind, paper.supplierId, {
    certificateId: paper.id,
    paper: `${paper.kind} ${paper.no}`,
    expiresOn: paper.expiresOn,
    ...also,
  });

/** What happens to a supplier's papers, told on the supplier's stream. */
export const certificateFacts = {
  submitted: (paper: AboutCertificate) => ofCertificate("CertificateSubmitted", paper),
  withdrawn: (paper: AboutCertificate) => ofCertificate("CertificateWithdrawn", paper),
  verified: (paper: AboutCertificate) => ofCertificate("CertificateVerified", paper),
  returned: (paper: AboutCertificate, reason: string) => ofCertificate("CertificateReturned", paper, { reason }),
  /** 30, 7 and 0 days before its last day. */
  expiring: (paper: AboutCertificate, daysLeft: number) => ofCertificate("CertificateExpiring", paper, { daysLeft }),
  expired: (paper: AboutCertificate) => ofCertificate("CertificateExpired", paper),
};

/** Something came to or left one of the staff's queues. */
export const queuesMoved = (queue: "applications" | "proposedServices" | "certificates"): Fact => ({
  kind: "QueuesMoved",
  stream: "staff:queues",
  payload: { queue },
});
