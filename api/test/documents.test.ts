import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { countRows } from "./kit/counter.js";
import { aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { aCustomer, aPaidOrder, aPlacedOrder, type MadeOrder } from "./kit/makers-orders.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const FIELDS =
  "{ id no code title number state amount hash version reason voidReason text { kind text head rows foot } }";
const FORMS = `query($id: ID!) { order(id: $id) { forms ${FIELDS} } }`;
const FORM = `query($id: ID!) { form(id: $id) ${FIELDS} }`;
const PRINT =
  "mutation($input: PrintFormInput!) { printForm(input: $input) { file { id url mime } userErrors { code } } }";
const PROOF =
  "query($no: String!, $proof: String!) { formProof(no: $no, proof: $proof) { title state issuedAt replacedBy } }";
const CORRECT = `mutation($input: CorrectFormInput!) { correctForm(input: $input) { form ${FIELDS} userErrors { code } } }`;
const VOID = `mutation($input: VoidFormInput!) { voidForm(input: $input) { form { state voidReason voiderName } userErrors { code } } }`;
const FIND = `query($search: String) { staffForms(search: $search) { nodes { no orderNo } } }`;
const MINE = `query($first: Int, $after: String) { mySupplierForms(first: $first, after: $after) {
  nodes { id code } pageInfo { endCursor hasNextPage } } }`;

let world: World;
let office: Actor;

beforeAll(async () => {
  world = await openWorld();
  office = await aStaff(world);
});
afterAll(() => world.close());

async function formsOf(order: MadeOrder): Promise<Data[]> {
  await world.settle();
  return ((await order.customer.ask(FORMS, { id: order.orderId }))["order"] as Data)["forms"] as unknown as Data[];
}
async function formOf(order: MadeOrder, code: string): Promise<Data> {
  const form = (await formsOf(order)).find((one) => one["code"] === code);
  if (!form) throw new Error(`There is no ${code}.`);
  return form;
}
const idOf = (form: Data) => ({ formId: String(form["id"]), version: Number(form["version"]) });

describe("the forms of an order", () => {
  it("follow from what happened: a confirmation and a plan when it is placed, a receipt when it is paid", async () => {
    const order = await aPlacedOrder(world);
    expect((await formsOf(order)).map((form) => String(form["code"])).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "INSTALMENT_PLAN",
      "ORDER_CONFIRMATION",
    ]);
    const paid = await aPaidOrder(world);
    const codes = (await formsOf(paid)).map((form) => form["code"]);
    expect(codes).toContain("ADVANCE_RECEIPT");
    expect(codes).not.toContain("ON_BEHALF_RECEIPT");
    expect(codes).not.toContain("COMBINED_PAYMENT");
    expect(await formOf(paid, "ADVANCE_RECEIPT")).toMatchObject({ title: "预收款收据", amount: "6000", number: 1 });
  });

  it("are issued once, however often a fact is heard", async () => {
    const order = await aPlacedOrder(world);
    await world.settle();
    await world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run(
        "UPDATE deliveries SET state = 'PENDING', attempts = 0 WHERE listener = 'documents.issue' AND stream = ?",
        [`order:${order.orderId}`],
      ),
    );
    await world.settle();
    expect(await countRows(world, "forms", "orderId = ?", order.orderId)).toBe(2);
  });

  it("are read by their customer, by staff with the right, and by nobody else", async () => {
    const order = await aPaidOrder(world);
    const { id } = await formOf(order, "ADVANCE_RECEIPT");
    const stranger = await aCustomer(world, "别人");
    const rival = await aSupplier(world);
    expect((await order.customer.ask(FORM, { id }))["form"]).toMatchObject({ code: "ADVANCE_RECEIPT" });
    expect((await stranger.ask(FORM, { id }))["form"]).toBeNull();
    expect((await rival.owner.ask(FORM, { id }))["form"]).toBeNull();
    expect(await stranger.refusal(PRINT, { formId: id })).toBe("NOT_FOUND");
    expect(await world.stranger().error(FORM, { id })).toBe("UNAUTHENTICATED");
    const blind = await aStaff(world, ["orders.read"]);
    expect(await blind.error(FIND, {})).toBe("FORBIDDEN");
    expect((await blind.ask(FORM, { id }))["form"]).toBeNull();
  });

  it("are found by the beginning of their number", async () => {
    const order = await aPlacedOrder(world);
    const { no } = await formOf(order, "ORDER_CONFIRMATION");
    const { staffForms } = await office.ask(FIND, { search: String(no).toLowerCase() });
    expect(staffForms?.["nodes"]).toEqual([{ no, orderNo: order.no }]);
  });

  it("tell a refund from the moment it is granted", async () => {
    const order = await aPaidOrder(world);
    const clerk = await aStaff(world, ["refunds.read", "refunds.propose"]);
    const refund = await proposed(clerk, order, 2_000);
    await approved(await aStaff(world), refund);
    await world.settle();
    const form = await formOf(order, "REFUND");
    expect(form).toMatchObject({ title: "退款单", amount: "2000" });
    expect(JSON.stringify(form["text"])).toContain("贰拾元整");
  });

  it("give a supplier none of a customer's receipts", async () => {
    const order = await aPaidOrder(world);
    await world.settle();
    const rival = await aSupplier(world);
    expect(((await rival.owner.ask(MINE))["mySupplierForms"] as Data)["nodes"]).toEqual([]);
    expect(await countRows(world, "forms", "orderId = ? AND supplierId IS NOT NULL", order.orderId)).toBe(0);
  });
});

