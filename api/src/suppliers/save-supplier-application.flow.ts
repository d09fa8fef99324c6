import { checkActive } from "../catalogue/item.js";
import { itemsById } from "../catalogue/item.store.js";
import { newId } from "../kernel/ids.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Tx } from "../platform/tx.js";
import { actorOf, type Viewer } from "../platform/viewer.js";
import { type ApplicationContent, applicationLife, cleanDraft } from "./application.js";
import { addApplication, applicationByToken, setApplicationContent } from "./application.store.js";
import { applicationBegun, applicationSeal, applicationUrl } from "./letters.js";

interface SaveSupplierApplication {
  /** The private link's token; null begins a new application. */
  readonly token: string | null;
  readonly version: number | null;
  readonly content: ApplicationContent;
  readonly idempotencyKey: string;
  readonly ip: string;
  readonly origin: string;
}

/**
 * Begins an application or goes on with one. A new one's token is answered and sent to the contact's address; only its
 * hash is kept. Refuses VALIDATION, NOT_FOUND for a wrong token, STALE_VERSION, INVALID_STATE once it is submitted.
 */
export async function saveSupplierApplication(
  platform: Platform,
  viewer: Viewer,
  input: SaveSupplierApplication,
): Promise<{ applicationId: string; token: string | null }> {
  const content = cleanDraft(input.content);
  if (input.token === null) {
    await platform.limits.take("lettersPerAddress", input.ip);
    await platform.limits.take("lettersPerLogin", content.contactEmail);
  }
  // Worked out from the id instead of drawn, so that a repeat answers the same token although it is not stored.
  const tokenOf = (id: string): string => platform.signer.sign(applicationSeal(id));
  let begun: { no: string; token: string } | undefined;
  const { token, version, idempotencyKey: key } = input;
  const once = { operation: "saveSupplierApplication", key, input: { token, version, content } };
  const saved = await platform.work.once(viewer, once, async (tx) => {
    checkActive(await itemsById(tx, itemIdsOf(content)), itemIdsOf(content));
    if (token !== null) return { applicationId: await goOn(platform, tx, viewer, { token, version, content }) };
    await checkFiles(platform, tx, viewer, content, []);
    const id = newId();
    const application = await addApplication(tx, id, tokenOf(id), content);
    begun = { no: application.no, token: tokenOf(id) };
    return { applicationId: id };
  });
  if (begun) {
    const url = applicationUrl(input.origin, begun.token);
    platform.post.send(applicationBegun({ ...content, no: begun.no }, url));
  }
  return { ...saved, token: token === null ? tokenOf(saved.applicationId) : null };
}

async function goOn(
  platform: Platform,
  tx: Tx,
  viewer: Viewer,
  input: { token: string; version: number | null; content: ApplicationContent },
): Promise<string> {
  const application = found(await applicationByToken(tx, input.token));
  must(application.version === input.version, "STALE_VERSION");
  applicationLife.after(application.state, "SAVE");
  const kept = application.documents.map((document) => document.fileId);
  await checkFiles(platform, tx, viewer, input.content, kept);
  await setApplicationContent(tx, application, input.content);
  return application.id;
}

/** Documents are files that this visitor uploaded for it, or that hang on the application already. */
async function checkFiles(
  platform: Platform,
  tx: Tx,
  viewer: Viewer,
  content: ApplicationContent,
  kept: readonly string[],
): Promise<void> {
  const fresh = content.documents.map((document) => document.fileId).filter((id) => !kept.includes(id));
  await platform.files.mine(tx, [...new Set(fresh)], actorOf(viewer), "APPLICATION");
}

const itemIdsOf = (content: ApplicationContent): string[] => content.services.map((service) => service.itemId);
