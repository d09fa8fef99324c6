import type { Saying } from "./saying.js";

/** What one part of the house has to say to a wish. */
export interface Told {
  readonly saying: Saying;
  /** Orders by number of the list, when it is one. */
  readonly list?: readonly string[];
  /** The order it is about, if it is about one. */
  readonly orderId?: string;
}
