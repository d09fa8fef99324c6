import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractById } from "../src/contracts/contract.store.js";
import { newId } from "../src/kernel/ids.js";
import { found } from "../src/kernel/refusal.js";
import { makePdf } from "../src/platform/pdf.js";
import type { Actor, Data } from "./kit/actor.js";
import { CANCEL, ticketsOf } from "./kit/cash-desk.js";
import { aMember, aStaff } from "./kit/makers-catalogue.js";
import { aContract, aContractProduct, aTemplate, type MadeContract } from "./kit/makers-contracts.js";
import { aCustomer, aPicture, aPlacedOrder, payByTransfer } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const FIELDS = `{ id no state revision amount sha256 issuedAt uploadedAt rejectReason verifiedAt effectiveOn version
  availableActions pdf { url mime } scans { id url } }`;
const ISSUE = `mutation($input: IssueContractInput!) { issueContract(input: $input) {
  contract ${FIELDS} userErrors { code } } }`;
const UPLOAD = `mutation($input: UploadSignedContractInput!) { uploadSignedContract(input: $input) {
  contract ${FIELDS} userErrors { code field } } }`;
const SCANS = `mutation($input: UploadSignedContractInput!) { uploadContractScans(input: $input) {
  contract ${FIELDS} userErrors { code } } }`;
const VERIFY = `mutation($input: VerifyContractInput!) { verifyContract(input: $input) {
  contract { state effectiveOn verifierName uploaderName } userErrors { code field } } }`;
const REJECT = `mutation($input: RejectContractInput!) { rejectContract(input: $input) {
  contract { state rejectReason } userErrors { code } } }`;
const ORDER = `query($id: ID!) { order(id: $id) { state nextStep { actor code } availableActions contract ${FIELDS}
  timeline { kind subject detail } } }`;
const STAFF_CONTRACT = `query($id: ID!) { staffContract(id: $id) { no state version revision order { no total }
  uploaderName mine availableActions text { kind text rows } } }`;
const DAY = "2026-11-20";

let world: World;
let office: Actor;
let verifier: Actor;

beforeAll(async () => {
  world = await openWorld();
  office = await aStaff(world, ["contracts.read", "contracts.manage", "orders.read"]);
  verifier = await aStaff(world, ["contracts.read", "contracts.verify", "orders.read"]);
});
afterAll(() => world.close());

const read = () => world.server.platform.database.read;
const rowOf = async ({ contractId }: MadeContract) => found(await contractById(read(), contractId));
const orderOf = async (made: MadeContract): Promise<Data> =>
  (await made.customer.ask(ORDER, { id: made.orderId }))["order"] as Data;

async function verification(made: MadeContract, change: Record<string, unknown> = {}) {
  const { id: contractId, version, revision, amount } = await rowOf(made);
  const paper = { amount: String(amount), effectiveOn: DAY, allPages: true, signedAndSealed: true };
  return { contractId, version, revision, ...paper, idempotencyKey: newId(), ...change };
}

async function aScan(actor: Actor): Promise<string> {
  return (await actor.upload("CONTRACT", await aPicture())).body["id"] as unknown as string;
}

async function uploading(made: MadeContract, fileIds: readonly string[], change: Record<string, unknown> = {}) {
  const { id: contractId, version } = await rowOf(made);
  return { contractId, version, fileIds, idempotencyKey: newId(), ...change };
}

