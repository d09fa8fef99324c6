import { XMLParser, XMLValidator } from "fast-xml-parser";

/** A document that is not the flat kind we read; whoever sent it is told nothing more. */
export class XmlFault extends Error {}

/** Deeper than any document we are sent; what nests is dropped, so depth costs nothing. */
const MAX_DEPTH = 8;
const MAX_TAGS = 200;

const parser = new XMLParser({
  // Values stay texts: the default makes the number 123 of <![CDATA[ 0123 ]]>, and rounds 64-bit ids.
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreAttributes: true,
  maxNestedTags: MAX_DEPTH,
});

/**
 * The texts directly under the root of a document that has no DTD, by tag. A tag with tags in it is left out. Refuses, by
 * throwing XmlFault and before anything is parsed, whatever declares something (DOCTYPE, ENTITY), so there is nothing to
 * expand and nowhere to fetch from; then what is broken, has another root, or says a thing twice.
 */
export function readFlatXml(text: string, root: string): ReadonlyMap<string, string> {
  // What a person typed stands in CDATA and may well be "<!DOCTYPE".
  const outside = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  if (outside.includes("<!")) throw new XmlFault("The document declares something.");
  if ((outside.match(/</g)?.length ?? 0) > 2 * MAX_TAGS) throw new XmlFault("The document has too many tags.");
  const top = parse(text)[root];
  if (typeof top !== "object" || top === null || Array.isArray(top))
    throw new XmlFault("The document has another root.");
  const fields = new Map<string, string>();
  for (const [tag, value] of Object.entries(top)) {
    if (Array.isArray(value)) throw new XmlFault(`The document says ${tag} twice.`);
    if (typeof value === "string" && tag !== "#text") fields.set(tag, value);
  }
  return fields;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    if (XMLValidator.validate(text) !== true) throw new XmlFault("The document is broken.");
    return parser.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw error instanceof XmlFault ? error : new XmlFault("The document is broken.");
  }
}

/** Text as CDATA: an end of CDATA inside it is split over two, so that nothing can break out. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
