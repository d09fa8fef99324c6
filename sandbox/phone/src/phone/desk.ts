import { createContext, use } from "react";
import { HandStore } from "./hand";

const reopenKey = "kaidan-phone-reopen";

/**
 * The phones' ways about, and the one cookie jar they share. A browser keeps the cookies of all credentialless frames
 * of a page in one jar that ends with the page: a second phone would find the first one signed in. So one phone at a
 * time owns the jar, and when another opens a web page this page loads anew, with an empty jar and everybody where they
 * stood. Phones opened alone, each in a tab of its own, keep their sign-ins side by side.
 */
export class Desk {
  private readonly hands = new Map<string, HandStore>();
  private owner: string | null = null;

  constructor() {
    const text = sessionStorage.getItem(reopenKey);
    sessionStorage.removeItem(reopenKey);
    if (!text) return;
    const { phoneId, url } = JSON.parse(text) as { phoneId: string; url: string };
    this.openPage(phoneId, url);
  }

  hand(phoneId: string): HandStore {
    const known = this.hands.get(phoneId);
    if (known) return known;
    const hand = new HandStore(phoneId);
    this.hands.set(phoneId, hand);
    return hand;
  }

  /** Opens a web page in a phone's in-app browser, with nobody else's sign-in in it. */
  openPage(phoneId: string, url: string): void {
    if (this.owner !== null && this.owner !== phoneId) {
      sessionStorage.setItem(reopenKey, JSON.stringify({ phoneId, url }));
      location.reload();
      return;
    }
    this.owner = phoneId;
    this.hand(phoneId).change({ page: url, toast: null });
  }
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("A component stands outside of DeskContext.");
  return desk;
}
