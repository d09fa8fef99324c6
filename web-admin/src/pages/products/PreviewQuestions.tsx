import { RegionSelect } from "@kaidan/web-kit/forms/RegionSelect";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import type { PreviewVersionFragment } from "../../gql/graphql";
import css from "./Preview.module.css";
import type { Configuration } from "./preview-configuration";

type Question = PreviewVersionFragment["inputs"][number];

type QuestionsProps = {
  version: PreviewVersionFragment;
  value: Configuration;
  onChange: (next: Configuration) => void;
};

/** The questions as a customer is asked them. */
export function PreviewQuestions({ version, value, onChange }: QuestionsProps) {
  return (
    <div className={css.questions}>
      <RegionSelect
        regions={version.regions}
        value={value.regionCode}
        onChange={(regionCode) => onChange({ ...value, regionCode })}
      />
      {version.inputs.map((question) => (
        <QuestionField
          key={question.code}
          question={question}
          value={value.answers[question.code] ?? ""}
          onChange={(answer) => onChange({ ...value, answers: { ...value.answers, [question.code]: answer } })}
        />
      ))}
    </div>
  );
}

type FieldProps = { question: Question; value: string; onChange: (answer: string) => void };

function QuestionField({ question, value, onChange }: FieldProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const { kind, label, labelEn, unit, required, min, max, options, hint } = question;
  const words = (i18n.locale === "en" && labelEn) || label;
  const shared = {
    label: unit ? t`${words}（${unit}）` : words,
    description: hint ?? undefined,
    withAsterisk: required,
    value,
  };
  if (kind === "NUMBER") {
    return (
      <NumberInput
        {...shared}
        min={min ?? undefined}
        max={max ?? undefined}
        decimalScale={4}
        onChange={(next) => onChange(String(next))}
      />
    );
  }
  if (kind === "CHOICE") {
    return (
      <NativeSelect {...shared} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t`请选择`}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </NativeSelect>
    );
  }
  return (
    <TextInput
      {...shared}
      type={kind === "DATE" ? "date" : "text"}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
