import sharp from "sharp";
import { newId } from "../../src/kernel/ids.js";
import { fen } from "../../src/kernel/money.js";
import { found } from "../../src/kernel/refusal.js";
import { componentsOf, type OrderComponentRow, orderById } from "../../src/orders/order.store.js";
import { placeOrder } from "../../src/orders/place-order.flow.js";
import { confirmBankPayment } from "../../src/payments/confirm-bank-payment.flow.js";
import { isOpen, payableAmount } from "../../src/payments/instalment.js";
import { type InstalmentRow, instalmentsOf } from "../../src/payments/instalment.store.js";
import { paymentById } from "../../src/payments/payment.store.js";
import { startPayment } from "../../src/payments/start-payment.flow.js";
import { uploadSlip } from "../../src/payments/upload-slip.flow.js";
import { type Customer, SYSTEM, type Viewer } from "../../src/platform/viewer.js";
import type { ComponentChoice } from "../../src/pricing/price.js";
import { priceProduct } from "../../src/pricing/price-product.flow.js";
import type { Actor } from "./actor.js";
import { aCustomer, anItem, aPublishedProduct, aSupplier, CHANGSHA, type MadeProduct } from "./makers-catalogue.js";
import type { World } from "./world.js";

export { aCustomer } from "./makers-catalogue.js";

/** The bank's own program, which tells by its key what is on the statement. */
const CASHIER: Viewer = {
  kind: "integration",
  apiKeyId: "test-cashier",
  permissions: new Set(["payments.confirm"]),
  ip: "127.0.0.1",
};

export type CustomerActor = Actor & { readonly accountId: string };

export interface MadeOrder {
  readonly orderId: string;
  readonly no: string;
  readonly customer: CustomerActor;
  readonly product: MadeProduct;
  /** In the order they were priced. */
  readonly components: readonly OrderComponentRow[];
  readonly instalments: readonly InstalmentRow[];
}

export interface OrderWish {
  readonly customer?: CustomerActor;
  /** Without one: a product of one item that a new supplier does for ¥100 (cost ¥70). */
  readonly product?: MadeProduct;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly choices?: readonly ComponentChoice[];
  readonly couponCode?: string;
}

/** A product that somebody can do: two stages of one item each, ¥100 sale and ¥70 cost apiece, by one supplier. */
export async function aSellableProduct(world: World): Promise<MadeProduct & { readonly supplierId: string }> {
  const [first, second] = [await anItem(world, { name: "水电改造" }), await anItem(world, { name: "开荒保洁" })];
  const product = await aPublishedProduct(world, {
    title: "焕新套餐",
    components: [
      { itemId: first, stage: 1 },
      { itemId: second, stage: 2 },
    ],
  });
  const { supplierId } = await aSupplier(world, { services: [{ itemId: first }, { itemId: second }] });
  return { ...product, supplierId };
}

/** An order at catalogue price: CONFIRMED, its first instalment due. */
export async function aPlacedOrder(world: World, wish: OrderWish = {}): Promise<MadeOrder> {
  const { platform } = world.server;
  const customer = wish.customer ?? (await aCustomer(world));
  const product = wish.product ?? (await aSellableProduct(world));
  const inputs = Object.entries(wish.inputs ?? {}).map(([code, value]) => ({ code, value }));
  const wishes = {
    productId: product.productId,
    regionCode: CHANGSHA,
    inputs,
    choices: wish.choices ?? [],
    couponCode: wish.couponCode ?? null,
  };
  const price = await priceProduct(platform, SYSTEM, wishes);
  const orderId = await placeOrder(platform, viewerOf(customer), {
    ...wishes,
    contactName: "林晓",
    contactPhone: "13800000001",
    address: "岳麓区湘江中路 8 号",
    note: "周末上门",
    expectedTotal: price.total,
    expectedHash: price.hash,
    idempotencyKey: newId(),
  });
  return readOrder(world, orderId, customer, product);
}

/** An order whose gate instalment came by bank transfer and was confirmed: IN_DELIVERY, its tickets open. */
export async function aPaidOrder(world: World, wish: OrderWish = {}): Promise<MadeOrder> {
  const order = await aPlacedOrder(world, wish);
  await payByTransfer(world, order);
  return readOrder(world, order.orderId, order.customer, order.product);
}

/** Pays what is due now of the order, or what is wanted, instalment by instalment, by bank transfers that a cashier confirms. */
export async function payByTransfer(
  world: World,
  order: Pick<MadeOrder, "orderId" | "customer">,
  wanted: (instalment: InstalmentRow) => boolean = isOpen,
): Promise<void> {
  const { platform } = world.server;
  const viewer = viewerOf(order.customer);
  for (const instalment of await instalmentsOf(platform.database.read, [order.orderId])) {
    if (!wanted(instalment)) continue;
    const begun = { instalmentId: instalment.id, tender: "BANK_TRANSFER" as const, idempotencyKey: newId() };
    const paymentId = await startPayment(platform, viewer, begun);
    const slip = await platform.files.keep(platform.work, viewer, "SLIP", await aPicture());
    await uploadSlip(platform, viewer, { paymentId, fileId: slip.id, version: 1 });
    const { version } = found(await paymentById(platform.database.read, paymentId));
    await confirmBankPayment(platform, CASHIER, {
      paymentId,
      version,
      receivedAmount: fen(payableAmount(instalment)),
      bankReference: `BANK-${newId()}`,
      idempotencyKey: newId(),
    });
  }
}

/** A small PNG, for slips and photos. */
export function aPicture(): Promise<Buffer> {
  const size = { width: 16, height: 16, channels: 3 as const, background: { r: 20, g: 120, b: 90 } };
  return sharp({ create: size }).png().toBuffer();
}

/** The viewer behind a customer's session, for calling flows directly. */
export function viewerOf(customer: CustomerActor): Customer {
  return { kind: "customer", accountId: customer.accountId, sessionId: "made-by-a-test", ip: "127.0.0.1" };
}

async function readOrder(
  world: World,
  orderId: string,
  customer: CustomerActor,
  product: MadeProduct,
): Promise<MadeOrder> {
  const { read } = world.server.platform.database;
  const { no } = found(await orderById(read, orderId));
  const [components, instalments] = [await componentsOf(read, [orderId]), await instalmentsOf(read, [orderId])];
  return { orderId, no, customer, product, components, instalments };
}
