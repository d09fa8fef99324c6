import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export type Shortcut = {
  /** One key as `KeyboardEvent.key` names it ("a", "?", "ArrowDown", " "), or two typed one after the other ("g o"). */
  keys: string;
  /** What it does, for the sheet that lists all shortcuts. */
  label: string;
  run: (event: KeyboardEvent) => void;
};

type Listed = Pick<Shortcut, "keys" | "label">;
export type ShortcutGroup = { readonly title: string | undefined; readonly shortcuts: readonly Listed[] };
type Registered = ShortcutGroup & { readonly run: (keys: string, event: KeyboardEvent) => void };

const storageKey = "kaidan.shortcuts";
const chordMs = 1_000;

let groups: readonly Registered[] = [];
let on = readSetting();
let firstKey = "";
let firstKeyAt = 0;
const listeners = new Set<() => void>();

/**
 * Keys that work while this component is on the screen. They never fire while somebody types, in an open dialog, with
 * Ctrl, Alt or ⌘, or when switched off (WCAG 2.1.4). `title` heads a group that works on every page; without it they are
 * this page's own, which win over the same keys there.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], title?: string): void {
  const run = useEffectEvent((keys: string, event: KeyboardEvent) => {
    shortcuts.find((shortcut) => shortcut.keys === keys)?.run(event);
  });
  const listed = JSON.stringify(shortcuts.map(({ keys, label }) => ({ keys, label })));
  useEffect(() => {
    const group: Registered = {
      title,
      shortcuts: JSON.parse(listed) as Listed[],
      run: (keys, event) => run(keys, event),
    };
    return register(group);
  }, [listed, title]);
}

/** Every shortcut that works at this moment, in groups, the page's own first. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(subscribe, currentGroups, currentGroups);
}

/** Whether single keys do anything in this browser, and the switch. */
export function useShortcutSetting(): { on: boolean; set: (next: boolean) => void } {
  return { on: useSyncExternalStore(subscribe, isOn, isOn), set: setOn };
}

function register(group: Registered): () => void {
  if (groups.length === 0) window.addEventListener("keydown", onKeyDown);
  const rank = ({ title }: Registered) => (title === undefined ? 0 : 1);
  groups = [group, ...groups].sort((a, b) => rank(a) - rank(b));
  publish();
  return () => {
    groups = groups.filter((each) => each !== group);
    if (groups.length === 0) window.removeEventListener("keydown", onKeyDown);
    publish();
  };
}

function onKeyDown(event: KeyboardEvent): void {
  if (!on || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Shift" || isTyping(event.target) || isPressing(event) || dialogIsOpen()) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const chord = Date.now() - firstKeyAt < chordMs ? `${firstKey} ${key}` : "";
  const found = (chord && find(chord)) || find(key);
  const begins = !found && groups.some((group) => group.shortcuts.some(({ keys }) => keys.startsWith(`${key} `)));
  firstKey = begins ? key : "";
  firstKeyAt = begins ? Date.now() : 0;
  if (!found) return;
  event.preventDefault();
  found.group.run(found.keys, event);
}

function find(keys: string): { group: Registered; keys: string } | undefined {
  const group = groups.find((each) => each.shortcuts.some((shortcut) => shortcut.keys === keys));
  return group && { group, keys };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Enter and Space on a button or link belong to that button or link. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return (
    (key === "Enter" || key === " ") && target instanceof HTMLElement && target.closest("a, button, summary") !== null
  );
}

function dialogIsOpen(): boolean {
  return document.querySelector('[aria-modal="true"], dialog[open]') !== null;
}

function setOn(next: boolean): void {
  on = next;
  publish();
  try {
    localStorage.setItem(storageKey, next ? "on" : "off");
  } catch {
    return; // A private window that refuses storage: the choice lives as long as the page.
  }
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

const currentGroups = (): readonly ShortcutGroup[] => groups;
const isOn = () => on;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(): void {
  for (const listener of listeners) listener();
}
