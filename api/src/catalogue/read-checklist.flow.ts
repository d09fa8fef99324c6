import { contractGuards } from "../contracts/publish-guards.js";
import { templateCodes } from "../contracts/template.store.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { holds, type Viewer } from "../platform/viewer.js";
import { openBook } from "../pricing/book.store.js";
import { pricingGuards } from "../pricing/publish-guards.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { componentsOf, versionsById } from "./catalogue.store.js";
import { type PublishGuard, publishGuards } from "./guards.js";

/** What has to hold before these versions are published, as things are now, by version; changes nothing. */
export async function readChecklist(
  platform: Platform,
  viewer: Viewer,
  versionIds: readonly string[],
): Promise<Map<string, PublishGuard[]>> {
  must(holds(viewer, "catalogue.read"), "FORBIDDEN");
  const { read } = platform.database;
  const at = platform.clock.now();
  const versions = await versionsById(read, versionIds);
  const components = await componentsOf(read, versionIds);
  const all = [...components.values()].flat();
  const services = await effectiveServices(read, [...new Set(all.map((part) => part.itemId))], { at });
  const formulaCodes = [...new Set(all.flatMap((part) => part.priceFormula ?? []))];
  const book = await openBook(read, { at, formulaCodes, customerId: null });
  const codes = [...versions.values()].flatMap((version) => version.contractTemplate ?? []);
  const known = await templateCodes(read, [...new Set(codes)]);
  return new Map(
    [...versions.values()].map((version) => {
      const parts = components.get(version.id) ?? [];
      const items = new Set(parts.map((part) => part.itemId));
      const able = services.filter((service) => items.has(service.itemId));
      const own = publishGuards({ draft: version, components: parts, services: able });
      const prices = pricingGuards({ version, components: parts, services: able, book });
      return [version.id, [...own, ...prices, ...contractGuards(version, known)]];
    }),
  );
}