describe("an order that needs a contract", () => {
  it("has one from its first moment, and asks its customer for money first", async () => {
    const made = await aContract(world);
    const order = await orderOf(made);
    expect(order["contract"]).toMatchObject({ state: "DRAFT", revision: 0, amount: null, pdf: null, scans: [] });
    expect(order["contract"]?.["no"]).toMatch(/^HT20261120-[0-9A-Z]{6}$/);
    expect(order["nextStep"]).toEqual({ actor: "CUSTOMER", code: "PAY_INSTALMENT" });
  });

  it("waits for it when the money is there, and says whose turn it is", async () => {
    const made = await aContract(world);
    await payByTransfer(world, made);
    expect(await ticketsOf(world, made)).toBe(0);
    expect(await orderOf(made)).toMatchObject({ state: "CONFIRMED", nextStep: { code: "WAIT_CONTRACT" } });
    await office.do(ISSUE, { contractId: made.contractId, version: 1, idempotencyKey: newId() });
    expect(await orderOf(made)).toMatchObject({ nextStep: { actor: "CUSTOMER", code: "SIGN_CONTRACT" } });
    await made.customer.do(UPLOAD, await uploading(made, [await aScan(made.customer)]));
    expect(await orderOf(made)).toMatchObject({ nextStep: { actor: "PLATFORM", code: "WAIT_VERIFY_CONTRACT" } });
  });

  it("begins its delivery when the contract is verified after the money came, with its tickets once", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await payByTransfer(world, made);
    const input = await verification(made);
    const { contract } = await verifier.do(VERIFY, input);
    expect(contract).toMatchObject({ state: "VERIFIED", effectiveOn: DAY, uploaderName: "林晓" });
    await verifier.do(VERIFY, input);
    expect(await ticketsOf(world, made)).toBe(2);
    const { state, timeline } = await orderOf(made);
    expect(state).toBe("IN_DELIVERY");
    expect((timeline as unknown as Data[]).map((entry) => entry["kind"])).toEqual(
      expect.arrayContaining(["CONTRACT_ISSUED", "CONTRACT_UPLOADED", "CONTRACT_VERIFIED", "DELIVERY_STARTED"]),
    );
  });

  it("begins its delivery when the money comes after the contract was verified", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await verifier.do(VERIFY, await verification(made));
    expect(await ticketsOf(world, made)).toBe(0);
    expect(await orderOf(made)).toMatchObject({ state: "CONFIRMED", nextStep: { code: "PAY_INSTALMENT" } });
    await payByTransfer(world, made);
    expect(await ticketsOf(world, made)).toBe(2);
  });

  it.each([1, 2, 3, 4])("opens its tickets once when both come at the same moment (%i)", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    const input = await verification(made);
    const [outcome] = await Promise.all([verifier.do(VERIFY, input), payByTransfer(world, made)]);
    expect(outcome).toMatchObject({ contract: { state: "VERIFIED" } });
    expect(await ticketsOf(world, made)).toBe(2);
    expect(await orderOf(made)).toMatchObject({ state: "IN_DELIVERY" });
  });

  it("ends with its order: cancelled is terminated, and nothing can be done with it any more", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await made.customer.do(CANCEL, { orderId: made.orderId, version: 1, reason: "不装了" });
    expect(await verifier.refusal(VERIFY, await verification(made))).toBe("INVALID_STATE");
    await world.settle();
    expect(await rowOf(made)).toMatchObject({ state: "TERMINATED" });
    expect(await office.refusal(ISSUE, { ...(await uploading(made, [])), fileIds: undefined })).toBe("INVALID_STATE");
  });

  it("is left alone when no contract was agreed", async () => {
    const order = await aPlacedOrder(world);
    const { order: page } = await order.customer.ask(ORDER, { id: order.orderId });
    expect(page?.["contract"]).toBeNull();
    await payByTransfer(world, order);
    expect(await ticketsOf(world, order)).toBe(2);
  });
});

