import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { PdfBlock } from "../kernel/document.js";
import { enumOf } from "../platform/enum.js";

const DocumentBlockKindEnum = enumOf(["HEADING", "PARAGRAPH", "FACTS", "TABLE", "SIGNATURES"] as const);
registerEnumType(DocumentBlockKindEnum, { name: "DocumentBlockKind", description: "What a document is made of." });

@ObjectType({ description: "A piece of a document, from top to bottom: what is printed, for pages to show." })
export class DocumentBlock {
  @Field(() => DocumentBlockKindEnum, { description: "What it is." })
  kind: PdfBlock["kind"];

  @Field(() => String, { nullable: true, description: "The words of a heading or paragraph." })
  text: string | null;

  @Field(() => [String], { description: "Titles of a table's columns; the roles of who signs." })
  head: readonly string[];

  @Field(() => [[String]], { description: "Rows of a table, of facts, or the names of who signs." })
  rows: readonly (readonly string[])[];

  @Field(() => [String], { description: "The last row of a table, such as the total." })
  foot: readonly string[];
}

/** A block as pages get it: one shape for all kinds. */
export function blockView(block: PdfBlock): DocumentBlock {
  const empty = { text: null, head: [], rows: [], foot: [] };
  switch (block.kind) {
    case "HEADING":
    case "PARAGRAPH":
      return { ...empty, kind: block.kind, text: block.text };
    case "FACTS":
      return { ...empty, kind: block.kind, rows: block.facts.map(({ label, value }) => [label, value]) };
    case "TABLE": {
      const head = block.columns.map(({ title }) => title);
      return { ...empty, kind: block.kind, head, rows: block.rows, foot: block.foot ?? [] };
    }
    case "SIGNATURES": {
      const head = block.parties.map(({ role }) => role);
      return { ...empty, kind: block.kind, head, rows: [block.parties.map(({ name }) => name)] };
    }
  }
}
