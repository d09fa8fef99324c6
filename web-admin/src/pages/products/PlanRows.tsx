import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import type { PlanValues } from "./draft-schema";
import { emptyStep } from "./draft-values";
import { PlanRow } from "./PlanRow";
import { shareSum } from "./publish-checks";

/** The instalments of whatever form stands around them. */
export function PlanRows() {
  const { i18n } = useI18n();
  const form = useFormContext<PlanValues>();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "plan" });
  const problem = form.formState.errors.plan;
  const sum = shareSum(form.watch("plan"));
  return (
    <>
      <OrderedRows problem={problem?.root?.message ?? problem?.message}>
        {fields.map((field, index) => (
          <OrderedRow
            key={field.id}
            index={index}
            count={fields.length}
            name={form.watch(`plan.${index}.${i18n.locale === "en" ? "nameEn" : "name"}`)}
            onMove={move}
            onRemove={fields.length > 1 ? () => remove(index) : undefined}
          >
            <PlanRow index={index} />
          </OrderedRow>
        ))}
      </OrderedRows>
      {fields.length < 12 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyStep, shareBasisPoints: Math.max(1, 10_000 - sum) })}
          >
            <Trans>添加一期</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
