import { useState } from "react";
import { dropDraft, keepDraft, type ReportDraft, useDrafts } from "./draft-store";

type DraftOptions = {
  accountId: string;
  ticketId: string;
  itemName: string;
  /** What a new report is about unless a draft says otherwise. */
  milestoneCode: string | null;
};

/**
 * The report being written: the one kept on this device, else an empty one that is kept from its first change on.
 * `draft` is undefined while the device is being read.
 */
export function useReportDraft({ accountId, ticketId, itemName, milestoneCode }: DraftOptions) {
  const drafts = useDrafts(accountId);
  const blank = (): ReportDraft => ({
    accountId,
    ticketId,
    itemName,
    milestoneCode,
    text: "",
    photos: [],
    key: crypto.randomUUID(),
    savedAt: 0,
  });
  const [fresh, setFresh] = useState(blank);
  const kept = drafts?.find((draft) => draft.ticketId === ticketId);
  const draft = drafts && (kept ?? fresh);
  return {
    draft,
    /** Whether something stands on the device. */
    kept: kept !== undefined,
    change(part: Partial<Pick<ReportDraft, "milestoneCode" | "text" | "photos">>): void {
      if (draft) keepDraft({ ...draft, ...part, savedAt: Date.now() });
    },
    discard(): void {
      dropDraft({ accountId, ticketId });
      setFresh(blank());
    },
  };
}
