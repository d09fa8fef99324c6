import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import css from "./OrderedRows.module.css";

/** Rows of a form whose order means something, with the sentence about all of them below. */
export function OrderedRows({ problem, children }: { problem?: string; children: ReactNode }) {
  return (
    <div className={css.frame}>
      <ol className={`list ${css.rows}`}>{children}</ol>
      {problem && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}

type OrderedRowProps = {
  index: number;
  count: number;
  /** What the row is called, for the buttons' names; empty while it has no name. */
  name: string;
  onMove: (from: number, to: number) => void;
  /** Without it the row has to stay. */
  onRemove?: () => void;
  children: ReactNode;
};

/** One row: its place, its fields, and the ways to move or remove it: buttons, or ↑ and ↓ on any of them. */
export function OrderedRow({ index, count, name, onMove, onRemove, children }: OrderedRowProps) {
  const { t } = useLingui();
  const tools = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<"up" | "down">();
  const place = index + 1;
  const words = name || t`第 ${place} 行`;
  function move(way: "up" | "down"): void {
    const to = way === "up" ? index - 1 : index + 1;
    if (to < 0 || to >= count) return;
    onMove(index, to);
    setMoved(way);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? "up" : "down");
  }
  // A moved row's node is put elsewhere in the document, which takes the focus away from it.
  useEffect(() => {
    if (!moved || index < 0) return;
    const [up, down] = tools.current?.querySelectorAll("button") ?? [];
    const [wanted, other] = moved === "up" ? [up, down] : [down, up];
    (wanted?.disabled ? other : wanted)?.focus();
  }, [moved, index]);
  return (
    <li className={css.row}>
      <span className={css.place} aria-hidden>
        {place}
      </span>
      <fieldset className={css.fields}>
        <legend className="visually-hidden">{words}</legend>
        {children}
      </fieldset>
      <div ref={tools} className={css.tools}>
        <Tool label={t`上移 ${words}`} disabled={index === 0} onPress={() => move("up")} onKeyDown={onKeyDown}>
          <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
        </Tool>
        <Tool label={t`下移 ${words}`} disabled={place === count} onPress={() => move("down")} onKeyDown={onKeyDown}>
          <ArrowDown size={16} strokeWidth={1.5} aria-hidden />
        </Tool>
        <Tool label={t`移除 ${words}`} disabled={!onRemove} onPress={() => onRemove?.()} onKeyDown={onKeyDown}>
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </Tool>
      </div>
      <output className="visually-hidden">{moved && t`${words} 现在是第 ${place} 行`}</output>
    </li>
  );
}

type ToolProps = {
  label: string;
  disabled: boolean;
  onPress: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  children: ReactNode;
};

function Tool({ label, disabled, onPress, onKeyDown, children }: ToolProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      className={css.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      {children}
    </ActionIcon>
  );
}
