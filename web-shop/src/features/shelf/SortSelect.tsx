import { productSortWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { ArrowDownUp, ChevronDown } from "lucide-react";
import type { ProductSort } from "../../gql/graphql";
import css from "./CitySelect.module.css";
import { sorts } from "./shelf-search";

/** In which order the shelf stands. */
export function SortSelect({ value, onChange }: { value: ProductSort; onChange: (sort: ProductSort) => void }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <span className={css.city}>
      <ArrowDownUp size={16} strokeWidth={1.75} aria-hidden />
      <select
        aria-label={t`排序`}
        value={value}
        onChange={(event) => onChange(sorts.find((sort) => sort === event.currentTarget.value) ?? "RECOMMENDED")}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {i18n._(productSortWords[sort])}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
