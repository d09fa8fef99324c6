import { expect, type Page, test } from "@playwright/test";
import { ask } from "./requests.js";

const PAGE_MS = 20_000;

/** Pages that are walked one after the other: however many there are, each adds its time to the walk's. */
export function inTime(paths: readonly string[]): readonly string[] {
  test.setTimeout(test.info().timeout + paths.length * PAGE_MS);
  return paths;
}

/** Opens a page and waits until what it is about is there, not its skeleton. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(atRest);
}

/** Waits for what slides or fades in: half-way through, colours are between two. */
const atRest = () =>
  Promise.allSettled(
    document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
      .map(({ finished }) => finished),
  ).then(() => undefined);

/** The main pages of the shop, as lin@demo.kaidan, who has an order under way and an instalment to pay. */
export async function shopPages(page: Page): Promise<string[]> {
  const { myOrders, myInquiries } = await ask<{ myOrders: { edges: { node: LinsOrder }[] } } & Inquiries>(
    page,
    "shop",
    ORDERS,
    {},
  );
  const { myQuotations } = await ask<{ myQuotations: Numbered }>(page, "shop", QUOTATIONS, {});
  const orders = myOrders.edges.map(({ node }) => node);
  const cabinets = orders.find(({ productSlug }) => productSlug === "custom-cabinets");
  const renovation = orders.find(({ productSlug }) => productSlug === "half-package");
  const toSign = orders.find(({ contract }) => contract?.state === "ISSUED");
  return [
    "/",
    "/categories",
    "/c/home",
    "/search?q=空调清洗",
    "/search?q=空条清洗",
    "/search?q=清洗&price=0-10000",
    "/search?q=潜水艇",
    "/p/wall-renewal?region=430100",
    "/p/bathroom-refresh?region=430100",
    "/p/bathroom-refresh?region=430100&compare=WIRING",
    "/p/cabinet-design?region=430100",
    "/checkout?product=wall-renewal&region=430100",
    "/orders",
    `/o/${renovation?.id}`,
    `/o/${renovation?.id}/contract`,
    `/o/${toSign?.id}/contract`,
    `/o/${cabinets?.id}/pay/${cabinets?.instalments[0]?.id}`,
    "/inquiries",
    "/inquiries/new",
    "/inquiries/new?way=items",
    "/inquiries/new?product=custom-cabinets&region=430100",
    `/inquiries/${myInquiries.edges[0]?.node.no}`,
    "/quotes",
    `/quotes/${myQuotations.edges[0]?.node.no}`,
    "/quotes/new?product=cabinet-design&region=430100&i.FACE=12",
    "/me",
    "/me/credit",
    ...told("/"),
  ];
}

/** The main pages of a supplier with work under way. */
export async function supplierPages(page: Page): Promise<string[]> {
  const { myTickets, myInvitations } = await ask<
    { myTickets: { edges: { node: { id: string } }[] } } & Record<"myInvitations", Numbered>
  >(page, "supplier", TICKETS, {});
  const invitations = myInvitations.edges.map(({ node }) => `/supplier/inquiries/${node.no}`);
  const ticket = `/supplier/t/${myTickets.edges[0]?.node.id}`;
  const { me } = await ask<{ me: { supplier: { services: { id: string; item: { id: string } }[] } } }>(
    page,
    "supplier",
    SERVICES,
    {},
  );
  const service = me.supplier.services[0];
  return [
    "/supplier/",
    "/supplier/tickets",
    ticket,
    `${ticket}/report`,
    "/supplier/inquiries",
    "/supplier/inquiries?all=true",
    ...invitations,
    "/supplier/services",
    "/supplier/services/import",
    `/supplier/services/${service?.id}`,
    "/supplier/capacity",
    `/supplier/capacity/${service?.item.id}`,
    "/supplier/certificates",
    "/supplier/quotations",
    "/supplier/settlement",
    "/supplier/refunds",
    "/supplier/papers",
    "/supplier/me",
    ...told("/supplier/"),
  ];
}

