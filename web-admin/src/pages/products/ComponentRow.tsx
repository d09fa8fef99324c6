import { quantityKindWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, NumberInput, Select } from "@mantine/core";
import { Controller } from "react-hook-form";
import type { ComposerItemFragment } from "../../gql/graphql";
import { ComponentTerms } from "./ComponentTerms";
import { QuantityExpression } from "./QuantityExpression";
import css from "./Rows.module.css";
import type { DraftForm } from "./useDraftForm";

type RowProps = { form: DraftForm; index: number; items: readonly ComposerItemFragment[] };

/** One item of the product. A required one is always part of the order; an optional one may be ticked beforehand. */
export function ComponentRow({ form, index, items }: RowProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const row = form.watch(`components.${index}`);
  const unit = items.find(({ id }) => id === row.itemId)?.unit;
  return (
    <div className={css.component}>
      <Controller
        control={form.control}
        name={`components.${index}.itemId`}
        render={({ field, fieldState }) => (
          <Select
            className={css.item}
            label={t({ message: "服务项目", context: "one" })}
            searchable
            nothingFoundMessage={t`没有这个服务项目`}
            data={items.map((item) => ({ value: item.id, label: labelOf(item, t`已停用`) }))}
            value={field.value || null}
            onChange={(next) => field.onChange(next ?? "")}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
      <NativeSelect label={t`数量`} {...form.register(`components.${index}.quantityKind`)}>
        {(["FIXED", "INPUT", "FORMULA"] as const).map((kind) => (
          <option key={kind} value={kind}>
            {i18n._(quantityKindWords[kind])}
          </option>
        ))}
      </NativeSelect>
      {row.quantityKind === "FIXED" && (
        <QuantityField form={form} index={index} label={unit ? t`数量（${unit}）` : t`固定数量`} />
      )}
      {row.quantityKind === "INPUT" && <QuantityQuestion form={form} index={index} />}
      {row.quantityKind === "FORMULA" && <span className="muted small">{t`算式写在下面`}</span>}
      <div className={css.beside}>
        {row.choiceGroup === "" && <Checkbox label={t`必选`} {...form.register(`components.${index}.required`)} />}
        {(!row.required || row.choiceGroup !== "") && (
          <Checkbox label={t`默认选中`} {...form.register(`components.${index}.selectedByDefault`)} />
        )}
      </div>
      {row.quantityKind === "FORMULA" && (
        <div className={css.wide}>
          <QuantityExpression form={form} index={index} />
        </div>
      )}
      <ComponentTerms form={form} index={index} items={items} />
    </div>
  );
}

const labelOf = ({ name, unit, state }: ComposerItemFragment, retired: string): string =>
  `${name} / ${unit}${state === "ACTIVE" ? "" : ` · ${retired}`}`;

function QuantityField({ form, index, label }: { form: DraftForm; index: number; label: string }) {
  return (
    <Controller
      control={form.control}
      name={`components.${index}.quantity`}
      render={({ field, fieldState }) => (
        <NumberInput
          label={label}
          min={0}
          decimalScale={4}
          value={field.value}
          onChange={(next) => field.onChange(next === "" ? "" : Number(next))}
          onBlur={field.onBlur}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

/** The customer's number that gives the quantity. */
function QuantityQuestion({ form, index }: { form: DraftForm; index: number }) {
  const { t } = useLingui();
  const chosen = form.watch(`components.${index}.quantityInput`);
  const numbers = form.watch("inputs").filter(({ kind, code }) => kind === "NUMBER" && code !== "");
  const known = numbers.some(({ code }) => code === chosen);
  return (
    <NativeSelect
      label={t`取自填写项`}
      error={chosen !== "" && !known ? t`这个填写项已不存在` : undefined}
      description={numbers.length === 0 ? t`先添加一个数字填写项` : undefined}
      {...form.register(`components.${index}.quantityInput`)}
    >
      <option value="">{t`请选择`}</option>
      {chosen !== "" && !known && <option value={chosen}>{chosen}</option>}
      {numbers.map(({ code, label }) => (
        <option key={code} value={code}>
          {label || code}
        </option>
      ))}
    </NativeSelect>
  );
}
