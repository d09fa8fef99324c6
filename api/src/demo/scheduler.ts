import { type Clock, DAY, HOUR } from "../kernel/clock.js";
import { dayOf, startOfDay } from "../kernel/day.js";

/** A clock that is set by the stories. */
export class StoryClock implements Clock {
  constructor(private at: number) {}
  now(): number {
    return this.at;
  }
  set(at: number): void {
    this.at = Math.max(at, this.at);
  }
}

/** Tells when a story goes on: so many days before today, at an hour in Shanghai. */
export type When = (daysAgo: number, hour: number, minute?: number) => number;

/** A story does something, then yields the instant at which it goes on. */
export type Story = AsyncGenerator<number, void, void>;

/** Instants relative to `now`, which stays the same for the whole demo. Nothing happens later than a minute ago. */
export function whenBefore(now: number): When {
  const midnight = startOfDay(dayOf(now));
  return (daysAgo, hour, minute = 0) =>
    Math.min(midnight - daysAgo * DAY + hour * HOUR + minute * 60_000, now - 60_000);
}

/** Plays stories side by side in the order of their instants; `settle` runs after each step, as the courier would. */
export async function play(
  stories: readonly Story[],
  clock: StoryClock,
  settle: () => Promise<unknown>,
): Promise<void> {
  const waiting: { story: Story; at: number; order: number }[] = [];
  let order = 0;
  const goOn = async (story: Story): Promise<void> => {
    const { done, value } = await story.next();
    await settle();
    if (!done) waiting.push({ story, at: value, order: (order += 1) });
  };
  for (const story of stories) await goOn(story);
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at || a.order - b.order);
    const next = waiting.shift();
    if (!next) break;
    clock.set(next.at);
    await settle();
    await goOn(next.story);
  }
}
