import type { Audience } from "../identity/account.js";
import { maskedAccount } from "./binding.js";

/** An account that a WeChat stands for. */
export interface BoundAccount {
  readonly id: string;
  readonly audience: Audience;
  readonly active: boolean;
  readonly login: string;
  readonly phone: string | null;
}

/** Whom a message is from. */
export interface Writer {
  readonly openid: string;
  readonly bindingIds: readonly string[];
  readonly accounts: readonly BoundAccount[];
  /** What their next number stands for; empty when nothing was listed, or too long ago. */
  readonly list: readonly string[];
  readonly misses: number;
  /** Whether they were taken for gone or out of reach: who writes follows again, even if we were not told. */
  readonly cameBack: boolean;
  /** When they wrote, by WeChat's clock. */
  readonly at: number;
}

/** The accounts of this audience that may still be used. */
export function accountsOf({ accounts }: Writer, audience: Audience): BoundAccount[] {
  return accounts.filter((account) => account.audience === audience && account.active);
}

/** Every account as its owner recognises it. */
export const maskedAccounts = ({ accounts }: Pick<Writer, "accounts">): string[] => accounts.map(maskedAccount);
