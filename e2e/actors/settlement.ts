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
}

interface MyStatement {
  readonly id: string;
  readonly lines: readonly { readonly orderNo: string | null }[];
}

/** The supplier's finance says where its money goes. */
export async function tellBankAccount(supplier: Page, accountName: string): Promise<void> {
  const { mySettlement } = await ask<{ mySettlement: { version: number } }>(supplier, "supplier", SHEET, {});
  const account = { version: mySettlement.version, bankName: "招商银行", accountName, accountNo: "6225880123456789" };
  await ask(supplier, "supplier", deed("saveBankAccount", "__typename"), { input: account });
}

/** The statement that asks the supplier about work of this order, as soon as its cycle has made it. */
export async function statementAbout(supplier: Page, orderNo: string): Promise<string> {
  const about = async () => {
    const { myStatements } = await ask<{ myStatements: { nodes: MyStatement[] } }>(supplier, "supplier", MINE, {});
    return myStatements.nodes.find(({ lines }) => lines.some((line) => line.orderNo === orderNo))?.id;
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

const VIEW = "id version state net";
const STATEMENT = `query ($id: ID!) { statement(id: $id) { ${VIEW} } }`;
const MINE = "{ myStatements(first: 10) { nodes { id lines { orderNo } } } }";
const SHEET = "{ mySettlement { version } }";
function deed(name: string, view = `statement { ${VIEW} }`, type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`) {
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${view} userErrors { code } } }`;
}
