import { sellableProduct, type VersionWithComponents, versionWithComponents } from "../catalogue/catalogue.store.js";
import { isSoldAtPrice } from "../catalogue/product.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { fingerprint } from "../platform/signing.js";
import type { Viewer } from "../platform/viewer.js";
import { effectiveServices } from "../suppliers/service.store.js";
import { openBook } from "./book.store.js";
import { tryCoupon } from "./coupon-tries.store.js";
import { mustKeepFloor, type PriceBreakdown, priceProduct as priceByRule, type Wishes } from "./price.js";

/** A price as it is told: with the hash that names exactly what the customer would agree to. */
export interface ToldPrice extends PriceBreakdown {
  readonly hash: string;
}

/**
 * Prices a product that is on sale, or for staff any version, without changing anything. Questions that no quantity
 * depends on may still be open. Refuses PRODUCT_NOT_AVAILABLE, NOT_FOUND, COUPON_UNKNOWN,
 * RATE_LIMITED after too many of those, COUPON_USED_UP and what the pricing rule refuses; below the margin floor what `mustKeepFloor` refuses, to staff
 * MARGIN_BELOW_FLOOR.
 */
export async function priceProduct(
  platform: Platform,
  viewer: Viewer,
  input: Wishes & { readonly couponCode?: string | null } & (
      | { readonly productId: string }
      | { readonly productVersionId: string }
    ),
): Promise<ToldPrice> {
  const { read } = platform.database;
  let priced: VersionWithComponents | undefined;
  if ("productId" in input) {
    priced = await sellableProduct(read, input.productId);
    must(priced && isSoldAtPrice(priced.version), "PRODUCT_NOT_AVAILABLE", { field: "productId" });
  } else {
    priced = found(await versionWithComponents(read, input.productVersionId));
  }
  const { version, components } = priced;
  const at = platform.clock.now();
  const itemIds = components.map((component) => component.itemId);
  const services = await effectiveServices(read, itemIds, { at });
  const formulaCodes = components.flatMap((component) => component.priceFormula ?? []);
  const customerId = viewer.kind === "customer" ? viewer.accountId : null;
  const { couponCode = null } = input;
  const book = await tryCoupon(platform, viewer, couponCode, () =>
    openBook(read, { at, formulaCodes, customerId, couponCode }),
  );
  const price = priceByRule(version, components, services, input, "SO_FAR", book);
  if ("productId" in input) mustKeepFloor(price);
  else must(!price.belowFloor, "MARGIN_BELOW_FLOOR", { field: "productVersionId" });
  return { ...price, hash: fingerprint(price.agreement) };
}
