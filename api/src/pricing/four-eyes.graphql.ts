import type { Context } from "../platform/context.js";
import { policyOn } from "../platform/policies.js";

const FOUR_EYES = Symbol("pricing.four-eyes");

/** Whether formulas and rules are put in force by another person than who wrote them; one statement for a request. */
export async function asksForAnother({ platform, loaders }: Context): Promise<boolean> {
  const loader = loaders.byId(FOUR_EYES, async (keys) => {
    const on = await policyOn(platform.database.read, "pricing.four-eyes");
    return new Map(keys.map((key) => [key, on]));
  });
  return (await loader.load("on")) ?? true;
}
