import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { must, Refusal } from "../kernel/refusal.js";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const CSV = "text/csv";

export const MAX_TABLE_ROWS = 2_000;
const MAX_COLUMNS = 60;
const MAX_CELL = 2_000;
/** What a workbook may unpack to; a small file that claims more is a bomb. */
const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;

/** A table as text, row by row; every row as long as it is written. */
export type Table = readonly (readonly string[])[];

/**
 * Reads the first sheet of an .xlsx or a .csv file as text: numbers in decimal, days as YYYY-MM-DD. CSV may be UTF-8, with
 * or without a mark, or what Chinese Excel writes (GB 18030). Refuses FILE_REJECTED for anything else, and for a workbook
 * that unpacks to too much; FILE_TOO_LARGE with more than 2,000 rows.
 */
export async function readTable(content: Buffer, mime: string): Promise<Table> {
  const table = mime === XLSX ? await readWorkbook(content) : readCsv(content);
  while (table.at(-1)?.every((cell) => cell === "")) table.pop();
  must(table.length <= MAX_TABLE_ROWS + 1, "FILE_TOO_LARGE", { maxRows: MAX_TABLE_ROWS });
  return table.map((row) => row.slice(0, MAX_COLUMNS).map((cell) => cell.slice(0, MAX_CELL)));
}

async function readWorkbook(content: Buffer): Promise<string[][]> {
  must(unpackedBytes(content) <= MAX_UNPACKED_BYTES, "FILE_REJECTED");
  try {
    const rows = await readSheet(content);
    return rows.map((row) => row.map(cellText));
  } catch {
    throw new Refusal("FILE_REJECTED");
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(Number(value.toFixed(6)));
  return typeof value === "string" || typeof value === "boolean" ? String(value).trim() : "";
}

/** The sum of what a zip's directory says its parts unpack to; Infinity for what is no zip. */
function unpackedBytes(content: Buffer): number {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > content.length) return Number.POSITIVE_INFINITY;
  let at = content.readUInt32LE(end + 16);
  let total = 0;
  for (let left = content.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > content.length || content.readUInt32LE(at) !== 0x02014b50) return Number.POSITIVE_INFINITY;
    total += content.readUInt32LE(at + 24);
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return total;
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
