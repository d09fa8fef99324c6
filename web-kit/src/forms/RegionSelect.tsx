import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect } from "@mantine/core";
import { useSetting } from "../session/useSetting";
import css from "./RegionSelect.module.css";

type RegionSelectProps = {
  /** A region code; "" while none is chosen. */
  value: string;
  onChange: (code: string) => void;
  onBlur?: () => void;
  label?: string;
  error?: string;
  /** Only these, e.g. the regions of a product; without it all of the installation. */
  regions?: readonly { readonly code: string; readonly name: string }[];
};

/** One region, by the device's own select. */
export function RegionSelect({ value, onChange, onBlur, label, error, regions }: RegionSelectProps) {
  const { t } = useLingui();
  const setting = useSetting();
  const choices = regions ?? setting?.regions ?? [];
  return (
    <NativeSelect
      label={label ?? t`城市`}
      value={value}
      error={error}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="" disabled>
        {t`请选择`}
      </option>
      {choices.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}

type RegionsSelectProps = {
  value: readonly string[];
  onChange: (codes: string[]) => void;
  label?: string;
  error?: string;
};

/** Several regions, each a checkbox. */
export function RegionsSelect({ value, onChange, label, error }: RegionsSelectProps) {
  const { t } = useLingui();
  const regions = useSetting()?.regions ?? [];
  return (
    <Checkbox.Group label={label ?? t`服务区域`} value={[...value]} onChange={onChange} error={error}>
      <div className={css.regions}>
        {regions.map(({ code, name }) => (
          <Checkbox key={code} value={code} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
