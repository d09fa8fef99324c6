import { stateTable } from "../kernel/state-table.js";

export const invitationStates = ["SENT", "VIEWED", "ANSWERED", "DECLINED", "NO_RESPONSE"] as const;
export type InvitationState = (typeof invitationStates)[number];
export type InvitationVerb = "VIEW" | "ANSWER" | "DECLINE" | "TAKE_BACK" | "LAPSE" | "ASK_AGAIN";

/** The life of one supplier's invitation to one inquiry. Who declined may think better of it until the deadline. */
export const invitationTable = stateTable<InvitationState, InvitationVerb>("invitation", "SENT", {
  SENT: { VIEW: "VIEWED", ANSWER: "ANSWERED", DECLINE: "DECLINED", LAPSE: "NO_RESPONSE" },
  VIEWED: { ANSWER: "ANSWERED", DECLINE: "DECLINED", LAPSE: "NO_RESPONSE" },
  ANSWERED: { TAKE_BACK: "VIEWED" },
  DECLINED: { ANSWER: "ANSWERED" },
  // Nobody answered in time: a later round may ask the same supplier once more.
  NO_RESPONSE: { ASK_AGAIN: "SENT" },
});

/** Whether the supplier may still bid as far as its invitation goes; the inquiry's deadline is asked apart. */
export function mayAnswer(state: InvitationState): boolean {
  return state === "ANSWERED" || invitationTable.allows(state, "ANSWER");
}