describe("a printed form", () => {
  it("has its number, its amount in capitals and its fingerprint as text", async () => {
    const order = await aPaidOrder(world);
    const form = await formOf(order, "ADVANCE_RECEIPT");
    const { file } = await order.customer.do(PRINT, { formId: form["id"] });
    expect(file).toMatchObject({ mime: "application/pdf" });
    const reply = await world.server.http.inject({ url: String(file?.["url"]) });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true });
    const said = text.replaceAll(/\s/gu, "");
    for (const part of [
      "预收款收据",
      String(form["no"]),
      "陆拾元整",
      "¥60.00",
      "林晓",
      order.no,
      String(form["hash"]),
    ]) {
      expect(said).toContain(part);
    }
  });

  it.each([1, 2, 3])("is one file when two print it at once (%i)", async () => {
    const order = await aPaidOrder(world);
    const form = await formOf(order, "ADVANCE_RECEIPT");
    const both = await Promise.all([
      order.customer.do(PRINT, { formId: form["id"] }),
      office.do(PRINT, { formId: form["id"] }),
    ]);
    const [first, second] = both.map((payload) => payload["file"]?.["id"]);
    expect(first).toBe(second);
    expect(await countRows(world, "forms", "id = ? AND pdfFileId = ?", String(form["id"]), String(first))).toBe(1);
  });

  it("is proven to a stranger by number and fingerprint, who learns no more than what it is and whether it counts", async () => {
    const order = await aPaidOrder(world);
    const form = await formOf(order, "ADVANCE_RECEIPT");
    const [no, hash] = [form["no"], form["hash"]];
    const stranger = world.stranger();
    const ask = async (told: string, proof: string) => (await stranger.ask(PROOF, { no: told, proof }))["formProof"];
    const proof = String(hash).slice(0, 16);
    expect(await ask(String(no), proof)).toEqual({
      title: "预收款收据",
      state: "ISSUED",
      issuedAt: expect.any(String),
      replacedBy: null,
    });
    expect(await ask(String(no), proof.slice(0, 15))).toBeNull();
    expect(await ask(String(no), "0".repeat(16))).toBeNull();
    expect(await ask("BD20261120-000000", proof)).toBeNull();
    await office.do(VOID, { ...idOf(form), reason: "重复开具" });
    expect(await ask(String(no), proof)).toMatchObject({ state: "VOID" });
  });
});

