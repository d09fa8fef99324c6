import type { KnownProduct } from "./compose.js";

interface Versioned {
  readonly version: { readonly id: string; readonly contractTemplate: string | null };
  readonly components: readonly { readonly id: string }[];
}

/** A product's version as composing needs it; null for none. */
export function knownProduct(found: Versioned | undefined): KnownProduct | null {
  if (!found) return null;
  const { version, components } = found;
  const componentIds = new Set(components.map(({ id }) => id));
  return { versionId: version.id, contractTemplate: version.contractTemplate, componentIds };
}