describe("issuing", () => {
  it("fills the template, keeps the PDF with its hash, and can make the very same file again", async () => {
    const made = await aContract(world);
    const input = { contractId: made.contractId, version: 1, idempotencyKey: newId() };
    const { contract } = await office.do(ISSUE, input);
    expect(contract).toMatchObject({ state: "ISSUED", revision: 1, amount: "20000", pdf: { mime: "application/pdf" } });
    const reply = await world.server.http.inject({ url: String(contract?.["pdf"]?.["url"]) });
    expect(reply.headers).toMatchObject({
      "content-disposition": expect.stringMatching(/^attachment/),
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect(createHash("sha256").update(reply.rawPayload).digest("hex")).toBe(contract?.["sha256"]);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true });
    const said = text.replaceAll(/\s/gu, "");
    for (const part of ["装修服务合同", "林晓", "贰佰元整", "水电改造", "首付款", made.no, String(contract?.["no"])]) {
      expect(said).toContain(part);
    }
    const again = await makePdf(found((await rowOf(made)).document));
    expect(again.equals(reply.rawPayload)).toBe(true);
    expect((await office.do(ISSUE, input))["contract"]?.["revision"]).toBe(1);
  });

  it("goes on with another revision until the signed one is with the verifier", async () => {
    const made = await aContract(world, "ISSUED");
    const again = { contractId: made.contractId, version: 2, idempotencyKey: newId() };
    expect((await office.do(ISSUE, again))["contract"]).toMatchObject({ revision: 2, state: "ISSUED" });
    expect(await office.refusal(ISSUE, { ...again, idempotencyKey: newId() })).toBe("STALE_VERSION");
    await made.customer.do(UPLOAD, await uploading(made, [await aScan(made.customer)]));
    const late = { ...again, version: 4, idempotencyKey: newId() };
    expect(await office.refusal(ISSUE, late)).toBe("INVALID_STATE");
  });

  it("of two who issue at once one does, and there is one revision", async () => {
    const made = await aContract(world);
    const issue = () =>
      office.send(ISSUE, { input: { contractId: made.contractId, version: 1, idempotencyKey: newId() } });
    const answers = await Promise.all([issue(), issue()]);
    const codes = answers.map(({ data }) => (data?.["issueContract"] as Data)["userErrors"]?.[0]?.["code"] ?? "DONE");
    expect(codes).toHaveLength(2);
    expect(codes).toEqual(expect.arrayContaining(["DONE", "STALE_VERSION"]));
    expect(await rowOf(made)).toMatchObject({ revision: 1, version: 2 });
  });

  it("says that the template is missing, and goes on once it is there", async () => {
    const made = await aContract(world, "DRAFT", await aContractProduct(world, "NOT-WRITTEN"));
    const input = { contractId: made.contractId, version: 1, idempotencyKey: newId() };
    expect(await office.refusal(ISSUE, input)).toBe("CONTRACT_TEMPLATE_MISSING");
    expect(await rowOf(made)).toMatchObject({ state: "DRAFT", version: 1 });
  });
});

