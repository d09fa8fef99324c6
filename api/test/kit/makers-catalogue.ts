import { componentsOf } from "../../src/catalogue/catalogue.store.js";
import { cleanDraft } from "../../src/catalogue/draft.js";
import type { ComponentWish } from "../../src/catalogue/draft-components.js";
import type { Milestone } from "../../src/catalogue/item.js";
import { addCategory, addItem, setItemState } from "../../src/catalogue/item.store.js";
import {
  type ChoiceGroup,
  PLAIN_COMPONENT,
  type PlanStepSpec,
  type ProductInputSpec,
  type SaleMode,
  type SupplierChoice,
} from "../../src/catalogue/product.js";
import { addDraft, addProduct, sealVersion, setProduct } from "../../src/catalogue/product.store.js";
import { indexProduct } from "../../src/catalogue/search.store.js";
import { refreshShelves, refreshShelvesUsing } from "../../src/catalogue/shelf.store.js";
import { addAccount, addRole, openSession, setRolesOf } from "../../src/identity/identity.store.js";
import { fen } from "../../src/kernel/money.js";
import type { Tx } from "../../src/platform/tx.js";
import { type Permission, permissions, type SupplierRole, SYSTEM } from "../../src/platform/viewer.js";
import { addEffectiveServices, effectiveServices } from "../../src/suppliers/service.store.js";
import { addMember, addSupplier } from "../../src/suppliers/supplier.store.js";
import { usccCheckCharacter } from "../../src/suppliers/uscc.js";
import { Actor } from "./actor.js";
import type { World } from "./world.js";

const DEVICE = { userAgent: "vitest", ip: "127.0.0.1" };
const AREA: ProductInputSpec = {
  code: "AREA",
  label: "面积",
  labelEn: "Area",
  kind: "NUMBER",
  unit: "㎡",
  required: true,
  min: 1,
  max: 1_000,
  options: [],
  hint: null,
};
/** 30 % to begin, 70 % when everything is accepted. */
export const PLAN: readonly PlanStepSpec[] = [
  step({
    name: "首付款",
    nameEn: "First",
    shareBasisPoints: 3_000,
    nature: "ADVANCE",
    trigger: "ON_ORDER",
    gate: true,
  }),
  step({
    name: "尾款",
    nameEn: "Final",
    shareBasisPoints: 7_000,
    nature: "FINAL",
    trigger: "ON_ACCEPTANCE",
    gate: false,
  }),
];
export const CHANGSHA = "430100";
export const ZHUZHOU = "430200";

let count = 0;
/** Grows with every thing that is made, so that names and codes never clash in one database. */
const next = (): number => (count += 1);

/** A unified social credit code that fits its check character, another one at each call. */
export function aUscc(): string {
  const first17 = `91430100MA4L${String(next()).padStart(5, "0")}`;
  return first17 + usccCheckCharacter(first17);
}

export function step(spec: Omit<PlanStepSpec, "afterDays"> & { afterDays?: number }): PlanStepSpec {
  return { afterDays: null, ...spec };
}

/** A part of a plan by its name and its share in per cent; due when all is accepted unless told otherwise. */
export function planPart(name: string, share: number, spec: Partial<PlanStepSpec>): PlanStepSpec {
  const shareBasisPoints = share * 100;
  const preset = { nature: "PROGRESS", trigger: "ON_ACCEPTANCE", gate: false } as const;
  return { ...step({ name, nameEn: name, shareBasisPoints, ...preset }), ...spec };
}

/** A member of staff who is signed in to the admin console; holds every permission unless told which. */
export async function aStaff(world: World, held: readonly Permission[] = permissions): Promise<Actor> {
  const token = await make(world, async (tx) => {
    const number = next();
    const role = await addRole(tx, { name: `Role ${number}`, permissions: [...held], builtIn: false });
    const login = `staff${number}@example.com`;
    const account = await addAccount(tx, "STAFF", {
      login,
      displayName: `职员${number}`,
      phone: null,
      passwordHash: null,
    });
    await setRolesOf(tx, account.id, [role.id]);
    return (await openSession(tx, account, DEVICE)).token;
  });
  return new Actor(world.server, "admin").withSession(token);
}

