import type { Page } from "@playwright/test";
import { ask } from "./requests.js";

interface Line {
  readonly id: string;
  readonly itemName: string;
}

/** How the office wants an order to change. */
export interface Change {
  readonly kind?: "CHANGE" | "CANCELLATION";
  readonly fault?: "CUSTOMER" | "SUPPLIER" | "PLATFORM";
  readonly reason: string;
  /** What is written of each line of the order that it touches, by the line. */
  readonly parts: (lines: readonly Line[]) => readonly object[];
}

/** The office writes a change of an order down and sends it on its way: to the customer, or to who audits it. */
export async function propose(office: Page, orderId: string, change: Change): Promise<void> {
  const { staffOrder } = await ask<{ staffOrder: { revision: number; lines: Line[] } }>(office, "admin", LINES, {
    id: orderId,
  });
  const { kind = "CHANGE", fault = null, reason, parts } = change;
  const content = { orderId, baseRevision: staffOrder.revision, kind, fault, way: "COLLECT", reason };
  const { draftAmendment } = await ask<{ draftAmendment: { amendment: { id: string; version: number } } }>(
    office,
    "admin",
    DRAFT,
    { input: { ...content, parts: parts(staffOrder.lines), idempotencyKey: crypto.randomUUID() } },
  );
  const { id: amendmentId, version } = draftAmendment.amendment;
  await ask(office, "admin", PROPOSE, { input: { amendmentId, version } });
}

const LINES = "query ($id: ID!) { staffOrder(id: $id) { revision lines { id itemName } } }";
const DRAFT = `mutation ($input: DraftAmendmentInput!) { draftAmendment(input: $input) {
  amendment { id version } userErrors { code field } } }`;
const PROPOSE = `mutation ($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { userErrors { code } } }`;
