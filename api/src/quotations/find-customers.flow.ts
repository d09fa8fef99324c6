import { type AccountRow, customersBy } from "../identity/identity.store.js";
import { must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { actorOf, holds, type Viewer } from "../platform/viewer.js";

/** Customers of exactly this login or phone number, for staff who write a quotation. Refuses FORBIDDEN, RATE_LIMITED. */
export async function findCustomers(
  platform: Platform,
  viewer: Viewer,
  input: { readonly loginOrPhone: string },
): Promise<AccountRow[]> {
  must(holds(viewer, "quotations.manage"), "FORBIDDEN");
  await platform.limits.take("customerLookupsPerStaff", actorOf(viewer) ?? "");
  const text = input.loginOrPhone.trim().slice(0, 100);
  return text === "" ? [] : customersBy(platform.database.read, text);
}
