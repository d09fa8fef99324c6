import { useLingui } from "@lingui/react/macro";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import type { Problem } from "../../features/configure/configuration";
import { wordsForProblem } from "../../features/configure/problem-words";
import type { ConfigurableFragment } from "../../gql/graphql";
import css from "./Questions.module.css";

type Question = ConfigurableFragment["inputs"][number];

type QuestionFieldProps = {
  question: Question;
  value: string;
  /** Told only once the visitor has left the field, or wanted to order. */
  problem: Problem | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
};

/** One question of a product by the device's own control; its unit stands inside the field. */
export function QuestionField({ question, value, problem, onChange, onLeave }: QuestionFieldProps) {
  const { t, i18n } = useLingui();
  const id = useId();
  // The address follows a moment later; what is being typed, perhaps in a Chinese keyboard's window, stays as it is.
  const [typed, setTyped] = useState<string>();
  const label = i18n.locale === "en" ? question.labelEn : question.label;
  const shared = {
    id,
    name: question.code,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-hint ${id}-problem`,
    "aria-required": question.required,
  };
  return (
    <div className={css.field} data-invalid={problem ? true : undefined}>
      <label htmlFor={id}>
        {label}
        {!question.required && <span className={css.optional}>{t`选填`}</span>}
      </label>
      <span className={css.control}>
        {question.kind === "CHOICE" ? (
          <select {...shared} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
            {!question.options.includes(value) && <option value={value}>{t`请选择`}</option>}
            {question.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        ) : (
          <input
            {...shared}
            {...inputKinds[question.kind]}
            value={typed ?? value}
            maxLength={200}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              onChange(event.currentTarget.value);
            }}
            onBlur={() => {
              setTyped(undefined);
              onLeave();
            }}
          />
        )}
        {question.kind === "CHOICE" && <ChevronDown size={18} strokeWidth={1.5} aria-hidden />}
        {question.unit && <span className={css.unit}>{question.unit}</span>}
      </span>
      <span id={`${id}-hint`} className={css.hint}>
        {question.hint}
      </span>
      <output id={`${id}-problem`} className={css.problem}>
        {problem && wordsForProblem(i18n, problem)}
      </output>
    </div>
  );
}

const inputKinds = {
  NUMBER: { type: "text", inputMode: "decimal", autoComplete: "off" },
  TEXT: { type: "text", autoComplete: "off" },
  DATE: { type: "date" },
} as const;
