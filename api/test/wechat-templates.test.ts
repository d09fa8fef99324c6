import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../src/platform/viewer.js";
import { checkTemplates } from "../src/wechat/check-templates.flow.js";
import { type CardCode, cards, fitCard } from "../src/wechat/template.js";
import { templateReady } from "../src/wechat/template.store.js";
import { AccountServer } from "./kit/account-server.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const FIELDS = "code title templateId fields { name label type key sentAs } state problem checkedAt version";
const READ = `{ wechatTemplates { ${FIELDS} } }`;
const CHECK = `mutation($input: CheckWechatTemplatesInput!) { checkWechatTemplates(input: $input) {
  templates { ${FIELDS} } userErrors { code } } }`;
const SAVE = `mutation($input: SaveWechatTemplateInput!) { saveWechatTemplate(input: $input) {
  template { ${FIELDS} } userErrors { code field } } }`;
const LIST = "/cgi-bin/template/get_all_private_template";

/** The template of a card as an account has it: keys of its own. */
function listed(code: CardCode, from: number, change: (content: string) => string = (content) => content) {
  const rows = cards[code].fields.map(({ label, type }, index) => `${label}：{{${type}${from + index}.DATA}}`);
  return { template_id: `T-${code}-${from}`, title: cards[code].title, content: change(rows.join("\n")) };
}

let account: AccountServer;
let world: World;
let staff: Actor;
beforeAll(async () => {
  account = await AccountServer.open();
  world = await openWorld({ env: account.env() });
  staff = await aStaff(world, ["operations.manage"]);
});
afterAll(async () => {
  await world.close();
  await account.close();
});

const offers = (...templates: Record<string, string>[]) => account.trouble(LIST, { template_list: templates });
async function card(code: CardCode): Promise<Data> {
  const templates = (await staff.ask(READ))["wechatTemplates"] as unknown as Data[];
  return templates.find((template) => template["code"] === code) as Data;
}

