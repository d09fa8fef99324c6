import type { DataSource, EntityMetadata, ObjectLiteral } from "typeorm";

export type Dialect = "sqlite" | "mysql";
export type EntityClass<Row> = new () => Row;
export type SqlValue = string | number | boolean | null;

/** Rows read by own SQL, or columns changed. The same text runs on both dialects: `?` marks, no quoting of names. */
export interface Sql {
  readonly dialect: Dialect;
  /** Runs a SELECT of own columns; nothing is converted. */
  query<Row>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a change and tells how many rows it touched. */
  run(text: string, values?: readonly SqlValue[]): Promise<number>;
  /** Whole rows of one table with JSON and booleans read: `tail` is everything after `SELECT … FROM table t`. */
  rows<Row extends ObjectLiteral>(table: EntityClass<Row>, tail: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

/** Called with every statement; tests count them, the log tells slow ones. */
export type StatementWatcher = (text: string, durationMs: number) => void;

/** What a statement gave: rows, or how many it touched. */
export interface Answered {
  readonly records: readonly unknown[];
  readonly affected: number;
}

/** Brings one statement to one connection. */
export type Send = (text: string, values: readonly SqlValue[]) => Promise<Answered>;

/** `Sql` over a way to send statements. Whether a transaction is open is the sender's to know. */
export class StatementSql implements Sql {
  constructor(
    protected readonly source: DataSource,
    private readonly send: Send,
    readonly dialect: Dialect,
    private readonly watch: StatementWatcher,
  ) {}

  async query<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.timed(text, values)).records as Row[];
  }

  async run(text: string, values: readonly SqlValue[] = []): Promise<number> {
    return (await this.timed(text, values)).affected;
  }

  async rows<Row extends ObjectLiteral>(
    table: EntityClass<Row>,
    tail: string,
    values: readonly SqlValue[] = [],
  ): Promise<Row[]> {
    const shape = shapeOf(this.source.getMetadata(table));
    const found = await this.query<Record<string, unknown>>(
      `SELECT ${shape.selection} FROM ${shape.name} t ${tail}`,
      values,
    );
    return found.map((raw) => shape.read(raw) as Row);
  }

  private async timed(text: string, values: readonly SqlValue[]): Promise<Answered> {
    const from = performance.now();
    try {
      return await this.send(text, values);
    } finally {
      this.watch(text, performance.now() - from);
    }
  }
}

interface Shape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly selection: string;
  read(raw: Record<string, unknown>): Record<string, unknown>;
  write(row: ObjectLiteral, column: string): SqlValue;
}

const shapes = new WeakMap<EntityMetadata, Shape>();

/** The table's name, columns and conversions, from TypeORM's metadata; made once per table. */
export function shapeOf(metadata: EntityMetadata): Shape {
  const known = shapes.get(metadata);
  if (known) return known;
  const columns = metadata.columns.map((column) => column.propertyName);
  const json = new Set(metadata.columns.filter((c) => c.type === "simple-json").map((c) => c.propertyName));
  const flags = new Set(metadata.columns.filter((c) => c.type === "boolean").map((c) => c.propertyName));
  const shape: Shape = {
    name: metadata.tableName,
    columns,
    selection: columns.map((column) => `t.\`${column}\``).join(", "),
    read(raw) {
      for (const column of json) if (raw[column] !== null) raw[column] = JSON.parse(raw[column] as string);
      for (const column of flags) raw[column] = raw[column] === 1 || raw[column] === true;
      return raw;
    },
    write(row, column) {
      const value: unknown = row[column];
      if (value === undefined || value === null) return null;
      return json.has(column) ? JSON.stringify(value) : (value as SqlValue);
    },
  };
  shapes.set(metadata, shape);
  return shape;
}

/** `?,?,?` for an IN list. An empty list matches nothing, in one form on both dialects. */
export function marks(values: readonly unknown[]): string {
  return values.length === 0 ? "NULL" : values.map(() => "?").join(",");
}

/** `%text%` with the wildcards of LIKE escaped; write `LIKE ? ESCAPE '!'`. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[!%_]/g, (char) => `!${char}`)}%`;
}
