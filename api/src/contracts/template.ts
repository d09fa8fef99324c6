import { must, type RefusalData } from "../kernel/refusal.js";

/** Places of a contract's text that stand for one value each. A question of the product is {{inputs.CODE}}. */
export const placeNames = [
  "contract.no",
  "contract.issuedOn",
  "original.no",
  "original.total",
  "original.cause",
  "order.no",
  "order.title",
  "order.placedOn",
  "order.region",
  "order.note",
  "customer.name",
  "customer.phone",
  "customer.address",
  "total",
  "totalInCapitals",
] as const;
export type PlaceName = (typeof placeNames)[number] | `inputs.${string}`;

/** Places that stand for a whole table or the boxes to sign in: alone on their line. */
export const blockNames = ["lines", "plan", "signatures"] as const;
export type BlockName = (typeof blockNames)[number];

/** A stretch of text: written words, or a place. */
export type TextPart = { readonly words: string } | { readonly place: PlaceName };

export type TemplateBlock =
  | { readonly kind: "HEADING" | "PARAGRAPH"; readonly parts: readonly TextPart[] }
  | { readonly kind: "BLOCK"; readonly name: BlockName };

export const templateIssueCodes = ["PLACE_UNKNOWN", "PLACE_UNCLOSED", "BLOCK_NOT_ALONE", "PLACE_MISSING"] as const;
export type TemplateIssueCode = (typeof templateIssueCodes)[number];

/** What keeps a text from being a template, with the stretch it is about, counted in UTF-16 units from 0. */
export interface TemplateIssue {
  readonly code: TemplateIssueCode;
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export type ParsedTemplate =
  | { readonly ok: true; readonly blocks: readonly TemplateBlock[] }
  | { readonly ok: false; readonly issues: readonly TemplateIssue[] };

export const TEMPLATE_LIMIT = 10_000;
const PLACE = /\\\{\{|\{\{([^{}\n]*)\}\}|\{\{/g;
/** Control and direction characters but the end of a line: what is signed is what is seen. */
const HIDDEN = /[^\P{C}\n]/u;
const INPUT = /^inputs\.[A-Z][A-Z0-9_-]{0,39}$/;

/**
 * Reads a contract's text: lines that begin with "# " are headings, an empty line parts paragraphs, {{name}} is a place
 * and \{{ two braces. There are no expressions. What nobody could sign or verify is an issue too: a text without the
 * boxes to sign in or without the total.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const issues: TemplateIssue[] = [];
  const blocks: TemplateBlock[] = [];
  let paragraph: TextPart[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "PARAGRAPH", parts: paragraph });
    paragraph = [];
  };
  let at = 0;
  for (const line of text.split("\n")) {
    const block = blockOf(line);
    const heading = line.startsWith("# ");
    if (block || heading || line.trim() === "") endParagraph();
    if (block) blocks.push({ kind: "BLOCK", name: block });
    else if (heading) blocks.push({ kind: "HEADING", parts: partsOf(line.slice(2), at + 2, issues) });
    else if (line.trim() !== "") {
      const parts = partsOf(line, at, issues);
      paragraph = paragraph.length > 0 ? [...paragraph, { words: "\n" }, ...parts] : parts;
    }
    at += line.length + 1;
  }
  endParagraph();
  issues.push(...missing(blocks, text.length));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, blocks };
}

/**
 * A template's text as it is kept, every letter where the caller has it. Refuses VALIDATION for characters that nobody
 * sees, and what `mustBeTemplate` refuses.
 */
export function cleanTemplateText(text: string): string {
  must(!HIDDEN.test(text), "VALIDATION", { field: "text" });
  mustBeTemplate(text);
  return text;
}

/** The blocks of a template that may be kept. Refuses CONTRACT_TEMPLATE_INVALID with its first issue. */
export function mustBeTemplate(text: string): readonly TemplateBlock[] {
  must(text.trim() !== "" && text.length <= TEMPLATE_LIMIT, "VALIDATION", { field: "text", max: TEMPLATE_LIMIT });
  const parsed = parseTemplate(text);
  const told: RefusalData = parsed.ok ? {} : asData(parsed.issues[0]);
  must(parsed.ok, "CONTRACT_TEMPLATE_INVALID", told);
  return parsed.blocks;
}

function asData(issue: TemplateIssue | undefined): RefusalData {
  return {
    field: "text",
    issue: issue?.code ?? "",
    from: issue?.from ?? 0,
    to: issue?.to ?? 0,
    name: issue?.name ?? "",
  };
}

/** The block a line stands for, when it is nothing but its place. */
function blockOf(line: string): BlockName | undefined {
  return blockNames.find((name) => line.trim() === `{{${name}}}`);
}

function partsOf(line: string, at: number, issues: TemplateIssue[]): TextPart[] {
  const parts: TextPart[] = [];
  const say = (words: string): void => {
    if (words !== "") parts.push({ words });
  };
  let done = 0;
  for (const match of line.matchAll(PLACE)) {
    say(line.slice(done, match.index));
    done = match.index + match[0].length;
    const stretch = { from: at + match.index, to: at + done };
    const name = (match[1] ?? "").trim();
    if (match[0] === "\\{{") say("{{");
    else if (match[0] === "{{") issues.push({ code: "PLACE_UNCLOSED", ...stretch, name: "" });
    else if (blockNames.some((block) => block === name)) issues.push({ code: "BLOCK_NOT_ALONE", ...stretch, name });
    else if (isPlace(name)) parts.push({ place: name });
    else issues.push({ code: "PLACE_UNKNOWN", ...stretch, name });
  }
  say(line.slice(done));
  return parts;
}

function isPlace(name: string): name is PlaceName {
  return placeNames.some((known) => known === name) || INPUT.test(name);
}

function missing(blocks: readonly TemplateBlock[], end: number): TemplateIssue[] {
  const places = blocks.flatMap((block) =>
    block.kind === "BLOCK" ? [block.name] : block.parts.map((part) => ("place" in part ? part.place : "")),
  );
  const wanted: readonly (readonly string[])[] = [["total", "totalInCapitals"], ["signatures"]];
  return wanted
    .filter((names) => !names.some((name) => places.some((place) => place === name)))
    .map((names) => ({ code: "PLACE_MISSING", from: end, to: end, name: names[0] ?? "" }));
}
