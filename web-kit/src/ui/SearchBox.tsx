import { useLingui } from "@lingui/react/macro";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import css from "./SearchBox.module.css";
import { useShortcuts } from "./useShortcuts";

const patienceMs = 250;

type SearchBoxProps = {
  label: string;
  /** What the list shows now, from the address. */
  value: string;
  /** A quarter of a second after the last key, trimmed; "" shows everything. */
  onSearch: (text: string) => void;
  placeholder?: string;
};

/** The search over a list. "/" comes here from anywhere on the page. */
export function SearchBox({ label, value, onSearch, placeholder }: SearchBoxProps) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (shown !== value) {
    setShown(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts([{ keys: "/", label: t`搜索`, run: () => field.current?.focus() }]);
  function type(next: string, waitMs: number): void {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
  }
  return (
    <div className={css.box}>
      <Search size={16} strokeWidth={1.5} aria-hidden />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => type(event.currentTarget.value, patienceMs)}
      />
      {text && (
        <button type="button" aria-label={t`清除搜索`} onClick={() => type("", 0)}>
          <X size={14} strokeWidth={1.5} aria-hidden />
        </button>
      )}
    </div>
  );
}
