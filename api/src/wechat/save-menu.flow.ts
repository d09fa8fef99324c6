import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { checkMenu, type MenuButton } from "./menu.js";
import { keepDraft } from "./menu.store.js";

export interface SaveMenu {
  readonly draft: readonly MenuButton[];
  readonly version: number;
}

/** Keeps a draft of the menu; followers see it when it is published. Refuses FORBIDDEN, VALIDATION, STALE_VERSION. */
export async function saveMenu(platform: Platform, viewer: Viewer, { draft, version }: SaveMenu): Promise<void> {
  must(holds(viewer, "operations.manage"), "FORBIDDEN");
  const checked = checkMenu(draft);
  await platform.work.run(viewer, async (tx) => must(await keepDraft(tx, checked, version), "STALE_VERSION"));
}
