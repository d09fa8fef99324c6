import { expect, type Page } from "@playwright/test";
import type { AppName } from "../world/world.js";

/** What a journey needs to have happened before it begins, done by the same requests the pages send. */
export interface Purchase {
  readonly product: string;
  readonly region?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Name of the supplier of every component; without it the platform chooses. */
  readonly supplier?: string;
}

export interface Bought {
  readonly orderId: string;
  readonly ticketId: string;
}

/** Asks in the session of the page's browser; throws when the answer is an error or a refusal. */
export async function ask<T>(page: Page, app: AppName, query: string, variables: object): Promise<T> {
  const answer = await page.request.post("/graphql", { headers: { "x-kaidan-app": app }, data: { query, variables } });
  const { data, errors } = await answer.json();
  const refused = Object.values(data ?? {}).flatMap((each) => (each as { userErrors?: unknown[] })?.userErrors ?? []);
  expect([...(errors ?? []), ...refused], query).toEqual([]);
  return data;
}

/** Orders for the signed-in customer; answers the order and its first instalment, which is due. */
export async function order(page: Page, purchase: Purchase): Promise<{ orderId: string; instalmentId: string }> {
  const wishes = await wishesOf(page, purchase);
  const { priceProduct } = await ask<{ priceProduct: { price: { total: string; hash: string } } }>(
    page,
    "shop",
    PRICE,
    wishes,
  );
  const { total, hash } = priceProduct.price;
  const { placeOrder } = await ask<{ placeOrder: { order: { id: string; instalments: { id: string }[] } } }>(
    page,
    "shop",
    PLACE,
    {
      input: { ...wishes, ...CONTACT, expectedTotal: total, expectedHash: hash, idempotencyKey: crypto.randomUUID() },
    },
  );
  return { orderId: placeOrder.order.id, instalmentId: placeOrder.order.instalments[0]?.id ?? "" };
}

/** Orders for the signed-in customer and pays what is due at once; answers the order and its first ticket. */
export async function buy(page: Page, purchase: Purchase): Promise<Bought> {
  const { orderId, instalmentId } = await order(page, purchase);
  await pay(page, instalmentId);
  const { order: bought } = await ask<{ order: { tickets: { id: string }[] } }>(page, "shop", TICKETS, { id: orderId });
  return { orderId, ticketId: bought.tickets[0]?.id ?? "" };
}

/** Pays an instalment that is due, wholly, through the test channel. */
export async function pay(page: Page, instalmentId: string): Promise<void> {
  const { startPayment } = await ask<{ startPayment: { payment: { payUrl: string } } }>(page, "shop", PAY, {
    input: { instalmentId, tender: "TEST_CHANNEL", idempotencyKey: crypto.randomUUID() },
  });
  const paid = await page.request.post(startPayment.payment.payUrl, { form: { outcome: "SUCCEEDED" } });
  expect(paid.ok()).toBe(true);
}

/** The number of an order, as people read it aloud. */
export async function numberOf(page: Page, orderId: string): Promise<string> {
  const { order: its } = await ask<{ order: { no: string } }>(page, "shop", NUMBER, { id: orderId });
  return its.no;
}

/** The ticket of a component on the order page, as soon as it is there; never one that a change of the order ended. */
export async function ticketOf(page: Page, orderId: string, item: string): Promise<string> {
  const named = async () => {
    const { order: its } = await ask<{ order: { tickets: { id: string; itemName: string; state: string }[] } }>(
      page,
      "shop",
      TICKETS,
      { id: orderId },
    );
    return its.tickets.find(({ itemName, state }) => itemName === item && state !== "CANCELLED")?.id;
  };
  await expect.poll(named).toBeTruthy();
  return (await named()) ?? "";
}

