import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, NumberInput, Textarea } from "@mantine/core";
import css from "./ServiceFields.module.css";
import { levelWords, type Terms } from "./terms";

type ServiceFieldsProps = {
  /** What a price is for, e.g. "m²". */
  unit: string;
  values: Terms;
  errors?: { readonly [Field in keyof Terms]?: { readonly message?: string } };
  onChange: (change: Partial<Terms>) => void;
};

/** Prices, capacity and level of one service; the form around it holds the values. */
export function ServiceFields({ unit, values, errors = {}, onChange }: ServiceFieldsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  return (
    <div className={css.fields}>
      <MoneyInput
        label={t`成本价（元/${unit}）`}
        description={t`平台付给您的单价`}
        value={values.costPrice}
        error={errors.costPrice?.message}
        onChange={(costPrice) => onChange({ costPrice })}
      />
      <MoneyInput
        label={t`销售价（元/${unit}）`}
        description={t`客户看到的单价`}
        value={values.salePrice}
        error={errors.salePrice?.message}
        onChange={(salePrice) => onChange({ salePrice })}
      />
      <NumberInput
        label={t`每天最多接几单`}
        description={t`满了就不再派给您`}
        value={values.perDay}
        error={errors.perDay?.message}
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        onChange={(perDay) => onChange({ perDay: Number(perDay) })}
      />
      <NativeSelect
        label={t`能力等级`}
        description={t`审核时会核对，也影响派单`}
        value={String(values.level)}
        error={errors.level?.message}
        onChange={(event) => onChange({ level: Number(event.currentTarget.value) })}
      >
        {levelWords.map((word, index) => (
          <option key={word.id} value={index + 1}>
            {i18n._(word)}
          </option>
        ))}
      </NativeSelect>
      <div className={css.wide}>
        <Textarea
          label={t`说明（选填）`}
          description={t`例如最低起做量、不含的内容`}
          value={values.notes}
          error={errors.notes?.message}
          maxLength={300}
          autosize
          minRows={2}
          onChange={(event) => onChange({ notes: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}
