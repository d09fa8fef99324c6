import { expect, test } from "vitest";
import { aFollower } from "./kit/follower.js";
import { foreignClient } from "./kit/judges.js";
import { aSandbox } from "./kit/sandbox.js";

const click = (name: string, key = "K") => ({ type: "click", name, key });
const view = (name: string, url = "https://x.cn/a") => ({ type: "view", name, url });
const times = <Thing>(count: number, thing: Thing): Thing[] => Array.from({ length: count }, () => thing);

test("a foreign client's menu is shown to who follows, told back, and taken away", async () => {
  const bench = await aSandbox();
  const client = foreignClient(bench);
  await client.createMenu({
    button: [{ name: "我的服务", sub_button: [click("查进度", "PROGRESS"), view("订单")] }, view("下单")],
  });
  const { menu } = await client.getMenu();
  expect(menu.button.map((button) => button.sub_button.map((sub) => sub.name))).toEqual([["查进度", "订单"], []]);
  const chat = (): Promise<{ menu: unknown }> => bench.control("GET", `phones/${bench.phone("小林").id}/chat`);
  expect((await chat()).menu).toBeNull();
  await aFollower(bench);
  expect((await chat()).menu).toMatchObject({ button: [{ name: "我的服务" }, { type: "view" }] });
  await client.removeMenu();
  expect((await chat()).menu).toBeNull();
  await expect(client.getMenu()).rejects.toThrow("menu no exist");
});

const limits: readonly (readonly [string, object, number])[] = [
  ["no button", { button: [] }, 40016],
  ["four buttons", { button: times(4, click("a")) }, 40016],
  ["no list", {}, 40016],
  ["a button of an unknown type", { button: [{ ...click("a"), type: "dance" }] }, 40017],
  ["a button without type", { button: [{ name: "a" }] }, 40017],
  ["a button without name", { button: [click("")] }, 40018],
  ["a name of 17 bytes", { button: [click("x".repeat(17))] }, 40018],
  ["a name of six Chinese characters", { button: [click("我的全部服务")] }, 40018],
  ["a key of 129 bytes", { button: [click("a", "x".repeat(129))] }, 40019],
  ["a click without key", { button: [{ type: "click", name: "a" }] }, 40019],
  ["a url of 1025 bytes", { button: [view("a", `https://x.cn/${"a".repeat(1_012)}`)] }, 40020],
  ["a link without url", { button: [{ type: "view", name: "a" }] }, 40020],
  ["a link that is none", { button: [view("a", "/o/1")] }, 40055],
  ["six sub buttons", { button: [{ name: "a", sub_button: times(6, click("b")) }] }, 40023],
  ["a third level", { button: [{ name: "a", sub_button: [{ name: "b", sub_button: [click("c")] }] }] }, 40022],
  ["a sub button of an unknown type", { button: [{ name: "a", sub_button: [{ ...click("b"), type: "x" }] }] }, 40024],
  ["a sub name of 61 bytes", { button: [{ name: "a", sub_button: [click("x".repeat(61))] }] }, 40025],
  ["a sub key of 129 bytes", { button: [{ name: "a", sub_button: [click("b", "x".repeat(129))] }] }, 40026],
  ["a sub link without url", { button: [{ name: "a", sub_button: [{ type: "view", name: "b" }] }] }, 40027],
  ["a sub link that is none", { button: [{ name: "a", sub_button: [view("b", "javascript:1")] }] }, 40054],
];

test.each(limits)("a menu with %s is refused, and the one before stays", async (_name, menu, errcode) => {
  const bench = await aSandbox();
  await bench.call("/cgi-bin/menu/create", { button: [click("旧")] });
  expect((await bench.call("/cgi-bin/menu/create", menu)).errcode).toBe(errcode);
  expect(bench.world.menus.get()).toEqual({ button: [click("旧")] });
});

test("a menu at every limit is taken", async () => {
  const bench = await aSandbox();
  const sub = times(5, click("x".repeat(60), "k".repeat(128)));
  const menu = {
    button: [{ name: "x".repeat(16), sub_button: sub }, view("a", `https://x.cn/${"a".repeat(1_011)}`), click("b")],
  };
  expect((await bench.call("/cgi-bin/menu/create", menu)).errcode).toBe(0);
});

test("a click is told by its key and answered; a link is told, opens the browser and is not answered", async () => {
  const bench = await aSandbox({ mode: "plain" });
  await aFollower(bench);
  await bench.call("/cgi-bin/menu/create", {
    button: [{ name: "服务", sub_button: [click("查进度", "PROGRESS"), view("订单", "https://x.cn/o")] }],
  });
  bench.receiver.answer = (delivery) => bench.receiver.text(delivery, "服务中");
  const press = (body: object): Promise<unknown> =>
    bench.control("POST", `phones/${bench.phone("小林").id}/menu`, body);
  expect(await press({ path: [0, 0] })).toEqual({ kind: "sent" });
  await bench.quiet();
  expect(await press({ key: "PROGRESS" })).toEqual({ kind: "sent" });
  await bench.quiet();
  expect(await press({ path: [0, 1] })).toEqual({ kind: "browser", url: "https://x.cn/o" });
  await bench.quiet();
  const told = bench.receiver.deliveries.map((one) => `${one.field("Event")} ${one.field("EventKey")}`);
  expect(told).toEqual(["CLICK PROGRESS", "CLICK PROGRESS", "VIEW https://x.cn/o"]);
  expect(bench.items("小林").map((item) => item.text)).toEqual(["服务中", "服务中"]);
  await expect(press({ path: [0] })).rejects.toThrow("没有这个菜单");
  await expect(press({ path: [4] })).rejects.toThrow("没有这个菜单");
});

test("a scan button tells what was scanned", async () => {
  const bench = await aSandbox();
  await aFollower(bench);
  await bench.call("/cgi-bin/menu/create", { button: [{ type: "scancode_waitmsg", name: "扫码", key: "SCAN" }] });
  const path = `phones/${bench.phone("小林").id}/menu`;
  await expect(bench.control("POST", path, { path: [0] })).rejects.toThrow("请先扫一扫");
  await bench.control("POST", path, { path: [0], text: "SO-1" });
  await bench.quiet();
  expect(bench.receiver.deliveries[0]?.xml).toContain("<ScanResult><![CDATA[SO-1]]></ScanResult>");
});
