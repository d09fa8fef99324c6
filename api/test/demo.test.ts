import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD, offeredAccounts } from "../src/demo/people.js";
import { apiKeyScopes, builtInRoles } from "../src/identity/role.js";
import { orderLife } from "../src/orders/order.js";
import { auditLedger } from "../src/payments/audit-ledger.flow.js";
import type { Viewer } from "../src/platform/viewer.js";
import { makeSchema } from "../src/schema.js";
import type { Actor } from "./kit/actor.js";
import { type Column, matrixOf, type Pool } from "./kit/matrix.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
beforeAll(async () => {
  world = await openWorld({ seeded: true });
}, 120_000);
afterAll(() => world.close());

const rows = <Row>(sql: string, values: string[] = []): Promise<Row[]> =>
  world.server.platform.database.read.query<Row>(sql, values);
const one = async (sql: string, ...values: string[]): Promise<string> =>
  (await rows<{ id: string }>(sql, values))[0]?.id ?? "";

describe("the demo", () => {
  it("has orders in every state, and tickets and reports that wait for each role", async () => {
    const states = await rows<{ state: string }>("SELECT DISTINCT state FROM orders");
    const shown = new Set(states.map((row) => row.state));
    const elsewhere = ["EXPIRED", "SUBMITTED", "RETURNED"];
    expect(orderLife.states.filter((state) => !shown.has(state) && !elsewhere.includes(state))).toEqual([]);
    const tickets = new Set(
      (await rows<{ state: string }>("SELECT DISTINCT state FROM tickets")).map((row) => row.state),
    );
    for (const state of [
      "WAITING",
      "OFFERED",
      "NEEDS_HUMAN",
      "IN_PROGRESS",
      "PLATFORM_APPROVED",
      "REWORK",
      "ACCEPTED",
    ]) {
      expect(tickets).toContain(state);
    }
  });

  it("keeps books that balance, in sum and transaction by transaction", async () => {
    const [sum] = await rows<{ debit: number; credit: number }>(
      "SELECT SUM(debit) AS debit, SUM(credit) AS credit FROM postings",
    );
    expect(Number(sum?.debit)).toBeGreaterThan(0);
    expect(Number(sum?.debit)).toBe(Number(sum?.credit));
    const uneven = await rows(
      "SELECT transactionId FROM postings GROUP BY transactionId HAVING SUM(debit) <> SUM(credit)",
    );
    expect(uneven).toEqual([]);
  });

  it("shows on every instalment exactly what the ledger received for it", async () => {
    const wrong = await rows(
      `SELECT i.id FROM instalments i LEFT JOIN (SELECT instalmentId, SUM(credit) AS received FROM postings
         WHERE instalmentId IS NOT NULL AND account IN ('1122', '2203', '2241.H', '2241.G', '9002') GROUP BY instalmentId) p ON p.instalmentId = i.id
       WHERE i.paid <> COALESCE(p.received, 0)`,
    );
    expect(wrong).toEqual([]);
  });

  it("splits every order into instalments that sum to its total", async () => {
    const wrong = await rows(
      "SELECT o.id FROM orders o JOIN instalments i ON i.orderId = o.id GROUP BY o.id, o.total HAVING SUM(i.amount) <> o.total",
    );
    expect(wrong).toEqual([]);
  });

  it("has a home paid in five, in the middle of its life: the middle part is asked for", async () => {
    const parts = await rows<{ name: string; nature: string; state: string }>(
      `SELECT i.name, i.nature, i.state FROM instalments i JOIN orders o ON o.id = i.orderId
         WHERE o.productTitle = '整家装修·五期付款' ORDER BY i.seq`,
    );
    expect(parts.map(({ name, nature, state }) => `${name} ${nature} ${state}`)).toEqual([
      "定金 DEPOSIT PAID",
      "开工款 PROGRESS PAID",
      "中期款 PROGRESS DUE",
      "完工款 FINAL PLANNED",
      "质保金 RETENTION PLANNED",
    ]);
  });

  it("has a trademark of ¥950 whose fee of ¥270 its agency paid in advance, and a host who took his tail himself", async () => {
    const booked = async (title: string): Promise<Record<string, number>> => {
      const sums = await rows<{ account: string; amount: number }>(
        `SELECT p.account, SUM(p.credit) - SUM(p.debit) AS amount FROM postings p JOIN orders o ON o.id = p.orderId
         WHERE o.productTitle = ? GROUP BY p.account`,
        [title],
      );
      return Object.fromEntries(sums.map(({ account, amount }) => [account, Number(amount)]));
    };
    expect(await booked("品牌保护包")).toEqual({ "1002": -95_000, "2203": 68_000, "2202": 27_000, "2241.G": 0 });
    expect(await booked("婚礼主持")).toMatchObject({ "9001": -78_000, "9002": 78_000, "2241.H": 0, "2241.A": 156_000 });
  });

  it("has something in the corners of money: for cashiers, for finance, for suppliers", async () => {
    const count = async (sql: string) => Number((await rows<{ n: number }>(sql))[0]?.n);
    expect(await count("SELECT COUNT(*) AS n FROM credit_payouts WHERE state = 'ASKED'")).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM payments WHERE state = 'DENIED'")).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM unidentified_receipts WHERE state = 'OPEN'")).toBe(1);
    const refunds = await rows<{ state: string }>("SELECT state FROM refunds ORDER BY state");
    expect(refunds.map(({ state }) => state)).toEqual(["REQUESTED", "SUCCEEDED"]);
    const statements = await rows<{ state: string }>("SELECT DISTINCT state FROM statements ORDER BY state");
    expect(statements.map(({ state }) => state)).toEqual(
      expect.arrayContaining(["APPROVED", "CONFIRMED", "PAID", "SUPPLIER_REVIEW"]),
    );
    expect(await count("SELECT COUNT(*) AS n FROM statement_lines WHERE state = 'DISPUTED'")).toBe(1);
    expect(await count("SELECT COUNT(*) AS n FROM statement_lines WHERE account = '1221.S'")).toBeGreaterThan(0);
  });

  it("has a change that waits for its customer, and one that waits for an auditor", async () => {
    const states = await rows<{ state: string }>("SELECT state FROM order_amendments ORDER BY state");
    expect(states.map(({ state }) => state)).toEqual(["WAIT_AUDIT", "WAIT_CUSTOMER"]);
  });

  it("opens every account it offers, with what its role may do", async () => {
    for (const { app, login } of offeredAccounts) {
      const actor = world.stranger(app.toLowerCase() as "shop");
      await actor.signIn(login, DEMO_PASSWORD);
      expect((await actor.ask("{ me { login } }"))["me"]).toEqual({ login });
    }
  });
});

