import { useLingui } from "@lingui/react/macro";
import { ChevronDown, MapPin } from "lucide-react";
import css from "./CitySelect.module.css";

type CitySelectProps = {
  regions: readonly { readonly code: string; readonly name: string }[];
  /** A region code; undefined is "everywhere", offered only with `everywhere`. */
  value: string | undefined;
  onChange: (regionCode: string | undefined) => void;
  everywhere?: boolean;
  /** How many products each city leaves, where it narrows a list; a city that is not named leaves none. */
  counts?: ReadonlyMap<string, number>;
};

/** Which city the prices and suppliers are for: a native list, so a phone shows its own picker. */
export function CitySelect({ regions, value, onChange, everywhere = false, counts }: CitySelectProps) {
  const { t } = useLingui();
  return (
    <span className={css.city}>
      <MapPin size={16} strokeWidth={1.75} aria-hidden />
      <select
        aria-label={t`服务城市`}
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        {everywhere && <option value="">{t`全部城市`}</option>}
        {regions.map(({ code, name }) => {
          const count = counts?.get(code) ?? 0;
          return (
            <option key={code} value={code} disabled={counts !== undefined && count === 0 && code !== value}>
              {counts ? `${name} · ${count >= 1_000 ? "999+" : count}` : name}
            </option>
          );
        })}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
