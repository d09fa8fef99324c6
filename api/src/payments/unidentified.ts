import { stateTable } from "../kernel/state-table.js";

export const unidentifiedStateNames = ["OPEN", "IDENTIFIED", "RETURNING", "RETURNED"] as const;
export type UnidentifiedState = (typeof unidentifiedStateNames)[number];
export type UnidentifiedVerb = "IDENTIFY" | "PROPOSE_RETURN" | "KEEP" | "RETURN";

/** Money on the bank statement that names no order: it ends in an instalment or goes back to who sent it. */
export const unidentifiedLife = stateTable<UnidentifiedState, UnidentifiedVerb>("unidentifiedReceipt", "OPEN", {
  OPEN: { IDENTIFY: "IDENTIFIED", PROPOSE_RETURN: "RETURNING" },
  RETURNING: { RETURN: "RETURNED", KEEP: "OPEN" },
  IDENTIFIED: {},
  RETURNED: {},
});

/** States whose money stands on 1901. */
export const unidentifiedStates: readonly UnidentifiedState[] = ["OPEN", "RETURNING"];

/** What this viewer may do with it now: who proposed to send it back does not send it, while another person has to. */
export function unidentifiedActions(
  receipt: { readonly state: UnidentifiedState; readonly returnBy: string | null },
  viewer: { readonly accountId: string; readonly mayConfirm: boolean },
  fourEyes: boolean,
): UnidentifiedVerb[] {
  if (!viewer.mayConfirm) return [];
  const own = fourEyes && receipt.returnBy === viewer.accountId;
  return unidentifiedLife.verbs(receipt.state).filter((verb) => verb !== "RETURN" || !own);
}
