import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from "react";
import { pastSearches } from "../features/search/past-searches";
import type { SearchOption } from "../features/search/useSearchOptions";
import css from "./SearchBox.module.css";

/** Its code comes with the first touch of the field. */
const SearchPanel = lazy(() => import("../features/search/SearchPanel").then((m) => ({ default: m.SearchPanel })));

const NONE = -1;

/**
 * Searches products; the words live in the address of the search page. A combobox: suggestions stand below while one types, the
 * arrow keys move through them, Enter takes one, Escape puts them away.
 */
export function SearchBox() {
  const { t } = useLingui();
  const { q } = useSearch({ strict: false }) as { q?: string };
  return <SearchField key={q} words={q ?? ""} label={t`搜索服务`} placeholder={t`搜索，如保洁、装修`} />;
}

function SearchField({ words, label, placeholder }: { words: string; label: string; placeholder: string }) {
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(NONE);
  const [options, setOptions] = useState<readonly SearchOption[]>([]);
  const shown = open && options.length > 0;

  const go = (path: string) => {
    setOpen(false);
    input.current?.blur();
    void navigate({ href: `${import.meta.env.BASE_URL}${path}` });
  };
  const search = (text: string) => {
    const query = text.trim();
    if (query) pastSearches.keep(query);
    go(`search?${new URLSearchParams({ q: query })}`);
  };
  const choose = (option: SearchOption) => {
    if (option.kind === "QUERY" || option.kind === "PAST") search(option.text);
    else go(option.path);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      // One place more than options: the field itself.
      const places = options.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    }
    if (event.key === "Escape" && shown) {
      event.preventDefault();
      setOpen(false);
      setActive(NONE);
    }
  };

  return (
    <search className={css.landmark}>
      <form
        className={css.search}
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = shown ? options[active] : undefined;
          if (chosen) choose(chosen);
          else search(typed);
        }}
      >
        <Search size={18} strokeWidth={1.5} aria-hidden />
        <input
          ref={input}
          name="q"
          type="search"
          role="combobox"
          enterKeyHint="search"
          autoComplete="off"
          value={typed}
          maxLength={60}
          placeholder={placeholder}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown && active !== NONE ? `${listId}-${active}` : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOpen(true);
            setActive(NONE);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
      </form>
      {open && (
        <Suspense>
          <SearchPanel
            id={listId}
            typed={typed === words && words !== "" ? "" : typed}
            active={active}
            onOptions={setOptions}
            onChoose={choose}
          />
        </Suspense>
      )}
    </search>
  );
}
