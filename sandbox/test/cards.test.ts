import { expect, test } from "vitest";
import { aFollower, aTemplate, goodData, sendCard } from "./kit/follower.js";
import { foreignClient } from "./kit/judges.js";
import { aFolder, api, aSandbox } from "./kit/sandbox.js";

test("a foreign client sends a card that the phone shows, and its end is told by the same 64-bit number", async () => {
  const bench = await aSandbox();
  const follower = await aFollower(bench);
  const client = foreignClient(bench);
  const template = aTemplate(bench, "支付成功通知");
  const sent = await client.sendTemplate(
    follower.openid,
    template.id,
    "http://127.0.0.1:4000/o/9",
    "",
    goodData(template.fields),
  );
  await bench.quiet();
  const [card] = bench.items("小林");
  expect(card).toMatchObject({
    from: "account",
    kind: "card",
    card: { title: "支付成功通知", url: "http://127.0.0.1:4000/o/9" },
  });
  expect(card?.card?.rows.map((row) => `${row.label} ${row.value}`)).toEqual([
    "订单编号 SO2026010500001",
    "服务项目 空调清洗",
    "支付金额 ￥388.00",
    "支付方式 微信支付",
    "支付时间 2026-01-05 15:01",
  ]);
  const [end] = bench.receiver.deliveries;
  expect(end?.field("Event")).toBe("TEMPLATESENDJOBFINISH");
  expect(end?.field("MsgID")).toBe(sent.msgid.toString());
  expect(end?.field("Status")).toBe("success");
  expect(end?.field("FromUserName")).toBe(follower.openid);
});

test("the msgid stands unquoted in the answer and has more digits than a JavaScript number keeps", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  const template = aTemplate(bench, "服务进度通知");
  const token = bench.world.tokens.stable(false).token;
  const answer = await fetch(
    `${bench.ready.env["WECHAT_API_BASE"]}/cgi-bin/message/template/send?access_token=${token}`,
    {
      method: "POST",
      body: JSON.stringify({
        touser: bench.phone("小林").openid,
        template_id: template.id,
        data: goodData(template.fields),
      }),
    },
  );
  const text = await answer.text();
  const digits = /^\{"errcode":0,"errmsg":"ok","msgid":(\d+)\}$/.exec(text)?.[1] ?? "";
  expect(BigInt(digits)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  expect(String((JSON.parse(text) as { msgid: number }).msgid)).not.toBe(digits);
});

test("the account's templates are told with the content the console shows, and key numbers that aren't 1 to n", async () => {
  const bench = await aSandbox();
  const { template_list: list } = await foreignClient(bench).getAllPrivateTemplate();
  expect(list).toHaveLength(13);
  for (const { title, template_id: id } of list) {
    const template = aTemplate(bench, title);
    expect(template.id).toBe(id);
    expect(template.fields.map((field) => /\d+$/.exec(field.key)?.[0])).not.toContain("1");
  }
  const raw = await bench.call("/cgi-bin/template/get_all_private_template");
  const [first] = raw["template_list"] as { content: string }[];
  expect(first?.content).toMatch(/^订单编号：\{\{character_string\d+\.DATA\}\}\n服务项目：\{\{thing\d+\.DATA\}\}\n/);
});

test("numbers and ids differ from one sandbox to another", async () => {
  const [one, other] = [await aSandbox(), await aSandbox()];
  expect(aTemplate(one, "待办提醒").id).not.toBe(aTemplate(other, "待办提醒").id);
});

test("a wrong row sends nothing and is named in WeChat's words", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  const template = aTemplate(bench, "服务进度通知");
  const key = template.fields.find((field) => field.type === "thing")?.key;
  const data = goodData(template.fields, { 服务项目: "二十一个字的服务项目名称实在是太长太长太长" });
  const answer = await sendCard(bench, { data });
  expect(answer).toEqual({
    errcode: 47003,
    errmsg: expect.stringMatching(new RegExp(`^argument invalid! data\\.${key}\\.value invalid rid: \\S+$`)),
  });
  await bench.quiet();
  expect(bench.items("小林")).toEqual([]);
  expect(bench.world.outbox.list()).toEqual([]);
});

