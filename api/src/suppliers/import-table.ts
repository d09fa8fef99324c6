import { startOfDay } from "../kernel/day.js";
import { fen } from "../kernel/money.js";
import { Refusal } from "../kernel/refusal.js";
import { isDay } from "./calendar.js";
import { regions } from "./region.js";
import { cleanProposal, type ServiceProposal } from "./service-terms.js";

/** The columns of a table of services: how programs name them and how people do. Export writes them, import reads both. */
export const importColumns = {
  supplier: "服务商编号",
  item: "服务项目编号",
  level: "能力等级",
  costPrice: "成本价（元）",
  salePrice: "销售价（元）",
  perDay: "每天接单",
  minCharge: "最低收费（元）",
  concurrent: "同时在手",
  leadHours: "备工小时",
  noticeHours: "提前预约小时",
  regions: "服务区域",
  brands: "品牌",
  notes: "说明",
  effectiveFrom: "生效日期",
  effectiveTo: "失效日期",
} as const;
export type ImportColumn = keyof typeof importColumns;

const needed: readonly ImportColumn[] = ["item", "level", "costPrice", "salePrice", "perDay"];

/** What may be wrong with a cell. */
export const importFaults = [
  "COLUMN_MISSING",
  "MISSING",
  "NOT_A_NUMBER",
  "NOT_A_DAY",
  "OUT_OF_RANGE",
  "BELOW_COST",
  "UNKNOWN_ITEM",
  "UNKNOWN_SUPPLIER",
  "SUPPLIER_ENDED",
  "UNKNOWN_REGION",
  "REPEATED",
] as const;
export type ImportFault = (typeof importFaults)[number];

/** One thing that is wrong; rows count as the spreadsheet does, 1 is the heading. */
export interface BadCell {
  readonly row: number;
  readonly column: ImportColumn;
  readonly code: ImportFault;
  /** What the cell says. */
  readonly value: string;
}

/** A row that can be proposed. */
export interface GoodRow {
  readonly row: number;
  readonly supplierId: string;
  readonly proposal: ServiceProposal;
}

/** What an import needs to know: whose services, by supplier code (null: one supplier's own), and the items by code. */
export interface Known {
  readonly suppliers: ReadonlyMap<
    string,
    { readonly id: string; readonly regions: readonly string[]; readonly ended: boolean }
  >;
  readonly own: string | null;
  readonly items: ReadonlyMap<string, string>;
}

export interface Judged {
  readonly total: number;
  readonly good: readonly GoodRow[];
  readonly bad: readonly BadCell[];
}

type Cells = (column: ImportColumn) => string;

/** Where each column is, by either of its names, whatever the order; columns nobody knows are passed over. */
export function columnsOf(heading: readonly string[]): Map<ImportColumn, number> {
  const places = new Map<ImportColumn, number>();
  for (const [index, title] of heading.entries()) {
    const clean = plain(title);
    const column = (Object.keys(importColumns) as ImportColumn[]).find(
      (name) => plain(name) === clean || plain(importColumns[name]) === clean,
    );
    if (column && !places.has(column)) places.set(column, index);
  }
  return places;
}

const plain = (title: string): string => title.toLowerCase().replaceAll(/[\s()（）_-]/g, "");

/** The codes that a table names, so that they can be looked up before it is judged. */
export function codesIn(table: readonly (readonly string[])[]): { items: string[]; suppliers: string[] } {
  const places = columnsOf(table[0] ?? []);
  const all = (column: ImportColumn): string[] => {
    const place = places.get(column);
    return place === undefined ? [] : [...new Set(table.slice(1).map((row) => code(row[place] ?? "")))];
  };
  return { items: all("item"), suppliers: all("supplier") };
}

const code = (text: string): string => text.trim().toUpperCase();

/**
 * Judges every row of a table: what can be proposed, and everything that is wrong with the rest, cell by cell. A row with
 * one bad cell is not good. Empty rows are passed over.
 */
export function judgeTable(table: readonly (readonly string[])[], known: Known, now: number): Judged {
  const places = columnsOf(table[0] ?? []);
  const wanted: readonly ImportColumn[] = known.own === null ? ["supplier", ...needed] : needed;
  const absent = wanted.filter((column) => !places.has(column));
  if (absent.length > 0) {
    const bad = absent.map((column) => ({ row: 1, column, code: "COLUMN_MISSING" as const, value: "" }));
    return { total: Math.max(0, table.length - 1), good: [], bad };
  }
  const good: GoodRow[] = [];
  const bad: BadCell[] = [];
  const seen = new Set<string>();
  let total = 0;
  for (const [index, row] of table.entries()) {
    if (index === 0 || row.every((cell) => cell === "")) continue;
    total += 1;
    const cells: Cells = (column) => (row[places.get(column) ?? -1] ?? "").trim();
    const judged = judgeRow(index + 1, cells, known, now);
    const key = "faults" in judged ? "" : `${judged.supplierId}:${judged.proposal.itemId}`;
    if ("faults" in judged) bad.push(...judged.faults);
    else if (seen.has(key)) bad.push({ row: index + 1, column: "item", code: "REPEATED", value: cells("item") });
    else good.push(judged);
    seen.add(key);
  }
  return { total, good, bad };
}

