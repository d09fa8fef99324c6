/**
 * The pages worth looking at, by app: [file name, path]. `open` is for everybody, `own` needs the demo account signed
 * in. `ask(app, login, query)` answers a query as that account, or as a visitor, for the ids of the demo.
 */
export async function screenPages(ask) {
  return [await shop(ask), await supplier(ask), await admin(ask)];
}

/** The pictures of the README, by app: [page, width, file name]. */
export const readmePictures = {
  shop: [
    ["home", 1440, "shop-home"],
    ["product", 390, "shop-product"],
    ["order", 390, "shop-order"],
  ],
  supplier: [["today", 390, "supplier-today"]],
  admin: [
    ["dashboard", 1440, "admin-dashboard"],
    ["progress", 1440, "admin-review"],
  ],
};

async function shop(ask) {
  const login = "lin@demo.kaidan";
  const { myOrders, myInquiries, myQuotations } = await ask(
    "shop",
    login,
    `{ myInquiries(first: 3) { edges { node { no } } } myQuotations(first: 3) { edges { node { no } } }
       myOrders(first: 50) { edges { node { id state productSlug review { id } nextStep { code } contract { state }
       lines { supplier { id } } instalments { id state } tickets { id state } forms { id no hash code } } } } }`,
  );
  const orders = myOrders.edges.map(({ node }) => node);
  const waits = (code) => orders.find((order) => order.nextStep.code === code) ?? orders[0];
  const running = orders.find(({ productSlug }) => productSlug === "half-package") ?? orders[0];
  const toAccept = waits("ACCEPT_WORK");
  const toSign = orders.find(({ contract }) => contract?.state === "ISSUED") ?? running;
  const toPay = waits("PAY_INSTALMENT");
  const payable = toPay.instalments.find(({ state }) => state === "DUE") ?? toPay.instalments[0];
  const finished = toAccept.tickets.find(({ state }) => state === "PLATFORM_APPROVED") ?? toAccept.tickets[0];
  return {
    name: "shop",
    login,
    open: [
      ["home", "/"],
      ["categories", "/categories"],
      ["category", "/c/renovation"],
      ["search", "/search?q=空调清洗"],
      ["search-nothing", "/search?q=潜水艇"],
      ["product", "/p/half-package?region=430100&i.AGE=15 年，5 楼，无电梯"],
      ["product-company", "/p/startup-small"],
      ["product-wedding", "/p/wedding-complete"],
      ["product-choices", "/p/bathroom-refresh?region=430100"],
      ["product-compare", "/p/bathroom-refresh?region=430100&compare=WIRING"],
      ["product-formula", "/p/basic-renovation?region=430100"],
      ["product-quoted", "/p/cabinet-design?region=430100"],
      ["search-mended", "/search?q=空条清洗"],
      ["supplier", `/s/${running.lines.find((line) => line.supplier)?.supplier.id}`],
      ["checkout-visitor", "/checkout?product=wall-renewal&region=430100"],
      ["sign-in", "/sign-in"],
      ["sign-up", "/sign-up"],
      ["forgot-password", "/forgot-password"],
      ["missing", "/no-such-page"],
    ],
    own: [
      ["home-signed-in", "/"],
      ["checkout", "/checkout?product=deep-cleaning&region=430100&i.AREA=90"],
      ["orders", "/orders"],
      ["order", `/o/${running.id}`],
      ["order-accept", `/o/${toAccept.id}`],
      ["accept", `/o/${toAccept.id}/accept/${finished?.id}`],
      ["order-pay", `/o/${toPay.id}`],
      ["pay", `/o/${toPay.id}/pay/${payable.id}`],
      ["review", `/o/${waits("REVIEW_ORDER").id}/review`],
      ...myInquiries.edges.map(({ node }, index) => [`inquiry-${index + 1}`, `/inquiries/${node.no}`]),
      ["inquiries", "/inquiries"],
      ["inquiry-new", "/inquiries/new"],
      ["inquiry-new-items", "/inquiries/new?way=items"],
      ["inquiry-new-product", "/inquiries/new?product=custom-cabinets&region=430100"],
      ["quotes", "/quotes"],
      ...myQuotations.edges.map(({ node }, index) => [`quote-${index + 1}`, `/quotes/${node.no}`]),
      ["quote-new", "/quotes/new?product=cabinet-design&region=430100&i.FACE=12"],
      ["contract", `/o/${running.id}/contract`],
      ["contract-to-sign", `/o/${toSign.id}/contract`],
      ["papers", `/o/${running.id}/papers`],
      ["paper", `/o/${running.id}/papers/${running.forms[0]?.id}`],
      ["refund", `/o/${running.id}/refund`],
      ["verify", `/verify/${running.forms[0]?.no}/${running.forms[0]?.hash.slice(0, 16)}`],
      ["me", "/me"],
      ["sessions", "/me/sessions"],
      ...told("/"),
    ],
  };
}

