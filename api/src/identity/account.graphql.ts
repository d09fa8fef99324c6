import type { Context } from "../platform/context.js";
import { type AccountRow, accountsById } from "./identity.store.js";

const ACCOUNTS = Symbol("accounts");

/**
 * The account of a person, in one statement for all that a request asks for; null when there is none of this id. For
 * edges that name people: what a viewer may see of it is the caller's to choose.
 */
export function loadAccount({ platform, loaders }: Context, id: string): Promise<AccountRow | null> {
  return loaders.byId(ACCOUNTS, (ids) => accountsById(platform.database.read, ids)).load(id);
}
