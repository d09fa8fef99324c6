import type { UploadedFile } from "@kaidan/web-kit/forms/upload";
import type { AskedItem } from "./ItemsSubject";
import type { InquiryValues } from "./inquiry-schema";
import type { TypedAnswer } from "./to-input";

/** What is typed of an inquiry and not sent yet. Whom to call is not in it: it stays out of the device's store. */
export type InquiryDraft = {
  values: Omit<InquiryValues, "contactName" | "contactPhone">;
  items: readonly AskedItem[];
  categoryId: string;
  answers: readonly TypedAnswer[];
  wanted: readonly string[];
  photos: readonly UploadedFile[];
};
type Held = { readonly at: number; readonly draft: InquiryDraft };

const prefix = "kaidan.inquiry.1.";
/** Links to uploaded photos open for two hours; older ones would be empty frames. */
const PHOTOS_MS = 3_600_000;
const KEPT_MS = 30 * 86_400_000;

/** The draft of one account for one way of asking, kept on this device until it is sent or thirty days are over. */
export function inquiryDraft(accountId: string, subject: string) {
  const slot = `${prefix}${accountId}.${subject}`;
  return {
    read: (now: number): InquiryDraft | undefined => {
      const held = heldIn(slot);
      if (!held || now - held.at > KEPT_MS) return undefined;
      return now - held.at > PHOTOS_MS ? { ...held.draft, photos: [] } : held.draft;
    },
    keep: (draft: InquiryDraft, now: number): void => write(slot, JSON.stringify({ at: now, draft } satisfies Held)),
    forget: (): void => write(slot, null),
  };
}

function heldIn(slot: string): Held | undefined {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(slot) ?? "null");
    return isHeld(held) ? held : undefined;
  } catch {
    return undefined; // a private window, or text that is not ours
  }
}

function isHeld(held: unknown): held is Held {
  if (typeof held !== "object" || held === null || !("at" in held) || !("draft" in held)) return false;
  const { at, draft } = held;
  if (typeof at !== "number" || typeof draft !== "object" || draft === null) return false;
  const lists = ["items", "answers", "wanted", "photos"].every((name) => Array.isArray(Reflect.get(draft, name)));
  return lists && "values" in draft && typeof draft.values === "object" && draft.values !== null;
}

// Private windows may refuse storage; nothing is kept then.
function write(slot: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(slot);
    else localStorage.setItem(slot, text);
  } catch {
    return;
  }
}
