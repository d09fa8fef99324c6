import type { FormulaIssue, FormulaTable, FormulaVariable } from "@kaidan/api/formula";
import { useLingui } from "@lingui/react";
import { lazy, Suspense, useId } from "react";
import { wordsForIssue } from "../vocabulary/formula-words";
import css from "./FormulaEditor.module.css";

export type FormulaEditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the text as it stands; underlined where it is, and told below. */
  issues: readonly FormulaIssue[];
  /** What may be used; offered while typing. */
  variables: readonly FormulaVariable[];
  tables: readonly FormulaTable[];
  /** Published versions are read only. */
  readOnly?: boolean;
};

const CodeField = lazy(async () => ({ default: (await import("./CodeField")).CodeField }));

/**
 * A formula as text with its names in colour, offers while typing, and what is wrong underlined at its place. Until the
 * editor has loaded a plain field stands there, with the same text.
 */
export function FormulaEditor(props: FormulaEditorProps) {
  const { label, value, onChange, issues, readOnly = false } = props;
  const { i18n } = useLingui();
  const id = useId();
  const told = issues.filter(({ from, to }) => to > from || from === value.length).slice(0, 4);
  return (
    <div className={css.frame} data-wrong={issues.length > 0 || undefined}>
      <span className={css.label} id={`${id}-label`}>
        {label}
      </span>
      <Suspense
        fallback={
          <textarea
            className={css.plain}
            aria-labelledby={`${id}-label`}
            rows={5}
            value={value}
            readOnly={readOnly}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        }
      >
        <CodeField {...props} labelledBy={`${id}-label`} describedBy={`${id}-issues`} />
      </Suspense>
      <ul className={`list ${css.issues}`} id={`${id}-issues`} aria-live="polite">
        {told.map((issue) => (
          <li key={`${issue.code}:${issue.from}:${issue.to}`}>
            <span className={css.place}>{placeOf(value, issue.from)}</span>
            {wordsForIssue(i18n, issue)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Line and column as an editor counts them: "2:14". */
function placeOf(text: string, at: number): string {
  const lines = text.slice(0, at).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
