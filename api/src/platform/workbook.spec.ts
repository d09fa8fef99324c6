import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeTable } from "./spreadsheet.js";
import { readWorkbook } from "./workbook.js";

const reach = { rows: 2_000, columns: 60 };
const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook of our own with another sheet in it. */
async function withSheet(
  rows: string,
  changed: (parts: Record<string, Uint8Array>) => void = () => {},
): Promise<Buffer> {
  const parts = unzipSync(await writeTable([["编号"]], "XLSX", "服务"));
  const sheet = strFromU8(parts[SHEET] ?? new Uint8Array());
  parts[SHEET] = strToU8(sheet.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`));
  changed(parts);
  return Buffer.from(zipSync(parts));
}

const cell = (place: string) => `<row r="${place.replace(/\D/g, "")}"><c r="${place}"><v>1</v></c></row>`;
const read = (content: Buffer) => readWorkbook(content, reach);

describe("a workbook", () => {
  it("is read to its last allowed cell", async () => {
    const rows = await read(await withSheet(cell("BH2001")));
    expect(rows).toHaveLength(2_001);
    expect(rows[2_000]?.[59]).toBe(1);
  });

  it.each([
    ["a column too far", cell("BI1")],
    ["a row too far", cell("A2002")],
    ["the farthest cell there is", cell("XFD1048576")],
    ["a place in single quotes", "<row r='1'><c r='XFD1'><v>1</v></c></row>"],
    ["a place written with a character's number", '<row r="1"><c r="&#88;FD1"><v>1</v></c></row>'],
    ["a place with a prefix", '<row r="1"><c x:r="XFD1"><v>1</v></c></row>'],
    ["a place after another attribute's quote", '<row r="1"><c t="n"r="XFD1"><v>1</v></c></row>'],
    ["a column of more letters than there are", cell("AAAAAAA1")],
    ["rows without a place", "<row/>".repeat(2_002)],
  ])("with %s is refused before a table is made", async (_name, rows) => {
    await expect(read(await withSheet(rows))).rejects.toMatchObject({
      code: "FILE_TOO_LARGE",
      data: { maxRows: 2_000 },
    });
  });

  it("whose sheet goes by another part's name is looked at all the same", async () => {
    const renamed = await withSheet(cell("ZZ20000"), (parts) => {
      parts["xl/worksheets/sharedStrings1.xml"] = parts[SHEET] ?? new Uint8Array();
      delete parts[SHEET];
      const rels = "xl/_rels/workbook.xml.rels";
      parts[rels] = strToU8(strFromU8(parts[rels] ?? new Uint8Array()).replaceAll("sheet1.xml", "sharedStrings1.xml"));
    });
    await expect(read(renamed)).rejects.toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  it("that unpacks to more than it may is refused", async () => {
    const bomb = await withSheet("", (parts) => {
      parts["xl/more.xml"] = new Uint8Array(9 * 1024 * 1024);
    });
    expect(bomb.length).toBeLessThan(20_000);
    await expect(read(bomb)).rejects.toMatchObject({ code: "FILE_REJECTED" });
  });

  it("hides nothing before its directory", async () => {
    const hidden = strToU8(cell("XFD1048576"));
    const honest = await withSheet(cell("A1"));
    const stowaway = Buffer.from(zipSync({ [SHEET]: hidden }, { level: 0 }));
    const entry = stowaway.subarray(0, stowaway.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])));
    await expect(read(Buffer.concat([entry, honest]))).rejects.toThrow();
  });
});
