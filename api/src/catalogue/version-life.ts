import { stateTable } from "../kernel/state-table.js";

export const versionStates = ["DRAFT", "IN_REVIEW", "PUBLISHED", "SUPERSEDED"] as const;
export type VersionState = (typeof versionStates)[number];
type VersionVerb = "EDIT" | "SUBMIT" | "WITHDRAW" | "RETURN" | "PUBLISH" | "SUPERSEDE";

/** A version's life. While it is IN_REVIEW nobody changes it; what was published never changes again. */
export const versionLife = stateTable<VersionState, VersionVerb>("product version", "DRAFT", {
  DRAFT: { EDIT: "DRAFT", SUBMIT: "IN_REVIEW", PUBLISH: "PUBLISHED" },
  IN_REVIEW: { WITHDRAW: "DRAFT", RETURN: "DRAFT", PUBLISH: "PUBLISHED" },
  PUBLISHED: { SUPERSEDE: "SUPERSEDED" },
  SUPERSEDED: {},
});

/** What a version's state is read from. */
interface Lived {
  readonly id: string;
  readonly submittedAt: number | null;
  readonly publishedAt: number | null;
}

/** The state of a version; a published one is SUPERSEDED unless it is the one on sale. */
export function stateOfVersion(version: Lived, publishedVersionId: string | null): VersionState {
  if (version.publishedAt !== null) return version.id === publishedVersionId ? "PUBLISHED" : "SUPERSEDED";
  return version.submittedAt === null ? "DRAFT" : "IN_REVIEW";
}
