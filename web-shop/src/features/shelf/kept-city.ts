import { useSyncExternalStore } from "react";

const slot = "kaidan.city";
const listeners = new Set<() => void>();
let held: string | undefined;
let read = false;

/** The city a visitor chose on this device, as a region code; undefined means everywhere. */
export const keptCity = {
  current: (): string | undefined => {
    if (!read) {
      held = fromStorage();
      read = true;
    }
    return held;
  },
  keep: (regionCode: string | undefined): void => {
    held = regionCode;
    read = true;
    toStorage(regionCode);
    for (const listener of listeners) listener();
  },
};

/** The kept city, and the page follows when it changes. On a server nobody has chosen yet. */
export function useKeptCity(): string | undefined {
  return useSyncExternalStore(subscribe, keptCity.current, () => undefined);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Private windows may refuse storage; the choice then lasts as long as the page.
function fromStorage(): string | undefined {
  try {
    return localStorage.getItem(slot) ?? undefined;
  } catch {
    return undefined;
  }
}

function toStorage(regionCode: string | undefined): void {
  try {
    if (regionCode === undefined) localStorage.removeItem(slot);
    else localStorage.setItem(slot, regionCode);
  } catch {
    return;
  }
}
