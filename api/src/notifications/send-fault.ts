import type { SendVerdict } from "./send.js";

const ERROR_LENGTH = 500;

/** The words of a fault, for staff. */
export function textOfFault(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, ERROR_LENGTH);
}

/** What a mail server's refusal asks of us: an address it will never take is given up, everything else is tried again. */
export function mailFault(error: unknown): { readonly refused: SendVerdict; readonly error: string } {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const forGood = code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
  return { refused: forGood ? "ADDRESS" : "BUSY", error: textOfFault(error) };
}
