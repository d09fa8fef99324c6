import fc from "fast-check";
import { expect, it } from "vitest";
import { deed, lived, nextOf, start } from "./draw.js";
import { broken } from "./invariants.js";

/** More of them: LIVES=100000 LIVES_SEED=7 npx vitest run --project unit test/lives/pure */
const LIVES = Number(process.env["LIVES"] ?? 4_000);
const SEED = Number(process.env["LIVES_SEED"] ?? 20_261_123);

it(`${LIVES} random lives of an order keep the rules of its money (seed ${SEED})`, () => {
  const life = fc.property(start, fc.array(deed, { minLength: 4, maxLength: 14 }), (first, deeds) => {
    let order = first;
    for (const index of deeds.keys()) {
      const next = nextOf(deeds, index);
      if (next) order = lived(order, next.told, next.name);
      const faults = broken(order);
      if (faults.length > 0) expect(faults).toEqual([]);
    }
  });
  fc.assert(life, { seed: SEED, numRuns: LIVES });
}, 1_800_000);
