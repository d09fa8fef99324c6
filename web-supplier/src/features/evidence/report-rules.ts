import type { DraftPhoto } from "./draft-store";

/** What the platform takes in one report. */
export const photosMax = 9;
export const textMax = 1_000;

type Report = { readonly milestoneCode: string | null; readonly text: string; readonly photos: readonly DraftPhoto[] };

/** What keeps a report from being posted: photos still wanted, or a note that says nothing. */
export type Missing = { readonly photos: number; readonly text: boolean };

/** A milestone needs its photos; a note needs words. */
export function missingOf(report: Report, milestone: { readonly minPhotos: number } | undefined): Missing {
  const wanted = report.milestoneCode === null ? 0 : (milestone?.minPhotos ?? 0);
  return {
    photos: Math.max(0, wanted - report.photos.length),
    text: report.milestoneCode === null && report.text.trim() === "",
  };
}
