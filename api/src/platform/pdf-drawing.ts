import QRCode from "qrcode";
import type { PdfBlock, PdfColumn, PdfDocument } from "../kernel/document.js";

/** Blank on every side, in points. */
export const MARGIN = 54;
const SIZE = 10;
const SMALL = 8;
const PADDING = 5;
const GAP = 8;
const SIGNATURE_HEIGHT = 96;
const LINE_COLOR = "#9aa1ab";
const FAINT = "#5b6470";

export interface PdfFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

type Pdf = PDFKit.PDFDocument;

/** Text as paper can show it: no control characters but line breaks, no characters that stand for nothing. */
export const printable = (text: string): string => text.replaceAll(/[^\P{C}\n]/gu, "");

/** The same with 〓 for every character that the current font does not have. */
function drawable(pdf: Pdf, text: string): string {
  const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return [...printable(text)]
    .map((letter) => (letter === "\n" || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : "〓"))
    .join("");
}

const left = MARGIN;
const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN;
const bottomOf = (pdf: Pdf): number => pdf.page.height - MARGIN - GAP;

/** Begins a new page when the height does not fit below. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
}

export function drawHead(pdf: Pdf, { title, no }: PdfDocument): void {
  pdf.font("bold").fontSize(18);
  pdf.text(drawable(pdf, title), left, MARGIN, { width: widthOf(pdf), align: "center" });
  pdf.font("regular").fontSize(SIZE).fillColor(FAINT);
  pdf.text(drawable(pdf, `编号 ${no}`), { width: widthOf(pdf), align: "center" });
  pdf.fillColor("black").moveDown(1);
}

const QR_SIZE = 66;

/** The QR code at the upper right, drawn as squares: it stays sharp however large it is printed. */
export function drawProof(pdf: Pdf, url: string): void {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: "M" });
  const side = QR_SIZE / modules.size;
  const [fromX, fromY] = [pdf.page.width - MARGIN - QR_SIZE, MARGIN - 24];
  for (const [index, dark] of modules.data.entries()) {
    if (dark)
      pdf.rect(fromX + (index % modules.size) * side, fromY + Math.floor(index / modules.size) * side, side, side);
  }
  pdf.fill("black");
}

export function drawBlock(pdf: Pdf, block: PdfBlock): void {
  switch (block.kind) {
    case "HEADING":
      return drawHeading(pdf, block.text);
    case "PARAGRAPH":
      return drawParagraph(pdf, block.text);
    case "FACTS":
      return drawFacts(pdf, block.facts);
    case "TABLE":
      return drawTable(pdf, block);
    case "SIGNATURES":
      return drawSignatures(pdf, block.parties);
  }
}

function drawHeading(pdf: Pdf, text: string): void {
  keepTogether(pdf, 48); // a heading never stands alone at the foot of a page
  pdf.moveDown(0.4).font("bold").fontSize(12);
  pdf.text(drawable(pdf, text), left, pdf.y, { width: widthOf(pdf) });
  pdf.moveDown(0.3);
}

function drawParagraph(pdf: Pdf, text: string): void {
  pdf.font("regular").fontSize(SIZE);
  pdf.text(drawable(pdf, text), left, pdf.y, { width: widthOf(pdf), lineGap: 2 });
  pdf.moveDown(0.5);
}

function drawFacts(pdf: Pdf, facts: readonly { label: string; value: string }[]): void {
  const labelWidth = 96;
  for (const { label, value } of facts) {
    pdf.font("regular").fontSize(SIZE);
    const width = widthOf(pdf) - labelWidth;
    const words = drawable(pdf, value);
    const height = Math.max(pdf.heightOfString(words, { width }), pdf.currentLineHeight(true));
    keepTogether(pdf, height + 2);
    const { y } = pdf;
    pdf.fillColor(FAINT).text(drawable(pdf, label), left, y, { width: labelWidth - GAP });
    pdf.fillColor("black").text(words, left + labelWidth, y, { width });
    pdf.y = y + height + 2;
  }
  pdf.moveDown(0.5);
}

