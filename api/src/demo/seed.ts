import { DAY } from "../kernel/clock.js";
import { readUpTo } from "../notifications/notice.store.js";
import type { Config } from "../platform/config.js";
import type { Database } from "../platform/database.js";
import { writeSetting } from "../platform/settings.js";
import { type Staff, SYSTEM } from "../platform/viewer.js";
import { buildServer } from "../server.js";
import { applications } from "./applications.js";
import { enterSuppliers, hirePeople } from "./cast.js";
import { writeContractTexts } from "./contract-stories.js";
import { handInPapers } from "./papers.js";
import { customers, DEMO_PASSWORD, offeredAccounts } from "./people.js";
import { writeFormulas, writeRules } from "./price-rules.js";
import { play, StoryClock, whenBefore } from "./scheduler.js";
import { publishProducts, stockItems, writePlans } from "./shelves.js";
import { stories } from "./stories.js";
import { Trade } from "./trade.js";

/** What people of the demo were told longer ago than this they have read; the rest greets whoever signs in as one of them. */
const READ_AFTER_MS = 3 * DAY;

/**
 * Fills an empty database with the demo: three trades, believable people, orders in every state with their histories.
 * Everything is done by the real flows, as the people who would do it, on a clock that walks through the last two
 * months; so ledgers balance and timelines read true. The same content every time, dated back from `now`.
 */
export async function seedDemo(config: Config, now: number): Promise<void> {
  const clock = new StoryClock(now - 60 * DAY);
  const server = await buildServer(config, { clock, migrate: true, demo: true, quiet: true });
  const { platform, courier } = server;
  try {
    await syncEachCommit(platform.database, false);
    const people = await hirePeople(platform);
    const { categoryIds, itemIds } = await stockItems(platform);
    const catalogue = people.staff.get("catalog");
    if (!catalogue) throw new Error("The demo has nobody for the catalogue.");
    const cast = { ...people, ...(await enterSuppliers(platform, catalogue, itemIds)) };
    const pricers = pricersOf(people.staff);
    await writeFormulas(platform, pricers);
    await writePlans(platform, catalogue);
    const productIds = await publishProducts(platform, categoryIds, itemIds);
    await writeRules(platform, pricers, productIds, itemIds);
    const trade = new Trade(platform, cast, productIds, contactOf);
    await writeContractTexts(platform, trade.staff("dispatcher"));
    await handInPapers(platform, trade, catalogue, now);
    const when = whenBefore(now);
    const told = [...stories(platform, trade, when), applications(platform, trade, itemIds, when)];
    await play(told, clock, () => courier.drain());
    clock.set(now);
    await courier.drain();
    await platform.work.run(SYSTEM, async (tx) => {
      const accounts = offeredAccounts.map((account) => ({ ...account, password: DEMO_PASSWORD }));
      await readUpTo(tx, now - READ_AFTER_MS);
      await writeSetting(tx, "demoAccounts", JSON.stringify(accounts));
      await writeSetting(tx, "demo", "on");
    });
    await syncEachCommit(platform.database, true);
  } finally {
    await server.stop();
  }
}

/**
 * A demo counts only when it is whole, so in the embedded database nothing has to outlive a crash on the way: thousands of
 * commits need not wait for the disk one by one. At the end everything is brought to it.
 */
async function syncEachCommit({ dialect, writer }: Database, each: boolean): Promise<void> {
  if (dialect !== "sqlite") return;
  await writer.query(`PRAGMA synchronous=${each ? "FULL" : "NORMAL"}`);
  if (each) await writer.query("PRAGMA wal_checkpoint(TRUNCATE)");
}

function pricersOf(staff: ReadonlyMap<string, Staff>): { author: Staff; publisher: Staff } {
  const [author, publisher] = [staff.get("catalog"), staff.get("admin")];
  if (!author || !publisher) throw new Error("The demo has nobody for its prices.");
  return { author, publisher };
}

function contactOf(key: string): { name: string; phone: string } {
  const person = customers.find((customer) => customer.key === key);
  if (!person) throw new Error(`The demo does not know ${key}.`);
  return person;
}
