import { formatMoneyShort } from "@kaidan/web-kit/format/money";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, Radio } from "@mantine/core";
import type { PreviewVersionFragment } from "../../gql/graphql";
import css from "./Preview.module.css";
import { type Configuration, withChoice } from "./preview-configuration";

type Component = PreviewVersionFragment["components"][number];

type ChoicesProps = {
  version: PreviewVersionFragment;
  value: Configuration;
  onChange: (next: Configuration) => void;
};

/** What is included, what may be added, and who does it. */
export function PreviewChoices({ version, value, onChange }: ChoicesProps) {
  const { t } = useLingui();
  return (
    <ul className={`list ${css.choices}`} aria-label={t`服务内容`}>
      {version.components.map((component) => (
        <ChoiceRow
          key={component.id}
          component={component}
          group={version.choiceGroups.find(({ code }) => code === component.choiceGroup)}
          choosable={version.supplierChoice !== "PLATFORM"}
          value={value.choices[component.id] ?? { selected: false, supplierId: null }}
          onChange={(choice) => onChange(withChoice(version, value, component.id, choice))}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  component: Component;
  /** The either-or it is one of. */
  group: PreviewVersionFragment["choiceGroups"][number] | undefined;
  choosable: boolean;
  value: Configuration["choices"][string];
  onChange: (choice: Configuration["choices"][string]) => void;
};

function ChoiceRow({ component: { item, required, offers }, group, choosable, value, onChange }: RowProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const name = item.name;
  const groupName = group && (i18n.locale === "en" ? group.nameEn || group.name : group.name);
  const Box = group?.min === 1 && group.max === 1 ? Radio : Checkbox;
  return (
    <li className={css.choice}>
      <Box
        label={item.name}
        description={groupName ?? (required ? t`必选` : t`可选`)}
        checked={value.selected}
        disabled={required}
        onChange={(event) => onChange({ ...value, selected: event.currentTarget.checked })}
      />
      {choosable ? (
        <NativeSelect
          aria-label={t`${name} 的服务商`}
          value={value.supplierId ?? ""}
          disabled={!value.selected}
          onChange={(event) => onChange({ ...value, supplierId: event.currentTarget.value || null })}
        >
          <option value="">{t`平台推荐`}</option>
          {offers.map(({ id, supplier, salePrice }) => (
            <option key={id} value={supplier.id}>
              {supplier.name} · {formatMoneyShort(salePrice)}/{item.unit}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <span className="muted">{t`平台安排服务商`}</span>
      )}
    </li>
  );
}
