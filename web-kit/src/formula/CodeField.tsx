import { useLingui } from "@lingui/react";
import { useEffect, useEffectEvent, useRef } from "react";
import { wordsForIssue } from "../vocabulary/formula-words";
import { CodeEditor } from "./code-editor";
import type { FormulaEditorProps } from "./FormulaEditor";
import css from "./FormulaEditor.module.css";

type CodeFieldProps = FormulaEditorProps & { labelledBy: string; describedBy: string };

/** The editor itself: text in, text out; the rest of the page knows nothing of how it works. */
export function CodeField(props: CodeFieldProps) {
  const { value, onChange, issues, variables, tables, readOnly = false, labelledBy, describedBy } = props;
  const { i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(null);
  const changed = useEffectEvent(onChange);
  const initial = useEffectEvent(() => value);
  useEffect(() => {
    if (!place.current) return undefined;
    const attributes = { "aria-labelledby": labelledBy, "aria-describedby": describedBy };
    const made = new CodeEditor(place.current, initial(), { readOnly, attributes, onChange: (text) => changed(text) });
    editor.current = made;
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, [readOnly, labelledBy, describedBy]);
  useEffect(() => editor.current?.setText(value), [value]);
  useEffect(() => editor.current?.setNames(variables, tables), [variables, tables]);
  useEffect(() => {
    editor.current?.setIssues(
      issues.map((issue) => ({ from: issue.from, to: issue.to, words: wordsForIssue(i18n, issue) })),
    );
  }, [issues, i18n]);
  return <div ref={place} className={css.field} />;
}
