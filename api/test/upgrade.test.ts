import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { completeAdministrators } from "../src/identity/complete-administrators.flow.js";
import { addAccount, allRoles, openSession, setRolesOf } from "../src/identity/identity.store.js";
import { builtInRoles } from "../src/identity/role.js";
import { systemClock } from "../src/kernel/clock.js";
import { found } from "../src/kernel/refusal.js";
import { readConfig } from "../src/platform/config.js";
import { Database } from "../src/platform/database.js";
import { migrations } from "../src/platform/migrations/index.js";
import { Migrator } from "../src/platform/migrator.js";
import { permissions, SYSTEM } from "../src/platform/viewer.js";
import { buildServer, type Server } from "../src/server.js";
import { tables } from "../src/tables.js";
import { Actor } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { emptyFolder } from "./kit/platform.js";
import { openWorld, type World } from "./kit/world.js";

/** What an administrator held before anything could be priced, asked for or signed. */
const HELD_BEFORE = permissions.filter((permission) => !/^(pricing|sourcing|contracts)\./.test(permission));
const NAMES_OF_BEFORE = ["0001-first", "0002-search", "0003-ledger-guards", "0004-notices", "0005-wechat"];
const SAVE_ROLE = "mutation($input: SaveRoleInput!) { saveRole(input: $input) { role { id } userErrors { code } } }";

describe("a database as the release before left it", () => {
  let server: Server | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  it("lets its administrator do what is new, and leaves every other role as it was", async () => {
    const config = readConfig({ DATA_DIR: emptyFolder(), LOG_LEVEL: "silent" });
    const database = await Database.open(config, tables);
    const before = migrations.filter(({ name }) => NAMES_OF_BEFORE.includes(name));
    expect(before.map(({ name }) => name)).toEqual(NAMES_OF_BEFORE);
    await new Migrator(database, before, systemClock).run();
    for (const [id, name, held] of [
      ["administrators", "管理员", HELD_BEFORE],
      ["cashiers", "出纳", ["orders.read", "payments.read"]],
    ] as const) {
      const text = "INSERT INTO roles (id, name, permissions, builtIn, version) VALUES (?, ?, ?, 1, 1)";
      await database.writer.query(text, [id, name, JSON.stringify(held)]);
    }
    await database.close();

    server = await buildServer(config, { migrate: true });
    const { work } = server.platform;
    const token = await work.run(SYSTEM, async (tx) => {
      const login = "old-hand@example.com";
      const account = await addAccount(tx, "STAFF", { login, displayName: "老员工", phone: null, passwordHash: null });
      await setRolesOf(tx, account.id, ["administrators"]);
      return (await openSession(tx, account, { userAgent: "vitest", ip: "127.0.0.1" })).token;
    });
    const administrator = new Actor(server, "admin").withSession(token);
    const asked = await administrator.ask(
      "{ formulas { id } policies { key } roles { name editable permissions version } }",
    );
    expect(asked["formulas"]).toEqual([]);
    const roles = asked["roles"] as unknown as { name: string; permissions: string[] }[];
    expect(roles.find(({ name }) => name === "管理员")).toMatchObject({ editable: false, version: 2 });
    expect(roles.find(({ name }) => name === "管理员")?.permissions.toSorted()).toEqual(permissions.toSorted());
    expect(roles.find(({ name }) => name === "出纳")?.permissions).toEqual(["orders.read", "payments.read"]);
  });
});

describe("the administrators' role", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    const { work, database } = world.server.platform;
    await work.run(SYSTEM, async (tx) => {
      const text = "INSERT INTO roles (id, name, permissions, builtIn, version) VALUES (?, ?, ?, ?, 1)";
      await tx.run(text, ["administrators", "管理员", JSON.stringify([...HELD_BEFORE, "gone.away"]), true]);
    });
    expect(await allRoles(database.read)).toHaveLength(1);
  });
  afterAll(() => world.close());

  const stored = async () =>
    found((await allRoles(world.server.platform.database.read)).find(({ id }) => id === "administrators"));

  it("is completed once by processes that start at the same moment, and loses nothing it held", async () => {
    const { platform } = world.server;
    await Promise.all([1, 2, 3, 4].map(() => completeAdministrators(platform)));
    const role = await stored();
    expect(role.version).toBe(2);
    expect(role.permissions.toSorted()).toEqual(["gone.away", ...permissions].toSorted());
  });

  it("is edited by nobody", async () => {
    const staff = await aStaff(world);
    const { id, version } = await stored();
    const input = { id, version, name: "管理员", permissions: ["staff.manage"] };
    expect(await staff.refusal(SAVE_ROLE, input)).toBe("FORBIDDEN");
    expect((await stored()).version).toBe(version);
  });

  it("holds every permission where it is made new", () => {
    expect(builtInRoles[0]?.permissions).toEqual(permissions);
  });
});
