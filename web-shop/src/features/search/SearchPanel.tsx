import { Trans, useLingui } from "@lingui/react/macro";
import { Clock, LayoutGrid, Search, Tag } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import css from "./SearchPanel.module.css";
import { type SearchOption, useSearchOptions } from "./useSearchOptions";

const icons = { QUERY: Search, CATEGORY: LayoutGrid, PRODUCT: Tag, PAST: Clock };

type SearchPanelProps = {
  id: string;
  typed: string;
  active: number;
  onOptions: (options: readonly SearchOption[]) => void;
  onChoose: (option: SearchOption) => void;
};

/** What can be chosen while one types: what was searched for before, then what the shop suggests. */
export function SearchPanel({ id, typed, active, onOptions, onChoose }: SearchPanelProps) {
  const { t } = useLingui();
  const options = useSearchOptions(typed);
  const tell = useEffectEvent(onOptions);
  useEffect(() => tell(options.list), [options.list]);
  if (options.list.length === 0) return null;
  return (
    <div className={css.panel}>
      <div id={id} role="listbox" aria-label={options.past ? t`搜索记录` : t`搜索建议`} className={css.list}>
        {options.list.map((option, index) => {
          const Icon = icons[option.kind];
          return (
            // The field keeps the focus and its keys move through the list, as a combobox does.
            <div
              key={`${option.kind} ${option.path}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={css.option}
              onPointerDown={(event) => {
                event.preventDefault();
                onChoose(option);
              }}
            >
              <Icon size={16} strokeWidth={1.5} aria-hidden />
              <span className={css.text}>{option.text}</span>
              {option.kind === "CATEGORY" && (
                <span className={css.kind}>
                  <Trans>分类</Trans>
                </span>
              )}
            </div>
          );
        })}
      </div>
      {options.past && (
        <button
          type="button"
          className={css.forget}
          onPointerDown={(event) => event.preventDefault()}
          onClick={options.forget}
        >
          <Trans>清除搜索记录</Trans>
        </button>
      )}
    </div>
  );
}
