/**
 * A raw body with line breaks and two spaces of indentation, or as it is when it is neither XML nor JSON. Values are
 * never parsed, so 64-bit ids, spaces in CDATA and the order of fields stay exactly as they went over the wire.
 */
export function pretty(body: string): string {
  const text = body.trim();
  if (text.startsWith("<")) return prettyXml(text);
  if (text.startsWith("{") || text.startsWith("[")) return prettyJson(text);
  return body;
}

function prettyXml(xml: string): string {
  const tokens = xml.match(/<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g) ?? [];
  const lines: string[] = [];
  let depth = 0;
  let leaf = false;
  for (const token of tokens) {
    if (token.startsWith("</")) {
      depth = Math.max(0, depth - 1);
      if (leaf) append(lines, token);
      else lines.push(indent(depth) + token);
      leaf = false;
    } else if (token.startsWith("<![CDATA[") || !token.startsWith("<")) {
      if (token.trim() !== "") append(lines, token);
    } else {
      lines.push(indent(depth) + token);
      leaf = !token.endsWith("/>") && !token.startsWith("<?") && !token.startsWith("<!");
      if (leaf) depth += 1;
    }
  }
  return lines.join("\n");
}

function prettyJson(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*(?:"|$)|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let out = "";
  let depth = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token === "{" || token === "[") {
      depth += 1;
      out += next === "}" || next === "]" ? token : `${token}\n${indent(depth)}`;
    } else if (token === "}" || token === "]") {
      depth = Math.max(0, depth - 1);
      const before = tokens[index - 1];
      out += before === "{" || before === "[" ? token : `\n${indent(depth)}${token}`;
    } else if (token === ",") out += `,\n${indent(depth)}`;
    else out += token === ":" ? ": " : token;
  });
  return out;
}

const indent = (depth: number): string => "  ".repeat(depth);

function append(lines: string[], token: string): void {
  const last = lines.pop() ?? "";
  lines.push(last + token);
}
