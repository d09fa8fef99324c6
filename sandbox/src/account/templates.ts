import { randomBytes, randomInt } from "node:crypto";
import type { Database } from "../kernel/database.js";
import { WechatError } from "./errors.js";
import { type Entry, library } from "./library.js";

const PER_ACCOUNT = 25;

/** One row of a card: what the reader sees, under which key it is filled, what may be filled in. */
export interface Field {
  readonly label: string;
  /** Type and number, `thing7`: the numbers differ from account to account. */
  readonly key: string;
  readonly type: string;
  /** The only values allowed, for a const. */
  readonly values?: readonly string[] | undefined;
}

/** 模板消息 and 订阅通知 are two kinds: the id of one is unknown to the other. */
export type TemplateKind = "template" | "subscribe";

export interface Template {
  readonly id: string;
  readonly shortId: string;
  readonly kind: TemplateKind;
  readonly title: string;
  readonly fields: readonly Field[];
}

interface TemplateRow {
  id: string;
  short_id: string;
  kind: TemplateKind;
  title: string;
  fields: string;
}

export class Templates {
  constructor(private readonly database: Database) {
    if (database.value("seeded.templates") !== null) return;
    database.transaction(() => {
      for (const entry of library) this.insert(entry);
      database.keep("seeded.templates", "1");
    });
  }

  all(kind: TemplateKind): Template[] {
    const rows = this.database.rows<TemplateRow>("SELECT * FROM templates WHERE kind = ? ORDER BY rowid", kind);
    return rows.map(toTemplate);
  }

  /** Throws 40037 for an unknown id and for one of the other kind. */
  get(id: unknown, kind: TemplateKind): Template {
    const row =
      typeof id === "string"
        ? this.database.rows<TemplateRow>("SELECT * FROM templates WHERE id = ? AND kind = ?", id, kind)[0]
        : undefined;
    if (!row) throw new WechatError(40037);
    return toTemplate(row);
  }

  /** Takes one from the library by its short id; 25 fit (45026). */
  add(shortId: unknown): Template {
    return this.database.transaction(() => {
      const entry = library.find((candidate) => candidate.shortId === shortId && candidate.kind === "template");
      if (!entry) throw new WechatError(40037);
      if (this.all("template").length >= PER_ACCOUNT) throw new WechatError(45026);
      return this.insert(entry);
    });
  }

  remove(id: unknown): void {
    this.database.run("DELETE FROM templates WHERE id = ?", this.get(id, "template").id);
  }

  private insert(entry: Entry): Template {
    const id = randomBytes(40).toString("base64url").slice(0, 43);
    const numbers = someNumbers(entry.rows.length);
    const fields: Field[] = entry.rows.map((row, index) => ({ ...row, key: `${row.type}${numbers[index]}` }));
    this.database.run(
      "INSERT INTO templates (id, short_id, kind, title, fields) VALUES (?, ?, ?, ?, ?)",
      id,
      entry.shortId,
      entry.kind,
      entry.title,
      JSON.stringify(fields),
    );
    return { id, shortId: entry.shortId, kind: entry.kind, title: entry.title, fields };
  }
}

/** `订单编号：{{character_string2.DATA}}` line by line, as the console shows it. */
export function contentOf(template: Template): string {
  return template.fields.map((field) => `${field.label}：{{${field.key}.DATA}}\n`).join("");
}

/** Rising and never 1 2 3 …: whoever counts instead of reading the keys is wrong. */
function someNumbers(count: number): number[] {
  const numbers: number[] = [];
  let last = 1;
  for (let index = 0; index < count; index += 1) {
    last += randomInt(1, 6);
    numbers.push(last);
  }
  return numbers;
}

function toTemplate(row: TemplateRow): Template {
  return {
    id: row.id,
    shortId: row.short_id,
    kind: row.kind,
    title: row.title,
    fields: JSON.parse(row.fields) as Field[],
  };
}