describe("the authorisation matrix", () => {
  it("is as expected for every root field and every kind of caller", async () => {
    const columns = await everybody();
    const pool = await poolOfLin();
    const text = await matrixOf(makeSchema(), columns, pool);
    expect(text).not.toContain("internal");
    expect(text).not.toContain("NO POLICY");
    const head =
      "# Who may call what\n\nGenerated by `test/demo.test.ts`; ids are those of 林晓's order and 匠心装饰's work.\n\n";
    await expect(head + text).toMatchFileSnapshot("expected/authorisation-matrix.md");
  });
});

describe("the demo's books", () => {
  it("tell an auditor nothing that differs", async () => {
    expect((await auditLedger(world.server.platform)).differences).toEqual([]);
  });
});

async function everybody(): Promise<Column[]> {
  const ip = "127.0.0.1";
  const staffOf = async (title: string, login: string): Promise<Column> => {
    const role = builtInRoles.find((known) => known.name === title);
    const viewer: Viewer = {
      kind: "staff",
      accountId: "",
      sessionId: "",
      permissions: new Set(role?.permissions ?? []),
      ip,
    };
    return { title, actor: await signedIn("admin", login), viewer };
  };
  const customer: Viewer = { kind: "customer", accountId: "", sessionId: "", ip };
  const member = (role: "OWNER" | "WORKER"): Viewer => ({
    kind: "supplier",
    accountId: "",
    sessionId: "",
    supplierId: "",
    memberId: "",
    role,
    ip,
  });
  const columns: Column[] = [
    { title: "anonymous", actor: world.stranger(), viewer: { kind: "anonymous", ip } },
    { title: "customer", actor: await signedIn("shop", "lin@demo.kaidan"), viewer: customer },
    { title: "other customer", actor: await signedIn("shop", "chen@demo.kaidan"), viewer: customer },
    { title: "supplier", actor: await signedIn("supplier", "jiangxin@demo.kaidan"), viewer: member("OWNER") },
    { title: "supplier's worker", actor: await signedIn("supplier", "worker@demo.kaidan"), viewer: member("WORKER") },
    { title: "other supplier", actor: await signedIn("supplier", "yueju@demo.kaidan"), viewer: member("OWNER") },
    await staffOf("商品与服务商", "catalog@demo.kaidan"),
    await staffOf("派单员", "dispatcher@demo.kaidan"),
    await staffOf("进度审核员", "reviewer@demo.kaidan"),
    await staffOf("出纳", "cashier@demo.kaidan"),
    await staffOf("财务审批", "finance@demo.kaidan"),
    await staffOf("只读审计", "auditor@demo.kaidan"),
  ];
  const admin = await staffOf("管理员", "admin@demo.kaidan");
  const create = "mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret userErrors { code } } }";
  const key = await admin.actor.do(create, {
    name: "矩阵",
    scopes: apiKeyScopes,
    expiresAt: "2026-12-31T00:00:00.000Z",
  });
  const holder: Viewer = { kind: "integration", apiKeyId: "", permissions: new Set(apiKeyScopes), ip };
  const integration = {
    title: "API key",
    actor: world.stranger("admin").withKey(key["secret"] as unknown as string),
    viewer: holder,
  };
  return [...columns, integration, admin];
}

