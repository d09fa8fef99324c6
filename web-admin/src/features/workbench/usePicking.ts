import { useShortcuts } from "@kaidan/web-kit/ui/useShortcuts";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";

type Picking = {
  /** The queue without what was finished here and is only still listed because the server's answer is on its way. */
  waiting: readonly string[];
  /** The one being worked on; undefined when the queue is empty and nothing was picked. */
  current: string | undefined;
  /** Shows another one. */
  go: (id: string | undefined) => void;
  /** The current one is decided: on to the next, else to the one before. */
  finish: () => void;
};

/**
 * Walks a queue by J and K. Whatever is shown stays until somebody moves on, even when it leaves the queue meanwhile:
 * nothing is ever swapped under a half-filled form, and the outcome a colleague brought about can be read.
 */
export function usePicking(
  ids: readonly string[],
  picked: string | undefined,
  pick: (id: string | undefined) => void,
): Picking {
  const { t } = useLingui();
  const [held, setHeld] = useState<string>();
  const [finished, setFinished] = useState<readonly string[]>([]);
  // Once it left the list it may come back one day, e.g. with a new slip; then it counts again.
  const stillListed = finished.filter((id) => ids.includes(id));
  if (stillListed.length < finished.length) setFinished(stillListed);

  const waiting = ids.filter((id) => !stillListed.includes(id));
  const current = picked ?? held ?? waiting[0];
  if (current !== held) setHeld(current);
  const { next, previous } = useNeighbours(waiting, current);

  function go(id: string | undefined): void {
    setHeld(id);
    pick(id);
  }
  useShortcuts([
    { keys: "j", label: t`下一条`, run: () => next && go(next) },
    { keys: "k", label: t`上一条`, run: () => previous && go(previous) },
  ]);
  return {
    waiting,
    current,
    go,
    finish() {
      if (current) setFinished((before) => [...before, current]);
      go(next ?? previous);
    },
  };
}

/** What comes after and before `id`, also when it has left the queue: then from where it stood. */
function useNeighbours(ids: readonly string[], id: string | undefined): { next?: string; previous?: string } {
  const [stood, setStood] = useState({ id, at: 0 });
  const found = id === undefined ? -1 : ids.indexOf(id);
  const at = found >= 0 ? found : stood.id === id ? Math.min(stood.at, ids.length) : 0;
  if (stood.id !== id || stood.at !== at) setStood({ id, at });
  return { next: ids[found >= 0 ? at + 1 : at], previous: ids[at - 1] };
}
