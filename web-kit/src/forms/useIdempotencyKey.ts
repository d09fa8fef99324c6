import { useState } from "react";

/**
 * One key per deed, kept in this tab until the server has answered: pressing twice, or reloading after a lost answer,
 * repeats the same deed instead of doing it again. `name` says which deed on which thing, e.g. `pay:${instalmentId}`.
 */
export function useIdempotencyKey(name: string): { key: () => string; answered: () => void } {
  const slot = `kaidan.key.${name}`;
  const [memory] = useState(() => new Map<string, string>());
  return {
    key() {
      const held = memory.get(slot) ?? read(slot);
      if (held) return held;
      const fresh = crypto.randomUUID();
      memory.set(slot, fresh);
      write(slot, fresh);
      return fresh;
    },
    answered() {
      memory.delete(slot);
      write(slot, undefined);
    },
  };
}

// Private windows may refuse storage; the key then lives as long as the page.
function read(slot: string): string | undefined {
  try {
    return sessionStorage.getItem(slot) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(slot: string, key: string | undefined): void {
  try {
    if (key === undefined) sessionStorage.removeItem(slot);
    else sessionStorage.setItem(slot, key);
  } catch {
    return;
  }
}
