import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import type { ComposerItemFragment } from "../../gql/graphql";
import { ComponentRow } from "./ComponentRow";
import { emptyComponent } from "./draft-values";
import type { DraftForm } from "./useDraftForm";

type ComponentsProps = { form: DraftForm; items: readonly ComposerItemFragment[] };

/** The service items of the product: what belongs to it, how much of it, and in which stage it is done. */
export function ComponentsSection({ form, items }: ComponentsProps) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "components" });
  const problem = form.formState.errors.components;
  return (
    <Section title={t`服务组成`} anchor="components" lead={t`同一阶段并行施工；前一阶段全部验收后，下一阶段才开始。`}>
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={nameOf(items, form.watch(`components.${index}.itemId`))}
            onMove={move}
            onRemove={() => remove(index)}
          >
            <ComponentRow form={form} index={index} items={items} />
          </OrderedRow>
        ))}
      </OrderedRows>
      {fields.length < 30 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyComponent, stage: lastStage(form) })}
          >
            <Trans>添加服务项目</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}

const nameOf = (items: readonly ComposerItemFragment[], itemId: string): string =>
  items.find(({ id }) => id === itemId)?.name ?? "";

const lastStage = (form: DraftForm): number =>
  Math.max(1, ...form.getValues("components").map(({ stage }) => Number(stage) || 1));