describe("the signed pages", () => {
  it("are the customer's own files, one to twenty, uploaded for this purpose", async () => {
    const made = await aContract(world, "ISSUED");
    const mine = await aScan(made.customer);
    const foreign = await aScan(await aCustomer(world));
    const slip = (await made.customer.upload("SLIP", await aPicture())).body["id"] as unknown as string;
    expect(await made.customer.refusal(UPLOAD, await uploading(made, []))).toBe("VALIDATION");
    expect(await made.customer.refusal(UPLOAD, await uploading(made, [mine, mine]))).toBe("VALIDATION");
    expect(await made.customer.refusal(UPLOAD, await uploading(made, [mine, foreign]))).toBe("NOT_FOUND");
    expect(await made.customer.refusal(UPLOAD, await uploading(made, [slip]))).toBe("NOT_FOUND");
    expect(await rowOf(made)).toMatchObject({ state: "ISSUED", scanIds: [], version: 2 });
    const { contract } = await made.customer.do(UPLOAD, await uploading(made, [mine]));
    expect(contract).toMatchObject({ state: "SIGNED_UPLOADED", scans: [{ id: mine }] });
  });

  it("pressed twice count once; another input under the same key is refused", async () => {
    const made = await aContract(world, "ISSUED");
    const input = await uploading(made, [await aScan(made.customer)]);
    await Promise.all([made.customer.do(UPLOAD, input), made.customer.do(UPLOAD, input)]);
    expect(await rowOf(made)).toMatchObject({ version: 3 });
    const other = { ...input, fileIds: [await aScan(made.customer)] };
    expect(await made.customer.refusal(UPLOAD, other)).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("come back with a reason, and go up again", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    const { id: contractId, version } = await rowOf(made);
    expect(await verifier.refusal(REJECT, { contractId, version, reason: " " })).toBe("REASON_REQUIRED");
    await verifier.do(REJECT, { contractId, version, reason: "缺第 2 页" });
    const order = await orderOf(made);
    expect(order["contract"]).toMatchObject({
      state: "REJECTED",
      rejectReason: "缺第 2 页",
      availableActions: ["UPLOAD"],
    });
    expect(order["availableActions"]).toContain("SIGN");
    expect(await verifier.refusal(VERIFY, await verification(made))).toBe("INVALID_STATE");
    const { contract } = await made.customer.do(UPLOAD, await uploading(made, [await aScan(made.customer)]));
    expect(contract).toMatchObject({ state: "SIGNED_UPLOADED", rejectReason: null });
  });
});

describe("verifying", () => {
  it("refuses another amount, an older issue and a wrong day, and writes nothing", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    const refusal = async (change: Record<string, unknown>) =>
      verifier.refusal(VERIFY, await verification(made, change));
    expect(await refusal({ amount: "19999" })).toBe("CONTRACT_AMOUNT_DIFFERS");
    expect(await refusal({ revision: 2 })).toBe("STALE_VERSION");
    expect(await refusal({ version: 1 })).toBe("STALE_VERSION");
    expect(await refusal({ effectiveOn: "2026-11-21" })).toBe("VALIDATION");
    expect(await refusal({ allPages: false })).toBe("VALIDATION");
    expect(await refusal({ signedAndSealed: false })).toBe("VALIDATION");
    expect(await rowOf(made)).toMatchObject({ state: "SIGNED_UPLOADED", version: 3, verifiedBy: null });
  });

  it("refuses a contract whose order costs something else by now", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    await world.server.platform.database.transaction((sql) =>
      sql.run("UPDATE orders SET total = total + 1 WHERE id = ?", [made.orderId]),
    );
    expect(await verifier.refusal(VERIFY, await verification(made))).toBe("CONTRACT_AMOUNT_DIFFERS");
  });

  it("is never done by who issued it or uploaded the pages", async () => {
    const both = await aStaff(world);
    const made = await aContract(world, "ISSUED");
    await both.do(SCANS, await uploading(made, [await aScan(both)]));
    expect((await both.ask(STAFF_CONTRACT, { id: made.contractId }))["staffContract"]).toMatchObject({ mine: true });
    expect(await both.refusal(VERIFY, await verification(made))).toBe("FOUR_EYES");
    const issued = await aContract(world);
    await both.do(ISSUE, { contractId: issued.contractId, version: 1, idempotencyKey: newId() });
    await issued.customer.do(UPLOAD, await uploading(issued, [await aScan(issued.customer)]));
    expect(await both.refusal(VERIFY, await verification(issued))).toBe("FOUR_EYES");
    await verifier.do(VERIFY, await verification(made));
  });

  it("of one who verifies and one who rejects at once one wins", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    const { id: contractId, version } = await rowOf(made);
    const other = await aStaff(world, ["contracts.read", "contracts.verify"]);
    const [verified, rejected] = await Promise.all([
      verifier.send(VERIFY, { input: await verification(made) }),
      other.send(REJECT, { input: { contractId, version, reason: "印章不清" } }),
    ]);
    const codes = [verified.data?.["verifyContract"], rejected.data?.["rejectContract"]].map(
      (payload) => (payload as Data)["userErrors"]?.[0]?.["code"] ?? "DONE",
    );
    expect(codes.filter((code) => code === "DONE")).toHaveLength(1);
    expect(["STALE_VERSION", "INVALID_STATE"]).toContain(codes.find((code) => code !== "DONE"));
  });
});

