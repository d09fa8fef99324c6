import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { type CategorySpec, cleanCategory } from "./category.js";
import { addCategory, categoryById, setCategory } from "./item.store.js";

/** Adds a category or changes one. Refuses VALIDATION, also for a slug that another has, and NOT_FOUND. */
export async function saveCategory(
  platform: Platform,
  viewer: Viewer,
  input: { id: string | null; category: CategorySpec },
): Promise<string> {
  must(holds(viewer, "catalogue.manage"), "FORBIDDEN");
  const category = cleanCategory(input.category);
  return platform.work.run(viewer, async (tx) => {
    if (input.id === null) return (await addCategory(tx, category)).id;
    const known = found(await categoryById(tx, input.id));
    await setCategory(tx, known.id, category);
    return known.id;
  });
}
