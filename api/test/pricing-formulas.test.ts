import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR } from "../src/kernel/clock.js";
import type { Actor } from "./kit/actor.js";
import { anItem, aPublishedProduct, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { openWorld, START, type World } from "./kit/world.js";

const VERSION =
  "id number state version effectiveFrom expression author publisher mine tests { name expected actual error passed }";
const FORMULA = `formula { code name current { ${VERSION} } draft { ${VERSION} } versions { ${VERSION} } } userErrors { code field data }`;
const SAVE = `mutation($input: SaveFormulaDraftInput!) { saveFormulaDraft(input: $input) { ${FORMULA} } }`;
const PUBLISH = `mutation($input: PublishFormulaInput!) { publishFormula(input: $input) { ${FORMULA} } }`;
const RETIRE = `mutation($input: RetireFormulaInput!) { retireFormula(input: $input) { ${FORMULA} } }`;
const READ = `query($code: String!) { formula(code: $code) { code current { number } versions { number state } } }`;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly version: number;
  readonly effectiveFrom: string | null;
  readonly tests: { actual: string | null; error: string | null; passed: boolean }[];
}
interface Saved {
  readonly formula: { code: string; current: Version | null; draft: Version | null; versions: Version[] } | null;
  readonly userErrors: { code: string; field: string | null; data: string | null }[];
}

let world: World;
let author: Actor;
let publisher: Actor;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  author = await aStaff(world, ["pricing.read", "pricing.manage"]);
  publisher = await aStaff(world);
});
afterAll(() => world.close());

const text = (wish: Record<string, unknown> = {}) => ({
  params: [{ name: "vouchers", type: "NUMBER", min: "0", max: "1000", default: "0" }],
  tables: [
    {
      name: "months_rate",
      kind: "TIER",
      rows: [
        { from: "1", value: "1" },
        { from: "12", value: "0.92" },
      ],
    },
  ],
  expression: "(unit_price + max(0, vouchers - 50) * 2) * quantity * tier(months_rate, quantity)",
  resultUnit: "元",
  roundingStep: 1,
  roundingMode: "HALF_UP",
  tests: [anExample()],
  ...wish,
});
const anExample = (expected = "264960") => ({
  name: "一年，60 张票",
  inputs: [
    { name: "unit_price", value: "220" },
    { name: "quantity", value: "12" },
    { name: "vouchers", value: "60" },
  ],
  expected,
});

async function asked<Answer>(actor: Actor, query: string, variables: Record<string, unknown>): Promise<Answer> {
  return (await actor.ask(query, variables)) as unknown as Answer;
}
async function save(actor: Actor, input: Record<string, unknown>): Promise<Saved> {
  const answer = await asked<{ saveFormulaDraft: Saved }>(actor, SAVE, {
    input: { name: "代理记账", fresh: true, text: text(), ...input },
  });
  return answer.saveFormulaDraft;
}
async function aDraft(wish: Record<string, unknown> = {}): Promise<{ code: string; draft: Version }> {
  const code = `BOOKS-${(count += 1)}`;
  const { formula } = await save(author, { code, text: text(wish) });
  return { code, draft: formula?.draft as Version };
}
async function publish(actor: Actor, draft: Version, effectiveFrom: string | null = null): Promise<Saved> {
  const input = { formulaVersionId: draft.id, version: draft.version, effectiveFrom };
  return (await asked<{ publishFormula: Saved }>(actor, PUBLISH, { input })).publishFormula;
}