describe("the registry of templates", () => {
  it("names every card with every row before anybody looked", async () => {
    const templates = (await staff.ask(READ))["wechatTemplates"] as unknown as Data[];
    expect(templates.map((template) => template["code"])).toEqual(Object.keys(cards));
    expect(await card("TASK")).toMatchObject({ state: "UNCHECKED", templateId: null, checkedAt: null, version: 0 });
    expect((await card("TASK"))["fields"]).toEqual([
      { name: "kind", label: "事项类型", type: "phrase", key: null, sentAs: null },
      { name: "no", label: "关联编号", type: "character_string", key: null, sentAs: null },
      { name: "at", label: "提交时间", type: "time", key: null, sentAs: null },
    ]);
    expect(await templateReady(world.server.platform.database.read, "TASK")).toBeNull();
  });

  it("learns from the account which cards can be sent and by which keys, and says what is wrong with the rest", async () => {
    offers(
      listed("PROGRESS", 4),
      listed("TASK", 2, (content) => content.replace("phrase2", "amount2")),
    );
    const { templates } = await staff.do(CHECK, {});
    const of = (code: CardCode) => (templates as unknown as Data[]).find((template) => template["code"] === code);
    expect(of("PROGRESS")).toMatchObject({ state: "READY", problem: null, templateId: "T-PROGRESS-4" });
    expect(of("TASK")).toMatchObject({ state: "MISMATCH" });
    expect(of("TASK")?.["problem"]).toContain("「事项类型」的类型是 amount，需要 phrase");
    expect(of("ACCEPTANCE")?.["problem"]).toContain("服务号里没有标题为「待验收提醒」的模板");
    const ready = await templateReady(world.server.platform.database.read, "PROGRESS");
    const values = { no: "SO20261120-7K3M9Q", item: "空调清洗", status: "服务中", at: world.clock.now() };
    expect(fitCard("PROGRESS", ready?.fields ?? [], values)).toEqual({
      character_string4: { value: "SO20261120-7K3M9Q" },
      thing5: { value: "空调清洗" },
      phrase6: { value: "服务中" },
      time7: { value: "2026年11月20日 10:00" },
    });
  });

  it("keeps what it knew when WeChat does not answer, and says so", async () => {
    account.trouble(LIST, { errcode: 48_001, errmsg: "api unauthorized rid: 65a-1" });
    await staff.do(CHECK, {});
    const progress = await card("PROGRESS");
    expect(progress).toMatchObject({ state: "READY", templateId: "T-PROGRESS-4" });
    expect(progress["problem"]).toContain("没有这项接口权限");
    offers(listed("PROGRESS", 4));
    await staff.do(CHECK, {});
    expect((await card("PROGRESS"))["problem"]).toBeNull();
  });

  it("moves a version only with the template or its fields, and the instant only when WeChat answered", async () => {
    offers(listed("PROGRESS", 4));
    await staff.do(CHECK, {});
    const before = await card("PROGRESS");
    world.clock.advance(60_000);
    account.trouble(LIST, 502);
    await staff.do(CHECK, {});
    const unheard = await card("PROGRESS");
    expect(unheard).toMatchObject({ version: before["version"], checkedAt: before["checkedAt"], state: "READY" });
    expect(unheard["problem"]).not.toBeNull();
    offers(listed("PROGRESS", 4));
    await staff.do(CHECK, {});
    expect(await card("PROGRESS")).toMatchObject({ version: before["version"], problem: null });
    expect((await card("PROGRESS"))["checkedAt"]).not.toBe(before["checkedAt"]);
    offers(listed("PROGRESS", 5));
    await staff.do(CHECK, {});
    expect((await card("PROGRESS"))["version"]).toBe(Number(before["version"]) + 1);
    offers(listed("PROGRESS", 4));
    await staff.do(CHECK, {});
  });

  it("stops sending a card whose template is gone", async () => {
    offers();
    await staff.do(CHECK, {});
    expect(await card("PROGRESS")).toMatchObject({ state: "MISSING", templateId: "T-PROGRESS-4" });
    expect(await templateReady(world.server.platform.database.read, "PROGRESS")).toBeNull();
  });

  it("takes keys put in by hand for a template with another title and other labels", async () => {
    const other = {
      ...listed("TICKET_CHANGED", 8, (content) => content.replace("工单编号", "单号")),
      title: "进度提醒",
    };
    const fields = cards.TICKET_CHANGED.fields.map(({ name, type }, index) => ({ name, key: `${type}${8 + index}` }));
    const input = { code: "TICKET_CHANGED", templateId: other.template_id, fields };
    const { version } = await card("TICKET_CHANGED");
    offers(other);
    const { template } = await staff.do(SAVE, { ...input, version });
    expect(template).toMatchObject({ state: "READY", version: Number(version) + 1 });
    offers(other);
    await staff.do(CHECK, {});
    expect(await card("TICKET_CHANGED")).toMatchObject({ state: "READY", templateId: other.template_id });

    offers(other);
    expect(await staff.refusal(SAVE, { ...input, version })).toBe("STALE_VERSION");
    const now = (await card("TICKET_CHANGED"))["version"];
    offers();
    expect(await staff.refusal(SAVE, { ...input, version: now })).toBe("TEMPLATE_UNKNOWN");
    expect(await staff.refusal(SAVE, { ...input, fields: fields.slice(1), version: now })).toBe("VALIDATION");
    expect(await staff.refusal(SAVE, { ...input, templateId: "short", version: now })).toBe("VALIDATION");
    const twisted = fields.map((field) => (field.name === "item" ? { ...field, key: "phrase9" } : field));
    const answer = await staff.ask(SAVE, { input: { ...input, fields: twisted, version: now } });
    expect(answer["saveWechatTemplate"]?.["userErrors"]).toEqual([{ code: "VALIDATION", field: "fields.item" }]);

    const { template: forgotten } = await staff.do(SAVE, { ...input, templateId: null, fields: [], version: now });
    expect(forgotten).toMatchObject({ state: "UNCHECKED", templateId: null });
  });

  it("lets one of two who save at once win and tells the other", async () => {
    const { version } = await card("NEW_TICKET");
    const input = { code: "NEW_TICKET", templateId: null, fields: [], version };
    const both = await Promise.all([staff.ask(SAVE, { input }), staff.ask(SAVE, { input })]);
    const codes = both.flatMap((answer) => (answer["saveWechatTemplate"]?.["userErrors"] as unknown as Data[]) ?? []);
    expect(codes.map((error) => error["code"])).toEqual(["STALE_VERSION"]);
  });

  it("is checked by the platform itself beside its start, and by nobody else without the right", async () => {
    offers(listed("ORDER_PLACED", 1));
    await checkTemplates(world.server.platform, SYSTEM);
    expect(await card("ORDER_PLACED")).toMatchObject({ state: "READY" });
    const anonymous = { kind: "anonymous", ip: "127.0.0.1" } as const;
    await expect(checkTemplates(world.server.platform, anonymous)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("says that no service account is connected where there is none", async () => {
    const alone = await openWorld();
    const other = await aStaff(alone, ["operations.manage"]);
    expect(await other.refusal(CHECK, {})).toBe("WECHAT_OFF");
    expect((await other.ask("{ wechatAccount { appid } }"))["wechatAccount"]).toBeNull();
    await alone.close();
  });
});
