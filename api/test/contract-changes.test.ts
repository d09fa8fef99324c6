import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractById, papersOf } from "../src/contracts/contract.store.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { ticketsOf } from "./kit/cash-desk.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { ADDENDUM_TEXT, aContract, aTemplate, type MadeContract } from "./kit/makers-contracts.js";
import { aPicture, payByTransfer } from "./kit/makers-orders.js";
import { ACCEPT_QUOTATION, acceptanceOf, aQuotation } from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

const ISSUE = `mutation($input: IssueContractInput!) { issueContract(input: $input) {
  contract { state amount pdf { url } } userErrors { code } } }`;
const UPLOAD = `mutation($input: UploadSignedContractInput!) { uploadSignedContract(input: $input) {
  contract { state } userErrors { code } } }`;
const VERIFY = `mutation($input: VerifyContractInput!) { verifyContract(input: $input) {
  contract { state } userErrors { code } } }`;
const VOID = `mutation($input: VoidContractInput!) { voidContract(input: $input) {
  contract { state voidReason voiderName availableActions } userErrors { code } } }`;
const ADDENDUM = `mutation($input: StartAddendumInput!) { startAddendum(input: $input) {
  addendum { id no state cause amountBefore original { id state addenda { id } } } userErrors { code } } }`;
const ORDER = `query($id: ID!) { order(id: $id) { state nextStep { code } timeline { kind detail }
  contract { id no state availableActions addenda { no state amountBefore cause availableActions } } } }`;
const STAFF_CONTRACT = "query($id: ID!) { staffContract(id: $id) { no amount addenda { no } } }";
const DAY = "2026-11-20";
const REASON = "客户姓名写错了";

let world: World;
let head: Actor;
let office: Actor;
let verifier: Actor;

beforeAll(async () => {
  world = await openWorld();
  head = await aStaff(world);
  office = await aStaff(world, ["contracts.read", "contracts.manage"]);
  verifier = await aStaff(world, ["contracts.read", "contracts.verify"]);
});
afterAll(() => world.close());

const read = () => world.server.platform.database.read;
const rowOf = async (id: string) => found(await contractById(read(), id));
const papersIn = async ({ orderId }: MadeContract) => (await papersOf(read(), [orderId])).get(orderId) ?? [];
const orderOf = async (made: MadeContract): Promise<Data> =>
  (await made.customer.ask(ORDER, { id: made.orderId }))["order"] as Data;

const issuing = async (contractId: string) => ({
  contractId,
  version: (await rowOf(contractId)).version,
  idempotencyKey: newId(),
});

async function sign(made: MadeContract, contractId: string): Promise<void> {
  const page = (await made.customer.upload("CONTRACT", await aPicture())).body["id"];
  await made.customer.do(UPLOAD, { ...(await issuing(contractId)), fileIds: [page] });
}

async function verification(contractId: string, change: Record<string, unknown> = {}) {
  const { revision, amount } = await rowOf(contractId);
  const paper = { revision, amount: String(amount), effectiveOn: DAY, allPages: true, signedAndSealed: true };
  return { ...(await issuing(contractId)), ...paper, ...change };
}

/** A contract in force whose order costs ¥50 more by now, as an amendment will leave it. */
async function aDearerOrder(paid: boolean): Promise<MadeContract> {
  const made = await aContract(world, "SIGNED_UPLOADED");
  if (paid) await payByTransfer(world, made);
  await verifier.do(VERIFY, await verification(made.contractId));
  await world.server.platform.database.transaction((sql) =>
    sql.run("UPDATE orders SET total = total + 5000 WHERE id = ?", [made.orderId]),
  );
  return made;
}

async function starting({ contractId }: MadeContract, change: Record<string, unknown> = {}) {
  const templateCode = await aTemplate(world, ADDENDUM_TEXT);
  return { ...(await issuing(contractId)), templateCode, cause: "阳台增加防水", ...change };
}

