import { valueTypeWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TagsInput, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { Controller, useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import css from "./Formulas.module.css";
import type { FormulaFormApi } from "./formula-form";
import { emptyParam, freeName } from "./formula-schema";

/** What the formula is told: the customer's answers by the names of the product's questions, and their limits. */
export function ParamsSection({ form }: { form: FormulaFormApi }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "params" });
  return (
    <Section title={t`参数`} lead={t`名称与商品填写项的编码对应：编码 FLOOR-AREA 在公式里写作 floor_area。`}>
      {fields.length > 0 && (
        <OrderedRows>
          {fields.map((field, index) => (
            <OrderedRow
              key={field.id}
              index={index}
              count={fields.length}
              name={form.watch(`params.${index}.name`)}
              onMove={move}
              onRemove={() => remove(index)}
            >
              <ParamFields form={form} index={index} />
            </OrderedRow>
          ))}
        </OrderedRows>
      )}
      {fields.length < 40 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyParam, name: freeName("input", form.getValues()) })}
          >
            <Trans>添加参数</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function ParamFields({ form, index }: { form: FormulaFormApi; index: number }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const type = form.watch(`params.${index}.type`);
  return (
    <div className={css.param}>
      <TextInput label={t`名称`} classNames={{ input: "mono" }} {...form.register(`params.${index}.name`)} />
      <NativeSelect label={t`类型`} {...form.register(`params.${index}.type`)}>
        {(["NUMBER", "TEXT", "BOOLEAN"] as const).map((each) => (
          <option key={each} value={each}>
            {i18n._(valueTypeWords[each])}
          </option>
        ))}
      </NativeSelect>
      {type === "NUMBER" && (
        <>
          <TextInput label={t`单位`} {...form.register(`params.${index}.unit`)} />
          <TextInput label={t`最小值`} inputMode="decimal" {...form.register(`params.${index}.min`)} />
          <TextInput label={t`最大值`} inputMode="decimal" {...form.register(`params.${index}.max`)} />
        </>
      )}
      {type === "TEXT" && (
        <Controller
          control={form.control}
          name={`params.${index}.options`}
          render={({ field }) => (
            <TagsInput
              ref={field.ref}
              className={css.three}
              label={t`可选项`}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              maxTags={30}
            />
          )}
        />
      )}
      <TextInput label={t`默认值`} {...form.register(`params.${index}.default`)} />
    </div>
  );
}