describe("a formula's draft", () => {
  it("is TESTED by its examples alone, to the fen, and a DRAFT again when one fails", async () => {
    const { code, draft } = await aDraft();
    expect(draft).toMatchObject({
      number: 1,
      state: "TESTED",
      mine: true,
      tests: [{ actual: "264960", passed: true }],
    });
    const wrong = await save(author, { code, fresh: false, version: 1, text: text({ tests: [anExample("264961")] }) });
    expect(wrong.formula?.draft).toMatchObject({ number: 1, state: "DRAFT", version: 2, tests: [{ passed: false }] });
    const none = await save(author, { code, fresh: false, version: 2, text: text({ tests: [] }) });
    expect(none.formula?.draft?.state).toBe("DRAFT");
  });

  it("names the code and the place of what can't be understood, and keeps nothing", async () => {
    const code = `BROKEN-${(count += 1)}`;
    const refused = await save(author, { code, text: text({ expression: "unit_price * vuochers" }) });
    expect(refused.userErrors[0]).toMatchObject({ code: "FORMULA_INVALID", field: "expression" });
    expect(JSON.parse(refused.userErrors[0]?.data ?? "")).toMatchObject({ issue: "UNKNOWN_NAME", from: 13, to: 21 });
    expect((await asked<{ formula: null }>(author, READ, { code })).formula).toBeNull();
  });

  it("refuses a version that moved, a code that is taken and one that is not there", async () => {
    const { code } = await aDraft();
    const stale = await save(author, { code, fresh: false, version: 7 });
    expect(stale.userErrors[0]?.code).toBe("STALE_VERSION");
    expect((await save(author, { code })).userErrors[0]).toMatchObject({ code: "VALIDATION", field: "code" });
    expect((await save(author, { code: "NOWHERE", fresh: false })).userErrors[0]?.code).toBe("NOT_FOUND");
  });

  it("lets one of two who save at once win", async () => {
    const { code, draft } = await aDraft();
    const answers = await Promise.all([1, 2].map(() => save(author, { code, fresh: false, version: draft.version })));
    expect(answers.map((answer) => answer.userErrors[0]?.code ?? "SAVED").sort()).toEqual(["SAVED", "STALE_VERSION"]);
  });
});

describe("publishing a formula", () => {
  it("takes another person than its author while the policy asks for it", async () => {
    const both = await aStaff(world);
    const code = `OWN-${(count += 1)}`;
    const draft = (await save(both, { code })).formula?.draft as Version;
    expect((await publish(both, draft)).userErrors[0]?.code).toBe("FOUR_EYES");
    await setPolicy("pricing.four-eyes", "off", "on");
    const done = await publish(both, draft);
    await setPolicy("pricing.four-eyes", "on", "off");
    expect(done.formula?.current).toMatchObject({ number: 1, state: "PUBLISHED" });
  });

  it("takes a person who had no hand in it, whoever saved it last", async () => {
    const first = await aStaff(world);
    const code = `HANDS-${(count += 1)}`;
    await save(first, { code });
    const again = (await save(publisher, { code, fresh: false, version: 1 })).formula?.draft as Version;
    expect((await publish(first, again)).userErrors[0]?.code).toBe("FOUR_EYES");
    expect((await publish(publisher, again)).userErrors[0]?.code).toBe("FOUR_EYES");
    expect((await publish(await aStaff(world), again)).formula?.current?.state).toBe("PUBLISHED");
  });

  it("refuses what is not tested, and a second time", async () => {
    const { draft } = await aDraft({ tests: [anExample("1")] });
    expect((await publish(publisher, draft)).userErrors[0]?.code).toBe("INVALID_STATE");
    const good = (await aDraft()).draft;
    expect((await publish(publisher, good)).userErrors).toEqual([]);
    expect((await publish(publisher, good)).userErrors[0]?.code).toBe("STALE_VERSION");
  });

  it("leaves exactly one version in force at any instant, and the one before it when it is retired", async () => {
    const { code, draft } = await aDraft();
    await publish(publisher, draft);
    const next = (await save(author, { code, fresh: false, version: null })).formula?.draft as Version;
    const later = new Date(START + HOUR).toISOString();
    const planned = await publish(publisher, next, later);
    expect(planned.formula?.current?.number).toBe(1);
    expect(planned.formula?.versions[0]).toMatchObject({ number: 2, effectiveFrom: later });
    world.clock.advance(HOUR);
    const now = await asked<{ formula: { current: Version } }>(author, READ, { code });
    expect(now.formula.current.number).toBe(2);
    const { id: formulaVersionId, version } = planned.formula?.versions[0] as Version;
    const retired = await asked<{ retireFormula: Saved }>(publisher, RETIRE, { input: { formulaVersionId, version } });
    expect(retired.retireFormula.formula?.current?.number).toBe(1);
  });

  it("is for good: not even the database changes or deletes what was published", async () => {
    const { draft } = await aDraft();
    await publish(publisher, draft);
    const { writer } = world.server.platform.database;
    const change = writer.query("UPDATE formula_versions SET expression = '1' WHERE id = ?", [draft.id]);
    await expect(change).rejects.toThrow(/only ever retired/);
    await expect(writer.query("DELETE FROM formula_versions WHERE id = ?", [draft.id])).rejects.toThrow(
      /never deleted/,
    );
  });
});

