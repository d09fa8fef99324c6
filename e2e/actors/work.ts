import { expect, type Page } from "@playwright/test";
import { type AppName, PASSWORD, type World } from "../world/world.js";
import { approveNote, ask, takeAndStart, upload } from "./requests.js";

/** Who has a hand in a piece of work, each in their own browser. */
export interface Hands {
  readonly supplier: Page;
  readonly staff: Page;
  readonly customer: Page;
}

/** A person's browser that is signed in by request, for journeys in which signing in is not what is told. */
export async function entered(world: World, app: AppName, login: string, phone = false): Promise<Page> {
  const page = await (await world.browser({ phone })).newPage();
  await ask(page, app, SIGN_IN, { input: { login, password: PASSWORD } });
  return page;
}

/** A ticket from its offer, or from where it stands, to the customer's acceptance. */
export async function doWork(hands: Hands, ticketId: string): Promise<void> {
  await handOver(hands, ticketId);
  const input = { ticketId, version: await versionOf(hands.supplier, ticketId), idempotencyKey: crypto.randomUUID() };
  await ask(hands.customer, "shop", ACCEPT, { input });
}

/** The same until staff let it pass: what is left waits for the customer. */
export async function handOver({ supplier, staff }: Hands, ticketId: string): Promise<void> {
  const { state } = await ticketSeen(supplier, ticketId);
  if (state !== "IN_PROGRESS") await takeAndStart(supplier, ticketId);
  const { milestones } = await ticketSeen(supplier, ticketId);
  for (const { code, name, minPhotos } of milestones.filter(({ done }) => !done)) {
    const photoFileIds: string[] = [];
    for (let n = 0; n < minPhotos; n += 1) {
      photoFileIds.push(await upload(supplier, "supplier", "PROGRESS", `${name}-${n}.png`));
    }
    const report = { ticketId, milestoneCode: code, text: `${name}，一切正常`, photoFileIds };
    const { postProgress } = await ask<{ postProgress: { report: { id: string } } }>(supplier, "supplier", POST, {
      input: { ...report, idempotencyKey: crypto.randomUUID() },
    });
    await approveNote(staff, postProgress.report.id);
  }
  await ask(supplier, "supplier", DELIVER, { input: { ticketId, version: await versionOf(supplier, ticketId) } });
  await ask(staff, "admin", APPROVE, { input: { ticketId, version: await versionOf(supplier, ticketId) } });
}

interface SeenTicket {
  readonly state: string;
  readonly version: number;
  readonly milestones: readonly {
    readonly code: string;
    readonly name: string;
    readonly minPhotos: number;
    readonly done: boolean;
  }[];
}

async function ticketSeen(page: Page, id: string): Promise<SeenTicket> {
  const seen = async () =>
    (await ask<{ supplierTicket: SeenTicket | null }>(page, "supplier", SEEN, { id })).supplierTicket;
  await expect.poll(seen).toBeTruthy(); // an offer is there a moment after what asked for it
  return (await seen()) as SeenTicket;
}

const versionOf = async (page: Page, id: string): Promise<number> => (await ticketSeen(page, id)).version;

const deed = (name: string, view = ""): string => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${view} userErrors { code } } }`;
};
const SIGN_IN = deed("signIn");
const POST = deed("postProgress", "report { id }");
const DELIVER = deed("deliverWork");
const APPROVE = deed("approveWork");
const ACCEPT = deed("acceptWork");
const SEEN = `query ($id: ID!) { supplierTicket(id: $id) { state version milestones { code name minPhotos done } } }`;
