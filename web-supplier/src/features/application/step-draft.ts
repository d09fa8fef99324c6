const prefix = "kaidan.apply.1.";

type Held = { base: string; values: unknown };

/** What was typed at one step of one application and is not saved on the platform yet, kept on this device. */
export type StepDraft<TValues> = {
  /** What was typed; undefined when nothing is held, or the saved step is no longer the one it was typed over. */
  read: () => TValues | undefined;
  /** False when this browser keeps nothing. */
  keep: (values: unknown) => boolean;
  forget: () => void;
};

/**
 * The draft of one step over what is saved of it. `application` is its id, "new" before the first save; `saved` is what
 * the step's form begins with.
 */
export function stepDraft<TValues>(application: string, step: string, saved: TValues): StepDraft<TValues> {
  const slot = `${prefix}${application}.${step}`;
  const base = JSON.stringify(saved);
  return {
    read: () => {
      const held = heldIn(slot);
      return held?.base === base ? (held.values as TValues) : undefined;
    },
    keep: (values) => {
      try {
        localStorage.setItem(slot, JSON.stringify({ base, values } satisfies Held));
        return true;
      } catch {
        return false;
      }
    },
    forget: () => remove(slot),
  };
}

/** For an application that is handed in or given up: nothing typed for it stays on this device. */
export function forgetStepDrafts(): void {
  try {
    for (const slot of Object.keys(localStorage)) if (slot.startsWith(prefix)) remove(slot);
  } catch {
    return;
  }
}

function heldIn(slot: string): Held | undefined {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(slot) ?? "null");
    return isHeld(held) ? held : undefined;
  } catch {
    return undefined;
  }
}

function isHeld(held: unknown): held is Held {
  if (typeof held !== "object" || held === null) return false;
  return "base" in held && typeof held.base === "string" && "values" in held && typeof held.values === "object";
}

function remove(slot: string): void {
  try {
    localStorage.removeItem(slot);
  } catch {
    return;
  }
}
