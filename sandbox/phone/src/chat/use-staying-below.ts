import { useCallback, useLayoutEffect, useRef, useState } from "react";

const nearPx = 80;

/**
 * Keeps a scrolled frame at its end while its newest entry changes, unless somebody scrolled up: then `below` says that
 * something new stands out of sight, and `toEnd` goes there.
 */
export function useStayingBelow(newest: string | null) {
  const frame = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const shown = useRef<string | null>(null);
  const [below, setBelow] = useState(false);
  const toEnd = useCallback(() => {
    const log = frame.current;
    if (log) log.scrollTop = log.scrollHeight;
    setBelow(false);
  }, []);
  const follow = () => {
    const log = frame.current;
    if (!log) return;
    atEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
    if (atEnd.current) setBelow(false);
  };
  useLayoutEffect(() => {
    if (shown.current === newest) return;
    shown.current = newest;
    if (atEnd.current) toEnd();
    else setBelow(true);
  }, [newest, toEnd]);
  useLayoutEffect(() => {
    const log = frame.current;
    if (!log) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) log.scrollTop = log.scrollHeight;
    });
    observer.observe(log);
    return () => observer.disconnect();
  }, []);
  return { frame, follow, below, toEnd };
}