describe("a contract that is voided by hand", () => {
  it("counts no more: the gate is shut, a new one is begun, and the customer reads why", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await verifier.do(VERIFY, await verification(made.contractId));
    const { version } = await rowOf(made.contractId);
    const { contract } = await head.do(VOID, { contractId: made.contractId, version, reason: REASON });
    expect(contract).toMatchObject({ state: "TERMINATED", voidReason: REASON, availableActions: [] });
    await payByTransfer(world, made);
    expect(await ticketsOf(world, made)).toBe(0);
    const order = await orderOf(made);
    expect(order).toMatchObject({ state: "CONFIRMED", nextStep: { code: "WAIT_CONTRACT" } });
    expect(order["contract"]).toMatchObject({ state: "DRAFT" });
    expect(order["contract"]?.["id"]).not.toBe(made.contractId);
    const told = expect.objectContaining({ kind: "CONTRACT_VOIDED", detail: REASON });
    expect(order["timeline"]).toEqual(expect.arrayContaining([told]));
  });

  it("is followed by one that opens the gate when it is signed and verified", async () => {
    const made = await aContract(world, "ISSUED");
    await payByTransfer(world, made);
    await head.do(VOID, { contractId: made.contractId, version: 2, reason: REASON });
    const next = found((await papersIn(made))[1]);
    await office.do(ISSUE, await issuing(next.id));
    await sign(made, next.id);
    await verifier.do(VERIFY, await verification(next.id));
    expect(await ticketsOf(world, made)).toBe(2);
    expect(await rowOf(made.contractId)).toMatchObject({ state: "TERMINATED" });
  });

  it("is not voided once the work has begun, nor as a draft, nor without a reason", async () => {
    const working = await aContract(world, "SIGNED_UPLOADED");
    await payByTransfer(world, working);
    await verifier.do(VERIFY, await verification(working.contractId));
    const voiding = async (made: MadeContract, reason = REASON) =>
      head.refusal(VOID, { contractId: made.contractId, version: (await rowOf(made.contractId)).version, reason });
    expect(await voiding(working)).toBe("INVALID_STATE");
    expect(await voiding(await aContract(world))).toBe("INVALID_STATE");
    expect(await voiding(await aContract(world, "ISSUED"), " ")).toBe("REASON_REQUIRED");
    expect(await papersIn(working)).toHaveLength(1);
  });

  it("is voided by who may both issue and verify, and by nobody else", async () => {
    const made = await aContract(world, "ISSUED");
    const input = { contractId: made.contractId, version: 2, reason: REASON };
    expect(await office.error(VOID, { input })).toBe("FORBIDDEN");
    expect(await verifier.refusal(VOID, input)).toBe("FORBIDDEN");
    expect(await made.customer.error(VOID, { input })).toBe("FORBIDDEN");
    expect(await rowOf(made.contractId)).toMatchObject({ state: "ISSUED" });
  });

  it.each([1, 2, 3])("or verified at the same moment: one of the two, and the gate says which (%i)", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await payByTransfer(world, made);
    const [verified, voided] = await Promise.all([
      verifier.send(VERIFY, { input: await verification(made.contractId) }),
      head.send(VOID, { input: { contractId: made.contractId, version: 3, reason: REASON } }),
    ]);
    const codes = [verified.data?.["verifyContract"], voided.data?.["voidContract"]].map(
      (payload) => (payload as Data)["userErrors"]?.[0]?.["code"] ?? "DONE",
    );
    expect(codes.filter((code) => code === "DONE")).toHaveLength(1);
    expect(await ticketsOf(world, made)).toBe(codes[0] === "DONE" ? 2 : 0);
  });
});

