import { expect, test, vi } from "vitest";
import { aSandbox, type Bench } from "./kit/sandbox.js";

const PHONES = 25;

async function manyPhones(): Promise<Bench> {
  const bench = await aSandbox({ mode: "safe" });
  for (let count = 0; count < PHONES; count += 1) {
    const { id } = bench.world.phones.add(`手机${count}`);
    const phone = bench.world.phones.find(id);
    if (phone) bench.world.deeds.follow(phone, null);
  }
  await bench.quiet();
  bench.receiver.deliveries.length = 0;
  return bench;
}

/** The network lets nothing through before so many pushes are on their way. */
function allAtOnce({ world }: Bench, count: number): void {
  let onTheWay = 0;
  let letThrough = (): void => undefined;
  const through = new Promise<void>((done) => (letThrough = done));
  vi.spyOn(world.pace, "beforePush").mockImplementation(() => {
    onTheWay += 1;
    if (onTheWay === count) letThrough();
    return through;
  });
}

test("fifty texts are on their way at once, in the order of each phone, while every reply is outstanding", async () => {
  const bench = await manyPhones();
  allAtOnce(bench, 2 * PHONES);
  const held: (() => void)[] = [];
  bench.receiver.answer = (delivery) =>
    new Promise((answer) => held.push(() => answer(bench.receiver.sealed(bench.receiver.text(delivery, "好")))));
  for (const text of ["一", "二"]) {
    for (let count = 0; count < PHONES; count += 1) bench.world.deeds.text(bench.phone(`手机${count}`), text);
  }
  await expect.poll(() => held.length, { interval: 5 }).toBe(2 * PHONES);
  for (let count = 0; count < PHONES; count += 1) {
    const { openid } = bench.phone(`手机${count}`);
    const mine = bench.receiver.deliveries.filter((delivery) => delivery.field("FromUserName") === openid);
    expect(mine.map((delivery) => delivery.field("Content"))).toEqual(["一", "二"]);
  }
  for (const answer of held) answer();
  await bench.quiet();
  expect(bench.items("手机7").map((item) => item.text)).toEqual(["一", "二", "好", "好"]);
});

test("a phone whose message is never answered keeps no other phone waiting", async () => {
  const bench = await manyPhones();
  bench.world.pace.cutMs = 1_000;
  const slow = bench.phone("手机0").openid;
  bench.receiver.answer = (delivery) =>
    delivery.field("FromUserName") === slow ? null : bench.receiver.sealed(bench.receiver.text(delivery, "好"));
  bench.world.deeds.text(bench.phone("手机0"), "在吗");
  bench.world.deeds.text(bench.phone("手机1"), "在吗");
  await expect.poll(() => bench.items("手机1").at(-1)?.text, { interval: 5 }).toBe("好");
  expect(bench.items("手机0").at(-1)?.from).toBe("me");
});