test("unknown people, strangers and unknown templates are refused by their own codes", async () => {
  const bench = await aSandbox();
  const { errcode: stranger } = await sendCard(bench);
  expect(stranger).toBe(43004);
  await aFollower(bench);
  expect((await sendCard(bench, { touser: "oNobody" })).errcode).toBe(40003);
  expect((await sendCard(bench, { touser: undefined })).errcode).toBe(40003);
  expect((await sendCard(bench, { template_id: "unknown" })).errcode).toBe(40037);
  expect((await sendCard(bench, { template_id: aTemplate(bench, "服务进度提醒").id })).errcode).toBe(40037);
  expect((await sendCard(bench, { client_msg_id: "x".repeat(33) })).errcode).toBe(47003);
});

test("the same client_msg_id to the same person is sent once in ten minutes", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  const send = (): Promise<unknown> => sendCard(bench, { client_msg_id: "send-1" });
  await Promise.all([send(), send(), send()]);
  await bench.quiet();
  expect(bench.items("小林")).toHaveLength(1);
  bench.world.clock.advance(600_000);
  await send();
  await bench.quiet();
  expect(bench.items("小林")).toHaveLength(2);
  await aFollower(bench, "小陈");
  await sendCard(bench, { client_msg_id: "send-1", touser: bench.phone("小陈").openid });
  await bench.quiet();
  expect(bench.items("小陈")).toHaveLength(1);
});

test.each([
  ["blocked", "failed:user block"],
  ["systemFailed", "failed: system failed"],
  ["freqLimit", "failed:freq limit"],
])("a card that is %s is taken, never shown, and ends as %s", async (fault, status) => {
  const bench = await aSandbox();
  await aFollower(bench);
  await bench.control("POST", "faults", { endpoint: "message/template/send", fault });
  expect((await sendCard(bench)).errcode).toBe(0);
  await bench.quiet();
  expect(bench.items("小林")).toEqual([]);
  expect(bench.receiver.deliveries.map((delivery) => delivery.field("Status"))).toEqual([status]);
  expect(bench.world.outbox.list().map((sent) => sent.status)).toEqual([status]);
});

test("an answer that is lost by reset, hanging or cutting off has done its work: repeating sends no second card", async () => {
  const bench = await aSandbox();
  bench.world.pace.hangMs = 20;
  await aFollower(bench);
  for (const fault of ["reset", "truncated", "hang"]) {
    await bench.control("POST", "faults", { endpoint: "message/template/send", fault });
    const lost = sendCard(bench, { client_msg_id: fault });
    if (fault === "hang") await lost;
    else await expect(lost).rejects.toThrow();
    expect((await sendCard(bench, { client_msg_id: fault })).errcode).toBe(0);
  }
  await bench.quiet();
  expect(bench.items("小林")).toHaveLength(3);
});

test("a card that was taken when the sandbox stopped is brought after the next start, and its end is told", async () => {
  const dir = aFolder();
  const first = await aSandbox({ dir });
  await aFollower(first);
  first.world.pace.pushMs = [60_000, 60_000];
  await sendCard(first);
  await first.close();
  const second = await aSandbox({ dir, receiver: first.receiver });
  await second.quiet();
  expect(second.items("小林")).toMatchObject([{ kind: "card", card: { title: "服务进度通知" } }]);
  expect(second.receiver.deliveries.map((delivery) => delivery.field("Status"))).toEqual(["success"]);
});

