import { MINUTE } from "../kernel/clock.js";
import { type Fen, fen } from "../kernel/money.js";
import { must } from "../kernel/refusal.js";
import type { Visibility } from "./inquiry.js";

/** A bid of a reverse auction so near the deadline moves it: nobody wins by the last second. */
export const SOFT_CLOSE_MS = 5 * MINUTE;
/** So often at most, so that every auction ends. */
export const MAX_EXTENSIONS = 6;

/** The most a bid may come to; null when there is none to beat. */
export function ceiling(best: number | null, decrement: number): Fen | null {
  return best === null ? null : fen(Math.max(best - decrement, 0));
}

/** A bid of a reverse auction undercuts the best standing one by the step. Refuses BID_NOT_LOW_ENOUGH with the most it may be. */
export function mustUndercut(total: Fen, best: number | null, decrement: number): void {
  const most = ceiling(best, decrement);
  must(most === null || total <= most, "BID_NOT_LOW_ENOUGH", { field: "lines", most });
}

/** In a reverse auction a bid binds: it keeps higher ones out, so taking it back would leave only a friend's. */
export const mayWithdraw = ({ visibility }: { readonly visibility: Visibility }): boolean => visibility !== "REVERSE";

/** The deadline after a bid at `now`, or null when it stays. */
export function softClose(
  auction: { readonly visibility: Visibility; readonly deadline: number; readonly extensions: number },
  now: number,
): number | null {
  if (auction.visibility !== "REVERSE" || auction.extensions >= MAX_EXTENSIONS) return null;
  const extended = now + SOFT_CLOSE_MS;
  return extended > auction.deadline ? extended : null;
}
