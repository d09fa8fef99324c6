import { cleanText } from "../identity/account.js";
import { found, must } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Viewer } from "../platform/viewer.js";
import { lockSupplier } from "../suppliers/supplier.store.js";
import { moneyRoles } from "./statement.js";
import { saveTerms, termsOf } from "./terms.store.js";

export interface SaveBankAccount {
  readonly version: number;
  readonly bankName: string;
  readonly accountName: string;
  readonly accountNo: string;
}

/** A supplier says where it is paid; its number is sealed and shown by its last four digits. Refuses STALE_VERSION, VALIDATION. */
export async function saveBankAccount(platform: Platform, viewer: Viewer, input: SaveBankAccount): Promise<void> {
  must(viewer.kind === "supplier" && moneyRoles.includes(viewer.role), "FORBIDDEN");
  const digits = input.accountNo.replaceAll(/[\s-]/g, "");
  must(/^\d{8,30}$/.test(digits), "VALIDATION", { field: "accountNo", min: 8, max: 30 });
  const account = {
    bankName: cleanText(input.bankName, "bankName", 60),
    accountName: cleanText(input.accountName, "accountName", 60),
    accountNo: platform.signer.seal(digits),
    accountTail: digits.slice(-4),
  };
  await platform.work.run(viewer, async (tx) => {
    found(await lockSupplier(tx, viewer.supplierId));
    await saveTerms(tx, await termsOf(tx, viewer.supplierId), input.version, account);
  });
}
