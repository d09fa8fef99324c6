import { Store } from "../control/store";

export type Tab = "chats" | "contacts" | "discover" | "me";

export type PhoneScreen =
  | { at: "chat" }
  | { at: "notices" }
  | { at: "search" }
  | { at: "scan" }
  /** `qr` is the scanned code that led here; following carries it along. */
  | { at: "profile"; qr: string | null };

/** What a person sees in their hand: a tab, the screens opened on top of it, and a page in the in-app browser. */
export interface Hand {
  tab: Tab;
  stack: PhoneScreen[];
  page: string | null;
  toast: string | null;
}

const empty: Hand = { tab: "chats", stack: [], page: null, toast: null };

/** One phone's way about. Where it stands outlives a reload of the page; the open web page and the toast do not. */
export class HandStore extends Store<Hand> {
  constructor(private readonly phoneId: string) {
    super(remembered(phoneId));
  }

  go(screen: PhoneScreen): void {
    this.change({ stack: [...this.get().stack, screen], toast: null });
  }

  /** To a screen with nothing but the tab below it, as a notification opens a chat. */
  jump(screen: PhoneScreen): void {
    this.change({ tab: "chats", stack: [screen], page: null, toast: null });
  }

  back(): void {
    this.change({ stack: this.get().stack.slice(0, -1) });
  }

  change(change: Partial<Hand>): void {
    const next = { ...this.get(), ...change };
    this.set(next);
    sessionStorage.setItem(keyOf(this.phoneId), JSON.stringify({ tab: next.tab, stack: next.stack }));
  }
}

const keyOf = (phoneId: string) => `kaidan-phone-hand:${phoneId}`;

function remembered(phoneId: string): Hand {
  const text = sessionStorage.getItem(keyOf(phoneId));
  return text ? { ...empty, ...(JSON.parse(text) as Pick<Hand, "tab" | "stack">) } : empty;
}
