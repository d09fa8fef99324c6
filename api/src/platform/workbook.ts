import { strFromU8, unzipSync, zipSync } from "fflate";
import { readSheet } from "read-excel-file/node";
import { must } from "../kernel/refusal.js";

/** What a workbook's parts may unpack to together; a small file that claims more is a bomb. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;

/** Where a table may end: a reader makes every cell up to the farthest one. */
export interface Reach {
  /** Under the heading. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * The first sheet of a workbook, row by row. Throws for what is no workbook, refuses FILE_REJECTED for one that unpacks to
 * more than 8 MB, and FILE_TOO_LARGE for one with anything beyond `reach`: both before a table is made of it.
 */
export async function readWorkbook(content: Buffer, reach: Reach): Promise<unknown[][]> {
  const parts = unpacked(content);
  for (const part of Object.values(parts)) {
    const xml = strFromU8(part);
    // Whichever part the workbook calls a sheet, cells are read nowhere but in this element.
    if (xml.includes("sheetData")) must(endsWithin(xml, reach), "FILE_TOO_LARGE", { maxRows: reach.rows });
  }
  // The reader gets what was looked at and nothing else, whatever the file holds beside its directory.
  return readSheet(Buffer.from(zipSync(parts, { level: 0 })));
}

function unpacked(content: Buffer): Record<string, Uint8Array> {
  let total = 0;
  return unzipSync(content, {
    filter({ name, originalSize }) {
      if (!/\.(xml|rels)$/.test(name)) return false;
      total += originalSize;
      must(total <= MAX_UNPACKED_BYTES, "FILE_REJECTED");
      return true;
    },
  });
}

const ROW = /<(?:[\w.-]+:)?row[\s/>]/g;
const PLACE = /(?:[\s"']|(?<!xmlns):)r\s*=/g;
const PLACE_READ = /(?:[\s"']|(?<!xmlns):)r\s*=\s*(?:"([A-Z]{0,3})(\d{1,7})"|'([A-Z]{0,3})(\d{1,7})')/g;

/** Whether no row or cell of a sheet's XML lies beyond; a place written in an unusual way counts as beyond. */
function endsWithin(xml: string, { rows, columns }: Reach): boolean {
  if (count(xml, ROW) > rows + 1) return false;
  let read = 0;
  for (const [, letters, digits, otherLetters, otherDigits] of xml.matchAll(PLACE_READ)) {
    read += 1;
    if (columnOf(letters ?? otherLetters ?? "") > columns || Number(digits ?? otherDigits) > rows + 1) return false;
  }
  return read === count(xml, PLACE);
}

/** "A" is 1, "Z" 26, "AA" 27; 0 for a row's place, which has no letters. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
