import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../src/kernel/clock.js";
import { dayOf, startOfDay } from "../src/kernel/day.js";
import { found } from "../src/kernel/refusal.js";
import { instalmentsOf } from "../src/payments/instalment.store.js";
import { versionByNumber } from "../src/quotations/quotation.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { aStaff } from "./kit/makers-catalogue.js";
import { aTemplate } from "./kit/makers-contracts.js";
import {
  ACCEPT_QUOTATION,
  acceptanceOf,
  aQuotation,
  contentOf,
  type MadeQuotation,
  SAVE_QUOTATION,
  SEND_QUOTATION,
  TWO_STEPS,
} from "./kit/makers-quotations.js";
import { openWorld, type World } from "./kit/world.js";

let world: World;
let staff: Actor;
const read = () => world.server.platform.database.read;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
});
afterAll(() => world.close());

type Terms = Record<string, unknown>;

/** A draft, none of whose lines may be left out, whose second instalment has these terms. */
async function drafted(terms: Terms, content: Terms = {}): Promise<MadeQuotation> {
  const made = await aQuotation(world, { state: "DRAFT" });
  const base = contentOf(world, made);
  const lines = (base["lines"] as Terms[]).map((line) => ({ ...line, optional: false }));
  const plan = [TWO_STEPS[0], { ...TWO_STEPS[1], ...terms }];
  const { version } = found(await versionByNumber(read(), made.quotationId, 1));
  const named = { quotationId: made.quotationId, number: 1, version };
  await staff.do(SAVE_QUOTATION, { ...named, content: { ...base, lines, plan, ...content } });
  return made;
}

async function seen(made: MadeQuotation) {
  const { version } = found(await versionByNumber(read(), made.quotationId, 1));
  return { quotationId: made.quotationId, number: 1, version };
}

/** The second instalment as its order has it after the customer said yes. */
async function agreed(made: MadeQuotation) {
  await staff.do(SEND_QUOTATION, await seen(made));
  const { order } = await made.customer.do(ACCEPT_QUOTATION, await acceptanceOf(world, made));
  return found((await instalmentsOf(read(), [String(order?.["id"])]))[1]);
}

const PLAN = `query($no: String!) { quotation(no: $no) { versions { plan {
  trigger afterDays dueDay milestoneName graceDays overdueAction amount } } } }`;
const planShown = async (made: MadeQuotation): Promise<Data> => {
  const { quotation } = await made.customer.ask(PLAN, { no: made.no });
  return (quotation?.["versions"]?.[0]?.["plan"] as unknown as Data[])[1] as Data;
};