describe("an addendum", () => {
  it("is issued with the new amount and verified like the contract, which is in force again then", async () => {
    const made = await aDearerOrder(true);
    const { addendum } = await office.do(ADDENDUM, await starting(made));
    const contract = await rowOf(made.contractId);
    expect(addendum).toMatchObject({ no: `${contract.no}-B1`, state: "DRAFT", amountBefore: "20000" });
    expect(contract.state).toBe("ADDENDUM_NEEDED");
    const id = String(addendum?.["id"]);
    const issued = (await office.do(ISSUE, await issuing(id)))["contract"];
    expect(issued).toMatchObject({ state: "ISSUED", amount: "25000" });
    const reply = await world.server.http.inject({ url: String(issued?.["pdf"]?.["url"]) });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true });
    const said = text.replaceAll(/\s/gu, "");
    for (const part of [contract.no, "¥200.00", "¥250.00", "贰佰伍拾元整", "阳台增加防水"])
      expect(said).toContain(part);
    expect((await orderOf(made))["contract"]).toMatchObject({
      state: "ADDENDUM_NEEDED",
      addenda: [{ no: `${contract.no}-B1`, state: "ISSUED", cause: "阳台增加防水", availableActions: ["UPLOAD"] }],
    });
    await sign(made, id);
    expect(await verifier.refusal(VERIFY, await verification(id, { amount: "20000" }))).toBe("CONTRACT_AMOUNT_DIFFERS");
    await verifier.do(VERIFY, await verification(id));
    expect(await rowOf(made.contractId)).toMatchObject({ state: "VERIFIED" });
    expect(await ticketsOf(world, made)).toBe(2);
  });

  it("holds back the work that has not begun, and lets it begin when it is in force", async () => {
    const made = await aDearerOrder(false);
    const { addendum } = await office.do(ADDENDUM, await starting(made));
    const id = String(addendum?.["id"]);
    await payByTransfer(world, made);
    expect(await ticketsOf(world, made)).toBe(0);
    expect(await orderOf(made)).toMatchObject({ nextStep: { code: "WAIT_CONTRACT" } });
    await office.do(ISSUE, await issuing(id));
    expect(await orderOf(made)).toMatchObject({ nextStep: { code: "SIGN_CONTRACT" } });
    await sign(made, id);
    await verifier.do(VERIFY, await verification(id));
    expect(await ticketsOf(world, made)).toBe(2);
  });

  it("is refused while the contract says what the order costs, is not in force, or has one under way", async () => {
    const even = await aContract(world, "SIGNED_UPLOADED");
    expect(await office.refusal(ADDENDUM, await starting(even))).toBe("INVALID_STATE");
    await verifier.do(VERIFY, await verification(even.contractId));
    expect(await office.refusal(ADDENDUM, await starting(even))).toBe("ADDENDUM_NOT_NEEDED");
    const dearer = await aDearerOrder(false);
    expect(await office.refusal(ADDENDUM, await starting(dearer, { templateCode: "NONE" }))).toBe(
      "CONTRACT_TEMPLATE_MISSING",
    );
    expect(await office.refusal(ADDENDUM, await starting(dearer, { cause: "" }))).toBe("REASON_REQUIRED");
    expect(await papersIn(dearer)).toHaveLength(1);
    const { addendum } = await office.do(ADDENDUM, await starting(dearer));
    expect(await office.refusal(ADDENDUM, await starting(dearer))).toBe("INVALID_STATE");
    const { version } = await rowOf(String(addendum?.["id"]));
    const ofAddendum = { ...(await starting(dearer)), contractId: addendum?.["id"], version };
    expect(await office.refusal(ADDENDUM, ofAddendum)).toBe("INVALID_STATE");
    expect(await papersIn(dearer)).toHaveLength(2);
  });

  it("of two who start one at once there is one", async () => {
    const made = await aDearerOrder(false);
    const input = await starting(made);
    const inputs = [input, { ...input, idempotencyKey: newId() }];
    const answers = await Promise.all(inputs.map((each) => office.send(ADDENDUM, { input: each })));
    const codes = answers.map(({ data }) => (data?.["startAddendum"] as Data)["userErrors"]?.[0]?.["code"] ?? "DONE");
    expect(codes.filter((code) => code === "DONE")).toHaveLength(1);
    expect(await papersIn(made)).toHaveLength(2);
  });

  it("can be voided while the work goes on, and another one started", async () => {
    const made = await aDearerOrder(true);
    const { addendum } = await office.do(ADDENDUM, await starting(made));
    const id = String(addendum?.["id"]);
    await office.do(ISSUE, await issuing(id));
    await head.do(VOID, { contractId: id, version: (await rowOf(id)).version, reason: REASON });
    const again = await office.do(ADDENDUM, await starting(made));
    expect(again["addendum"]?.["no"]).toMatch(/-B2$/);
    expect(await papersIn(made)).toHaveLength(3);
  });

  it("is its parties' alone", async () => {
    const made = await aDearerOrder(false);
    const { addendum } = await office.do(ADDENDUM, await starting(made));
    const id = String(addendum?.["id"]);
    await office.do(ISSUE, await issuing(id));
    const other = await aContract(world, "ISSUED");
    const page = (await other.customer.upload("CONTRACT", await aPicture())).body["id"];
    const theirs = { ...(await issuing(id)), fileIds: [page] };
    expect(await other.customer.refusal(UPLOAD, theirs)).toBe("NOT_FOUND");
    const clerk = await aStaff(world, ["orders.read"]);
    expect(await clerk.error(STAFF_CONTRACT, { id })).toBe("FORBIDDEN");
    expect(await clerk.error(ADDENDUM, { input: await starting(made) })).toBe("FORBIDDEN");
    const { pdfFileId } = await rowOf(id);
    for (const url of [`/files/${pdfFileId}`, `/files/${pdfFileId}?until=9999999999999&signature=${"0".repeat(43)}`]) {
      expect((await world.server.http.inject({ url })).statusCode).toBe(404);
    }
  });
});

describe("a quotation with a template", () => {
  it("brings its contract with the order that its acceptance makes, and the work waits for both", async () => {
    const quotation = await aQuotation(world, { draft: { contractTemplate: await aTemplate(world) } });
    const input = await acceptanceOf(world, quotation, [1]);
    const { order } = await quotation.customer.do(ACCEPT_QUOTATION, input);
    const orderId = String(order?.["id"]);
    const [paper] = (await papersOf(read(), [orderId])).get(orderId) ?? [];
    const made = { ...quotation, orderId, contractId: found(paper).id } as unknown as MadeContract;
    expect(paper).toMatchObject({ state: "DRAFT", customerId: quotation.customer.accountId });
    await payByTransfer(world, made);
    expect(await ticketsOf(world, made)).toBe(0);
    const { contract } = await office.do(ISSUE, await issuing(made.contractId));
    expect(contract).toMatchObject({ amount: "20000" });
    await sign(made, made.contractId);
    await verifier.do(VERIFY, await verification(made.contractId));
    expect(await ticketsOf(world, made)).toBe(2);
  });
});
