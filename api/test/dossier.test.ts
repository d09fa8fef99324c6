import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../src/kernel/ids.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aCustomer, aPaidOrder } from "./kit/makers-orders.js";
import { openWorld, type World } from "./kit/world.js";

const FORM = "form { id no number state code text { kind text head rows } } userErrors { code }";
const DOSSIER = `mutation($input: IssueDossierInput!) { issueDossier(input: $input) { ${FORM} } }`;
const INSIDE = `mutation($input: IssueDossierInput!) { issueInsideDossier(input: $input) { ${FORM} } }`;
const FLOW = "query($id: ID!) { order(id: $id) { moneyFlow { title paid earned refunded outstanding } } }";
const MINE = "query($id: ID!) { form(id: $id) { state } }";
const PRINT = "mutation($input: PrintFormInput!) { printForm(input: $input) { file { url } userErrors { code } } }";
const WORDINGS = "{ formWordings { code number title text } }";
const SAVE = `mutation($input: SaveFormWordingInput!) { saveFormWording(input: $input) {
  wording { number title } userErrors { code field data } } }`;
const PREVIEW = `query($text: String!) { previewFormWording(text: $text) { issues { code name } blocks { kind text } } }`;

let world: World;
let office: Actor;

beforeAll(async () => {
  world = await openWorld();
  office = await aStaff(world);
});
afterAll(() => world.close());

describe("an order's dossier", () => {
  it("tells its flow of information beside its flow of money, with the sums so far, and prints", async () => {
    const order = await aPaidOrder(world);
    await world.settle();
    const { order: page } = await order.customer.ask(FLOW, { id: order.orderId });
    expect(page?.["moneyFlow"]).toEqual([
      { title: "收到付款", paid: "6000", earned: "0", refunded: "0", outstanding: "14000" },
    ]);
    const { form } = await order.customer.do(DOSSIER, { orderId: order.orderId, idempotencyKey: newId() });
    const said = JSON.stringify(form?.["text"]);
    for (const words of ["信息流", "资金流", "单据", "提交了订单", "收到付款", "¥60.00", "¥140.00", "订单确认单"]) {
      expect(said).toContain(words);
    }
    const { file } = await order.customer.do(PRINT, { formId: form?.["id"] });
    const reply = await world.server.http.inject({ url: String(file?.["url"]) });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(reply.rawPayload)), { mergePages: true });
    expect(text.replaceAll(/\s/gu, "")).toContain("交易全程表单");
  });

  it("is another version each time, once for each key", async () => {
    const order = await aPaidOrder(world);
    const input = { orderId: order.orderId, idempotencyKey: newId() };
    const first = (await order.customer.do(DOSSIER, input))["form"];
    expect((await order.customer.do(DOSSIER, input))["form"]?.["no"]).toBe(first?.["no"]);
    world.clock.advance(60_000);
    const second = (await order.customer.do(DOSSIER, { ...input, idempotencyKey: newId() }))["form"];
    expect(second).toMatchObject({ number: 2, state: "ISSUED" });
    expect((await order.customer.ask(MINE, { id: first?.["id"] }))["form"]).toEqual({ state: "SUPERSEDED" });
  });

  it("has an inside for staff that its customer never reads, and is nobody else's", async () => {
    const order = await aPaidOrder(world);
    const input = { orderId: order.orderId, idempotencyKey: newId() };
    const { form } = await office.do(INSIDE, input);
    expect((await order.customer.ask(MINE, { id: form?.["id"] }))["form"]).toBeNull();
    expect(await (await aCustomer(world, "别人")).refusal(DOSSIER, input)).toBe("NOT_FOUND");
    const reader = await aStaff(world, ["documents.read", "orders.read"]);
    expect(await reader.error(INSIDE, { input })).toBe("FORBIDDEN");
    expect(await order.customer.error(INSIDE, { input })).toBe("FORBIDDEN");
  });
});

describe("a form's wording", () => {
  it("is the platform's own until staff word it anew; what was issued keeps its own", async () => {
    const before = await aPaidOrder(world);
    const old = (await before.customer.do(DOSSIER, { orderId: before.orderId, idempotencyKey: newId() }))["form"];
    const known = ((await office.ask(WORDINGS))["formWordings"] as unknown as Data[]).find(
      (one) => one["code"] === "DOSSIER",
    );
    expect(known).toMatchObject({ number: 0, title: "交易全程表单" });
    const wording = {
      code: "DOSSIER",
      number: 0,
      title: "交易全程记录",
      text: "订单 {{order.no}}\n\n{{facts}}\n{{tables}}",
    };
    expect((await office.do(SAVE, wording))["wording"]).toEqual({ number: 1, title: "交易全程记录" });
    expect(await office.refusal(SAVE, wording)).toBe("STALE_VERSION");
    const after = (await before.customer.do(DOSSIER, { orderId: before.orderId, idempotencyKey: newId() }))["form"];
    const told = (form: Data | undefined) => JSON.stringify(form?.["text"]);
    expect(told(after)).toContain(`订单 ${before.no}`);
    expect(told(old)).toContain("从下单至今的信息流与资金流");
  });

  it.each([
    ["{{facts}}\n{{tables}}\n{{price}}", "FORM_WORDING_INVALID"],
    ["{{facts}}", "FORM_WORDING_INVALID"],
    ["", "VALIDATION"],
    ["x\u202E{{facts}}\n{{tables}}", "VALIDATION"],
  ])("is refused as %j", async (text, code) => {
    expect(await office.refusal(SAVE, { code: "REFUND", number: 0, title: "退款单", text })).toBe(code);
  });

  it("is shown before it is saved, to who may write it", async () => {
    const preview = async (text: string) => (await office.ask(PREVIEW, { text }))["previewFormWording"];
    expect(await preview("共 {{amountInCapitals}}\n\n{{facts}}\n{{tables}}")).toMatchObject({
      issues: [],
      blocks: [
        { kind: "PARAGRAPH", text: "共 壹万贰仟陆佰元整" },
        { kind: "FACTS" },
        { kind: "HEADING" },
        { kind: "TABLE" },
      ],
    });
    expect(await preview("{{oops}}")).toMatchObject({
      issues: [{ code: "PLACE_UNKNOWN", name: "oops" }, {}, {}],
      blocks: [],
    });
    const reader = await aStaff(world, ["documents.read"]);
    expect(await reader.error(PREVIEW, { text: "" })).toBe("FORBIDDEN");
  });
});
