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
import { WorkGraph } from "./WorkGraph";
import { follow, placesAfterMove, placesAfterRemoval } from "./work-graph";

type ComponentsProps = { form: DraftForm; items: readonly ComposerItemFragment[] };

/** The service items of the product: what belongs to it, how much of it, and what it waits for. */
export function ComponentsSection({ form, items }: ComponentsProps) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "components" });
  const problem = form.formState.errors.components;
  const rows = form.watch("components");
  // Rows are named by their places, so what waits for a row follows it when the places change.
  function renumber(places: ReadonlyMap<number, number>): void {
    for (const [index, { dependsOn }] of form.getValues("components").entries()) {
      form.setValue(`components.${index}.dependsOn`, follow(dependsOn, places), { shouldDirty: true });
    }
  }
  return (
    <Section
      title={t`服务组成`}
      anchor="components"
      lead={t`没有先后关系的项目并行施工；有先后关系的，等前面的验收后再开始。`}
    >
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={nameOf(items, form.watch(`components.${index}.itemId`))}
            onMove={(from, to) => {
              move(from, to);
              renumber(placesAfterMove(fields.length, from, to));
            }}
            onRemove={() => {
              remove(index);
              renumber(placesAfterRemoval(fields.length, index));
            }}
          >
            <ComponentRow form={form} index={index} items={items} />
          </OrderedRow>
        ))}
      </OrderedRows>
      <WorkGraph
        nodes={rows.map(({ itemId, dependsOn, lagHours }) => ({
          name: nameOf(items, itemId),
          dependsOn,
          lagHours: Number(lagHours) || 0,
        }))}
      />
      {fields.length < 30 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyComponent })}
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
