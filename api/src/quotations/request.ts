import { cleanText } from "../identity/account.js";
import { stateTable } from "../kernel/state-table.js";

export const requestStateNames = ["OPEN", "ANSWERED", "LAPSED"] as const;
export type RequestState = (typeof requestStateNames)[number];
type RequestVerb = "ANSWER" | "LAPSE";

/** What a customer asks to have changed: staff answer with words or with the next version, or the quotation ends before. */
export const requestLife = stateTable<RequestState, RequestVerb>("request", "OPEN", {
  OPEN: { ANSWER: "ANSWERED", LAPSE: "LAPSED" },
  ANSWERED: {},
  LAPSED: {},
});

/** A wish in words. Refuses VALIDATION when it is empty or longer than 1,000 characters. */
export const cleanWish = (text: string): string => cleanText(text, "text", 1_000);