describe("policy settings", () => {
  it("are changed by an administrator who saw what they say, and the change is told", async () => {
    expect(await setPolicy("pricing.tax-rate", "900", "600")).toBeUndefined();
    expect(await setPolicy("pricing.tax-rate", "300", "600")).toBe("STALE_VERSION");
    expect(await setPolicy("pricing.tax-rate", "10001", "900")).toBe("VALIDATION");
    expect(await setPolicy("pricing.four-eyes", "maybe", "on")).toBe("VALIDATION");
    expect(await setPolicy("pricing.nothing", "on", "on")).toBe("VALIDATION");
    const [fact] = await world.server.platform.database.read.query<{ payload: string; actorId: string }>(
      "SELECT payload, actorId FROM facts WHERE kind = 'PolicyChanged' AND payload LIKE '%tax-rate%'",
    );
    expect(JSON.parse(fact?.payload ?? "")).toEqual({ key: "pricing.tax-rate", before: "600", after: "900" });
    expect(fact?.actorId).toBeTruthy();
    await setPolicy("pricing.tax-rate", "600", "900");
  });
});

describe("a formula that a product on sale needs", () => {
  async function twoVersionsOnSale(): Promise<{ code: string; versions: Version[] }> {
    const { code, draft } = await aDraft();
    const first = (await publish(publisher, draft)).formula?.current as Version;
    const { formula } = await save(author, { code, fresh: false, version: null, text: text() });
    world.clock.advance(1_000);
    const second = (await publish(publisher, formula?.draft as Version)).formula?.current as Version;
    const itemId = await anItem(world);
    await aSupplier(world, { services: [{ itemId }] });
    await aPublishedProduct(world, { components: [{ itemId, priceFormula: code }] });
    return { code, versions: [first, second] };
  }
  async function retire({ id, version }: Version): Promise<string> {
    const input = { formulaVersionId: id, version };
    const { retireFormula } = await asked<{ retireFormula: Saved }>(publisher, RETIRE, { input });
    return retireFormula.userErrors[0]?.code ?? "RETIRED";
  }

  it("keeps a version in force when two people retire its last two at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { code, versions } = await twoVersionsOnSale();
      expect((await Promise.all(versions.map(retire))).sort()).toEqual(["FORMULA_IN_USE", "RETIRED"]);
      const { formula } = await asked<{ formula: { current: object | null } }>(publisher, READ, { code });
      expect(formula.current).not.toBeNull();
    }
  });
});

async function setPolicy(key: string, value: string, seen: string): Promise<string | undefined> {
  const change = "mutation($input: ChangePolicyInput!) { changePolicy(input: $input) { userErrors { code } } }";
  const answer = await asked<{ changePolicy: { userErrors: { code: string }[] } }>(publisher, change, {
    input: { key, value, seen },
  });
  return answer.changePolicy.userErrors[0]?.code;
}
