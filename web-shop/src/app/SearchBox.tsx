import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import css from "./SearchBox.module.css";

/** Searches products; the words live in the address of the search page. */
export function SearchBox() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false }) as { q?: string };
  return (
    <search className={css.landmark}>
      <form
        className={css.search}
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get("q");
          const query = new URLSearchParams({ q: typeof words === "string" ? words.trim() : "" });
          void navigate({ href: `${import.meta.env.BASE_URL}search?${query}` });
        }}
      >
        <Search size={18} strokeWidth={1.5} aria-hidden />
        <input
          key={q}
          name="q"
          type="search"
          enterKeyHint="search"
          defaultValue={q}
          maxLength={60}
          placeholder={t`搜索，如保洁、装修`}
          aria-label={t`搜索服务`}
        />
      </form>
    </search>
  );
}