function judgeRow(row: number, cells: Cells, known: Known, now: number): GoodRow | { faults: BadCell[] } {
  const faults: BadCell[] = [];
  const fault = (column: ImportColumn, what: ImportFault): void =>
    void faults.push({ row, column, code: what, value: cells(column).slice(0, 60) });
  const supplier = known.suppliers.get(known.own ?? code(cells("supplier")));
  if (!supplier) fault("supplier", cells("supplier") === "" ? "MISSING" : "UNKNOWN_SUPPLIER");
  else if (supplier.ended) fault("supplier", "SUPPLIER_ENDED");
  const itemId = known.items.get(code(cells("item")));
  if (!itemId) fault("item", cells("item") === "" ? "MISSING" : "UNKNOWN_ITEM");
  const proposal = readProposal(cells, itemId ?? "", fault);
  if (faults.length > 0 || !supplier || !proposal) return { faults };
  try {
    return { row, supplierId: supplier.id, proposal: cleanProposal(proposal, supplier.regions, now) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const column = columnOf(error.data["field"]);
    fault(column, column === "costPrice" && proposal.costPrice > proposal.salePrice ? "BELOW_COST" : faultOf(column));
    return { faults };
  }
}

const faultOf = (column: ImportColumn): ImportFault => (column === "regions" ? "UNKNOWN_REGION" : "OUT_OF_RANGE");

const columnOf = (field: unknown): ImportColumn =>
  (Object.keys(importColumns) as ImportColumn[]).find((column) => column === field) ?? "notes";

type Fault = (column: ImportColumn, what: ImportFault) => void;

function readProposal(cells: Cells, itemId: string, fault: Fault): ServiceProposal | null {
  const [level, perDay] = [whole(cells, "level", fault), whole(cells, "perDay", fault)];
  const [cost, sale] = [money(cells, "costPrice", fault), money(cells, "salePrice", fault)];
  const terms = {
    minCharge: cells("minCharge") === "" ? null : money(cells, "minCharge", fault),
    concurrent: cells("concurrent") === "" ? null : whole(cells, "concurrent", fault),
    leadHours: cells("leadHours") === "" ? null : whole(cells, "leadHours", fault),
    noticeHours: cells("noticeHours") === "" ? null : whole(cells, "noticeHours", fault),
    regions: regionCodes(cells, fault),
    brands: listOf(cells("brands")),
    effectiveFrom: day(cells, "effectiveFrom", fault),
    effectiveTo: day(cells, "effectiveTo", fault),
  };
  if (level === null || perDay === null || cost === null || sale === null) return null;
  const notes = cells("notes") || null;
  return { itemId, level, perDay, costPrice: fen(cost), salePrice: fen(sale), notes, ...terms };
}

function whole(cells: Cells, column: ImportColumn, fault: Fault): number | null {
  const text = cells(column);
  if (/^\d{1,9}$/.test(text)) return Number(text);
  fault(column, text === "" ? "MISSING" : "NOT_A_NUMBER");
  return null;
}

/** Yuan with at most two decimals, in fen; "¥1,234.50" is read as well. */
function money(cells: Cells, column: ImportColumn, fault: Fault): ReturnType<typeof fen> | null {
  const text = cells(column).replaceAll(/[¥￥,，\s]/g, "");
  const [, yuan, cents = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan !== undefined) return fen(Number(yuan) * 100 + Number(cents.padEnd(2, "0")));
  fault(column, text === "" ? "MISSING" : "NOT_A_NUMBER");
  return null;
}

/** A day as 2026-12-01, 2026/12/1 or 2026.12.1, in Shanghai; null without. */
function day(cells: Cells, column: ImportColumn, fault: Fault): number | null {
  const text = cells(column);
  if (text === "") return null;
  const [, year = "", month = "", date = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  const clean = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (isDay(clean)) return startOfDay(clean);
  fault(column, "NOT_A_DAY");
  return null;
}

/** Regions by code or name, parted by commas, semicolons or 、; null without. */
function regionCodes(cells: Cells, fault: Fault): string[] | null {
  const wanted = listOf(cells("regions"));
  const codes = wanted.map(
    (one) => regions.find(({ code: known, name }) => known === one || name === one || name === `${one}市`)?.code,
  );
  if (codes.includes(undefined)) fault("regions", "UNKNOWN_REGION");
  const found = codes.filter((one) => one !== undefined);
  return found.length > 0 ? found : null;
}

const listOf = (text: string): string[] =>
  text
    .split(/[,，;；、|]/)
    .map((part) => part.trim())
    .filter(Boolean);
