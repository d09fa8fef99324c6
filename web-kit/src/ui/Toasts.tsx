import { CircleCheck, CircleX, Info } from "lucide-react";
import { useSyncExternalStore } from "react";
import css from "./Toasts.module.css";

type Toast = { id: number; tone: "ok" | "danger" | "info"; words: string };

const shownMs = { ok: 4_000, info: 5_000, danger: 8_000 };
const icons = { ok: CircleCheck, danger: CircleX, info: Info };
let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(tone: Toast["tone"], words: string): void {
  lastId += 1;
  const id = lastId;
  publish([...toasts.slice(-2), { id, tone, words }]);
  setTimeout(() => publish(toasts.filter((toast) => toast.id !== id)), shownMs[tone]);
}

/** A sentence that passes by: what was done, or why it was not. Never the only place a refusal is told. */
export const toast = {
  ok: (words: string) => show("ok", words),
  info: (words: string) => show("info", words),
  refused: (words: string) => show("danger", words),
};

/** Where toasts appear; one per app. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, current, current);
  return (
    <output className={css.area}>
      {shown.map(({ id, tone, words }) => {
        const Icon = icons[tone];
        return (
          <span key={id} className={`${css.toast} ${css[tone]}`}>
            <Icon size={18} strokeWidth={1.75} aria-hidden />
            <span>{words}</span>
          </span>
        );
      })}
    </output>
  );
}

const current = () => toasts;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