/** The supplier takes the offer, as soon as it is there, and begins. */
export async function takeAndStart(page: Page, ticketId: string): Promise<void> {
  await expect.poll(async () => (await supplierTicket(page, ticketId))?.offer?.state).toBe("OFFERED");
  const { version, offer } = (await supplierTicket(page, ticketId)) ?? {};
  await ask(page, "supplier", ACCEPT, {
    input: { ticketId, attemptId: offer?.attemptId, version, idempotencyKey: crypto.randomUUID() },
  });
  const taken = await supplierTicket(page, ticketId);
  await ask(page, "supplier", START, { input: { ticketId, version: taken?.version } });
}

/** The supplier reports in words alone; answers the report. */
export async function postNote(page: Page, ticketId: string, text: string): Promise<string> {
  const { postProgress } = await ask<{ postProgress: { report: { id: string } } }>(page, "supplier", POST, {
    input: { ticketId, text, milestoneCode: null, photoFileIds: [], idempotencyKey: crypto.randomUUID() },
  });
  return postProgress.report.id;
}

/** Staff let the customer see a report. */
export async function approveNote(page: Page, reportId: string): Promise<void> {
  const { staffReport } = await ask<{ staffReport: { version: number } }>(page, "admin", REPORT, { id: reportId });
  await ask(page, "admin", APPROVE, { input: { reportId, version: staffReport.version } });
}

async function wishesOf(page: Page, { product: slug, region = "430100", inputs, supplier }: Purchase) {
  const { product } = await ask<{ product: SoldProduct }>(page, "shop", PRODUCT, { slug, region });
  const choices = product.components.map(({ id, offers }) => {
    const chosen = offers.find((offer) => offer.supplier.name === supplier);
    return { componentId: id, selected: true, supplierId: chosen?.supplier.id ?? null };
  });
  const answers = Object.entries(inputs).map(([code, value]) => ({ code, value }));
  return { productId: product.id, regionCode: region, inputs: answers, choices };
}

async function supplierTicket(page: Page, id: string): Promise<OfferedTicket | null> {
  return (await ask<{ supplierTicket: OfferedTicket | null }>(page, "supplier", OFFERED, { id })).supplierTicket;
}

type SoldProduct = { id: string; components: { id: string; offers: { supplier: { id: string; name: string } }[] }[] };
type OfferedTicket = { version: number; offer: { attemptId: string; state: string } | null };

const CONTACT = { contactName: "林晓", contactPhone: "13800001001", address: "开福区湘江中路 18 号", note: null };
const PRODUCT = `query ($slug: String!, $region: String!) {
  product(slug: $slug) { id components { id offers(regionCode: $region) { supplier { id name } } } } }`;
const PRICE = `query ($productId: ID!, $regionCode: String!, $inputs: [InputValueInput!]!, $choices: [ComponentChoiceInput!]!) {
  priceProduct(productId: $productId, regionCode: $regionCode, inputs: $inputs, choices: $choices) {
    price { total hash } userErrors { code } } }`;
const PLACE = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id instalments { id } } userErrors { code } } }`;
const PAY = `mutation ($input: StartPaymentInput!) { startPayment(input: $input) { payment { payUrl } userErrors { code } } }`;
const TICKETS = `query ($id: ID!) { order(id: $id) { tickets { id itemName state } } }`;
const NUMBER = `query ($id: ID!) { order(id: $id) { no } }`;
const OFFERED = `query ($id: ID!) { supplierTicket(id: $id) { version offer { attemptId state } } }`;
const ACCEPT = `mutation ($input: AcceptOfferInput!) { acceptOffer(input: $input) { userErrors { code } } }`;
const START = `mutation ($input: StartWorkInput!) { startWork(input: $input) { userErrors { code } } }`;
const POST = `mutation ($input: PostProgressInput!) { postProgress(input: $input) { report { id } userErrors { code } } }`;
const REPORT = `query ($id: ID!) { staffReport(id: $id) { version } }`;
const APPROVE = `mutation ($input: ApproveProgressInput!) { approveProgress(input: $input) { userErrors { code } } }`;