/** A customer who is signed in to the shop. */
export async function aCustomer(world: World, displayName = "林晓"): Promise<Actor & { accountId: string }> {
  const opened = await make(world, async (tx) => {
    const login = `customer${next()}@example.com`;
    const account = await addAccount(tx, "CUSTOMER", { login, displayName, phone: "13800000001", passwordHash: null });
    return openSession(tx, account, DEVICE);
  });
  const actor = new Actor(world.server, "shop").withSession(opened.token);
  return Object.assign(actor, { accountId: opened.accountId });
}

export interface MadeSupplier {
  readonly supplierId: string;
  readonly name: string;
  readonly uscc: string;
  /** The owner, signed in to the supplier's app. */
  readonly owner: Actor;
  readonly ownerAccountId: string;
  /** Service ids by item id. */
  readonly serviceIds: ReadonlyMap<string, string>;
}

interface SupplierWish {
  readonly name?: string;
  readonly regions?: readonly string[];
  /** What it can do, in fen; cost ¥70, sale ¥100, level 3, ten a day unless told. */
  readonly services?: readonly {
    itemId: string;
    costPrice?: number;
    salePrice?: number;
    level?: number;
    perDay?: number;
  }[];
}

/** An ACTIVE supplier with an owner who is signed in and with services in force. */
export async function aSupplier(world: World, wish: SupplierWish = {}): Promise<MadeSupplier> {
  const uscc = aUscc();
  const number = next();
  const name = wish.name ?? `供应商${number}`;
  const made = await make(world, async (tx) => {
    const services = (wish.services ?? []).map(
      ({ itemId, costPrice = 7_000, salePrice = 10_000, level = 3, perDay = 10 }) => ({
        itemId,
        costPrice: fen(costPrice),
        salePrice: fen(salePrice),
        level,
        perDay,
        notes: null,
      }),
    );
    const contact = { contactName: "周师傅", contactPhone: "13900000001", contactEmail: `owner${number}@example.com` };
    const regions = wish.regions ?? [CHANGSHA];
    const details = { organisation: name, uscc, ...contact, introduction: "十年老店。", regions, services };
    const supplier = await addSupplier(tx, details);
    const rows = await addEffectiveServices(tx, supplier.id, services);
    const itemIds = services.map((service) => service.itemId);
    await refreshShelvesUsing(tx, itemIds, (ids) => effectiveServices(tx, ids));
    const owner = await addMemberWithSession(tx, supplier.id, "OWNER", contact.contactEmail);
    return { supplierId: supplier.id, ...owner, serviceIds: new Map(rows.map((row) => [row.itemId, row.id])) };
  });
  const owner = new Actor(world.server, "supplier").withSession(made.token);
  const { supplierId, serviceIds } = made;
  return { supplierId, name, uscc, owner, ownerAccountId: made.accountId, serviceIds };
}

/** Another member of a supplier, signed in. */
export async function aMember(
  world: World,
  supplierId: string,
  role: SupplierRole,
): Promise<{ actor: Actor; memberId: string; accountId: string }> {
  const made = await make(world, (tx) => addMemberWithSession(tx, supplierId, role, `member${next()}@example.com`));
  const actor = new Actor(world.server, "supplier").withSession(made.token);
  return { actor, memberId: made.memberId, accountId: made.accountId };
}

export async function aCategory(world: World, name = "家装"): Promise<{ id: string; slug: string }> {
  const number = next();
  const category = { slug: `category-${number}`, name, nameEn: "Renovation", icon: "renovation", position: number };
  return make(world, (tx) => addCategory(tx, category));
}

interface ItemWish {
  readonly name?: string;
  readonly unit?: string;
  readonly categoryId?: string;
  /** Half when begun, half when done, with one photo each, unless told. */
  readonly milestones?: readonly Milestone[];
  readonly state?: "DRAFT" | "ACTIVE";
  readonly requiredCertificates?: readonly string[];
}

