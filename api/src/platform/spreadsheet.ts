import { parse } from "csv-parse/sync";
import writeExcelFile from "write-excel-file/node";
import { must, Refusal } from "../kernel/refusal.js";
import { readWorkbook } from "./workbook.js";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const CSV = "text/csv";

export const MAX_TABLE_ROWS = 2_000;
const MAX_COLUMNS = 60;
const MAX_CELL = 2_000;

/** A table as text, row by row; every row as long as it is written. */
export type Table = readonly (readonly string[])[];

/**
 * Reads the first sheet of an .xlsx or a .csv file as text: numbers in decimal, days as YYYY-MM-DD. CSV may be UTF-8, with
 * or without a mark, or what Chinese Excel writes (GB 18030). Refuses FILE_REJECTED for anything else, and for a workbook
 * that unpacks to too much; FILE_TOO_LARGE with more than 2,000 rows, or cells far beyond any column.
 */
export async function readTable(content: Buffer, mime: string): Promise<Table> {
  const table = mime === XLSX ? await readXlsx(content) : readCsv(content);
  while (table.at(-1)?.every((cell) => cell === "")) table.pop();
  must(table.length <= MAX_TABLE_ROWS + 1, "FILE_TOO_LARGE", { maxRows: MAX_TABLE_ROWS });
  return table.map((row) => row.slice(0, MAX_COLUMNS).map((cell) => cell.slice(0, MAX_CELL)));
}

async function readXlsx(content: Buffer): Promise<string[][]> {
  try {
    const rows = await readWorkbook(content, { rows: MAX_TABLE_ROWS, columns: MAX_COLUMNS });
    return rows.map((row) => row.map(cellText));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("FILE_REJECTED");
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(Number(value.toFixed(6)));
  return typeof value === "string" || typeof value === "boolean" ? String(value).trim() : "";
}

function readCsv(content: Buffer): string[][] {
  try {
    return parse(decoded(content), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      max_record_size: 64 * 1024,
      to: MAX_TABLE_ROWS + 2,
    }) as string[][];
  } catch {
    throw new Refusal("FILE_REJECTED");
  }
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(content);
  }
}

export const tableFormats = ["XLSX", "CSV"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A table as a file of the wanted kind. */
export function writeTable(table: Table, format: TableFormat, sheet: string): Promise<Buffer> {
  return format === "XLSX" ? writeWorkbook(table, sheet) : Promise.resolve(writeCsv(table));
}

/** A table as CSV that Excel opens in Chinese: with a mark, and without a cell that it would run as a formula. */
export function writeCsv(table: Table): Buffer {
  const lines = table.map((row) => row.map((cell) => quoted(inert(cell))).join(","));
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}

/** The same as a workbook of one sheet; its cells are texts, which nothing runs. */
async function writeWorkbook(table: Table, sheet: string): Promise<Buffer> {
  const cells = table.map((row, line) =>
    row.map((value) => ({ value, type: String, ...(line === 0 ? { fontWeight: "bold" as const } : {}) })),
  );
  return writeExcelFile(cells, { sheet }).toBuffer();
}

/** A leading sign would make a spreadsheet run the cell: an apostrophe keeps it text. Plain numbers stay numbers. */
function inert(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