/** The main pages of the back office, as admin@demo.kaidan, who may see everything. */
export async function adminPages(page: Page): Promise<string[]> {
  const lists = await ask<Record<string, { edges: { node: { id: string; no?: string } }[] }>>(page, "admin", ADMIN, {});
  const { staffQuotations, drafts } = await ask<Record<"staffQuotations" | "drafts", Numbered>>(
    page,
    "admin",
    STAFF_QUOTATIONS,
    {},
  );
  const first = (list: string) => lists[list]?.edges[0]?.node.id;
  return [
    "/",
    "/quotations",
    "/quotations?view=ATTENTION",
    "/quotations/new",
    `/quotations/${staffQuotations.edges[0]?.node.no}`,
    `/quotations/${drafts.edges[0]?.node.no}/edit`,
    "/orders",
    `/orders/${first("staffOrders")}`,
    `/orders/${first("staffOrders")}/amend`,
    `/orders/${first("staffOrders")}/refunds`,
    `/orders/${first("staffOrders")}/papers`,
    "/settlement",
    `/settlement/${first("statements")}`,
    `/settlement/suppliers/${first("staffSuppliers")}`,
    "/settlement/income",
    "/refunds",
    `/refunds/${first("staffRefunds")}`,
    "/documents",
    `/documents/${first("staffForms")}`,
    "/documents/wordings",
    "/documents/invoices",
    "/inquiries",
    "/inquiries/terms",
    ...(lists["staffInquiries"]?.edges ?? []).map(({ node }) => `/inquiries/${node.no}`),
    "/payments",
    "/payments/mismatched",
    "/orders/changes",
    "/orders/requests",
    "/payments/unidentified",
    "/payments/denied",
    "/payments/payouts",
    "/payments/waivers",
    "/dispatch",
    "/tickets",
    `/tickets/${first("staffTickets")}`,
    "/progress",
    "/work",
    "/applications",
    `/applications/${first("supplierApplications")}`,
    "/suppliers",
    "/suppliers/new",
    `/suppliers/${first("staffSuppliers")}`,
    "/supplier-services/changes",
    "/certificates",
    "/certificates?view=EXPIRING",
    "/suppliers/matrix",
    "/suppliers/import",
    "/items",
    "/catalogue/synonyms",
    `/items/${first("staffServiceItems")}`,
    "/products",
    "/products/new",
    "/pricing/formulas",
    "/pricing/formulas/new",
    "/pricing/formulas/RENOVATION",
    `/products/${first("staffProducts")}`,
    `/products/${first("staffProducts")}/preview`,
    `/products/${first("staffProducts")}/diff`,
    "/catalogue/plan-templates",
    "/catalogue/plan-templates/new",
    "/catalogue/plan-templates/BUILDING",
    "/contracts?state=ALL",
    `/contracts/${first("staffContracts")}`,
    "/contracts/templates",
    "/contracts/templates/RENOVATION",
    "/contracts/templates/new",
    "/ledger",
    "/ledger?month=2026-11",
    "/ledger/transactions",
    "/ledger/transactions?account=1002&side=DEBIT",
    "/staff",
    "/pricing/rules",
    "/pricing/rules?rule=new",
    "/pricing/coupons",
    "/pricing/groups",
    "/roles",
    "/policies",
    "/api-keys",
    "/dead-letters",
    "/demo",
    "/notifications",
    "/notifications?state=ALL",
    "/wechat",
    "/wechat/templates",
    "/wechat/menu",
    "/wechat/messages",
    ...told("/"),
  ].map((path) => `/admin${path}`);
}

/** How a person is told things, in each app alike: the list, what comes by which channel, and their WeChat. */
const told = (base: string) => ["messages", "messages/settings", "me/wechat"].map((path) => `${base}${path}`);

type Numbered = { edges: { node: { no: string } }[] };
type Inquiries = { myInquiries: Numbered };
type LinsOrder = {
  id: string;
  productSlug: string;
  instalments: { id: string }[];
  contract: { state: string } | null;
};
const ORDERS = `query {
  myInquiries(first: 1) { edges { node { no } } }
  myOrders(first: 20) { edges { node { id productSlug instalments { id } contract { state } } } } }`;
const TICKETS = `query {
  myInvitations(first: 2) { edges { node { no } } }
  myTickets(first: 1, state: IN_PROGRESS) { edges { node { id } } } }`;
const QUOTATIONS = "query { myQuotations(first: 1) { edges { node { no } } } }";
const STAFF_QUOTATIONS = `query {
  staffQuotations(first: 1, state: SENT) { edges { node { no } } }
  drafts: staffQuotations(first: 1, state: DRAFT) { edges { node { no } } } }`;
const SERVICES = "query { me { supplier { services { id item { id } } } } }";
const ADMIN = `query {
  staffOrders(first: 1, state: IN_DELIVERY) { edges { node { id } } }
  staffTickets(first: 1, state: NEEDS_HUMAN) { edges { node { id } } }
  supplierApplications(first: 1, state: SUBMITTED) { edges { node { id } } }
  staffContracts(first: 1, state: SIGNED_UPLOADED) { edges { node { id: no } } }
  staffSuppliers(first: 1) { edges { node { id } } }
  staffServiceItems(first: 1) { edges { node { id } } }
  staffInquiries(first: 2) { edges { node { id no } } }
  statements(first: 1) { edges { node { id } } }
  staffRefunds(first: 1) { edges { node { id } } }
  staffForms(first: 1) { edges { node { id: no } } }
  staffProducts(first: 1) { edges { node { id } } } }`;
