import { type Contact, emptyContact } from "./contact-schema";

const slot = "kaidan.draft.contact";

/**
 * What was typed at the checkout, for as long as this tab lives: signing in, signing up by e-mail or pressing "back"
 * loses nothing. Forgotten as soon as the order is placed.
 */
export const contactDraft = {
  read: (): Contact => {
    try {
      const held: unknown = JSON.parse(sessionStorage.getItem(slot) ?? "null");
      if (typeof held !== "object" || held === null) return emptyContact;
      const entries = Object.entries(held).filter(([key, value]) => key in emptyContact && typeof value === "string");
      return { ...emptyContact, ...Object.fromEntries(entries) };
    } catch {
      return emptyContact;
    }
  },
  keep: (contact: Partial<Contact>): void => {
    try {
      sessionStorage.setItem(slot, JSON.stringify(contact));
    } catch {
      return;
    }
  },
  forget: (): void => {
    try {
      sessionStorage.removeItem(slot);
    } catch {
      return;
    }
  },
};
