import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const CHANGE =
  "mutation($input: ChangePolicyInput!) { changePolicy(input: $input) { policies { key value } userErrors { code field } } }";
const READ = "{ policies { key kind unit value preset min max } }";
const CHANGES = "{ policyChanges { key before after by at } }";

let world: World;
let administrator: Actor;
beforeAll(async () => {
  world = await openWorld();
  administrator = await aStaff(world);
});
afterAll(() => world.close());

describe("policy settings", () => {
  it("say what they count and between which limits", async () => {
    const { policies } = await administrator.ask(READ);
    expect(policies).toContainEqual({
      ...{ key: "pricing.margin-floor", kind: "NUMBER", unit: "BASIS_POINTS", value: "1000", preset: "1000" },
      ...{ min: -10_000, max: 9_000 },
    });
    expect(policies).toContainEqual({
      ...{ key: "pricing.four-eyes", kind: "SWITCH", unit: null, value: "on", preset: "on", min: null, max: null },
    });
  });

  it.each([
    ["an unknown setting", { key: "pricing.nothing", value: "on", seen: "on" }],
    ["a switch that is neither on nor off", { key: "pricing.four-eyes", value: "maybe", seen: "on" }],
    ["a number beyond its limit", { key: "pricing.margin-floor", value: "9001", seen: "1000" }],
    ["a number with a fraction", { key: "pricing.margin-floor", value: "10.5", seen: "1000" }],
  ])("refuse %s", async (_title, input) => {
    expect(await administrator.refusal(CHANGE, input)).toBe("VALIDATION");
  });

  it("are changed by one of twenty administrators who saw the same, and tell who did", async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, () => aStaff(world, ["operations.manage"])));
    const answers = await Promise.all(
      crowd.map(async (actor, index) => {
        const input = { key: "pricing.tax-rate", seen: "600", value: String(601 + index) };
        const answer = (await actor.ask(CHANGE, { input }))["changePolicy"];
        return (answer["userErrors"][0]?.["code"] as string | undefined) ?? "CHANGED";
      }),
    );
    expect(answers.filter((answer) => answer === "CHANGED")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "STALE_VERSION")).toHaveLength(19);
    const { policyChanges } = await administrator.ask(CHANGES);
    expect(policyChanges).toHaveLength(1);
    expect(policyChanges).toMatchObject([
      {
        ...{ key: "pricing.tax-rate", before: "600", after: String(601 + answers.indexOf("CHANGED")) },
        by: expect.stringMatching(/^职员/) as string,
      },
    ]);
  });

  it("tell nothing new when nothing changed", async () => {
    await administrator.do(CHANGE, { key: "catalogue.four-eyes", seen: "on", value: "on" });
    expect((await administrator.ask(CHANGES))["policyChanges"]).toHaveLength(1);
  });

  it("are shown and changed by nobody without operations.manage", async () => {
    const clerk = await aStaff(world, ["pricing.read", "pricing.manage", "pricing.publish"]);
    expect(await clerk.error(READ)).toBe("FORBIDDEN");
    expect(await clerk.error(CHANGES)).toBe("FORBIDDEN");
    const input = { key: "pricing.four-eyes", seen: "on", value: "off" };
    expect(await clerk.error(CHANGE, { input })).toBe("FORBIDDEN");
  });
});