test("a template is taken from the library until there are 25, and can be given back", async () => {
  const bench = await aSandbox();
  const add = () => bench.call("/cgi-bin/template/api_add_template", { template_id_short: "47310" });
  const ids: unknown[] = [];
  for (let count = 13; count < 25; count += 1) ids.push((await add())["template_id"]);
  expect(new Set(ids).size).toBe(12);
  expect((await add()).errcode).toBe(45026);
  const remove = () => bench.call("/cgi-bin/template/del_private_template", { template_id: ids[0] });
  expect((await remove()).errcode).toBe(0);
  expect((await remove()).errcode).toBe(40037);
  expect((await add()).errcode).toBe(0);
  expect((await bench.call("/cgi-bin/template/api_add_template", { template_id_short: "0" })).errcode).toBe(40037);
});

test("a subscription notice needs one tick each, no follower, and a template of its own kind", async () => {
  const bench = await aSandbox();
  const template = aTemplate(bench, "服务进度提醒");
  const phone = bench.phone("小陈");
  const wish = { touser: phone.openid, template_id: template.id, data: goodData(template.fields) };
  const send = (change: object = {}) => bench.call("/cgi-bin/message/subscribe/bizsend", { ...wish, ...change });
  expect((await send()).errcode).toBe(43101);
  await bench.control("POST", `phones/${phone.id}/allow`, { templateId: template.id });
  expect((await send({ template_id: aTemplate(bench, "服务进度通知").id })).errcode).toBe(40037);
  expect((await send({ data: {} })).errcode).toBe(47003);
  expect((await send()).errcode).toBe(0);
  expect((await send()).errcode).toBe(43101);
  expect(bench.items("小陈")).toMatchObject([{ kind: "notice", card: { title: "服务进度提醒" } }]);
  await bench.quiet();
  expect(bench.receiver.deliveries[0]?.field("Event")).toBe("subscribe_msg_popup_event");
});

test("every code a call can be made to meet comes in HTTP 200, and nothing is done", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  for (const fault of ["-1", "40001", "42001", "40164", "43004", "43101", "45009", "45011", "47003", "48001"]) {
    await bench.control("POST", "faults", { endpoint: "message/template/send", fault });
    expect((await sendCard(bench)).errcode).toBe(Number(fault));
  }
  for (const fault of ["http500", "http502"]) {
    await bench.control("POST", "faults", { endpoint: "*", fault });
    await expect(sendCard(bench)).rejects.toThrow(fault.replace("http", "HTTP "));
  }
  expect(bench.items("小林")).toEqual([]);
  expect((await sendCard(bench)).errcode).toBe(0);
});

test("faults by probability fall on the same calls for the same seed", async () => {
  const run = async (): Promise<unknown[]> => {
    const bench = await aSandbox();
    await bench.control("POST", "faults", { endpoint: "get_api_domain_ip", fault: "-1", probability: 0.5, seed: 42 });
    const codes: unknown[] = [];
    for (let count = 0; count < 12; count += 1) codes.push((await bench.call("/cgi-bin/get_api_domain_ip")).errcode);
    return codes;
  };
  const first = await run();
  expect(await run()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test("the developer's log has every call and answer, without token and secret", async () => {
  const bench = await aSandbox();
  const { ready, world } = bench;
  const { token } = world.tokens.stable(false);
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret } = ready.env;
  const wish = { grant_type: "client_credential", appid, secret };
  await api(ready.env["WECHAT_API_BASE"], "/cgi-bin/stable_token", wish, {});
  await api(ready.env["WECHAT_API_BASE"], "/cgi-bin/menu/get", undefined, { access_token: token });
  await api(ready.env["WECHAT_API_BASE"], "/cgi-bin/token", undefined, {
    ...wish,
    secret: String(secret),
    appid: String(appid),
  });
  const { entries } = await bench.control<{ entries: { direction: string }[] }>("GET", "log");
  expect(entries.map((entry) => entry.direction)).toEqual(["answer", "call", "answer", "call", "answer", "call"]);
  const told = JSON.stringify(entries);
  expect(told).not.toContain(token);
  expect(told).not.toContain(secret);
  expect(told).not.toMatch(/8[67]_/);
});
