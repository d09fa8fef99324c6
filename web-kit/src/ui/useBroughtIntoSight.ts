import { type RefObject, useEffect, useRef } from "react";

/** Brings an element into sight, and the focus to it, when it is what the address leads to; once, not at every redraw. */
export function useBroughtIntoSight<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (!wanted) return;
    element.current?.scrollIntoView({ block: "center" });
    element.current?.focus({ preventScroll: true });
  }, [wanted]);
  return element;
}
