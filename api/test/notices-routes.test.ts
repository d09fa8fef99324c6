import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";
import { describe, expect, it } from "vitest";
import { tellingsOf } from "../src/notifications/route.js";
import { routes } from "../src/notifications/routes.js";

/** Any node of a syntax tree. */
type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

function* everyNode(value: unknown): Generator<Tree> {
  if (Array.isArray(value)) for (const one of value) yield* everyNode(one);
  else if (isTree(value)) {
    yield value;
    for (const inner of Object.values(value)) yield* everyNode(inner);
  }
}

/** The properties of an object as it is written: `kind: "X"` by its value, `kind` alone by its name. */
function propertiesOf(node: Tree): Map<string, Tree> {
  const properties = new Map<string, Tree>();
  for (const property of (node["properties"] ?? []) as Tree[]) {
    const key = property["key"] as Tree | undefined;
    if (property["type"] === "Identifier") properties.set(String(property["value"]), property);
    if (key && isTree(property["value"])) properties.set(String(key["value"]), property["value"]);
  }
  return properties;
}

const isFact = (node: Tree): boolean =>
  node["type"] === "ObjectExpression" && ["kind", "stream", "payload"].every((key) => propertiesOf(node).has(key));

/** The names of functions that make a fact of the kind they are given first. */
function makersIn(module: unknown): Set<string> {
  const makers = new Set<string>();
  for (const node of everyNode(module)) {
    const name = (node["id"] ?? node["identifier"]) as Tree | undefined;
    const made = node["init"] ?? node["body"];
    if (!name || !made || typeof name["value"] !== "string") continue;
    const open = [...everyNode(made)].some(
      (inner) => isFact(inner) && propertiesOf(inner).get("kind")?.["type"] === "Identifier",
    );
    if (open) makers.add(name["value"]);
  }
  // A maker may lean on another: ofService on ofSupplier.
  for (let before = -1; before !== makers.size; ) {
    before = makers.size;
    for (const node of everyNode(module)) {
      const name = node["id"] as Tree | undefined;
      if (!name || typeof name["value"] !== "string" || !node["init"]) continue;
      const passesOn = [...everyNode(node["init"])].some((call) => {
        const first = (call["arguments"] as Tree[] | undefined)?.[0]?.["expression"] as Tree | undefined;
        return makers.has(String((call["callee"] as Tree | undefined)?.["value"])) && first?.["type"] === "Identifier";
      });
      if (passesOn) makers.add(name["value"]);
    }
  }
  return makers;
}

/** The kinds of facts that a module writes down: in an object of a fact, or as what a maker of facts is given. */
function kindsIn(source: string): string[] {
  const module = parseSync(source, { syntax: "typescript", decorators: true, target: "es2022" });
  const makers = makersIn(module);
  const kinds: string[] = [];
  for (const node of everyNode(module)) {
    const kind = isFact(node) ? propertiesOf(node).get("kind") : undefined;
    if (kind?.["type"] === "StringLiteral") kinds.push(String(kind["value"]));
    if (node["type"] !== "CallExpression" || !makers.has(String((node["callee"] as Tree)["value"]))) continue;
    const first = (node["arguments"] as Tree[])[0]?.["expression"] as Tree | undefined;
    if (first?.["type"] === "StringLiteral") kinds.push(String(first["value"]));
  }
  return kinds;
}

const src = fileURLToPath(new URL("../src/", import.meta.url));
const recorded = new Set(
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".spec.ts"))
    // The platform's own machinery carries facts; only its flows tell some.
    .filter((path) => !path.startsWith("platform/") || path.endsWith(".flow.ts"))
    .flatMap((path) => kindsIn(readFileSync(join(src, path), "utf8"))),
);

describe("every kind of fact that anything records", () => {
  it("is found, whether it is written in the fact or given to what makes it", () => {
    expect(recorded.size).toBeGreaterThan(50);
    for (const kind of ["OrderPlaced", "ServicePaused", "QueuesMoved", "WechatUnbound"])
      expect(recorded).toContain(kind);
    const invented = `const of = (kind: string, id: string) => ({ kind, stream: id, payload: {} });
      export const one = () => of("SomethingNew", "x");
      export const two = { kind: "SomethingElse", stream: "x", payload: {} };`;
    expect(kindsIn(invented)).toEqual(["SomethingNew", "SomethingElse"]);
  });

  it("has a line that says who is told, or why nobody is", () => {
    expect([...recorded].filter((kind) => !(kind in routes))).toEqual([]);
  });

  it("and no line is for a kind that nothing records", () => {
    expect(Object.keys(routes).filter((kind) => !recorded.has(kind))).toEqual([]);
  });

  it("is told at most once in the same words; words of several kinds go to the same people, and silence gives its reason", () => {
    const hearers = new Map<string, string>();
    for (const route of Object.values(routes)) {
      const told = tellingsOf(route);
      expect(new Set(told.map(({ kind }) => kind)).size).toBe(told.length);
      for (const { kind, to } of told) expect(hearers.set(kind, hearers.get(kind) ?? to).get(kind)).toBe(to);
    }
    for (const route of Object.values(routes)) if ("silent" in route) expect(route.silent.length).toBeGreaterThan(20);
  });
});
