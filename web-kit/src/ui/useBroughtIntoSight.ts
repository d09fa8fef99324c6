import { useRouter } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

/** Brings an element into sight, and the focus to it, when it is what the address leads to; once, not at every redraw. */
export function useBroughtIntoSight<E extends HTMLElement>(wanted: boolean): RefObject<E | null> {
  const element = useRef<E>(null);
  const router = useRouter();
  useEffect(() => {
    if (!wanted) return;
    const bring = () => {
      element.current?.scrollIntoView({ block: "center" });
      element.current?.focus({ preventScroll: true });
    };
    bring();
    // The router scrolls a new page to its top, as a rule after this.
    return router.subscribe("onRendered", ({ hrefChanged }) => {
      if (hrefChanged) bring();
    });
  }, [wanted, router]);
  return element;
}
