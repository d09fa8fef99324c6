import type { Queue, QueueName } from "./queue-list";

/** The queues in which something waits before the empty ones; within both, the order they came in. */
export function workFirst<TQueue extends Pick<Queue, "name">>(
  queues: readonly TQueue[],
  counts: Readonly<Record<QueueName, number>>,
): TQueue[] {
  const isEmpty = ({ name }: TQueue) => Number(counts[name] === 0);
  return [...queues].sort((a, b) => isEmpty(a) - isEmpty(b));
}
