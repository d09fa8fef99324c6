import type { ApplicationSheetFragment } from "../../gql/graphql";

/** The steps in order; each is an address below /apply. */
export const applySteps = ["organisation", "services", "regions", "documents", "summary"] as const;
export type ApplyStep = (typeof applySteps)[number];

/** What still keeps an application from being submitted. */
export type Gap = "ORGANISATION" | "CONTACT" | "SERVICES" | "REGIONS" | "LICENCE" | "EXPIRED";

type Facts = Pick<ApplicationSheetFragment, "organisation" | "uscc" | "contactName" | "contactPhone"> & {
  readonly services: readonly unknown[];
  readonly regions: readonly unknown[];
  readonly documents: readonly { readonly kind: string; readonly expiresOn: string | null }[];
};

/** Every gap with the step that closes it. `today` is a calendar day, YYYY-MM-DD. */
export function gapsOf(application: Facts, today: string): { gap: Gap; step: ApplyStep }[] {
  const gaps: { gap: Gap; step: ApplyStep; open: boolean }[] = [
    { gap: "ORGANISATION", step: "organisation", open: !application.organisation || !application.uscc },
    { gap: "CONTACT", step: "organisation", open: !application.contactName || !application.contactPhone },
    { gap: "SERVICES", step: "services", open: application.services.length === 0 },
    { gap: "REGIONS", step: "regions", open: application.regions.length === 0 },
    { gap: "LICENCE", step: "documents", open: !application.documents.some(({ kind }) => kind === "BUSINESS_LICENCE") },
    {
      gap: "EXPIRED",
      step: "documents",
      open: application.documents.some(({ expiresOn }) => isPast(expiresOn, today)),
    },
  ];
  return gaps.filter(({ open }) => open).map(({ gap, step }) => ({ gap, step }));
}

function isPast(day: string | null, today: string): boolean {
  return day !== null && day < today;
}
