import { addAccount } from "../../src/identity/identity.store.js";
import { permissions, type Staff, SYSTEM } from "../../src/platform/viewer.js";
import type { World } from "../kit/world.js";

/** People with a right to everything: of four eyes each hand is another person. */
export interface LifeStaff {
  readonly clerk: Staff;
  readonly approver: Staff;
  readonly cashier: Staff;
}

export function staffOf(world: World): Promise<LifeStaff> {
  return world.server.platform.work.run(SYSTEM, async (tx) => {
    const hire = async (displayName: string): Promise<Staff> => {
      const login = `${displayName}@lives.example.com`;
      const { id: accountId } = await addAccount(tx, "STAFF", { login, displayName, phone: null, passwordHash: null });
      const rights = { permissions: new Set(permissions), ip: "127.0.0.1" };
      return { kind: "staff", accountId, sessionId: "lives", ...rights };
    };
    return { clerk: await hire("clerk"), approver: await hire("approver"), cashier: await hire("cashier") };
  });
}
