import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import { emptyQuestion } from "./draft-values";
import { QuestionRow } from "./QuestionRow";
import type { DraftForm } from "./useDraftForm";

/** What a customer tells when ordering: area, dates, wishes. Numbers may set quantities. */
export function QuestionsSection({ form }: { form: DraftForm }) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "inputs" });
  const problem = form.formState.errors.inputs;
  function nextCode(): string {
    const taken = new Set(form.getValues("inputs").map(({ code }) => code));
    let number = fields.length + 1;
    while (taken.has(`Q${number}`)) number += 1;
    return `Q${number}`;
  }
  return (
    <Section
      title={t`客户填写项`}
      anchor="questions"
      lead={t`下单时请客户填写的内容；数字项可以决定服务数量，例如面积。`}
    >
      {fields.length > 0 && (
        <OrderedRows problem={problem?.root?.message ?? problem?.message}>
          {fields.map((field, index) => (
            <OrderedRow
              key={field.id}
              index={index}
              count={fields.length}
              name={form.watch(`inputs.${index}.label`)}
              onMove={move}
              onRemove={() => remove(index)}
            >
              <QuestionRow form={form} index={index} />
            </OrderedRow>
          ))}
        </OrderedRows>
      )}
      {fields.length < 20 && (
        <div>
          <Button
            variant="default"
            leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => append({ ...emptyQuestion, code: nextCode() })}
          >
            <Trans>添加填写项</Trans>
          </Button>
        </div>
      )}
    </Section>
  );
}
