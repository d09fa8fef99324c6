import { useEffect, useState } from "react";
import { useResource, useWorld } from "./use-world";

const everyMs = 10_000;

/** The sandbox's clock in epoch milliseconds, moved on every ten seconds unless it was stopped. */
export function useNow(): number {
  const state = useResource(useWorld().state).value;
  const [here, setHere] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  if (!state) return here;
  return state.frozen ? state.now : state.now + Math.max(0, here - state.readAt);
}
