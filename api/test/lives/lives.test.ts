import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLedger } from "../../src/payments/audit-ledger.flow.js";
import { accountBalances } from "../../src/payments/ledger-totals.store.js";
import { aCustomer, anItem, aPublishedProduct, aSupplier } from "../kit/makers-catalogue.js";
import { aPlacedOrder } from "../kit/makers-orders.js";
import { openWorld, type World } from "../kit/world.js";
import { deeds } from "./all-deeds.js";
import { Dice } from "./dice.js";
import { broken } from "./invariants.js";
import { type Life, live } from "./life.js";
import { staffOf } from "./staff.js";

/** More of them: LIVES=1000 LIVES_SEED=7 npm run api -w api -- test/lives */
const LIVES = Number(process.env["LIVES"] ?? 50);
const SEED = Number(process.env["LIVES_SEED"] ?? 20_261_120);
const DEEDS = 28;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const DONE = { code: "DONE", name: "完工", weight: 100, minPhotos: 0 };

async function aProduct() {
  const parts = [await anItem(world, { milestones: [DONE] }), await anItem(world, { milestones: [DONE] })];
  for (let n = 0; n < 2; n += 1) {
    const services = parts.map((itemId) => ({ itemId, perDay: 10_000, salePrice: 10_000 + n * 333 }));
    await aSupplier(world, { services });
  }
  return aPublishedProduct(world, { components: parts.map((itemId, index) => ({ itemId, stage: index + 1 })) });
}

async function balanced(): Promise<boolean> {
  const rows = await accountBalances(world.server.platform.database.read);
  return rows.reduce((sum, { debit, credit }) => sum + debit - credit, 0) === 0;
}

it(`${LIVES} random lives of an order keep the books true after every deed (seed ${SEED})`, async () => {
  const [product, staff] = [await aProduct(), await staffOf(world)];
  const weights = deeds.reduce((sum, { weight }) => sum + weight, 0);
  for (let n = 0; n < LIVES; n += 1) {
    const dice = new Dice(SEED + n);
    const customer = await aCustomer(world);
    const order = await aPlacedOrder(world, { customer, product });
    const life: Life = { world, dice, order, customer, staff, moved: new Map(), messages: [], diary: [] };
    for (let step = 0; step < DEEDS; step += 1) {
      let at = dice.roll() * weights;
      const chosen = deeds.find(({ weight }) => (at -= weight) < 0) ?? deeds[0];
      if (chosen) await live(life, chosen.name, chosen.deed);
      const faults = await broken(life);
      expect(faults, `seed ${SEED + n}: ${life.diary.join(" · ")}`).toEqual([]);
    }
  }
  expect(await balanced()).toBe(true);
  expect((await auditLedger(world.server.platform)).differences).toEqual([]);
}, 1_800_000);
