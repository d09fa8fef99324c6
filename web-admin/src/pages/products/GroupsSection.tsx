import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NumberInput, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { Controller, useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import { emptyGroup } from "./draft-values";
import css from "./Rows.module.css";
import type { DraftForm } from "./useDraftForm";

/** Either-or: of the components of a group the customer takes at least and at most so many. */
export function GroupsSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "choiceGroups" });
  const problem = form.formState.errors.choiceGroups;
  return (
    <Section title={t`选择组`} anchor="groups" lead={t`同组的服务项目由客户多选一；在服务组成里为每一项指定选择组。`}>
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={form.watch(`choiceGroups.${index}.name`)}
            onMove={move}
            onRemove={() => {
              leave(form, form.getValues(`choiceGroups.${index}.code`));
              remove(index);
            }}
          >
            <GroupRow form={form} index={index} />
          </OrderedRow>
        ))}
      </OrderedRows>
      {fields.length < 10 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyGroup, code: `G${fields.length + 1}` })}
          >
            <Trans>添加选择组</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

function GroupRow({ form, index }: { form: DraftForm; index: number }) {
  const { t } = useLingui();
  const errors = form.formState.errors.choiceGroups?.[index];
  return (
    <div className={css.group}>
      <TextInput label={t`编码`} error={errors?.code?.message} {...form.register(`choiceGroups.${index}.code`)} />
      <TextInput label={t`名称`} error={errors?.name?.message} {...form.register(`choiceGroups.${index}.name`)} />
      <TextInput
        label={t`英文名称`}
        error={errors?.nameEn?.message}
        {...form.register(`choiceGroups.${index}.nameEn`)}
      />
      {(["min", "max"] as const).map((side) => (
        <Controller
          key={side}
          control={form.control}
          name={`choiceGroups.${index}.${side}`}
          render={({ field, fieldState }) => (
            <NumberInput
              label={side === "min" ? t`最少选` : t`最多选`}
              min={0}
              max={30}
              allowDecimal={false}
              value={field.value}
              onChange={(next) => field.onChange(Number(next))}
              error={fieldState.error?.message}
            />
          )}
        />
      ))}
    </div>
  );
}

/** Components of a group that goes away stand by themselves again. */
function leave(form: DraftForm, code: string): void {
  for (const [index, row] of form.getValues("components").entries()) {
    if (row.choiceGroup === code.toUpperCase())
      form.setValue(`components.${index}.choiceGroup`, "", { shouldDirty: true });
  }
}
