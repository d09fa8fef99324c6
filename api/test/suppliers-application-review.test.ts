import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Actor, type Data } from "./kit/actor.js";
import {
  APPROVE,
  type Applicants,
  aKey,
  aLicence,
  applicantsOf,
  MINE,
  type Open,
  REJECT,
  RETURN,
  SAVE,
  SUBMIT,
} from "./kit/applicants.js";
import { aCustomer, anItem, aPublishedProduct, aStaff, aSupplier, aUscc } from "./kit/makers-catalogue.js";
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

describe("a reviewer", () => {
  it("asks for more, gets it, and turns down with a reason; the applicant hears both by letter", async () => {
    const { visitor, token, id, email, version } = await applicants.submitted();
    expect(await staff.refusal(RETURN, { applicationId: id, version, reason: " " })).toBe("REASON_REQUIRED");
    const back = await staff.do(RETURN, { applicationId: id, version, reason: "执照模糊，请重传。" });
    expect(back["application"]).toMatchObject({ state: "NEEDS_INFO", reason: "执照模糊，请重传。" });
    await world.settle();
    expect(applicants.letterTo(email)?.text).toContain(`/supplier/apply/status#${token}`);
    const mended = { ...applicants.content(), token, version: version + 1, contactEmail: email };
    await visitor.do(SAVE, mended);
    const again = await visitor.do(SUBMIT, { token, version: version + 2 });
    expect(again["application"]).toMatchObject({ state: "SUBMITTED", reason: null });
    const seen = { applicationId: id, version: version + 3 };
    expect(await staff.refusal(REJECT, { ...seen, reason: "" })).toBe("REASON_REQUIRED");
    const done = await staff.do(REJECT, { ...seen, reason: "资质不符。" });
    expect(done["application"]).toMatchObject({ state: "REJECTED", availableActions: [] });
    await world.settle();
    expect(applicants.letterTo(email)?.text).toContain("资质不符。");
  });

  it("never sees drafts, and each state in its own list", async () => {
    const draft = await applicants.begun();
    const open = await applicants.submitted();
    const LIST =
      "query($state: ApplicationState, $first: Int, $after: String) { supplierApplications(state: $state, first: $first, after: $after) { nodes { id state availableActions } pageInfo { hasNextPage endCursor } } }";
    const idsOf = async (variables: Record<string, unknown>): Promise<string[]> => {
      const answer = await staff.ask(LIST, variables);
      const { nodes } = answer["supplierApplications"] as unknown as { nodes: { id: string }[] };
      return nodes.map((node) => node.id);
    };
    expect(await idsOf({ first: 100 })).toContain(open.id);
    expect(await idsOf({ first: 100 })).not.toContain(draft.id);
    expect(await idsOf({ state: "DRAFT" })).toEqual([]);
    expect(await idsOf({ state: "SUBMITTED", first: 100 })).toContain(open.id);
    expect(await idsOf({ state: "REJECTED", first: 100 })).not.toContain(open.id);
    const ONE = "query($id: ID!) { staffSupplierApplication(id: $id) { id availableActions } }";
    expect((await staff.ask(ONE, { id: draft.id }))["staffSupplierApplication"]).toBeNull();
    expect((await staff.ask(ONE, { id: open.id }))["staffSupplierApplication"]).toMatchObject({
      availableActions: ["APPROVE", "RETURN", "REJECT"],
    });
  });

  it("reads a list with as many statements however long it is", async () => {
    const fresh = await openWorld();
    const reviewer = await aStaff(fresh);
    const work = await anItem(fresh);
    const hand = async (): Promise<void> => {
      const visitor = fresh.stranger("supplier");
      const services = [{ itemId: work, level: 3, costPrice: "1700", salePrice: "2600", perDay: 5 }];
      const documents = [{ kind: "BUSINESS_LICENCE", fileId: await aLicence(visitor), expiresOn: null }];
      const saved = await visitor.do(SAVE, applicants.content({ services, documents }));
      await visitor.do(SUBMIT, { token: saved["token"], version: 1 });
    };
    const LIST =
      "{ supplierApplications { nodes { no regions { name } services { item { name category { name } } } documents { file { url } } supplier { name } } } }";
    await hand();
    const few = await fresh.statements(() => reviewer.ask(LIST));
    for (let count = 0; count < 3; count += 1) await hand();
    expect(await fresh.statements(() => reviewer.ask(LIST))).toHaveLength(few.length);
    await fresh.close();
  });

  it("pages through without repeats or gaps", async () => {
    for (let count = 0; count < 3; count += 1) await applicants.submitted();
    const LIST =
      "query($after: String, $first: Int!) { supplierApplications(state: SUBMITTED, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const page = async (first: number, after: string | null): Promise<Page> =>
      (await staff.ask(LIST, { first, after }))["supplierApplications"] as unknown as Page;
    const whole = (await page(100, null)).nodes.map((node) => node.id);
    const walked: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await page(2, after);
      walked.push(...nodes.map((node) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(walked).toEqual(whole);
  });
});

describe("approval", () => {
  it("makes supplier, owner, invitation and services in force at once, and sells them", async () => {
    const product = await aPublishedProduct(world, { components: [{ itemId: applicants.itemId }] });
    const { id, version, email } = await applicants.submitted();
    const done = await staff.do(APPROVE, { applicationId: id, version, idempotencyKey: aKey() });
    expect(done["application"]).toMatchObject({ state: "APPROVED", availableActions: [] });
    expect(done["supplier"]).toMatchObject({
      name: "湘江装饰有限公司",
      state: "ACTIVE",
      members: [{ login: email, role: "OWNER", hasPassword: false }],
      services: [
        { item: { id: applicants.itemId }, state: "EFFECTIVE", revision: 1, costPrice: "1700", salePrice: "2600" },
      ],
    });
    const link = String(done["invitationLink"]);
    await world.settle();
    expect(applicants.letterTo(email)?.text).toContain(`/supplier/set-password#${link.split("#")[1]}`);
    const owner = new Actor(world.server, "supplier");
    const SET =
      "mutation($input: SetPasswordByLinkInput!) { setPasswordByLink(input: $input) { me { app role supplier { name } } userErrors { code } } }";
    const entered = await owner.do(SET, { token: link.split("#")[1], password: "bamboo-lantern" });
    expect(entered["me"]).toEqual({ app: "SUPPLIER", role: "OWNER", supplier: { name: "湘江装饰有限公司" } });
    expect(await owner.refusal(SET, { token: link.split("#")[1], password: "bamboo-lantern-2" })).toBe("LINK_INVALID");
    const { product: listed } = await owner.ask(`{ product(slug: "${product.slug}") { priceFrom supplierCount } }`);
    expect(listed).toEqual({ priceFrom: "2600", supplierCount: 1 });
  });

  it("answers a repeat alike and does it once", async () => {
    const { id, version, email } = await applicants.submitted();
    const input = { applicationId: id, version, idempotencyKey: aKey() };
    const [first, second] = [await staff.do(APPROVE, input), await staff.do(APPROVE, input)];
    expect(second).toEqual(first);
    await world.settle();
    const letters = world.server.platform.post
      .mailbox()
      .filter((l) => l.to === email && l.subject.includes("工作账号"));
    expect(letters).toHaveLength(1);
    expect(await staff.refusal(APPROVE, { ...input, idempotencyKey: aKey() })).toBe("STALE_VERSION");
  });

  it("of two for the same company at once lets one win, and leaves nothing of the other", async () => {
    const uscc = aUscc();
    const [one, two] = [await applicants.submitted({ uscc }), await applicants.submitted({ uscc })];
    const approve = ({ id, version }: Open): Promise<Data> =>
      staff.ask(APPROVE, { input: { applicationId: id, version, idempotencyKey: aKey() } });
    const answers = await Promise.all([approve(one), approve(two)]);
    const codes = answers.map((answer) => {
      const errors = answer["approveSupplierApplication"]?.["userErrors"] as unknown as { code: string }[];
      return errors[0]?.code ?? "DONE";
    });
    expect(codes.sort()).toEqual(["DONE", "USCC_TAKEN"]);
    const sql = world.server.platform.database.read;
    expect(await sql.query("SELECT id FROM suppliers WHERE uscc = ?", [uscc])).toHaveLength(1);
    expect(await sql.query("SELECT id FROM accounts WHERE login IN (?, ?)", [one.email, two.email])).toHaveLength(1);
    expect(
      await sql.query("SELECT id FROM supplier_applications WHERE uscc = ? AND state = 'APPROVED'", [uscc]),
    ).toHaveLength(1);
  });

  it("of one application pressed twice at once happens once", async () => {
    const { id, version, uscc } = await applicants.submitted();
    const approve = (): Promise<Data> =>
      staff.ask(APPROVE, { input: { applicationId: id, version, idempotencyKey: aKey() } });
    const answers = await Promise.all([approve(), approve()]);
    const done = answers.filter((answer) => answer["approveSupplierApplication"]?.["supplier"]);
    expect(done).toHaveLength(1);
    const sql = world.server.platform.database.read;
    expect(await sql.query("SELECT id FROM suppliers WHERE uscc = ?", [uscc])).toHaveLength(1);
  });

  it("is refused when the contact's address is a work account already", async () => {
    const first = await applicants.submitted();
    await staff.do(APPROVE, { applicationId: first.id, version: first.version, idempotencyKey: aKey() });
    const second = await applicants.submitted({ contactEmail: first.email });
    const input = { applicationId: second.id, version: second.version, idempotencyKey: aKey() };
    expect(await staff.refusal(APPROVE, input)).toBe("LOGIN_TAKEN");
    const { supplierApplication } = await second.visitor.ask(MINE, { token: second.token });
    expect(supplierApplication).toMatchObject({ state: "SUBMITTED", supplier: null });
  });

  it("shows the applicant the outcome, never the supplier's file at the platform", async () => {
    const { visitor, token, id, version } = await applicants.submitted();
    await staff.do(APPROVE, { applicationId: id, version, idempotencyKey: aKey() });
    const { supplierApplication } = await visitor.ask(MINE, { token });
    expect(supplierApplication).toMatchObject({ state: "APPROVED", supplier: null });
    const ONE = "query($id: ID!) { staffSupplierApplication(id: $id) { supplier { name } } }";
    expect((await staff.ask(ONE, { id }))["staffSupplierApplication"]).toEqual({
      supplier: { name: "湘江装饰有限公司" },
    });
  });

  it("is a reviewer's alone", async () => {
    const { id, version } = await applicants.submitted();
    const input = { applicationId: id, version, idempotencyKey: aKey() };
    const reader = await aStaff(world, ["suppliers.read"]);
    const { owner } = await aSupplier(world);
    const customer = await aCustomer(world);
    for (const who of [reader, owner, customer]) expect(await who.error(APPROVE, { input })).toBe("FORBIDDEN");
    expect(await world.stranger("admin").error(APPROVE, { input })).toBe("UNAUTHENTICATED");
    expect(await reader.error("{ supplierApplications { nodes { id } } }")).toBe("FORBIDDEN");
  });
});
