import { HighlightStyle, StreamLanguage } from "@codemirror/language";
import { formulaFunctions } from "@kaidan/api/formula";
import { tags } from "@lezer/highlight";

const WORD = /^(and|or|not|true|false)\b/;

/** The formula language in colours: names, functions, figures, texts. What is wrong is the checker's to say. */
export const formulaLanguage = StreamLanguage.define({
  name: "formula",
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^"[^"\n]*"?/)) return "string";
    if (stream.match(/^\d+(\.\d+)?/)) return "number";
    if (stream.match(WORD)) return "keyword";
    const name = stream.match(/^[A-Za-z_]\w*/);
    if (name && name !== true) {
      const called = formulaFunctions.has(name[0]) && /^\s*\(/.test(stream.string.slice(stream.pos));
      return called ? "function" : "variableName";
    }
    if (stream.match(/^(==|!=|<=|>=|[-+*/%^<>?:])/)) return "operator";
    stream.next();
    return null;
  },
  tokenTable: { function: tags.function(tags.variableName) },
});

/** Colours that hold their contrast on light and dark ground. */
export const formulaColours = HighlightStyle.define([
  { tag: tags.string, color: "var(--money)" },
  { tag: tags.number, color: "var(--info)" },
  { tag: tags.keyword, color: "var(--brand)", fontWeight: "600" },
  { tag: tags.function(tags.variableName), color: "var(--brand)" },
  { tag: tags.variableName, color: "var(--ink)" },
]);
