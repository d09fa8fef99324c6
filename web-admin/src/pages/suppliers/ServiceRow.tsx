import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useLingui } from "@lingui/react/macro";
import { ActionIcon, NumberInput, Select, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { Margin } from "../../features/prices/Margin";
import type { SupplierItemChoicesQuery } from "../../gql/graphql";
import type { NewSupplierValues } from "./new-supplier-schema";
import css from "./ServiceRows.module.css";

type RowProps<TChecked> = {
  form: UseFormReturn<NewSupplierValues, unknown, TChecked>;
  index: number;
  items: SupplierItemChoicesQuery["serviceItems"];
  onRemove?: () => void;
};

/** One service: item, ability, prices with the margin they leave, capacity. */
export function ServiceRow<TChecked>({ form, index, items, onRemove }: RowProps<TChecked>) {
  const { t } = useLingui();
  const { control, register, watch, formState } = form;
  const row = watch(`services.${index}`);
  const errors = formState.errors.services?.[index];
  const unit = items.find(({ id }) => id === row.itemId)?.unit;
  const number = index + 1;
  return (
    <li className={css.row} aria-label={t`第 ${number} 项服务`}>
      <Controller
        control={control}
        name={`services.${index}.itemId`}
        render={({ field }) => (
          <Select
            label={t({ message: "服务项目", context: "one" })}
            searchable
            nothingFoundMessage={t`没有这个服务项目`}
            data={items.map(({ id, name, unit: per }) => ({ value: id, label: `${name} / ${per}` }))}
            value={field.value || null}
            onChange={(next) => field.onChange(next ?? "")}
            onBlur={field.onBlur}
            error={errors?.itemId?.message}
          />
        )}
      />
      <Controller
        control={control}
        name={`services.${index}.costPrice`}
        render={({ field }) => (
          <MoneyInput
            label={unit ? t`成本价 / ${unit}` : t`成本价`}
            value={field.value}
            onChange={field.onChange}
            error={errors?.costPrice?.message}
          />
        )}
      />
      <Controller
        control={control}
        name={`services.${index}.salePrice`}
        render={({ field }) => (
          <MoneyInput
            label={unit ? t`销售价 / ${unit}` : t`销售价`}
            value={field.value}
            onChange={field.onChange}
            error={errors?.salePrice?.message}
          />
        )}
      />
      <div className={css.margin}>
        <span>{t`毛利`}</span>
        {row.costPrice && row.salePrice ? <Margin cost={row.costPrice} sale={row.salePrice} /> : "—"}
      </div>
      <NumberField form={form} name={`services.${index}.level`} label={t`能力等级 1–5`} max={5} />
      <NumberField form={form} name={`services.${index}.perDay`} label={t`每日接单`} max={10_000} />
      <TextInput label={t`说明`} error={errors?.notes?.message} {...register(`services.${index}.notes`)} />
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" aria-label={t`移除第 ${number} 项服务`} onClick={onRemove}>
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

type NumberFieldProps<TChecked> = {
  form: UseFormReturn<NewSupplierValues, unknown, TChecked>;
  name: `services.${number}.level` | `services.${number}.perDay`;
  label: string;
  max: number;
};

function NumberField<TChecked>({ form, name, label, max }: NumberFieldProps<TChecked>) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <NumberInput
          label={label}
          min={1}
          max={max}
          allowDecimal={false}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
