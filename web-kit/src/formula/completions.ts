import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type FormulaTable, type FormulaVariable, formulaFunctions } from "@kaidan/api/formula";

type Names = { readonly variables: readonly FormulaVariable[]; readonly tables: readonly FormulaTable[] };

const words = ["and", "or", "not", "true", "false"];

/**
 * Offers what may stand at the caret: the tables of the right kind after `tier(` and `lookup(`, the options of a
 * variable within quotation marks, else variables, functions and words.
 */
export function completer(names: () => Names): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const before = context.state.doc.sliceString(0, context.pos);
    return offersFor(before, names(), context.explicit);
  };
}

/** What is offered after this much of the formula; null where nothing can be. */
export function offersFor(before: string, { variables, tables }: Names, explicit: boolean): CompletionResult | null {
  const typed = /[a-z][a-z0-9_]*$/.exec(before)?.[0] ?? "";
  const open = /"([^"]*)$/.exec(before.replace(/"[^"]*"/g, (text) => " ".repeat(text.length)));
  if (open) return { from: before.length - (open[1] ?? "").length, options: optionsOf(variables) };
  if (typed === "" && !explicit) return null;
  const table = /\b(tier|lookup)\s*\(\s*[a-z0-9_]*$/.exec(before)?.[1];
  const kind = table === "tier" ? "TIER" : "LOOKUP";
  const fitting = tables
    .filter((each) => each.kind === kind)
    .map(({ name }): Completion => ({ label: name, type: "enum" }));
  return {
    from: before.length - typed.length,
    options: table ? fitting : everything(variables),
    validFor: /^[a-z0-9_]*$/,
  };
}

function everything(variables: readonly FormulaVariable[]): Completion[] {
  return [
    ...variables.map(({ name, unit }): Completion => ({ label: name, type: "variable", detail: unit ?? "", boost: 2 })),
    ...[...formulaFunctions.values()].map(
      ({ name, parameters }): Completion => ({
        label: name,
        type: "function",
        detail: `(${parameters})`,
        apply: `${name}(`,
      }),
    ),
    ...words.map((label): Completion => ({ label, type: "keyword" })),
  ];
}

function optionsOf(variables: readonly FormulaVariable[]): Completion[] {
  return [...new Set(variables.flatMap(({ options }) => options))].map((label) => ({ label, type: "text" }));
}
