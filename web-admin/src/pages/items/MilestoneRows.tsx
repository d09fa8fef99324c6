import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NumberInput, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { Controller, type UseFormReturn, useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import { SumMark } from "../../features/console/SumMark";
import type { ItemValues } from "./item-schema";
import { weightSum } from "./item-schema";
import css from "./MilestoneRows.module.css";

type RowsProps<TChecked> = { form: UseFormReturn<ItemValues, unknown, TChecked>; editable: boolean };

/** The steps a supplier reports, in their order; weights make the percentage a customer sees. */
export function MilestoneRows<TChecked>({ form, editable }: RowsProps<TChecked>) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "milestones" });
  const problem = form.formState.errors.milestones;
  const sum = weightSum(form.watch("milestones"));
  return (
    <Section
      title={t`进度节点`}
      lead={t`服务商按顺序提交；客户看到的进度由权重得出，不由人填写。`}
      aside={<SumMark value={sum} whole={100} label={t`权重合计`} />}
    >
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={form.watch(`milestones.${index}.name`)}
            onMove={move}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          >
            <MilestoneFields form={form} index={index} />
          </OrderedRow>
        ))}
      </OrderedRows>
      {editable && fields.length < 20 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ code: "", name: "", weight: Math.max(1, 100 - sum), minPhotos: 1 })}
          >
            <Trans>添加节点</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function MilestoneFields<TChecked>({ form, index }: { form: RowsProps<TChecked>["form"]; index: number }) {
  const { t } = useLingui();
  const errors = form.formState.errors.milestones?.[index];
  return (
    <div className={css.fields}>
      <TextInput label={t`节点名称`} error={errors?.name?.message} {...form.register(`milestones.${index}.name`)} />
      <TextInput
        label={t`编码`}
        autoComplete="off"
        error={errors?.code?.message}
        {...form.register(`milestones.${index}.code`)}
      />
      <Controller
        control={form.control}
        name={`milestones.${index}.weight`}
        render={({ field, fieldState }) => (
          <NumberInput
            ref={field.ref}
            label={t`权重`}
            suffix="%"
            min={1}
            max={100}
            allowDecimal={false}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name={`milestones.${index}.minPhotos`}
        render={({ field, fieldState }) => (
          <NumberInput
            ref={field.ref}
            label={t`最少照片`}
            min={0}
            max={9}
            allowDecimal={false}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </div>
  );
}
