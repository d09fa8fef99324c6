import { valueTypeWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import css from "./Pricing.module.css";
import { Options, type RuleFormApi } from "./RuleFields";

/** What the expressions are told of the customer's answers; a rule whose parameter is not told does not count. */
export function RuleParams({ form }: { form: RuleFormApi }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "params" });
  return (
    <section className="stack" aria-label={t`参数`}>
      <p className="small muted">
        <Trans>参数取自商品填写项：编码 KM 写作 km；日期 DAY 另有 day_month、day_day、day_weekday。</Trans>
      </p>
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
              <div className={css.param}>
                <TextInput label={t`名称`} classNames={{ input: "mono" }} {...form.register(`params.${index}.name`)} />
                <NativeSelect label={t`类型`} {...form.register(`params.${index}.type`)}>
                  <Options words={valueTypeWords} />
                </NativeSelect>
                <TextInput label={t`单位`} {...form.register(`params.${index}.unit`)} />
                <TextInput label={t`默认值`} {...form.register(`params.${index}.default`)} />
              </div>
            </OrderedRow>
          ))}
        </OrderedRows>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => append({ name: "", type: "NUMBER", unit: "", default: "" })}
        >
          <Trans>添加参数</Trans>
        </Button>
      </div>
    </section>
  );
}
