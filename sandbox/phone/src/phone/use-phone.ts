import { createContext, use } from "react";
import type { Known } from "../control/resource";
import type { Account, Chat, Phone } from "../control/types";
import type { Hand, HandStore } from "./hand";

/** What every screen of one phone needs. */
export interface PhoneInHand {
  phone: Phone;
  account: Account;
  chat: Known<Chat>;
  /** Reads the chat again, for the retry button. */
  reloadChat: () => void;
  /** The sandbox's clock, moving. */
  now: number;
  hand: Hand;
  way: HandStore;
  openPage: (url: string) => void;
  /** Scans a code's text with this phone and goes where it leads. */
  scan: (text: string) => Promise<void>;
  toast: (text: string) => void;
  /** Does something that the sandbox may refuse; the refusal is shown as a toast. Resolves with whether it went well. */
  attempt: (deed: () => Promise<unknown>) => Promise<boolean>;
}

export const PhoneContext = createContext<PhoneInHand | null>(null);

export function usePhone(): PhoneInHand {
  const phone = use(PhoneContext);
  if (!phone) throw new Error("A component stands outside of PhoneContext.");
  return phone;
}
