import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SYSTEM } from "../src/platform/viewer.js";
import { aCustomer } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const RENAME = "UPDATE accounts SET displayName = ? WHERE id = ?";

describe("two flows that want one row", () => {
  it("are both done: who waits too long for the lock begins anew instead of failing", async () => {
    const { work, database } = world.server.platform;
    const { accountId } = await aCustomer(world);
    const held = aMoment();
    const begunAnew = aMoment();
    const first = work.run(SYSTEM, async (tx) => {
      await tx.run(RENAME, ["先到", accountId]);
      held.come();
      // SQLite has one writer, which the second flow waits for before it begins.
      if (tx.dialect === "mysql") await begunAnew.comes;
    });
    await held.comes;
    let tries = 0;
    const second = work.run(SYSTEM, async (tx) => {
      tries += 1;
      if (tries === 2) begunAnew.come();
      await tx.run(RENAME, ["后到", accountId]);
    });
    await Promise.all([first, second]);
    expect(tries).toBe(database.dialect === "mysql" ? 2 : 1);
    const [row] = await database.read.query<{ displayName: string }>("SELECT displayName FROM accounts WHERE id = ?", [
      accountId,
    ]);
    expect(row?.displayName).toBe("后到");
  });
});

function aMoment() {
  let come = (): void => undefined;
  const comes = new Promise<void>((done) => {
    come = done;
  });
  return { comes, come };
}
