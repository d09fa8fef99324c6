import {
  type ParsedText,
  type PlacedBlock,
  type PlacedIssue,
  type PlacedIssueCode,
  parsePlaced,
  placedIssueCodes,
} from "../kernel/placed-text.js";
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

export type TemplateBlock = PlacedBlock<PlaceName, BlockName>;
export const templateIssueCodes = placedIssueCodes;
export type TemplateIssueCode = PlacedIssueCode;
export type ParsedTemplate = ParsedText<PlaceName, BlockName>;

export const TEMPLATE_LIMIT = 10_000;
/** Control and direction characters but the end of a line: what is signed is what is seen. */
const HIDDEN = /[^\P{C}\n]/u;
const INPUT = /^inputs\.[A-Z][A-Z0-9_-]{0,39}$/;

/**
 * Reads a contract's text. What nobody could sign or verify is an issue too: a text without the boxes to sign in or
 * without the total.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const needed = [["total", "totalInCapitals"], ["signatures"]];
  return parsePlaced<PlaceName, BlockName>(text, { isPlace, blocks: blockNames, needed });
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

function asData(issue: PlacedIssue | undefined): RefusalData {
  return {
    field: "text",
    issue: issue?.code ?? "",
    from: issue?.from ?? 0,
    to: issue?.to ?? 0,
    name: issue?.name ?? "",
  };
}

function isPlace(name: string): name is PlaceName {
  return placeNames.some((known) => known === name) || INPUT.test(name);
}
