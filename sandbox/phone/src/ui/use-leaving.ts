import { type RefObject, useEffect, useRef } from "react";

/** Escape pressed anywhere inside the element calls `leave`, and goes no further. */
export function useEscape<E extends HTMLElement>(leave: () => void): RefObject<E | null> {
  return useInside<E>({ leave, onBlur: false });
}

/** For what pops up: Escape inside calls `leave`, and so does the focus moving elsewhere. */
export function useLeaving<E extends HTMLElement>(leave: () => void): RefObject<E | null> {
  return useInside<E>({ leave, onBlur: true });
}

function useInside<E extends HTMLElement>({ leave, onBlur }: { leave: () => void; onBlur: boolean }) {
  const element = useRef<E>(null);
  useEffect(() => {
    const inside = element.current;
    if (!inside) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    const onFocusOut = (event: FocusEvent) => {
      if (onBlur && !(event.relatedTarget instanceof Node && inside.contains(event.relatedTarget))) leave();
    };
    inside.addEventListener("keydown", onKeyDown);
    inside.addEventListener("focusout", onFocusOut);
    return () => {
      inside.removeEventListener("keydown", onKeyDown);
      inside.removeEventListener("focusout", onFocusOut);
    };
  }, [leave, onBlur]);
  return element;
}
