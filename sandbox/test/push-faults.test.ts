import { expect, test } from "vitest";
import { UNAVAILABLE } from "../src/account/chats.js";
import { aFollower } from "./kit/follower.js";
import { aSandbox, type Bench } from "./kit/sandbox.js";

async function writing(fault: string, ...texts: string[]): Promise<Bench> {
  const bench = await aSandbox({ mode: "safe" });
  await aFollower(bench);
  await bench.control("POST", "faults", { endpoint: "push", fault });
  for (const text of texts) bench.world.deeds.text(bench.phone("小林"), text);
  await bench.quiet();
  return bench;
}

const contents = (bench: Bench): (string | null)[] => bench.receiver.deliveries.map((one) => one.field("Content"));

test.each([
  ["duplicate", 2],
  ["triplicate", 3],
])("%s brings one message several times, and one reply is shown", async (fault, times) => {
  const bench = await aSandbox({ mode: "safe" });
  await aFollower(bench);
  bench.receiver.answer = (delivery) => bench.receiver.sealed(bench.receiver.text(delivery, "一次"));
  await bench.control("POST", "faults", { endpoint: "push", fault });
  bench.world.deeds.text(bench.phone("小林"), "进度");
  await bench.quiet();
  expect(new Set(bench.receiver.deliveries.map((one) => one.field("MsgId"))).size).toBe(1);
  expect(bench.receiver.deliveries).toHaveLength(times);
  expect(bench.items("小林").map((item) => item.text)).toEqual(["进度", "一次"]);
});

test("outOfOrder lets the next message of the phone pass, and follows it at once", async () => {
  const bench = await aSandbox({ mode: "safe" });
  await aFollower(bench);
  bench.world.pace.heldBackMs = 3_600_000;
  await bench.control("POST", "faults", { endpoint: "push", fault: "outOfOrder" });
  for (const text of ["一", "二"]) bench.world.deeds.text(bench.phone("小林"), text);
  await expect.poll(() => contents(bench), { interval: 5 }).toEqual(["二", "一"]);
});

test("badSignature spoils both signatures", async () => {
  const bench = await writing("badSignature", "进度");
  expect(bench.receiver.deliveries.map((one) => one.signed)).toEqual([false]);
});

test("foreignAppid seals for another account and names another", async () => {
  const bench = await writing("foreignAppid", "进度");
  const [delivery] = bench.receiver.deliveries;
  expect(delivery?.signed).toBe(true);
  expect(delivery?.appid).not.toBe(bench.world.account.appid);
  expect(delivery?.field("ToUserName")).not.toBe(bench.world.account.originalId);
});

test("oldTimestamp is signed an hour ago", async () => {
  const bench = await writing("oldTimestamp", "进度");
  const [delivery] = bench.receiver.deliveries;
  expect(delivery?.signed).toBe(true);
  expect(Date.now() / 1_000 - Number(delivery?.query["timestamp"])).toBeGreaterThan(3_500);
});

test("hugeBody and doctype are what they say", async () => {
  const huge = await writing("hugeBody", "进度");
  expect(huge.receiver.deliveries[0]?.body.length).toBeGreaterThan(65_536);
  const doctype = await writing("doctype", "进度");
  expect(doctype.receiver.deliveries[0]?.body).toMatch(/^<!DOCTYPE/);
  expect(doctype.receiver.deliveries[0]?.xml).toMatch(/^<!DOCTYPE/);
});

test("a push that is refused leaves the line of unavailability", async () => {
  const bench = await aSandbox({ mode: "plain" });
  await aFollower(bench);
  bench.receiver.answer = (delivery) => (delivery.signed ? "success" : { status: 403, body: "" });
  await bench.control("POST", "faults", { endpoint: "push", fault: "badSignature" });
  bench.world.deeds.text(bench.phone("小林"), "进度");
  await bench.quiet();
  expect(bench.items("小林").at(-1)).toMatchObject({ from: "system", text: UNAVAILABLE });
});

test("replaying a line of the log sends the same MsgId under a fresh signature", async () => {
  const bench = await aSandbox({ mode: "safe" });
  await aFollower(bench);
  bench.world.deeds.text(bench.phone("小林"), "进度");
  await bench.quiet();
  const path = `log?phone=${bench.phone("小林").id}`;
  const { entries } = await bench.control<{ entries: { id: string; direction: string; title: string }[] }>("GET", path);
  const line = entries.find((entry) => entry.direction === "push" && entry.title === "text");
  await bench.control("POST", "replay", { logId: line?.id });
  await bench.quiet();
  const [first, again] = bench.receiver.deliveries;
  expect(again?.field("MsgId")).toBe(first?.field("MsgId"));
  expect(again?.query["nonce"]).not.toBe(first?.query["nonce"]);
  await expect(bench.control("POST", "replay", { logId: "0" })).rejects.toThrow("404");
});

test("a fault is taken only where it can happen", async () => {
  const bench = await aSandbox();
  const arm = (endpoint: string, fault: string): Promise<unknown> =>
    bench.control("POST", "faults", { endpoint, fault });
  await expect(arm("push", "40001")).rejects.toThrow("400");
  await expect(arm("message/template/send", "duplicate")).rejects.toThrow("400");
  await expect(arm("menu/get", "blocked")).rejects.toThrow("400");
  await expect(arm("menu/get", "nonsense")).rejects.toThrow("400");
  await arm("menu/get", "-1");
  expect(await bench.control("DELETE", "faults")).toEqual([]);
  expect((await bench.call("/cgi-bin/menu/get")).errcode).toBe(46003);
});
