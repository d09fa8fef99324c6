import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import { fen } from "../src/kernel/money.js";
import { found } from "../src/kernel/refusal.js";
import type { Actor, Data } from "./kit/actor.js";
import { CONFIRM, confirmation, gateOf, type SeenPayment, SLIP, start } from "./kit/cash-desk.js";
import { aMember, anItem, aPublishedProduct, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import { aContract } from "./kit/makers-contracts.js";
import { aTicket } from "./kit/makers-fulfilment.js";
import { aPaidOrder, aPicture, aPlacedOrder, type MadeOrder, payByTransfer } from "./kit/makers-orders.js";
import { ACCEPT_QUOTATION, acceptanceOf, aQuotation } from "./kit/makers-quotations.js";
import { approved, proposed } from "./kit/refunds.js";
import { openWorld, type World } from "./kit/world.js";

const FIELDS = "{ id no code title number state amount hash text { kind text head rows foot } }";
const FORMS = `query($id: ID!) { order(id: $id) { forms ${FIELDS} } }`;
const MINE = "query($code: FormCode) { mySupplierForms(code: $code) { nodes { id code } } }";
const ONE = "query($id: ID!) { form(id: $id) { code } }";
const PROOF = "query($no: String!, $proof: String!) { formProof(no: $no, proof: $proof) { state replacedBy } }";
const PRINT = "mutation($input: PrintFormInput!) { printForm(input: $input) { file { url } userErrors { code } } }";
const COMBINE = `mutation($input: CombinePaymentInput!) { combinePayment(input: $input) {
  group { parts { id no tender amount state version } } userErrors { code } } }`;
const COLLECTED = `mutation($input: RecordCollectedInput!) { recordCollected(input: $input) {
  paymentId userErrors { code field } } }`;
const CONFIRM_COLLECTED = `mutation($input: ConfirmCollectedInput!) { confirmCollected(input: $input) {
  payment { state } userErrors { code field } } }`;
const INVOICE =
  "mutation($input: RequestInvoiceInput!) { requestInvoice(input: $input) { userErrors { code field } } }";
const VERIFY = `mutation($input: VerifyContractInput!) { verifyContract(input: $input) {
  contract { no } userErrors { code field } } }`;
const SEEN = "amendment { id no version state } userErrors { code field }";
const DRAFT = `mutation($input: DraftAmendmentInput!) { draftAmendment(input: $input) { ${SEEN} } }`;
const PROPOSE = `mutation($input: ProposeAmendmentInput!) { proposeAmendment(input: $input) { ${SEEN} } }`;
const ASKED = "query($id: ID!) { order(id: $id) { amendments { id version hash } } }";
const ANSWER = `mutation($input: AnswerAmendmentInput!) { answerAmendment(input: $input) { ${SEEN} } }`;
const AUDIT = `mutation($input: AuditAmendmentInput!) { auditAmendment(input: $input) { ${SEEN} } }`;

let world: World;
let office: Actor;
let auditor: Actor;
let itemId: string;
let supplier: MadeSupplier;

beforeAll(async () => {
  world = await openWorld();
  office = await aStaff(world);
  auditor = await aStaff(world);
  itemId = await anItem(world, { name: "刷墙" });
  supplier = await aSupplier(world, { services: [{ itemId }] });
});
afterAll(() => world.close());

type SomeOrder = Pick<MadeOrder, "orderId" | "customer">;

async function formsOf(order: SomeOrder, code: string): Promise<Data[]> {
  await world.settle();
  const { order: seen } = await order.customer.ask(FORMS, { id: order.orderId });
  return (seen?.["forms"] as unknown as Data[]).filter((form) => form["code"] === code);
}
async function formOf(order: SomeOrder, code: string): Promise<Data> {
  const forms = await formsOf(order, code);
  expect(forms).toHaveLength(1);
  return found<Data>(forms[0]);
}
const saidOf = (form: Data): string => JSON.stringify(form["text"]);
async function anOrder(terms: Record<string, unknown> = {}): Promise<MadeOrder> {
  return aPlacedOrder(world, { product: await aPublishedProduct(world, { components: [{ itemId, ...terms }] }) });
}

describe("the form that a process makes, with its numbers", () => {
  it("订单确认单 and 分期付款计划表, when an order is placed to be paid in parts", async () => {
    const order = await aPlacedOrder(world);
    const confirmed = await formOf(order, "ORDER_CONFIRMATION");
    expect(confirmed).toMatchObject({ title: "订单确认单", amount: "20000", number: 1 });
    for (const words of [order.no, "水电改造", "开荒保洁", "¥200.00", "贰佰元整"])
      expect(saidOf(confirmed)).toContain(words);
    const plan = await formOf(order, "INSTALMENT_PLAN");
    expect(plan).toMatchObject({ title: "分期付款计划表", amount: "20000" });
    for (const { name } of order.instalments) expect(saidOf(plan)).toContain(name);
    expect(saidOf(plan)).toContain("¥60.00");
  });

  it("报价单, when a quotation becomes an order; an order without one has none", async () => {
    const made = await aQuotation(world);
    const { order } = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
    const form = await formOf({ orderId: String(order?.["id"]), customer: made.customer }, "QUOTATION");
    expect(form).toMatchObject({ title: "报价单", amount: "10000" });
    for (const words of [made.no, "第 1 项", "壹佰元整"]) expect(saidOf(form)).toContain(words);
    expect(await formsOf(await anOrder(), "QUOTATION")).toEqual([]);
  });

  it("合同登记单, when a signed contract is verified and not before", async () => {
    const made = await aContract(world, "SIGNED_UPLOADED");
    expect(await formsOf(made, "CONTRACT")).toEqual([]);
    const paper = { amount: "20000", effectiveOn: "2026-11-20", allPages: true, signedAndSealed: true };
    const seen = { contractId: made.contractId, version: 3, revision: 1, ...paper, idempotencyKey: newId() };
    const { contract } = await office.do(VERIFY, seen);
    const form = await formOf(made, "CONTRACT");
    expect(form).toMatchObject({ title: "合同登记单", amount: "20000" });
    for (const words of [String(contract?.["no"]), "2026-11-20", "1 个文件"]) expect(saidOf(form)).toContain(words);
  });

  it("预收款收据 for what is the platform's own, 代收款凭证 for what it took for others: of one payment each its part", async () => {
    const order = await anOrder({ officialFee: fen(2_700) });
    await payByTransfer(world, order);
    const [own, others] = [await formOf(order, "ADVANCE_RECEIPT"), await formOf(order, "ON_BEHALF_RECEIPT")];
    expect(Number(own["amount"]) + Number(others["amount"])).toBe(found(order.instalments[0]).amount);
    expect(others).toMatchObject({
      title: "代收款凭证",
      amount: String((found(order.instalments[0]).amount * 27) / 100),
    });
    const sold = await anOrder({ collectionMode: "CUSTODY", commissionRate: 1_200 });
    await payByTransfer(world, sold);
    expect(await formsOf(sold, "ADVANCE_RECEIPT")).toEqual([]);
    expect(await formOf(sold, "ON_BEHALF_RECEIPT")).toMatchObject({ amount: String(sold.instalments[0]?.amount) });
  });

  it("代收款凭证 is read by the supplier that all of it is for, by its owners and bookkeepers, and by no other", async () => {
    const sold = await anOrder({ collectionMode: "CUSTODY", commissionRate: 1_200 });
    await payByTransfer(world, sold);
    const form = await formOf(sold, "ON_BEHALF_RECEIPT");
    const code = form["code"];
    const mine = async (actor: Actor, of: unknown = code): Promise<unknown[]> =>
      ((await actor.ask(MINE, { code: of }))["mySupplierForms"] as Data)["nodes"] as unknown as unknown[];
    const shown = { id: form["id"], code };
    expect(saidOf(form)).toContain("服务商");
    expect(await mine(supplier.owner)).toContainEqual(shown);
    expect(await mine((await aMember(world, supplier.supplierId, "FINANCE")).actor, null)).toContainEqual(shown);
    for (const role of ["WORKER", "DISPATCHER"] as const) {
      const { actor: member } = await aMember(world, supplier.supplierId, role);
      expect(await mine(member)).toEqual([]);
      expect((await member.ask(ONE, { id: form["id"] }))["form"]).toBeNull();
      expect(await member.refusal(PRINT, { formId: form["id"] })).toBe("NOT_FOUND");
    }
    const rival = (await aSupplier(world)).owner;
    expect(await mine(rival, null)).toEqual([]);
    expect(await rival.refusal(PRINT, { formId: form["id"] })).toBe("NOT_FOUND");
    const mixed = await anOrder({ collectionMode: "CUSTODY", commissionRate: 1_200, officialFee: fen(2_700) });
    await payByTransfer(world, mixed);
    const { id } = await formOf(mixed, "ON_BEHALF_RECEIPT");
    expect((await supplier.owner.ask(ONE, { id }))["form"]).toBeNull();
  });

  it("代收款凭证 of what a supplier took at the customer's, once the customer says so, is theirs to read", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const taken = { ticketId: made.ticketId, amount: "7000", idempotencyKey: newId() };
    const { paymentId } = await made.supplier.owner.do(COLLECTED, taken);
    expect(await formsOf(made.order, "ON_BEHALF_RECEIPT")).toEqual([]);
    await made.customer.do(CONFIRM_COLLECTED, { paymentId, version: 2, idempotencyKey: newId() });
    const form = await formOf(made.order, "ON_BEHALF_RECEIPT");
    expect(form).toMatchObject({ title: "代收款凭证", amount: "7000" });
    expect((await made.supplier.owner.ask(ONE, { id: form["id"] }))["form"]).toEqual({ code: "ON_BEHALF_RECEIPT" });
  });

  it("组合收款明细, when several payments paid one instalment, not while one of them is missing", async () => {
    const order = await aPlacedOrder(world);
    const parts = [
      { tender: "TEST_CHANNEL", amount: "4000" },
      { tender: "BANK_TRANSFER", amount: "2000" },
    ];
    const input = { instalmentId: gateOf(order), parts, idempotencyKey: newId() };
    const { group } = await order.customer.do(COMBINE, input);
    const by = (tender: string) =>
      found(
        (group?.["parts"] as unknown as (SeenPayment & { tender: string })[]).find((part) => part.tender === tender),
      );
    const { payUrl } = await start(order, "TEST_CHANNEL");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    await world.server.http.inject({ method: "POST", url: payUrl, headers, payload: "outcome=SUCCEEDED" });
    expect(await formsOf(order, "COMBINED_PAYMENT")).toEqual([]);
    const transfer = by("BANK_TRANSFER");
    const slip = (await order.customer.upload("SLIP", await aPicture())).body["id"];
    const sent = await order.customer.do(SLIP, { paymentId: transfer.id, fileId: slip, version: transfer.version });
    await office.do(CONFIRM, confirmation(sent["payment"] as unknown as SeenPayment));
    const form = await formOf(order, "COMBINED_PAYMENT");
    expect(form).toMatchObject({ title: "组合收款明细", amount: "6000" });
    for (const words of ["¥40.00", "¥20.00", transfer.no, "银行转账", "陆拾元整"])
      expect(saidOf(form)).toContain(words);
  });

  it("退款单, when a refund is granted and not while it is proposed", async () => {
    const order = await aPaidOrder(world);
    const refund = await proposed(office, order, 2_000);
    expect(await formsOf(order, "REFUND")).toEqual([]);
    await approved(auditor, refund);
    const form = await formOf(order, "REFUND");
    expect(form).toMatchObject({ title: "退款单", amount: "2000" });
    for (const words of [String(refund["no"]), "补偿客户", "贰拾元整"]) expect(saidOf(form)).toContain(words);
  });

  it("开票申请单, when an invoice is asked for", async () => {
    const order = await aPaidOrder(world);
    expect(await formsOf(order, "INVOICE_REQUEST")).toEqual([]);
    const wish = { kind: "SPECIAL", title: "湘江装饰有限公司", taxNo: "91430100MA4L00001X", amount: "6000" };
    await order.customer.do(INVOICE, { orderId: order.orderId, ...wish, idempotencyKey: newId() });
    const form = await formOf(order, "INVOICE_REQUEST");
    expect(form).toMatchObject({ title: "开票申请单", amount: "6000" });
    for (const words of [wish.title, wish.taxNo, "陆拾元整"]) expect(saidOf(form)).toContain(words);
  });

  it("服务单 when a supplier takes the work and 验收单 when it is signed off, read by both and by no other supplier", async () => {
    const made = await aTicket(world, { state: "ACCEPTED" });
    const forms = [await formOf(made.order, "TICKET"), await formOf(made.order, "ACCEPTANCE")];
    expect(forms.map((form) => form["title"])).toEqual(["服务单", "验收单"]);
    const rival = await aSupplier(world);
    for (const form of forms) {
      expect(saidOf(form)).not.toContain("¥");
      const code = form["code"];
      const { mySupplierForms } = await made.supplier.owner.ask(MINE, { code });
      expect(mySupplierForms?.["nodes"]).toEqual([{ id: form["id"], code }]);
      expect((await rival.owner.ask(MINE, { code }))["mySupplierForms"]?.["nodes"]).toEqual([]);
      expect((await rival.owner.ask(ONE, { id: form["id"] }))["form"]).toBeNull();
      const about = "query($id: ID!) { form(id: $id) { orderNo } }";
      expect((await made.supplier.owner.ask(about, { id: form["id"] }))["form"]).toEqual({ orderNo: made.order.no });
    }
  });
});

