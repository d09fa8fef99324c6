import { addAccount, addRole, setRolesOf } from "../identity/identity.store.js";
import { builtInRoles } from "../identity/role.js";
import { fen } from "../kernel/money.js";
import { hashPassword } from "../platform/passwords.js";
import type { Platform } from "../platform/platform.js";
import { type Customer, type Permission, type Staff, type SupplierMemberViewer, SYSTEM } from "../platform/viewer.js";
import { enterSupplier } from "../suppliers/enter-supplier.flow.js";
import { addMember, membersOf } from "../suppliers/supplier.store.js";
import { usccCheckCharacter } from "../suppliers/uscc.js";
import { customers, DEMO_PASSWORD, staff } from "./people.js";
import { suppliers } from "./suppliers-data.js";

/** Everybody as flows see them: signed-in viewers, by the keys of the data. */
export interface Cast {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly staff: ReadonlyMap<string, Staff>;
  /** Owners, by the supplier's key. */
  readonly owners: ReadonlyMap<string, SupplierMemberViewer>;
  readonly supplierIds: ReadonlyMap<string, string>;
}

const HERE = { sessionId: "demo", ip: "127.0.0.1" };

/** Makes roles, staff and customers, all with the demo's password. */
export async function hirePeople(platform: Platform): Promise<Pick<Cast, "customers" | "staff">> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return platform.work.run(SYSTEM, async (tx) => {
    const roles = new Map<string, { id: string; permissions: readonly Permission[] }>();
    for (const { name, permissions } of builtInRoles) {
      const role = await addRole(tx, { name, permissions: [...permissions], builtIn: true });
      roles.set(name, { id: role.id, permissions });
    }
    const staffViewers = new Map<string, Staff>();
    for (const { key, login, name, phone, role } of staff) {
      const account = await addAccount(tx, "STAFF", { login, displayName: name, phone, passwordHash });
      const held = roles.get(role);
      if (!held) throw new Error(`There is no role ${role}.`);
      await setRolesOf(tx, account.id, [held.id]);
      staffViewers.set(key, { kind: "staff", accountId: account.id, permissions: new Set(held.permissions), ...HERE });
    }
    const customerViewers = new Map<string, Customer>();
    for (const { key, login, name, phone } of customers) {
      const account = await addAccount(tx, "CUSTOMER", { login, displayName: name, phone, passwordHash });
      customerViewers.set(key, { kind: "customer", accountId: account.id, ...HERE });
    }
    return { staff: staffViewers, customers: customerViewers };
  });
}

/** Enters every supplier by hand, as the catalogue's staff would, and gives the owners the demo's password. */
export async function enterSuppliers(
  platform: Platform,
  by: Staff,
  itemIds: ReadonlyMap<string, string>,
): Promise<Pick<Cast, "owners" | "supplierIds">> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const owners = new Map<string, SupplierMemberViewer>();
  const supplierIds = new Map<string, string>();
  for (const [index, supplier] of suppliers.entries()) {
    const first17 = `91430100MA4Q${String(10_000 + index * 37)}`;
    const { supplierId } = await enterSupplier(platform, by, {
      details: {
        organisation: supplier.name,
        uscc: first17 + usccCheckCharacter(first17),
        contactName: supplier.contact,
        contactPhone: `1390731${String(1_000 + index)}`,
        contactEmail: `${supplier.key}@demo.kaidan`,
        introduction: supplier.introduction,
        regions: supplier.regions,
        services: supplier.services.map(([item, cost, sale, level, perDay]) => ({
          itemId: itemIds.get(item) ?? "",
          costPrice: fen(Math.round(cost * 100)),
          salePrice: fen(Math.round(sale * 100)),
          level,
          perDay,
          notes: null,
        })),
      },
      idempotencyKey: `demo-supplier-${supplier.key}`,
      origin: "http://127.0.0.1",
    });
    supplierIds.set(supplier.key, supplierId);
    owners.set(supplier.key, await openOwner(platform, supplierId, passwordHash));
  }
  await hireWorker(platform, supplierIds.get("jiangxin") ?? "", passwordHash);
  return { owners, supplierIds };
}

async function openOwner(platform: Platform, supplierId: string, passwordHash: string): Promise<SupplierMemberViewer> {
  const [owner] = (await membersOf(platform.database.read, [supplierId])).get(supplierId) ?? [];
  if (!owner) throw new Error("A supplier was entered without an owner.");
  await platform.work.run(SYSTEM, (tx) =>
    tx.run("UPDATE accounts SET passwordHash = ? WHERE id = ?", [passwordHash, owner.accountId]),
  );
  return { kind: "supplier", accountId: owner.accountId, supplierId, memberId: owner.id, role: "OWNER", ...HERE };
}

async function hireWorker(platform: Platform, supplierId: string, passwordHash: string): Promise<void> {
  await platform.work.run(SYSTEM, async (tx) => {
    const worker = { login: "worker@demo.kaidan", displayName: "小许", phone: "13907312001", passwordHash };
    const account = await addAccount(tx, "SUPPLIER", worker);
    await addMember(tx, { supplierId, accountId: account.id, role: "WORKER" });
  });
}
