/** A stretch of text: written words, or a place that stands for one value. */
export type TextPart<Place extends string = string> = { readonly words: string } | { readonly place: Place };

export type PlacedBlock<Place extends string = string, Block extends string = string> =
  | { readonly kind: "HEADING" | "PARAGRAPH"; readonly parts: readonly TextPart<Place>[] }
  | { readonly kind: "BLOCK"; readonly name: Block };

/** What a text may speak of. */
export interface Vocabulary<Place extends string, Block extends string> {
  isPlace(name: string): name is Place;
  /** Places that stand for a whole table or the like: alone on their line. */
  readonly blocks: readonly Block[];
  /** Of each of these one at least has to be in the text. */
  readonly needed: readonly (readonly string[])[];
}

export const placedIssueCodes = ["PLACE_UNKNOWN", "PLACE_UNCLOSED", "BLOCK_NOT_ALONE", "PLACE_MISSING"] as const;
export type PlacedIssueCode = (typeof placedIssueCodes)[number];

/** What keeps a text from being used, with the stretch it is about, counted in UTF-16 units from 0. */
export interface PlacedIssue {
  readonly code: PlacedIssueCode;
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export type ParsedText<Place extends string, Block extends string> =
  | { readonly ok: true; readonly blocks: readonly PlacedBlock<Place, Block>[] }
  | { readonly ok: false; readonly issues: readonly PlacedIssue[] };

const PLACE = /\\\{\{|\{\{([^{}\n]*)\}\}|\{\{/g;

/**
 * Reads a text with places: lines that begin with "# " are headings, an empty line parts paragraphs, {{name}} is a place
 * and \{{ two braces. There are no expressions. A text without what its vocabulary needs is refused too.
 */
export function parsePlaced<Place extends string, Block extends string>(
  text: string,
  vocabulary: Vocabulary<Place, Block>,
): ParsedText<Place, Block> {
  const issues: PlacedIssue[] = [];
  const blocks: PlacedBlock<Place, Block>[] = [];
  let paragraph: TextPart<Place>[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "PARAGRAPH", parts: paragraph });
    paragraph = [];
  };
  let at = 0;
  for (const line of text.split("\n")) {
    const block = vocabulary.blocks.find((name) => line.trim() === `{{${name}}}`);
    const heading = line.startsWith("# ");
    if (block || heading || line.trim() === "") endParagraph();
    if (block) blocks.push({ kind: "BLOCK", name: block });
    else if (heading) blocks.push({ kind: "HEADING", parts: partsOf(line.slice(2), at + 2, vocabulary, issues) });
    else if (line.trim() !== "") {
      const parts = partsOf(line, at, vocabulary, issues);
      paragraph = paragraph.length > 0 ? [...paragraph, { words: "\n" }, ...parts] : parts;
    }
    at += line.length + 1;
  }
  endParagraph();
  issues.push(...missing(blocks, vocabulary.needed, text.length));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, blocks };
}

function partsOf<Place extends string, Block extends string>(
  line: string,
  at: number,
  { isPlace, blocks }: Vocabulary<Place, Block>,
  issues: PlacedIssue[],
): TextPart<Place>[] {
  const parts: TextPart<Place>[] = [];
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
    else if (blocks.some((block) => block === name)) issues.push({ code: "BLOCK_NOT_ALONE", ...stretch, name });
    else if (isPlace(name)) parts.push({ place: name });
    else issues.push({ code: "PLACE_UNKNOWN", ...stretch, name });
  }
  say(line.slice(done));
  return parts;
}

function missing(blocks: readonly PlacedBlock[], needed: readonly (readonly string[])[], end: number): PlacedIssue[] {
  const places = blocks.flatMap((block) =>
    block.kind === "BLOCK" ? [block.name] : block.parts.map((part) => ("place" in part ? part.place : "")),
  );
  return needed
    .filter((names) => !names.some((name) => places.includes(name)))
    .map((names) => ({ code: "PLACE_MISSING", from: end, to: end, name: names[0] ?? "" }));
}