describe("a change of an order that is applied", () => {
  /** ¥50 more work, agreed to by the customer and let pass by another person. */
  async function dearer(order: MadeOrder): Promise<Data> {
    const parts = [{ kind: "ADD", itemId, supplierId: supplier.supplierId, quantity: 1, saleAmount: "5000" }];
    const wish = { orderId: order.orderId, baseRevision: 1, kind: "CHANGE", way: "COLLECT", parts };
    const seen = ({ id, version }: Data) => ({ amendmentId: id, version });
    const { amendment } = await office.do(DRAFT, { ...wish, reason: "加刷一面墙", idempotencyKey: newId() });
    await office.do(PROPOSE, seen(amendment as Data));
    const { order: page } = await order.customer.ask(ASKED, { id: order.orderId });
    const asked = found(page?.["amendments"]?.[0]) as unknown as Data;
    const yes = { ...seen(asked), hash: asked["hash"], agree: true };
    const agreed = found((await order.customer.do(ANSWER, yes))["amendment"]);
    expect(await formsOf(order, "CHANGE")).toEqual([]);
    const pass = { ...seen(agreed), approve: true, idempotencyKey: newId() };
    return found((await auditor.do(AUDIT, pass))["amendment"]);
  }

  it("makes a 订单变更单 of the order before and after, which prints", async () => {
    const order = await aPaidOrder(world);
    const amendment = await dearer(order);
    const form = await formOf(order, "CHANGE");
    expect(form).toMatchObject({ title: "订单变更单", amount: "25000", number: 1, state: "ISSUED" });
    const words = [
      String(amendment["no"]),
      "加刷一面墙",
      "¥200.00",
      "¥50.00",
      "¥250.00",
      "刷墙",
      "变更差额",
      "贰佰伍拾元整",
    ];
    for (const one of words) expect(saidOf(form)).toContain(one);
    expect(saidOf(form)).not.toContain("¥70.00");
    const { file } = await order.customer.do(PRINT, { formId: form["id"] });
    const reply = await world.server.http.inject({ url: String(file?.["url"]) });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true });
    expect(text.replaceAll(/\s/gu, "")).toContain("贰佰伍拾元整");
  });

  it.each(["ORDER_CONFIRMATION", "INSTALMENT_PLAN"])(
    "replaces %s: the old paper stays true and says so",
    async (code) => {
      const order = await aPaidOrder(world);
      const old = await formOf(order, code);
      world.clock.advance(60_000);
      await dearer(order);
      const [newest, before, ...rest] = await formsOf(order, code);
      const next = found<Data>(newest);
      expect(rest).toEqual([]);
      expect(next).toMatchObject({ number: 2, state: "ISSUED", amount: "25000" });
      expect(saidOf(next)).toContain(`替代 ${String(old["no"])}`);
      expect(before).toEqual({ ...(old as object), state: "SUPERSEDED" });
      const proof = { no: old["no"], proof: String(old["hash"]).slice(0, 16) };
      const told = (await world.stranger().ask(PROOF, proof))["formProof"];
      expect(told).toEqual({ state: "SUPERSEDED", replacedBy: next["no"] });
    },
  );
});
