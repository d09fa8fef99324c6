import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import { SumMark } from "../../features/console/SumMark";
import { emptyStep } from "./draft-values";
import { PlanRow } from "./PlanRow";
import { PlanTemplatePicker } from "./PlanTemplatePicker";
import { shareSum } from "./publish-checks";
import type { DraftForm } from "./useDraftForm";

/** The instalments of every order of this product; the first opens the gate to delivery. */
export function PlanSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "plan" });
  const problem = form.formState.errors.plan;
  const sum = shareSum(form.watch("plan"));
  return (
    <Section
      title={t`付款计划`}
      anchor="plan"
      lead={t`第一期下单时支付，付清后开始派单；其余按触发条件到期。`}
      aside={<SumMark value={sum / 100} whole={100} label={t`合计`} />}
    >
      <PlanTemplatePicker form={form} />
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
            <PlanRow form={form} index={index} />
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
    </Section>
  );
}
