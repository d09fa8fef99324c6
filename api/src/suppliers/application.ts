import { cleanLogin, cleanPhone, cleanText } from "../identity/account.js";
import { must } from "../kernel/refusal.js";
import { stateTable } from "../kernel/state-table.js";
import { cleanRegions } from "./region.js";
import { cleanOffers, type ServiceOffer } from "./service.js";
import { cleanUscc } from "./uscc.js";

export type ApplicationState = "DRAFT" | "SUBMITTED" | "NEEDS_INFO" | "APPROVED" | "REJECTED" | "WITHDRAWN";
type ApplicationVerb = "SAVE" | "SUBMIT" | "WITHDRAW" | "RETURN" | "REJECT" | "APPROVE";

export const applicationLife = stateTable<ApplicationState, ApplicationVerb>("application", "DRAFT", {
  DRAFT: { SAVE: "DRAFT", SUBMIT: "SUBMITTED", WITHDRAW: "WITHDRAWN" },
  SUBMITTED: { APPROVE: "APPROVED", RETURN: "NEEDS_INFO", REJECT: "REJECTED", WITHDRAW: "WITHDRAWN" },
  NEEDS_INFO: { SAVE: "NEEDS_INFO", SUBMIT: "SUBMITTED", WITHDRAW: "WITHDRAWN" },
  APPROVED: {},
  REJECTED: {},
  WITHDRAWN: {},
});

export const applicantVerbs: readonly ApplicationVerb[] = ["SAVE", "SUBMIT", "WITHDRAW"];
export const reviewerVerbs: readonly ApplicationVerb[] = ["APPROVE", "RETURN", "REJECT"];

export const documentKinds = ["BUSINESS_LICENCE", "QUALIFICATION", "ID_CARD", "OTHER"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface DocumentSpec {
  readonly kind: DocumentKind;
  readonly fileId: string;
  /** Calendar day, or null when the document does not expire. */
  readonly expiresOn: string | null;
}

/** Who a supplier is and whom to call. */
export interface SupplierDetails {
  readonly organisation: string;
  readonly uscc: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly introduction: string;
  readonly regions: readonly string[];
  readonly services: readonly ServiceOffer[];
}

export interface ApplicationContent extends SupplierDetails {
  readonly documents: readonly DocumentSpec[];
}

/** Complete details, as a supplier is founded with. Refuses VALIDATION naming the field, SERVICES_MISSING. */
export function cleanDetails(details: SupplierDetails): SupplierDetails {
  must(details.services.length > 0, "SERVICES_MISSING", { field: "services" });
  return {
    organisation: cleanText(details.organisation, "organisation", 60, 2),
    uscc: cleanUscc(details.uscc),
    contactName: cleanText(details.contactName, "contactName", 30),
    contactPhone: cleanPhone(details.contactPhone, "contactPhone"),
    contactEmail: cleanLogin(details.contactEmail, "contactEmail"),
    introduction: cleanText(details.introduction, "introduction", 2_000, 0),
    regions: cleanRegions(details.regions),
    services: cleanOffers(details.services),
  };
}

/**
 * A draft may have gaps, but what is there must be right. The e-mail address must be there at once: the private link
 * goes to it, and it becomes the owner's login.
 */
export function cleanDraft(content: ApplicationContent): ApplicationContent {
  const gap = (text: string): boolean => text.trim() === "";
  must(content.documents.length <= 20, "VALIDATION", { field: "documents", max: 20 });
  return {
    organisation: gap(content.organisation) ? "" : cleanText(content.organisation, "organisation", 60, 2),
    uscc: gap(content.uscc) ? "" : cleanUscc(content.uscc),
    contactName: cleanText(content.contactName, "contactName", 30, 0),
    contactPhone: gap(content.contactPhone) ? "" : cleanPhone(content.contactPhone, "contactPhone"),
    contactEmail: cleanLogin(content.contactEmail, "contactEmail"),
    introduction: cleanText(content.introduction, "introduction", 2_000, 0),
    regions: cleanRegions(content.regions, 0),
    services: cleanOffers(content.services),
    documents: content.documents.map(({ kind, fileId, expiresOn }) => ({ kind, fileId, expiresOn })),
  };
}

/**
 * What must hold before an application is submitted, and again when it is approved. Refuses VALIDATION,
 * SERVICES_MISSING, and DOCUMENTS_MISSING without a business licence or with a document that expired before `today`,
 * a day stamp such as 20261120.
 */
export function checkComplete(content: ApplicationContent, today: string): void {
  cleanDetails(content);
  const kinds = content.documents.map((document) => document.kind);
  must(kinds.includes("BUSINESS_LICENCE"), "DOCUMENTS_MISSING", { field: "documents", kind: "BUSINESS_LICENCE" });
  const expired = content.documents.find(
    (document) => document.expiresOn !== null && document.expiresOn.replaceAll("-", "") < today,
  );
  must(!expired, "DOCUMENTS_MISSING", { field: "documents", kind: expired?.kind ?? "", expired: true });
}

/** The work account a supplier begins with: its contact becomes the owner, who sets a password by the invitation. */
export function ownerOf(details: SupplierDetails) {
  const { contactEmail: login, contactName: displayName, contactPhone: phone } = details;
  return { login, displayName, phone, passwordHash: null };
}