async function supplier(ask) {
  const login = "jiangxin@demo.kaidan";
  const { myOffers, myTickets, myInvitations, myStatements, mySupplierForms, me } = await ask(
    "supplier",
    login,
    `{ myStatements(first: 1) { edges { node { id } } } mySupplierForms(first: 1) { edges { node { id } } }
       myOffers { id } myTickets(first: 20) { edges { node { id state } } }
       myInvitations(first: 3) { edges { node { no } } } me { supplier { services { id item { id } } } } }`,
  );
  const [service] = me.supplier.services;
  const { saveSupplierApplication } = await ask(
    "supplier",
    null,
    `mutation { saveSupplierApplication(input: { organisation: "晨光保洁", uscc: "", introduction: "做了八年家庭保洁。",
       contactName: "何晨", contactPhone: "13800002001", contactEmail: "dawn@example.com", regions: ["430100"],
       services: [], documents: [], idempotencyKey: "screens-application" }) { token userErrors { code field } } }`,
  );
  const key = saveSupplierApplication.token;
  const tickets = myTickets.edges.map(({ node }) => node);
  const ticket = tickets.find(({ state }) => state === "IN_PROGRESS") ?? tickets[0];
  return {
    name: "supplier",
    login,
    open: [
      ["sign-in", "/supplier/sign-in"],
      ["apply", "/supplier/apply"],
      ["apply-organisation", "/supplier/apply/organisation"],
      ["apply-services", `/supplier/apply/services#${key}`],
      ["apply-regions", `/supplier/apply/regions#${key}`],
      ["apply-documents", `/supplier/apply/documents#${key}`],
      ["apply-summary", `/supplier/apply/summary#${key}`],
    ],
    own: [
      ["today", "/supplier/"],
      ...(myOffers[0] ? [["offer", `/supplier/offers/${myOffers[0].id}`]] : []),
      ["tickets", "/supplier/tickets"],
      ["ticket", `/supplier/t/${ticket?.id}`],
      ["report", `/supplier/t/${ticket?.id}/report`],
      ["services", "/supplier/services"],
      ["service", `/supplier/services/${service.id}`],
      ["services-import", "/supplier/services/import"],
      ["certificates", "/supplier/certificates"],
      ["capacity", "/supplier/capacity"],
      ["capacity-item", `/supplier/capacity/${service.item.id}`],
      ["inquiries", "/supplier/inquiries?all=true"],
      ...myInvitations.edges.map(({ node }, index) => [`inquiry-${index + 1}`, `/supplier/inquiries/${node.no}`]),
      ["quotations", "/supplier/quotations"],
      ["team", "/supplier/team"],
      ["settlement", "/supplier/settlement"],
      ...myStatements.edges.map(({ node }) => ["statement", `/supplier/settlement/${node.id}`]),
      ["refunds", "/supplier/refunds"],
      ["papers", "/supplier/papers"],
      ...mySupplierForms.edges.map(({ node }) => ["paper", `/supplier/papers/${node.id}`]),
      ["reviews", "/supplier/reviews"],
      ["me", "/supplier/me"],
      ...told("/supplier/"),
    ],
  };
}

