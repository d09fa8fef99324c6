import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Data } from "./kit/actor.js";
import {
  APPROVE,
  type Applicants,
  aKey,
  aLicence,
  applicantsOf,
  MINE,
  SAVE,
  SUBMIT,
  WITHDRAW,
} from "./kit/applicants.js";
import { aCustomer, anItem, aStaff, aSupplier } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let staff: Actor;
let applicants: Applicants;

beforeAll(async () => {
  world = await openWorld({ demo: true });
  staff = await aStaff(world);
  applicants = await applicantsOf(world);
});
// All these strangers come from one address, which may ask for so many letters only.
beforeEach(() => world.server.platform.limits.forget("lettersPerAddress", "127.0.0.1"));
afterAll(() => world.close());

describe("an applicant", () => {
  it("begins, goes on by the private link and hands in, without an account", async () => {
    const open = await applicants.begun({ organisation: "", services: [], documents: [] });
    expect(applicants.letterTo(open.email)?.text).toContain(`/supplier/apply/status#${open.token}`);
    const again = world.stranger("supplier");
    const changed = applicants.content({ token: open.token, version: open.version });
    const saved = await again.do(SAVE, changed);
    expect(saved["token"]).toBeNull();
    expect(saved["application"]).toMatchObject({ state: "DRAFT", availableActions: ["SAVE", "SUBMIT", "WITHDRAW"] });
    const done = await again.do(SUBMIT, { token: open.token, version: 2 });
    expect(done["application"]).toMatchObject({ state: "SUBMITTED", availableActions: ["WITHDRAW"] });
    const { supplierApplication } = await again.ask(MINE, { token: open.token });
    expect(supplierApplication).toMatchObject({
      services: [{ item: { name: "墙面乳胶漆" }, costPrice: "1700" }],
      documents: [{ kind: "BUSINESS_LICENCE" }],
    });
  });

  it("gets the same application and link for a repeat, while the database keeps only the token's hash", async () => {
    const visitor = world.stranger("supplier");
    const input = applicants.content();
    const [first, second] = [await visitor.do(SAVE, input), await visitor.do(SAVE, input)];
    expect(second["token"]).toBe(first["token"]);
    expect((second["application"] as Data)["id"]).toBe((first["application"] as Data)["id"]);
    const sql = world.server.platform.database.read;
    const kept = await sql.query<Record<string, unknown>>("SELECT * FROM supplier_applications");
    const answers = await sql.query<Record<string, unknown>>("SELECT * FROM idempotency_keys");
    expect(JSON.stringify([kept, answers])).not.toContain(first["token"]);
    expect(await visitor.refusal(SAVE, { ...input, organisation: "别家公司" })).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("opens nothing with a wrong token", async () => {
    const visitor = world.stranger("supplier");
    expect((await visitor.ask(MINE, { token: "x".repeat(43) }))["supplierApplication"]).toBeNull();
    expect(await visitor.refusal(SUBMIT, { token: "x".repeat(43), version: 1 })).toBe("NOT_FOUND");
    expect(await visitor.refusal(WITHDRAW, { token: "x".repeat(43), version: 1 })).toBe("NOT_FOUND");
    expect(await visitor.refusal(SAVE, { ...applicants.content(), token: "x".repeat(43), version: 1 })).toBe(
      "NOT_FOUND",
    );
  });

  it.each([
    ["VALIDATION", { organisation: "" }],
    ["VALIDATION", { uscc: "" }],
    ["VALIDATION", { regions: [] }],
    ["SERVICES_MISSING", { services: [] }],
    ["DOCUMENTS_MISSING", { documents: [] }],
  ])("can't hand in what is incomplete: %s for %o", async (code, wish) => {
    const { visitor, token, version } = await applicants.begun(wish);
    expect(await visitor.refusal(SUBMIT, { token, version })).toBe(code);
  });

  it("is refused a wrong code, a price below cost, an unknown item and another's file at once", async () => {
    const visitor = world.stranger("supplier");
    const good = { itemId: applicants.itemId, level: 3, costPrice: "1700", salePrice: "2600", perDay: 5 };
    const other = await aCustomer(world);
    const foreign = await aLicence(other);
    for (const wish of [
      { uscc: "91430100MA4L000019" },
      { services: [{ ...good, costPrice: "2601" }] },
      { services: [{ ...good, itemId: "x".repeat(22) }] },
      { services: [{ ...good, itemId: await anItem(world, { state: "DRAFT" }) }] },
    ]) {
      expect(await visitor.refusal(SAVE, applicants.content(wish))).toBe("VALIDATION");
    }
    const documents = [{ kind: "BUSINESS_LICENCE", fileId: foreign }];
    expect(await visitor.refusal(SAVE, applicants.content({ documents }))).toBe("NOT_FOUND");
  });

  it("can't overwrite what moved meanwhile, nor change what is handed in", async () => {
    const { visitor, token, version } = await applicants.begun();
    const input = { ...applicants.content(), token };
    await visitor.do(SAVE, { ...input, version });
    expect(await visitor.refusal(SAVE, { ...input, version, idempotencyKey: aKey() })).toBe("STALE_VERSION");
    expect(await visitor.refusal(SUBMIT, { token, version })).toBe("STALE_VERSION");
    await visitor.do(SUBMIT, { token, version: 2 });
    expect(await visitor.refusal(SAVE, { ...input, version: 3, idempotencyKey: aKey() })).toBe("INVALID_STATE");
    expect(await visitor.refusal(SUBMIT, { token, version: 3 })).toBe("INVALID_STATE");
  });

  it("withdraws for good", async () => {
    const { visitor, token, version, id } = await applicants.submitted();
    const done = await visitor.do(WITHDRAW, { token, version });
    expect(done["application"]).toMatchObject({ state: "WITHDRAWN", availableActions: [] });
    expect(await staff.refusal(APPROVE, { applicationId: id, version: 3, idempotencyKey: aKey() })).toBe(
      "INVALID_STATE",
    );
  });

  it("is told at once when the company is a supplier already", async () => {
    const { uscc } = await aSupplier(world);
    const { visitor, token, version } = await applicants.begun({ uscc });
    expect(await visitor.refusal(SUBMIT, { token, version })).toBe("USCC_TAKEN");
  });
});
