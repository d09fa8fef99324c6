import { inputKindWords } from "@kaidan/web-kit/vocabulary/staff-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, NumberInput, TagsInput, TextInput } from "@mantine/core";
import { Controller } from "react-hook-form";
import css from "./Rows.module.css";
import type { DraftForm } from "./useDraftForm";

type RowProps = { form: DraftForm; index: number };

const kinds = ["NUMBER", "TEXT", "CHOICE", "DATE"] as const;

/** One question to the customer, with the fields its kind needs. */
export function QuestionRow({ form, index }: RowProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const errors = form.formState.errors.inputs?.[index];
  const kind = form.watch(`inputs.${index}.kind`);
  return (
    <div className={css.question}>
      <TextInput
        className={css.two}
        label={t`问题`}
        placeholder={t`例如：建筑面积`}
        error={errors?.label?.message}
        {...form.register(`inputs.${index}.label`)}
      />
      <TextInput
        className={css.two}
        label={t`英文问题`}
        lang="en"
        error={errors?.labelEn?.message}
        {...form.register(`inputs.${index}.labelEn`)}
      />
      <NativeSelect label={t`类型`} {...form.register(`inputs.${index}.kind`)}>
        {kinds.map((each) => (
          <option key={each} value={each}>
            {i18n._(inputKindWords[each])}
          </option>
        ))}
      </NativeSelect>
      <CodeField form={form} index={index} />
      {kind === "NUMBER" && <NumberLimits form={form} index={index} />}
      {kind === "CHOICE" && <Choices form={form} index={index} />}
      <TextInput
        className={css.two}
        label={t`提示`}
        placeholder={t`帮助客户填写，可不填`}
        error={errors?.hint?.message}
        {...form.register(`inputs.${index}.hint`)}
      />
      <div className={css.beside}>
        <Checkbox label={t`必填`} {...form.register(`inputs.${index}.required`)} />
      </div>
    </div>
  );
}

/** Components that take their quantity from this question follow when its code changes. */
function CodeField({ form, index }: RowProps) {
  const { t } = useLingui();
  const path = `inputs.${index}.code` as const;
  return (
    <Controller
      control={form.control}
      name={path}
      render={({ field, fieldState }) => (
        <TextInput
          ref={field.ref}
          label={t`编码`}
          autoComplete="off"
          value={field.value}
          error={fieldState.error?.message}
          onBlur={field.onBlur}
          onChange={(event) => {
            const next = event.currentTarget.value.toUpperCase();
            form.getValues("components").forEach((row, at) => {
              if (row.quantityInput !== "" && row.quantityInput === field.value) {
                form.setValue(`components.${at}.quantityInput`, next, { shouldDirty: true });
              }
            });
            field.onChange(next);
          }}
        />
      )}
    />
  );
}

function NumberLimits({ form, index }: RowProps) {
  const { t } = useLingui();
  const error = form.formState.errors.inputs?.[index]?.unit?.message;
  const limits = [
    { name: `inputs.${index}.min`, label: t`最小值` },
    { name: `inputs.${index}.max`, label: t`最大值` },
  ] as const;
  return (
    <>
      <TextInput label={t`单位`} placeholder="㎡" error={error} {...form.register(`inputs.${index}.unit`)} />
      {limits.map(({ name, label }) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field, fieldState }) => (
            <NumberInput
              ref={field.ref}
              label={label}
              decimalScale={4}
              value={field.value}
              onChange={(next) => field.onChange(next === "" ? "" : Number(next))}
              onBlur={field.onBlur}
              error={fieldState.error?.message}
            />
          )}
        />
      ))}
    </>
  );
}

function Choices({ form, index }: RowProps) {
  const { t } = useLingui();
  return (
    <Controller
      control={form.control}
      name={`inputs.${index}.options`}
      render={({ field, fieldState }) => (
        <TagsInput
          ref={field.ref}
          className={css.three}
          label={t`可选项`}
          description={t`至少两项，按回车添加`}
          value={[...field.value]}
          onChange={field.onChange}
          onBlur={field.onBlur}
          maxTags={30}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
