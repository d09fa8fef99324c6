import { expect, type Page } from "@playwright/test";
import type { AppName } from "../world/world.js";
import { aPhoto } from "./pictures.js";

/** What a journey needs to have happened before it begins, done by the same requests the pages send. */
export interface Purchase {
  readonly product: string;
  readonly region?: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Name of the supplier of every component; without it the platform chooses. */
  readonly supplier?: string;
}

/** A part of an order's plan. */
export interface Part {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly amount: string;
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

/** What the customer is asked to pay now. */
export async function asked(page: Page, orderId: string): Promise<Part[]> {
  const { order: its } = await ask<{ order: { instalments: Part[] } }>(page, "shop", PARTS, { id: orderId });
  return its.instalments.filter(({ state }) => ["DUE", "PART_PAID", "OVERDUE"].includes(state));
}

/** Hands in a picture; answers the file's id. */
export async function upload(page: Page, app: AppName, purpose: string, name: string): Promise<string> {
  const headers = { "x-kaidan-app": app };
  const answer = await page.request.post(`/upload?purpose=${purpose}`, { headers, multipart: { file: aPhoto(name) } });
  expect(answer.ok()).toBe(true);
  return (await answer.json()).id;
}

/** The id of a supplier who can do a part of a product. */
export async function supplierNamed(page: Page, name: string, productSlug: string): Promise<string> {
  const { product } = await ask<{ product: SoldProduct }>(page, "shop", PRODUCT, {
    slug: productSlug,
    region: "430100",
  });
  const suppliers = product.components.flatMap(({ offers }) => offers.map(({ supplier }) => supplier));
  return suppliers.find((supplier) => supplier.name === name)?.id ?? "";
}

/** Pays an instalment that is due by the channel and a transfer, whose slip then waits for the cashier. */
export async function payByBoth(page: Page, { id: instalmentId, amount }: Part): Promise<void> {
  const first = String(Math.floor(Number(amount) / 3));
  const rest = String(Number(amount) - Number(first));
  const parts = [
    { tender: "TEST_CHANNEL", amount: first },
    { tender: "BANK_TRANSFER", amount: rest },
  ];
  const { combinePayment } = await ask<{ combinePayment: { group: { parts: StartedPart[] } } }>(page, "shop", COMBINE, {
    input: { instalmentId, parts, idempotencyKey: crypto.randomUUID() },
  });
  await pay(page, instalmentId);
  const transfer = combinePayment.group.parts.find(({ tender }) => tender === "BANK_TRANSFER");
  const fileId = await upload(page, "shop", "SLIP", "slip.png");
  await ask(page, "shop", SLIP, { input: { paymentId: transfer?.id, fileId, version: transfer?.version } });
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
type StartedPart = { id: string; tender: string; version: number };
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
const COMBINE = `mutation ($input: CombinePaymentInput!) { combinePayment(input: $input) {
  group { parts { id tender version } } userErrors { code } } }`;
const SLIP = `mutation ($input: UploadSlipInput!) { uploadSlip(input: $input) { userErrors { code } } }`;
const PARTS = `query ($id: ID!) { order(id: $id) { instalments { id name state amount } } }`;
const NUMBER = `query ($id: ID!) { order(id: $id) { no } }`;
const OFFERED = `query ($id: ID!) { supplierTicket(id: $id) { version offer { attemptId state } } }`;
const ACCEPT = `mutation ($input: AcceptOfferInput!) { acceptOffer(input: $input) { userErrors { code } } }`;
const START = `mutation ($input: StartWorkInput!) { startWork(input: $input) { userErrors { code } } }`;
const POST = `mutation ($input: PostProgressInput!) { postProgress(input: $input) { report { id } userErrors { code } } }`;
const REPORT = `query ($id: ID!) { staffReport(id: $id) { version } }`;
const APPROVE = `mutation ($input: ApproveProgressInput!) { approveProgress(input: $input) { userErrors { code } } }`;
