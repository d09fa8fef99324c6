import { XMLParser, XMLValidator } from "fast-xml-parser";

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
});

/** A tree of the elements under `<xml>`; text stays text, so 64-bit numbers keep their digits. */
export interface XmlTree {
  readonly [name: string]: string | XmlTree | readonly XmlTree[] | undefined;
}

/** Null when the text is no single well-formed `<xml>` element, or carries a DOCTYPE. */
export function readXml(text: string): XmlTree | null {
  const trimmed = text.trim();
  if (!/^(<\?xml[^>]*\?>\s*)?<xml>/.test(trimmed) || /<!DOCTYPE|<!ENTITY/i.test(trimmed)) return null;
  const parsed = parsedOf(trimmed);
  return typeof parsed?.xml === "object" && parsed.xml !== null ? (parsed.xml as XmlTree) : null;
}

/** The parser throws for what is too deep or too much: that is no message either. */
function parsedOf(text: string): { xml?: unknown } | null {
  try {
    return XMLValidator.validate(text) === true ? (parser.parse(text) as { xml?: unknown }) : null;
  } catch {
    return null;
  }
}

/** The text of one element; null when it is absent or holds elements. */
export function textOf(tree: XmlTree, name: string): string | null {
  const value = tree[name];
  return typeof value === "string" ? value : null;
}

export function cdata(name: string, text: string): string {
  return `<${name}><![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]></${name}>`;
}

export function plain(name: string, text: string | number): string {
  return `<${name}>${text}</${name}>`;
}
