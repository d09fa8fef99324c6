import { must } from "../kernel/refusal.js";
import type { SupplierRole } from "../platform/viewer.js";

interface Member {
  readonly role: SupplierRole;
  readonly active: boolean;
}

/** Refuses FORBIDDEN unless this is an owner now: the session may have begun before they were removed. */
export function checkOwner(member: Member | undefined): void {
  must(member?.active && member.role === "OWNER", "FORBIDDEN");
}

/** Refuses LAST_OWNER when the supplier would be left with nobody who may invite. `owners` counts the active ones. */
export function checkRemoval(member: Member, owners: number): void {
  must(member.role !== "OWNER" || owners > 1, "LAST_OWNER");
}
