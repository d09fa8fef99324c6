import css from "./FilterTabs.module.css";

type FilterTabsProps<Value extends string> = {
  /** What is chosen here, e.g. "状态". */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count?: number }[];
  onChange: (value: Value) => void;
};

/** The views of a list, side by side above it. The page keeps the choice in its address. */
export function FilterTabs<Value extends string>({ label, value, options, onChange }: FilterTabsProps<Value>) {
  return (
    <fieldset className={css.tabs}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count !== undefined && option.count > 0 && <span className={css.count}>{option.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
