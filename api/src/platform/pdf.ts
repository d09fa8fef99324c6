import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { PdfDocument } from "../kernel/document.js";
import { drawBlock, drawFooters, drawHead, drawProof, MARGIN, type PdfFonts, printable } from "./pdf-drawing.js";

export type { PdfDocument };

/**
 * Makes an A4 document with the used glyphs of its font inside. The same description gives the same bytes, so the
 * SHA-256 of a kept file can be worked out again. A character the font does not have is printed as 〓. Takes about a
 * tenth of a second, during which this process does nothing else: never make one inside a transaction.
 */
export async function makePdf(description: PdfDocument): Promise<Buffer> {
  const fonts = openFonts();
  const info = { Title: printable(description.title), Producer: "Kaidan", Creator: "Kaidan" };
  const pdf = new PDFDocument({
    size: "A4",
    // The lower margin holds the foot of the page; writing there would begin a new page.
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 8 },
    bufferPages: true,
    lang: "zh-CN",
    displayTitle: true,
    info: { ...info, CreationDate: new Date(description.madeAt), ModDate: new Date(description.madeAt) },
  });
  const bytes = collect(pdf);
  pdf.registerFont("regular", fonts.regular);
  pdf.registerFont("bold", fonts.bold);
  if (description.proofUrl) drawProof(pdf, description.proofUrl);
  drawHead(pdf, description);
  for (const block of description.blocks) drawBlock(pdf, block);
  drawFooters(pdf, description);
  pdf.end();
  return bytes;
}

async function collect(pdf: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of pdf) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

let fonts: PdfFonts | undefined;

/** Both weights stay in memory once a document was made: reading 20 MB for each would take longer than making it. */
function openFonts(): PdfFonts {
  const { resolve } = createRequire(import.meta.url);
  const read = (weight: string): Buffer =>
    readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`));
  fonts ??= { regular: read("400Regular"), bold: read("700Bold") };
  return fonts;
}
