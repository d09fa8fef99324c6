import { type ContractRow, contractsOf } from "../contracts/contract.store.js";
import { issueContract } from "../contracts/issue-contract.flow.js";
import { saveContractTemplate } from "../contracts/save-contract-template.flow.js";
import { uploadSignedContract } from "../contracts/upload-signed-contract.flow.js";
import { verifyContract } from "../contracts/verify-contract.flow.js";
import { dayOf } from "../kernel/day.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import type { Staff } from "../platform/viewer.js";
import { contractTexts } from "./contract-texts.js";
import { HOME } from "./places.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

/** Writes the texts that contracts are made from. */
export async function writeContractTexts(platform: Platform, author: Staff): Promise<void> {
  for (const wording of contractTexts) await saveContractTemplate(platform, author, { ...wording, version: 0 });
}

async function contractOf(platform: Platform, orderId: string): Promise<ContractRow> {
  return found((await contractsOf(platform.database.read, [orderId])).get(orderId));
}

/** The office makes the contract's paper. */
export async function issue(platform: Platform, trade: Trade, orderId: string): Promise<void> {
  const { id: contractId, version } = await contractOf(platform, orderId);
  await issueContract(platform, trade.staff("dispatcher"), { contractId, version, idempotencyKey: trade.key() });
}

/** The customer signs it at home and photographs both pages. */
export async function sign(platform: Platform, trade: Trade, customer: string, orderId: string): Promise<void> {
  const { id: contractId, version } = await contractOf(platform, orderId);
  const viewer = trade.customer(customer);
  const fileIds: string[] = [];
  for (const page of [0, 1]) fileIds.push(await trade.photo(viewer, "CONTRACT", "contract", page));
  await uploadSignedContract(platform, viewer, { contractId, version, fileIds, idempotencyKey: trade.key() });
}

/** A reviewer finds the signed paper in order. */
export async function verify(platform: Platform, trade: Trade, orderId: string): Promise<void> {
  const { id: contractId, version, revision, amount } = await contractOf(platform, orderId);
  await verifyContract(platform, trade.staff("reviewer"), {
    ...{ contractId, version, revision, amount: found(amount) },
    effectiveOn: dayOf(platform.clock.now()),
    ...{ allPages: true, signedAndSealed: true },
    idempotencyKey: trade.key(),
  });
}

/** Paid, and the signed pages came this morning: work waits for who verifies them. */
export async function* contractToVerify(platform: Platform, trade: Trade, when: When): Story {
  yield when(3, 16);
  const orderId = await trade.buy({
    customer: "zhao",
    product: "basic-renovation",
    inputs: { AREA: "89", YEARS: "15", FLOOR: "5", LIFT: "无电梯", URGENCY: "正常" },
    address: HOME,
  });
  yield when(3, 17);
  await trade.pay("zhao", orderId);
  yield when(2, 10);
  await issue(platform, trade, orderId);
  yield when(0, 8);
  await sign(platform, trade, "zhao", orderId);
}

/** Paid; the contract lies with the customer to be signed. */
export async function* contractToSign(platform: Platform, trade: Trade, when: When): Story {
  yield when(2, 14);
  const orderId = await trade.buy({
    customer: "lin",
    product: "basic-renovation",
    inputs: { AREA: "62", YEARS: "22", FLOOR: "3", LIFT: "无电梯", URGENCY: "正常" },
    address: "天心区书院路 45 号 2 栋 301",
    note: "父母的老房子，老人白天在家。",
  });
  yield when(2, 15);
  await trade.pay("lin", orderId);
  yield when(1, 11);
  await issue(platform, trade, orderId);
}

/** Just ordered: the office has to issue its contract. */
export async function* contractToIssue(trade: Trade, when: When): Story {
  yield when(0, 9, 10);
  await trade.buy({
    customer: "huang",
    product: "half-package",
    inputs: { AREA: "76", POINTS: "48", WET: "18", AGE: "8 年，11 楼，有电梯" },
    address: HOME,
  });
}
