import { useEffect, useEffectEvent, useRef } from "react";

const togetherMs = 300;

/**
 * Calls back when a stream's number has moved, so that a page asks its own list again; moves that come close together
 * count as one. Every move has a number, so none is missed, also not while the connection was away.
 */
export function useMoves(seq: number | undefined, onMove: () => void): void {
  const seen = useRef(seq);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moved = useEffectEvent(onMove);
  useEffect(() => {
    if (seq === undefined || seq === seen.current) return;
    seen.current = seq;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      moved();
    }, togetherMs);
  }, [seq]);
  useEffect(() => () => clearTimeout(timer.current), []);
}