function drawTable(pdf: Pdf, table: Extract<PdfBlock, { kind: "TABLE" }>): void {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / whole) * widthOf(pdf));
  const head = (): void =>
    drawRow(
      pdf,
      table.columns,
      widths,
      table.columns.map(({ title }) => title),
      "bold",
    );
  keepTogether(pdf, 48);
  head();
  const rows = table.rows.map((cells) => ({ cells, font: "regular" as const }));
  for (const { cells, font } of [...rows, ...(table.foot ? [{ cells: table.foot, font: "bold" as const }] : [])]) {
    pdf.font(font).fontSize(SIZE - 1);
    if (pdf.y + heightOfRow(pdf, widths, cells) > bottomOf(pdf)) {
      pdf.addPage();
      head();
    }
    drawRow(pdf, table.columns, widths, cells, font);
  }
  pdf.moveDown(0.6);
}

function heightOfRow(pdf: Pdf, widths: readonly number[], cells: readonly string[]): number {
  const heights = cells.map((text, index) =>
    pdf.heightOfString(drawable(pdf, text) || " ", { width: (widths[index] ?? 0) - 2 * PADDING }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(
  pdf: Pdf,
  columns: readonly PdfColumn[],
  widths: readonly number[],
  cells: readonly string[],
  font: "regular" | "bold",
): void {
  pdf.font(font).fontSize(SIZE - 1);
  const { y } = pdf;
  const height = heightOfRow(pdf, widths, cells);
  let x = left;
  for (const [index, width] of widths.entries()) {
    const align = columns[index]?.right ? "right" : "left";
    pdf.text(drawable(pdf, cells[index] ?? ""), x + PADDING, y + PADDING, { width: width - 2 * PADDING, align });
    x += width;
  }
  pdf
    .moveTo(left, y + height)
    .lineTo(left + widthOf(pdf), y + height)
    .lineWidth(0.5)
    .strokeColor(LINE_COLOR)
    .stroke();
  pdf.y = y + height;
}

function drawSignatures(pdf: Pdf, parties: readonly { role: string; name: string }[]): void {
  keepTogether(pdf, SIGNATURE_HEIGHT + GAP);
  pdf.moveDown(0.6);
  const top = pdf.y;
  const width = (widthOf(pdf) - GAP * (parties.length - 1)) / parties.length;
  for (const [index, { role, name }] of parties.entries()) {
    const x = left + index * (width + GAP);
    pdf.rect(x, top, width, SIGNATURE_HEIGHT).lineWidth(0.5).strokeColor(LINE_COLOR).stroke();
    const at = { width: width - 2 * PADDING };
    pdf
      .font("bold")
      .fontSize(SIZE)
      .text(drawable(pdf, role), x + PADDING, top + PADDING, at);
    pdf.font("regular").fontSize(SIZE);
    pdf.text(drawable(pdf, name), x + PADDING, pdf.y, { ...at, height: 28, ellipsis: true });
    pdf.fillColor(FAINT).fontSize(SMALL);
    pdf.text("签字或盖章", x + PADDING, top + SIGNATURE_HEIGHT - 34, at);
    pdf.text("日期：　　　　年　　月　　日", x + PADDING, top + SIGNATURE_HEIGHT - 18, at);
    pdf.fillColor("black");
  }
  pdf.y = top + SIGNATURE_HEIGHT + GAP;
}

/** Number, fingerprint and page at the foot of every page; written last, when it is known how many there are. */
export function drawFooters(pdf: Pdf, { no, hash }: PdfDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // else writing in the margin begins a page
    pdf
      .font("regular")
      .fontSize(SMALL - 1)
      .fillColor(FAINT);
    const y = pdf.page.height - MARGIN + 6;
    const at = { width: widthOf(pdf), lineBreak: false };
    pdf.text(drawable(pdf, `${no}　第 ${page - start + 1} / ${count} 页`), left, y, at);
    pdf.text(drawable(pdf, `内容校验 ${hash}`), left, y, { ...at, align: "right" });
  }
}