describe("a form that says something wrong", () => {
  it("is replaced by a version that names it, with the reason, and stays as it was", async () => {
    const order = await aPlacedOrder(world);
    const old = await formOf(order, "ORDER_CONFIRMATION");
    const input = { ...idOf(old), reason: "联系电话有误", idempotencyKey: newId() };
    const { form } = await office.do(CORRECT, input);
    expect(form).toMatchObject({ number: 2, state: "ISSUED", reason: "联系电话有误" });
    expect(JSON.stringify(form)).toContain(`替代 ${String(old["no"])}`);
    expect((await office.do(CORRECT, input))["form"]?.["no"]).toBe(form?.["no"]);
    const after = (await order.customer.ask(FORM, { id: old["id"] }))["form"] as Data;
    expect(after).toMatchObject({ state: "SUPERSEDED", hash: old["hash"], text: old["text"] });
    const proof = { no: old["no"], proof: String(old["hash"]).slice(0, 16) };
    expect((await world.stranger().ask(PROOF, proof))["formProof"]).toMatchObject({ replacedBy: form?.["no"] });
    expect(await office.refusal(CORRECT, { ...idOf(after), reason: "再改", idempotencyKey: newId() })).toBe(
      "INVALID_STATE",
    );
  });

  it("wants a reason, the right, the version that was seen, and a form that still counts", async () => {
    const order = await aPlacedOrder(world);
    const form = await formOf(order, "ORDER_CONFIRMATION");
    const reader = await aStaff(world, ["documents.read"]);
    const input = { ...idOf(form), reason: "有误" };
    expect(await reader.error(VOID, { input })).toBe("FORBIDDEN");
    expect(await office.refusal(VOID, { ...input, reason: " " })).toBe("REASON_REQUIRED");
    expect(await office.refusal(VOID, { ...input, version: 9 })).toBe("STALE_VERSION");
    expect(await office.refusal(VOID, { ...input, formId: newId() })).toBe("NOT_FOUND");
    expect((await office.do(VOID, input))["form"]).toMatchObject({ state: "VOID", voidReason: "有误" });
    expect(await office.refusal(VOID, { ...input, version: 2 })).toBe("INVALID_STATE");
  });

  it("is not declared void by who issued it by hand", async () => {
    const order = await aPlacedOrder(world);
    const old = await formOf(order, "ORDER_CONFIRMATION");
    const { form } = await office.do(CORRECT, { ...idOf(old), reason: "有误", idempotencyKey: newId() });
    expect(await office.refusal(VOID, { ...idOf(form as Data), reason: "不要了" })).toBe("FOUR_EYES");
    const other = await aStaff(world);
    expect((await other.do(VOID, { ...idOf(form as Data), reason: "不要了" }))["form"]).toMatchObject({
      state: "VOID",
    });
  });
});

describe("the database", () => {
  it.each([
    "UPDATE forms SET document = '{}' WHERE id = ?",
    "UPDATE forms SET amount = 1 WHERE id = ?",
    "UPDATE forms SET hash = 'x' WHERE id = ?",
    "UPDATE forms SET customerId = NULL WHERE id = ?",
    "DELETE FROM forms WHERE id = ?",
  ])("refuses %s", async (statement) => {
    const order = await aPlacedOrder(world);
    const { id } = await formOf(order, "ORDER_CONFIRMATION");
    const change = world.server.platform.work.run({ kind: "system" }, (tx) => tx.run(statement, [String(id)]));
    await expect(change).rejects.toThrow(/never changes/);
  });

  it("refuses to bring a void form back", async () => {
    const order = await aPlacedOrder(world);
    const form = await formOf(order, "ORDER_CONFIRMATION");
    await office.do(VOID, { ...idOf(form), reason: "有误" });
    const change = world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run("UPDATE forms SET state = 'ISSUED' WHERE id = ?", [String(form["id"])]),
    );
    await expect(change).rejects.toThrow(/never changes/);
  });
});
