import { expect, type Page } from "@playwright/test";
import { ask } from "./requests.js";

export interface SettlementHands {
  /** Approves it. */
  readonly approver: Page;
  /** Sends the money. */
  readonly cashier: Page;
}

interface Statement {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly net: string;
  readonly retained: string;
}

interface MyStatement {
  readonly id: string;
  readonly state: string;
  readonly lines: readonly { readonly orderNo: string | null }[];
}

/** The supplier's finance says where its money goes. */
export async function tellBankAccount(supplier: Page, accountName: string): Promise<void> {
  const { mySettlement } = await ask<{ mySettlement: { version: number } }>(supplier, "supplier", SHEET, {});
  const account = { version: mySettlement.version, bankName: "招商银行", accountName, accountNo: "6225880123456789" };
  await ask(supplier, "supplier", deed("saveBankAccount", "__typename"), { input: account });
}

/** Of what the supplier earns, this share (in hundredths of a percent) is kept back for a year. */
export async function keepBack(staff: Page, supplierId: string, retentionRate: number): Promise<void> {
  const { supplierAccount } = await ask<{ supplierAccount: { version: number } }>(staff, "admin", ACCOUNT, {
    supplierId,
  });
  const { version } = supplierAccount;
  const input = { supplierId, version, cycle: "T_PLUS_7", retentionRate, retentionDays: 365 };
  await ask(staff, "admin", deed("saveSettlementTerms", "__typename"), { input });
}

/** The supplier confirms a statement as it is. */
export async function confirmStatement(supplier: Page, statementId: string): Promise<void> {
  const { myStatement } = await ask<{ myStatement: Statement }>(supplier, "supplier", MY_STATEMENT, {
    id: statementId,
  });
  const input = { statementId, version: myStatement.version, disputes: [], idempotencyKey: crypto.randomUUID() };
  await ask(supplier, "supplier", deed("confirmStatement", "statement { id }"), { input });
}

/** The statement that asks the supplier about work of this order, as soon as its cycle has made it. */
export async function statementAbout(supplier: Page, orderNo: string): Promise<string> {
  const about = async () => {
    const { myStatements } = await ask<{ myStatements: { nodes: MyStatement[] } }>(supplier, "supplier", MINE, {});
    const open = myStatements.nodes.filter(({ state }) => state === "SUPPLIER_REVIEW");
    return open.find(({ lines }) => lines.some((line) => line.orderNo === orderNo))?.id;
  };
  await expect.poll(about).toBeTruthy();
  return (await about()) ?? "";
}

/** A statement that its supplier confirmed is approved, written into the bank's file and paid; answers what was paid. */
export async function payStatement({ approver, cashier }: SettlementHands, statementId: string): Promise<Statement> {
  const seen = await statementOf(approver, statementId);
  await ask(approver, "admin", deed("approveStatement", "statement { id }", "StatementSeenInput"), {
    input: { statementId, version: seen.version },
  });
  await ask(cashier, "admin", deed("exportPayFile", "fileId"), {
    input: { statementIds: [statementId], idempotencyKey: crypto.randomUUID() },
  });
  const { version } = await statementOf(cashier, statementId);
  const key = { idempotencyKey: crypto.randomUUID(), bankReference: `PAY${Date.now()}` };
  await ask(cashier, "admin", deed("settleStatement"), { input: { statementId, version, ...key } });
  return statementOf(cashier, statementId);
}

async function statementOf(page: Page, id: string): Promise<Statement> {
  return (await ask<{ statement: Statement }>(page, "admin", STATEMENT, { id })).statement;
}

const VIEW = "id version state net retained";
const STATEMENT = `query ($id: ID!) { statement(id: $id) { ${VIEW} } }`;
const MINE = "{ myStatements(first: 10) { nodes { id state lines { orderNo } } } }";
const MY_STATEMENT = "query ($id: ID!) { myStatement(id: $id) { id version } }";
const ACCOUNT = "query ($supplierId: ID!) { supplierAccount(supplierId: $supplierId) { version } }";
const SHEET = "{ mySettlement { version } }";
function deed(name: string, view = `statement { ${VIEW} }`, type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`) {
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${view} userErrors { code } } }`;
}
