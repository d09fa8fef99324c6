import { useEffect, useState } from "react";

/** The present moment in milliseconds, refreshed every `everyMs`; without it, the moment of the first rendering. */
export function useNow(everyMs?: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