async function signedIn(app: "shop" | "supplier" | "admin", login: string): Promise<Actor> {
  return world.stranger(app).signIn(login, DEMO_PASSWORD);
}

/** Ids of 林晓's renovation, whose present ticket 匠心装饰 works on. */
async function poolOfLin(): Promise<Pool> {
  const customerId = await one("SELECT id FROM accounts WHERE login = ?", "lin@demo.kaidan");
  const ticketId = await one(
    "SELECT t.id FROM tickets t JOIN orders o ON o.id = t.orderId WHERE o.customerId = ? AND t.itemName = '半包基装'",
    customerId,
  );
  const orderId = await one("SELECT orderId AS id FROM tickets WHERE id = ?", ticketId);
  const supplierId = await one("SELECT supplierId AS id FROM tickets WHERE id = ?", ticketId);
  const productId = await one("SELECT id FROM products WHERE slug = ?", "half-package");
  const serviceId = await one("SELECT id FROM supplier_services WHERE supplierId = ?", supplierId);
  const instalmentId = await one("SELECT id FROM instalments WHERE orderId = ? ORDER BY seq DESC", orderId);
  return {
    orderId,
    ticketId,
    supplierId,
    productId,
    serviceId,
    instalmentId,
    attemptId: await one("SELECT id FROM dispatch_attempts WHERE ticketId = ?", ticketId),
    reportId: await one("SELECT id FROM progress_reports WHERE ticketId = ? AND state = 'SUBMITTED'", ticketId),
    paymentId: await one("SELECT id FROM payments WHERE orderId = ?", orderId),
    itemId: await one("SELECT id FROM service_items WHERE code = ?", "PAINT"),
    productVersionId: await one("SELECT publishedVersionId AS id FROM products WHERE id = ?", productId),
    memberId: await one("SELECT id FROM supplier_members WHERE supplierId = ? AND role = 'WORKER'", supplierId),
    applicationId: await one("SELECT id FROM supplier_applications WHERE state = 'SUBMITTED'"),
    staffId: await one("SELECT id FROM accounts WHERE login = ?", "auditor@demo.kaidan"),
    inquiryId: await one("SELECT id FROM inquiries WHERE customerId = ?", customerId),
    "inquiryByNo.no": await one("SELECT no AS id FROM inquiries WHERE customerId = ?", customerId),
    "supplierInquiryByNo.no": await one("SELECT no AS id FROM inquiries WHERE customerId = ?", customerId),
    "staffInquiryByNo.no": await one("SELECT no AS id FROM inquiries WHERE customerId = ?", customerId),
    slug: "half-package",
    "order.id": orderId,
    "staffOrder.id": orderId,
    "staffTicket.id": ticketId,
    "supplierTicket.id": ticketId,
    "payment.id": await one("SELECT id FROM payments WHERE orderId = ?", orderId),
    "staffReport.id": await one("SELECT id FROM progress_reports WHERE ticketId = ? AND state = 'SUBMITTED'", ticketId),
    "staffSupplier.id": supplierId,
    "supplier.id": supplierId,
    "staffSupplierApplication.id": await one("SELECT id FROM supplier_applications WHERE state = 'SUBMITTED'"),
    "staffProduct.id": productId,
    "staffServiceItem.id": await one("SELECT id FROM service_items WHERE code = ?", "PAINT"),
    "orderByNo.no": await one("SELECT no AS id FROM orders WHERE id = ?", orderId),
    regionCode: "430100",
  };
}
