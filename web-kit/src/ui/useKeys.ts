import { useEffect, useEffectEvent } from "react";

const storageKey = "kaidan.keys";

/** Whether single-letter shortcuts work on this device; a person may switch them off (WCAG 2.1.4). */
export function keysAreOn(): boolean {
  return localStorage.getItem(storageKey) !== "off";
}

export function switchKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? "on" : "off");
}

/**
 * Single-key shortcuts of a page, e.g. `{ j: next, "/": focusSearch }`. They never fire while somebody types,
 * with a modifier held, or over an open dialog.
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !keysAreOn()) return;
    if (isTyping(event.target) || document.querySelector("[role=dialog]")) return;
    keys[event.key.toLowerCase()]?.(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
