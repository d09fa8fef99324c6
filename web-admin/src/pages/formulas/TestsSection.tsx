import type { TestResult } from "@kaidan/api/formula-run";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { Money } from "@kaidan/web-kit/ui/Money";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { formulaIssueWords } from "@kaidan/web-kit/vocabulary/formula-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, TextInput } from "@mantine/core";
import { CircleCheck, CircleX, Plus } from "lucide-react";
import { Controller, useFieldArray } from "react-hook-form";
import { OrderedRow, OrderedRows } from "../../features/console/OrderedRows";
import { Section } from "../../features/console/Section";
import type { CheckedFormula } from "./check-formula";
import css from "./Formulas.module.css";
import type { FormulaFormApi } from "./formula-form";

type TestsSectionProps = { form: FormulaFormApi; checked: CheckedFormula };

/** Examples with the amount that must come out; they run on every change, and again on the server when saved. */
export function TestsSection({ form, checked }: TestsSectionProps) {
  const { t } = useLingui();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "tests" });
  const passed = checked.results.filter((result) => result.passed).length;
  const count = fields.length;
  const next = count + 1;
  return (
    <Section
      title={t`测试用例`}
      lead={t`全部通过才能发布。金额按公式的取整方式计算。`}
      aside={
        count > 0 && (
          <ToneTag tone={passed === count ? "ok" : "danger"} icon={passed === count ? CircleCheck : CircleX}>
            <Trans>
              {passed}/{count} 通过
            </Trans>
          </ToneTag>
        )
      }
    >
      {count > 0 && (
        <OrderedRows>
          {fields.map((field, index) => (
            <OrderedRow
              key={field.id}
              index={index}
              count={count}
              name={form.watch(`tests.${index}.name`)}
              onMove={move}
              onRemove={() => remove(index)}
            >
              <TestFields form={form} index={index} uses={checked.uses} result={checked.results[index]} />
            </OrderedRow>
          ))}
        </OrderedRows>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => append({ name: t`用例 ${next}`, values: {}, expected: "" })}
        >
          <Trans>添加用例</Trans>
        </Button>
      </div>
    </Section>
  );
}

type TestFieldsProps = {
  form: FormulaFormApi;
  index: number;
  uses: readonly string[];
  result: TestResult | undefined;
};

function TestFields({ form, index, uses, result }: TestFieldsProps) {
  const { t } = useLingui();
  const errors = form.formState.errors.tests?.[index];
  return (
    <div className={css.test} data-passed={result?.passed}>
      <TextInput
        className={css.three}
        label={t`用例`}
        error={errors?.name?.message}
        {...form.register(`tests.${index}.name`)}
      />
      {uses.map((name) => (
        <TextInput
          key={name}
          label={<span className="mono">{name}</span>}
          autoComplete="off"
          {...form.register(`tests.${index}.values.${name}`)}
        />
      ))}
      <Controller
        control={form.control}
        name={`tests.${index}.expected`}
        render={({ field, fieldState }) => (
          <MoneyInput
            label={t`应得金额`}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <Outcome result={result} />
    </div>
  );
}

/** What the example came to: right, another amount, or why there is none. */
function Outcome({ result }: { result: TestResult | undefined }) {
  const { i18n } = useI18n();
  if (!result) return <output className={css.outcome} />;
  const { passed, actual, error } = result;
  const words = formulaIssueWords[error as keyof typeof formulaIssueWords];
  return (
    <output className={css.outcome}>
      <ToneTag tone={passed ? "ok" : "danger"} icon={passed ? CircleCheck : CircleX}>
        {passed ? <Trans>通过</Trans> : <Trans>不符</Trans>}
      </ToneTag>
      {actual !== null && <Money fen={String(actual)} />}
      {error !== null && <span className="small">{words ? i18n._(words) : error}</span>}
    </output>
  );
}
