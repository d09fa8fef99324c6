import { normalise } from "./text.js";

/** What an order is found by. */
interface Findable {
  readonly no: string;
  readonly productTitle: string;
}

/**
 * What of a normalised text may be the end of an order's number, without its dash: the whole number wherever it stands, or
 * at least four letters and figures and nothing else. Null when it is none.
 */
export function endOfNumber(text: string): string | null {
  const end = /s[o0]20\d{6}[0-9a-z]{6}/.exec(text)?.[0] ?? text;
  return /^[0-9a-z]{4,16}$/.test(end) ? end : null;
}

/** The whole number of an order that a normalised text holds, as it is written on the order; null when there is none. */
export function wholeNumber(text: string): string | null {
  const [, day, rest] = /s[o0](20\d{6})([0-9a-z]{6})/.exec(text) ?? [];
  return day && rest ? `SO${day}-${compact(rest).toUpperCase()}` : null;
}

/** An order's number as it is compared: look-alikes that our numbers avoid are read as the figures they were taken for. */
const compact = (no: string): string => normalise(no).replaceAll("o", "0").replaceAll(/[il]/g, "1");

/**
 * The orders a normalised text may mean, in their order: those whose number ends so; else those of a product with this in
 * its name, or whose whole name was said.
 */
export function findOrders<Order extends Findable>(orders: readonly Order[], text: string): Order[] {
  const end = endOfNumber(text);
  const numbered = end === null ? [] : orders.filter(({ no }) => compact(no).endsWith(compact(end)));
  if (numbered.length > 0) return numbered;
  // One character is in too many names to mean one of them.
  if ([...text].length < 2) return [];
  return orders.filter(({ productTitle }) => {
    const title = normalise(productTitle);
    return title.includes(text) || (title.length >= 2 && text.includes(title));
  });
}