/** A service item, ACTIVE unless told. Returns its id. */
export async function anItem(world: World, wish: ItemWish = {}): Promise<string> {
  const categoryId = wish.categoryId ?? (await aCategory(world)).id;
  const number = next();
  return make(world, async (tx) => {
    const item = await addItem(tx, {
      code: `ITEM-${number}`,
      name: wish.name ?? `服务${number}`,
      nameEn: `Service ${number}`,
      unit: wish.unit ?? "次",
      description: "上门服务。",
      categoryId,
      milestones: wish.milestones ?? [
        { code: "BEGUN", name: "开工", weight: 50, minPhotos: 1 },
        { code: "DONE", name: "完工", weight: 50, minPhotos: 1 },
      ],
      requiredCertificates: wish.requiredCertificates ?? [],
    });
    if ((wish.state ?? "ACTIVE") === "ACTIVE") await setItemState(tx, item, "ACTIVE");
    return item.id;
  });
}

export interface MadeProduct {
  readonly productId: string;
  readonly versionId: string;
  readonly slug: string;
  readonly categorySlug: string;
  /** In the order of the wish. */
  readonly componentIds: readonly string[];
  readonly itemIds: readonly string[];
}

interface ProductWish {
  readonly title?: string;
  readonly summary?: string;
  readonly category?: { readonly id: string; readonly slug: string };
  readonly regions?: readonly string[];
  /** Required, one piece, stage 1 unless told. Without components: one new item. */
  readonly components?: readonly (Partial<ComponentWish> & { readonly itemId: string })[];
  readonly inputs?: readonly ProductInputSpec[];
  readonly plan?: readonly PlanStepSpec[];
  readonly supplierChoice?: SupplierChoice;
  readonly choiceGroups?: readonly ChoiceGroup[];
  readonly saleMode?: SaleMode;
  readonly contractTemplate?: string;
}

/** A product with a published version. It is listed as soon as suppliers can do what is required. */
export async function aPublishedProduct(world: World, wish: ProductWish = {}): Promise<MadeProduct> {
  const category = wish.category ?? (await aCategory(world));
  const parts = wish.components ?? [{ itemId: await anItem(world, { categoryId: category.id }) }];
  const number = next();
  const title = wish.title ?? `商品${number}`;
  const components = parts.map((part) => ({
    ...PLAIN_COMPONENT,
    required: true,
    selectedByDefault: true,
    quantityKind: "FIXED" as const,
    quantity: 1,
    stage: 1,
    dependsOn: null,
    ...part,
  }));
  const draft = cleanDraft({
    slug: `product-${number}`,
    title,
    titleEn: `Product ${number}`,
    summary: wish.summary ?? "一次买齐。",
    description: "",
    categoryId: category.id,
    gallery: [],
    picture: "renovation",
    inputs: wish.inputs ?? (components.some((part) => part.quantityInput === "AREA") ? [AREA] : []),
    components,
    plan: wish.plan ?? PLAN,
    planTemplate: null,
    choiceGroups: wish.choiceGroups ?? [],
    saleMode: wish.saleMode ?? "FIXED",
    supplierChoice: wish.supplierChoice ?? "CUSTOMER",
    contractTemplate: wish.contractTemplate ?? null,
    regions: wish.regions ?? [CHANGSHA],
  });
  return make(world, async (tx) => {
    const product = await addProduct(tx, draft);
    const version = await addDraft(tx, product.id, 1, draft);
    await sealVersion(tx, version);
    const published = { state: "PUBLISHED" as const, publishedVersionId: version.id, publishedAt: tx.now };
    await setProduct(tx, product, published);
    await refreshShelves(tx, [product.id], (ids) => effectiveServices(tx, ids));
    await indexProduct(tx, product.id, { title, body: draft.summary });
    const made = (await componentsOf(tx, [version.id])).get(version.id) ?? [];
    return {
      productId: product.id,
      versionId: version.id,
      slug: draft.slug,
      categorySlug: category.slug,
      componentIds: made.map((component) => component.id),
      itemIds: made.map((component) => component.itemId),
    };
  });
}

async function addMemberWithSession(tx: Tx, supplierId: string, role: SupplierRole, login: string) {
  const account = await addAccount(tx, "SUPPLIER", { login, displayName: "周师傅", phone: null, passwordHash: null });
  const member = await addMember(tx, { supplierId, accountId: account.id, role });
  const { token } = await openSession(tx, account, DEVICE);
  return { token, accountId: account.id, memberId: member.id };
}

function make<Made>(world: World, work: (tx: Tx) => Promise<Made>): Promise<Made> {
  return world.server.platform.work.run(SYSTEM, work);
}