describe("a contract", () => {
  it("is nothing to strangers, other customers and suppliers", async () => {
    const made = await aContract(world, "ISSUED");
    const other = await aCustomer(world);
    expect((await other.ask(ORDER, { id: made.orderId }))["order"]).toBeNull();
    expect(await other.refusal(UPLOAD, await uploading(made, [await aScan(other)]))).toBe("NOT_FOUND");
    expect(await other.error(STAFF_CONTRACT, { id: made.contractId })).toBe("FORBIDDEN");
    expect(await world.stranger().error(STAFF_CONTRACT, { id: made.contractId })).toBe("UNAUTHENTICATED");
    const [supplier] = await read().query<{ id: string }>("SELECT id FROM suppliers LIMIT 1", []);
    const { actor } = await aMember(world, supplier?.id ?? "", "OWNER");
    expect(await actor.error(STAFF_CONTRACT, { id: made.contractId })).toBe("FORBIDDEN");
    const { pdfFileId } = await rowOf(made);
    expect((await world.server.http.inject({ url: `/files/${pdfFileId}` })).statusCode).toBe(404);
  });

  it("is issued by who may manage and verified by who may verify, and by nobody else", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    const reader = await aStaff(world, ["contracts.read"]);
    const input = await verification(made);
    expect(await office.error(VERIFY, { input })).toBe("FORBIDDEN");
    expect(await reader.error(VERIFY, { input })).toBe("FORBIDDEN");
    expect(
      await verifier.error(ISSUE, { input: { contractId: input.contractId, version: 3, idempotencyKey: newId() } }),
    ).toBe("FORBIDDEN");
    const { staffContract } = await reader.ask(STAFF_CONTRACT, { id: made.contractId });
    expect(staffContract).toMatchObject({ availableActions: [], order: null });
    const { status } = await reader.upload("CONTRACT", await aPicture());
    expect(status).toBe(403);
    expect((await office.upload("DOCUMENT", await aPicture())).status).toBe(403);
  });
});

describe("a template", () => {
  const SAVE = `mutation($input: SaveContractTemplateInput!) { saveContractTemplate(input: $input) {
    template { code version currentNumber wordings { number text } } userErrors { code field data } } }`;
  const wording = { name: "保洁合同", title: "保洁服务合同", text: "共 {{total}}\n{{signatures}}" };

  it("is another version each time; what was issued keeps its own", async () => {
    const code = await aTemplate(world);
    const { template } = await office.do(SAVE, { ...wording, code, version: 1 });
    expect(template).toMatchObject({ version: 2, currentNumber: 2, wordings: [{ number: 2 }, { number: 1 }] });
    expect(await office.refusal(SAVE, { ...wording, code, version: 1 })).toBe("STALE_VERSION");
    const change = "UPDATE contract_template_versions SET text = 'x'";
    await expect(world.server.platform.database.transaction((sql) => sql.run(change, []))).rejects.toThrow(
      /never changes/,
    );
  });

  it("of two new ones of a code one is kept", async () => {
    const input = { ...wording, code: "TWICE", version: 0 };
    const answers = await Promise.all([office.send(SAVE, { input }), office.send(SAVE, { input })]);
    const codes = answers.map(
      ({ data }) => (data?.["saveContractTemplate"] as Data)["userErrors"]?.[0]?.["code"] ?? "DONE",
    );
    expect(codes).toHaveLength(2);
    expect(codes).toEqual(expect.arrayContaining(["DONE", "STALE_VERSION"]));
  });

  it("with an unknown place is refused with the stretch of the text, and previewed with all of them", async () => {
    const text = "共 {{total}} {{price}}\n{{signatures}}";
    const payload = (await office.ask(SAVE, { input: { ...wording, text, code: "ODD", version: 0 } }))[
      "saveContractTemplate"
    ];
    expect(payload?.["userErrors"]?.[0]).toMatchObject({ code: "CONTRACT_TEMPLATE_INVALID", field: "text" });
    expect(JSON.parse(String(payload?.["userErrors"]?.[0]?.["data"]))).toEqual({
      issue: "PLACE_UNKNOWN",
      from: 12,
      to: 21,
      name: "price",
    });
    const PREVIEW =
      "query($text: String!) { previewContractTemplate(text: $text) { issues { code from } blocks { kind } } }";
    const { previewContractTemplate } = await office.ask(PREVIEW, { text });
    expect(previewContractTemplate).toEqual({ issues: [{ code: "PLACE_UNKNOWN", from: 12 }], blocks: [] });
  });

  it("is written by who may manage contracts alone", async () => {
    const input = { ...wording, code: "MINE", version: 0 };
    expect(await verifier.error(SAVE, { input })).toBe("FORBIDDEN");
  });
});
