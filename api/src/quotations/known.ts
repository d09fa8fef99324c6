import type { CollectionTerms } from "../catalogue/collection.js";
import type { KnownProduct } from "./compose.js";

interface Versioned {
  readonly version: { readonly id: string; readonly contractTemplate: string | null };
  readonly components: readonly (CollectionTerms & { readonly id: string })[];
}

/** A product's version as composing needs it; null for none. */
export function knownProduct(found: Versioned | undefined): KnownProduct | null {
  if (!found) return null;
  const { version, components } = found;
  const terms = new Map(components.map((component) => [component.id, component]));
  return { versionId: version.id, contractTemplate: version.contractTemplate, terms };
}
