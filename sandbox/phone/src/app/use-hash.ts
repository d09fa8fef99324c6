import { useState, useSyncExternalStore } from "react";

const watch = (changed: () => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

/** The address's fragment, and a way to change it that leaves no step in the browser's history. */
export function useHash(): [string, (hash: string) => void] {
  const hash = useSyncExternalStore(watch, () => location.hash);
  const [, redraw] = useState(0);
  const set = (next: string) => {
    history.replaceState(null, "", `${location.pathname}${location.search}${next}`);
    redraw((times) => times + 1);
  };
  return [hash, set];
}
