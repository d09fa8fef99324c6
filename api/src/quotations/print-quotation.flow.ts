import { itemsById } from "../catalogue/item.store.js";
import { accountById } from "../identity/identity.store.js";
import { makePdf } from "../platform/pdf.js";
import type { Platform } from "../platform/platform.js";
import { SYSTEM } from "../platform/viewer.js";
import { regionOf } from "../suppliers/region.js";
import { suppliersById } from "../suppliers/supplier.store.js";
import { quotationFacts } from "./facts.js";
import { paperOf } from "./paper.js";
import { contentOf, keepPaper, linesOf, versionById } from "./quotation.store.js";
import { quotationById } from "./quotation-read.store.js";

/**
 * Prints a version its customer has: the file is kept with its SHA-256, once. Made outside the transaction, since drawing
 * takes a tenth of a second; a repeat finds the file and does nothing.
 */
export async function printQuotation(platform: Platform, versionId: string): Promise<void> {
  const { read } = platform.database;
  const version = await versionById(read, versionId);
  const quotation = version && (await quotationById(read, version.quotationId));
  if (!quotation || version.hash === null || version.sentAt === null || version.pdfFileId !== null) return;
  const lines = await linesOf(read, [version.id]);
  const suppliers = await suppliersById(read, [...new Set(lines.map(({ supplierId }) => supplierId))]);
  const customer = await accountById(read, quotation.customerId);
  const paper = paperOf({
    no: quotation.no,
    number: version.number,
    hash: version.hash,
    sentAt: version.sentAt,
    customer: customer?.displayName ?? "",
    region: regionOf(version.regionCode).name,
    content: contentOf(version, lines),
    items: await itemsById(read, [...new Set(lines.map(({ itemId }) => itemId))]),
    suppliers: new Map([...suppliers].map(([id, { name }]) => [id, name])),
  });
  const file = await platform.files.prepare(await makePdf(paper));
  await platform.work.run(SYSTEM, async (tx) => {
    if (!(await keepPaper(tx, version.id, file))) return;
    await platform.files.adopt(tx, file);
    tx.record(quotationFacts.printed(quotation, { number: version.number, sha256: file.sha256 }));
  });
}
