import { found } from "../kernel/refusal.js";
import { appOrigin } from "../platform/origin.js";
import { makePdf } from "../platform/pdf.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { proofOf } from "./form.js";
import { formById, keepFile, lockForm } from "./form.store.js";
import { mayRead } from "./reader.js";

/**
 * Whoever may read a form gets it as a PDF: made when it is asked for the first time and kept. Two at once make one file;
 * the second takes the first's. Returns the form's id. Refuses NOT_FOUND.
 */
export async function printForm(platform: Platform, viewer: Viewer, formId: string): Promise<string> {
  const form = await formById(platform.database.read, formId);
  const mine = found(form && mayRead(viewer, form) ? form : null);
  if (mine.pdfFileId !== null) return mine.id;
  const proofUrl = `${appOrigin(platform.config, "shop")}/verify/${mine.no}/${proofOf(mine.hash)}`;
  // Drawn before the transaction, which must not wait for a tenth of a second.
  const file = await platform.files.prepare(await makePdf({ ...mine.document, proofUrl }));
  await platform.work.run(viewer, async (tx) => {
    const now = found(await lockForm(tx, mine.id));
    if (now.pdfFileId !== null) return;
    await platform.files.adopt(tx, file);
    await keepFile(tx, now, file.id);
  });
  return mine.id;
}