async function admin(ask) {
  const login = "admin@demo.kaidan";
  const lists = await ask(
    "admin",
    login,
    `{ staffOrders(first: 1, state: IN_DELIVERY) { edges { node { id } } }
       staffTickets(first: 1, state: NEEDS_HUMAN) { edges { node { id } } }
       supplierApplications(first: 1, state: SUBMITTED) { edges { node { id } } }
       staffSuppliers(first: 1) { edges { node { id } } }
       staffInquiries(first: 3) { edges { node { no } } }
       sent: staffQuotations(first: 1, state: SENT) { edges { node { no } } }
       drafts: staffQuotations(first: 1, state: DRAFT) { edges { node { no } } }
       staffContracts(first: 1, state: SIGNED_UPLOADED) { edges { node { no } } }
       staffServiceItems(first: 1) { edges { node { id } } }
       statements(first: 1) { edges { node { id } } }
       staffRefunds(first: 1) { edges { node { id } } }
       staffForms(first: 1) { edges { node { no } } }
       ledgerTransactions(first: 1) { edges { node { id } } }
       ledgerClosing { months }
       staffProducts(first: 20) { edges { node { id slug } } } }`,
  );
  const first = (list) => lists[list].edges[0]?.node.id;
  const products = lists.staffProducts.edges.map(({ node }) => node);
  const product = (products.find(({ slug }) => slug === "half-package") ?? products[0]).id;
  return {
    name: "admin",
    login,
    open: [["sign-in", "/admin/sign-in"]],
    own: [
      ["dashboard", "/admin/"],
      ["orders", "/admin/orders"],
      ["order", `/admin/orders/${first("staffOrders")}`],
      ["order-papers", `/admin/orders/${first("staffOrders")}/papers`],
      ["payments", "/admin/payments"],
      ["payments-mismatched", "/admin/payments/mismatched"],
      ["orders-changes", "/admin/orders/changes"],
      ["payments-unidentified", "/admin/payments/unidentified"],
      ["payments-waivers", "/admin/payments/waivers"],
      ["ledger", "/admin/ledger"],
      ["ledger-month", `/admin/ledger?month=${lists.ledgerClosing.months[0]}`],
      ["journal", "/admin/ledger/transactions"],
      ["journal-narrowed", "/admin/ledger/transactions?account=1002&side=DEBIT"],
      ["transaction", `/admin/ledger/transactions/${first("ledgerTransactions")}`],
      ["account", "/admin/ledger/accounts/2203"],
      ["settlement", "/admin/settlement"],
      ["settlement-income", "/admin/settlement/income"],
      ...lists.statements.edges.map(({ node }) => ["statement", `/admin/settlement/${node.id}`]),
      ["refunds", "/admin/refunds"],
      ...lists.staffRefunds.edges.map(({ node }) => ["refund", `/admin/refunds/${node.id}`]),
      ["documents", "/admin/documents"],
      ...lists.staffForms.edges.map(({ node }) => ["document", `/admin/documents/${node.no}`]),
      ["invoices", "/admin/documents/invoices"],
      ["form-wordings", "/admin/documents/wordings"],
      ["dispatch", "/admin/dispatch"],
      ["tickets", "/admin/tickets"],
      ["ticket", `/admin/tickets/${first("staffTickets")}`],
      ["progress", "/admin/progress"],
      ["work", "/admin/work"],
      ["applications", "/admin/applications"],
      ["application", `/admin/applications/${first("supplierApplications")}`],
      ["suppliers", "/admin/suppliers"],
      ["supplier", `/admin/suppliers/${first("staffSuppliers")}`],
      ["supplier-account", `/admin/settlement/suppliers/${first("staffSuppliers")}`],
      ["supplier-new", "/admin/suppliers/new"],
      ["proposed-services", "/admin/supplier-services/changes"],
      ["items", "/admin/items"],
      ["item", `/admin/items/${first("staffServiceItems")}`],
      ["products", "/admin/products"],
      ["product-new", "/admin/products/new"],
      ["product", `/admin/products/${product}`],
      ["product-preview", `/admin/products/${product}/preview`],
      ["product-difference", `/admin/products/${product}/diff`],
      ["plan-templates", "/admin/catalogue/plan-templates"],
      ["plan-template", "/admin/catalogue/plan-templates/BUILDING"],
      ["synonyms", "/admin/catalogue/synonyms"],
      ["matrix", "/admin/suppliers/matrix"],
      ["import", "/admin/suppliers/import"],
      ["certificates", "/admin/certificates"],
      ["formulas", "/admin/pricing/formulas"],
      ["formula", "/admin/pricing/formulas/RENOVATION"],
      ["formula-new", "/admin/pricing/formulas/new"],
      ["rules", "/admin/pricing/rules"],
      ["rule-new", "/admin/pricing/rules?rule=new"],
      ["coupons", "/admin/pricing/coupons"],
      ["groups", "/admin/pricing/groups"],
      ["policies", "/admin/policies"],
      ["inquiries", "/admin/inquiries"],
      ...lists.staffInquiries.edges.map(({ node }, index) => [`inquiry-${index + 1}`, `/admin/inquiries/${node.no}`]),
      ["inquiry-terms", "/admin/inquiries/terms"],
      ["quotations", "/admin/quotations"],
      ["quotation", `/admin/quotations/${lists.sent.edges[0]?.node.no}`],
      ["quotation-edit", `/admin/quotations/${lists.drafts.edges[0]?.node.no}/edit`],
      ["quotation-new", "/admin/quotations/new"],
      ["contracts", "/admin/contracts?state=ALL"],
      ["contract", `/admin/contracts/${lists.staffContracts.edges[0]?.node.no}`],
      ["contract-templates", "/admin/contracts/templates"],
      ["contract-template", "/admin/contracts/templates/RENOVATION"],
      ["staff", "/admin/staff"],
      ["roles", "/admin/roles"],
      ["api-keys", "/admin/api-keys"],
      ["dead-letters", "/admin/dead-letters"],
      ["demo", "/admin/demo"],
      ["notifications-failed", "/admin/notifications"],
      ["notifications", "/admin/notifications?state=ALL"],
      ["wechat", "/admin/wechat"],
      ["wechat-templates", "/admin/wechat/templates"],
      ["wechat-menu", "/admin/wechat/menu"],
      ["wechat-messages", "/admin/wechat/messages"],
      ...told("/admin/"),
    ],
  };
}

/** How a person is told things, in each app alike. */
function told(base) {
  return [
    ["messages", `${base}messages`],
    ["messages-settings", `${base}messages/settings`],
    ["my-wechat", `${base}me/wechat`],
  ];
}
