import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { FormulaTable, FormulaVariable } from "@kaidan/api/formula";
import { completer } from "./completions";
import { formulaColours, formulaLanguage } from "./formula-language";

/** One place that is wrong, in words. */
export type Underlined = { readonly from: number; readonly to: number; readonly words: string };

type EditorOptions = {
  readonly readOnly: boolean;
  readonly attributes: Record<string, string>;
  readonly onChange: (text: string) => void;
};

const look = EditorView.theme({
  "&": { fontSize: "14px", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
  ".cm-content": { minHeight: "7em", padding: "12px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 12px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li": { padding: "4px 8px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--brand)", color: "var(--on-brand)" },
  ".cm-diagnostic": { padding: "4px 8px" },
});

/**
 * The code editor behind one element. Tab leaves it, as it leaves every field; offers come while typing or by
 * Ctrl-Space.
 */
export class CodeEditor {
  private readonly view: EditorView;
  private variables: readonly FormulaVariable[] = [];
  private tables: readonly FormulaTable[] = [];

  constructor(parent: HTMLElement, text: string, { readOnly, attributes, onChange }: EditorOptions) {
    const state = EditorState.create({
      doc: text,
      extensions: [
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({
          override: [completer(() => ({ variables: this.variables, tables: this.tables }))],
          icons: false,
        }),
        formulaLanguage,
        syntaxHighlighting(formulaColours),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ ...attributes, "aria-multiline": "true", spellcheck: "false" }),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
        look,
      ],
    });
    this.view = new EditorView({ state, parent });
  }

  /** Shows another text; what stands there already is left alone, with the caret in it. */
  setText(text: string): void {
    const { doc } = this.view.state;
    if (doc.toString() === text) return;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  setNames(variables: readonly FormulaVariable[], tables: readonly FormulaTable[]): void {
    this.variables = variables;
    this.tables = tables;
  }

  /** Underlines what is wrong. A place at the very end, where something is missing, takes the character before it. */
  setIssues(issues: readonly Underlined[]): void {
    const { length } = this.view.state.doc;
    const diagnostics = issues.map(({ from, to, words }) => {
      const end = Math.min(Math.max(to, from), length);
      const start = Math.min(from, end);
      return {
        from: start === end ? Math.max(0, start - 1) : start,
        to: end,
        severity: "error" as const,
        message: words,
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  destroy(): void {
    this.view.destroy();
  }
}