describe("a quotation's part falls due as its plan says, and so does the order's", () => {
  it.each([
    ["when the work is begun", { trigger: "ON_TICKETS_STARTED" }],
    ["on acceptance", { trigger: "ON_ACCEPTANCE" }],
    ["some days after acceptance", { trigger: "AFTER_DAYS", afterDays: 30 }],
  ])("%s", async (_words, terms) => {
    expect(await agreed(await drafted(terms))).toMatchObject({ state: "PLANNED", dueAt: null, ...terms });
  });

  it("at once, beside the one that opens the work", async () => {
    expect(await agreed(await drafted({ trigger: "ON_ORDER" }))).toMatchObject({ state: "DUE", gate: false });
  });

  it("with the contract that the quotation asks for", async () => {
    const contractTemplate = await aTemplate(world);
    expect(await agreed(await drafted({ trigger: "ON_CONTRACT" }, { contractTemplate }))).toMatchObject({
      ...{ trigger: "ON_CONTRACT", state: "PLANNED" },
    });
  });

  it("on a fixed day, with its grace and what happens when it is late", async () => {
    const dueDay = dayOf(world.clock.now() + 20 * DAY);
    const late = { graceDays: 5, overdueAction: "PAUSE_WORK" };
    const made = await drafted({ trigger: "ON_DATE", dueDay, ...late });
    expect(await agreed(made)).toMatchObject({ ...late, state: "PLANNED", dueOn: startOfDay(dueDay) });
    expect(await planShown(made)).toMatchObject({ trigger: "ON_DATE", dueDay, ...late });
  });

  it("some days after the order, and today is a day that is not over", async () => {
    const made = await agreed(await drafted({ trigger: "ON_DATE", afterDays: 10 }));
    expect(made).toMatchObject({ state: "PLANNED", dueAt: world.clock.now() + 10 * DAY });
    const today = dayOf(world.clock.now());
    expect(await agreed(await drafted({ trigger: "ON_DATE", dueDay: today }))).toMatchObject({ state: "DUE" });
  });

  it("with the milestone of one line, which is that component's in the order", async () => {
    const made = await drafted({ trigger: "ON_MILESTONE", milestone: "DONE", componentPosition: 2 });
    expect(await agreed(made)).toMatchObject({ milestone: "DONE", componentPosition: 1, state: "PLANNED" });
    expect(await planShown(made)).toMatchObject({ trigger: "ON_MILESTONE", milestoneName: "完工" });
  });

  it("with the milestone of whichever line reaches it first", async () => {
    const made = await drafted({ trigger: "ON_MILESTONE", milestone: "BEGUN" });
    expect(await agreed(made)).toMatchObject({ milestone: "BEGUN", componentPosition: null });
  });
});

describe("what could never fall due is not sent", () => {
  const refused = async (terms: Terms, content: Terms = {}) =>
    staff.refusal(SEND_QUOTATION, await seen(await drafted(terms, content)));
  const node = { trigger: "ON_MILESTONE", milestone: "DONE" };

  it("a contract that nobody asks for", async () => {
    expect(await refused({ trigger: "ON_CONTRACT" })).toBe("PLAN_NEEDS_CONTRACT");
  });

  it("a milestone that no line has, or not the line that is named", async () => {
    expect(await refused({ ...node, milestone: "NEVER" })).toBe("PLAN_MILESTONE_UNKNOWN");
    expect(await refused({ ...node, componentPosition: 3 })).toBe("PLAN_MILESTONE_UNKNOWN");
  });

  it("a milestone of work that the customer may leave out", async () => {
    const made = await aQuotation(world, { state: "DRAFT" });
    const content = contentOf(world, made);
    const plan = [TWO_STEPS[0], { ...TWO_STEPS[1], ...node, componentPosition: 2 }];
    await staff.do(SAVE_QUOTATION, { ...(await seen(made)), content: { ...content, plan } });
    expect(await staff.refusal(SEND_QUOTATION, await seen(made))).toBe("PLAN_MILESTONE_UNKNOWN");
  });

  it("a day that is over", async () => {
    const dueDay = dayOf(world.clock.now() - DAY);
    expect(await refused({ trigger: "ON_DATE", dueDay })).toBe("PLAN_DAY_OVER");
  });

  it("days after acceptance without their number, a milestone or a date without its own", async () => {
    for (const trigger of ["ON_MILESTONE", "ON_DATE"]) expect(await refused({ trigger })).toBe("VALIDATION");
    const made = await aQuotation(world, { state: "DRAFT" });
    const plan = [TWO_STEPS[0], { ...TWO_STEPS[1], trigger: "AFTER_DAYS" }];
    const content = { ...contentOf(world, made), plan };
    expect(await staff.refusal(SAVE_QUOTATION, { ...(await seen(made)), content })).toBe("VALIDATION");
  });

  it("and nothing of it reached the customer", async () => {
    const made = await drafted({ trigger: "ON_CONTRACT" });
    await staff.refusal(SEND_QUOTATION, await seen(made));
    expect((await versionByNumber(read(), made.quotationId, 1))?.state).toBe("DRAFT");
    const { quotation } = await made.customer.ask(PLAN, { no: made.no });
    expect(quotation).toBeNull();
  });
});
