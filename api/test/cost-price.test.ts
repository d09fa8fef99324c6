import { type GraphQLNamedType, getNamedType, isInterfaceType, isObjectType, isUnionType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Policy, policyOf } from "../src/platform/policy.js";
import { makeSchema } from "../src/schema.js";
import type { Actor } from "./kit/actor.js";
import {
  aCustomer,
  aMember,
  anItem,
  aPublishedProduct,
  aStaff,
  aSupplier,
  type MadeSupplier,
} from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

/** What would tell what the platform pays its suppliers, or leaves itself. */
const SECRET = /cost|margin|pay$/i;

/**
 * Fields that lead on although the root field is open to more people, because what they give depends on who asks. Each
 * is tried by name below.
 */
const doors = new Map([
  ["Me.supplier", "the viewer's own supplier"],
  ["SupplierApplication.services", "the applicant's own prices, by the private link"],
  ["SupplierApplication.supplier", "staff only; null for the applicant"],
]);

const schema = makeSchema();

interface Root {
  readonly name: string;
  readonly policy: Policy;
  readonly type: GraphQLNamedType;
}

function roots(): Root[] {
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return operations.flatMap((operation) =>
    Object.values(operation?.getFields() ?? {}).map((field) => {
      const policy = policyOf(field);
      if (!policy) throw new Error(`${field.name} has no policy`);
      return { name: field.name, policy, type: getNamedType(field.type) };
    }),
  );
}

/** Every secret field that can be asked for below a type, as `Type.field`. */
function secretsBelow(start: GraphQLNamedType): Set<string> {
  const secrets = new Set<string>();
  const seen = new Set<GraphQLNamedType>();
  const open = [start];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    if (isInterfaceType(type) || isUnionType(type)) open.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const path = `${type.name}.${field.name}`;
      if (SECRET.test(field.name)) secrets.add(path);
      if (!doors.has(path)) open.push(getNamedType(field.type));
    }
  }
  return secrets;
}

describe("the schema", () => {
  it("leads customers and strangers to no field that tells a cost", () => {
    const leaks = roots()
      .filter(({ policy }) => ["anyone", "signedIn", "customer"].includes(policy.who))
      .flatMap(({ name, type }) => [...secretsBelow(type)].map((path) => `${name} → ${path}`));
    expect(leaks).toEqual([]);
  });

  it("leads suppliers to their own prices and pay only", () => {
    const mine = roots()
      .filter(({ policy }) => policy.who === "supplier")
      .flatMap(({ type }) => [...secretsBelow(type)]);
    const allowed = [
      "MyService.costPrice",
      "SupplierTicket.pay",
      "OwnPay.unitCost",
      "SupplierQuotationLine.costAmount",
    ];
    expect([...new Set(mine)].filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it("gives staff costs as nullable fields, to be withheld without cost.read", () => {
    const staff = roots()
      .filter(({ policy }) => policy.who === "staff" || policy.who === "staffSession")
      .flatMap(({ type }) => [...secretsBelow(type)]);
    expect(staff).toContain("StaffService.costPrice");
    const fieldOf = (path: string) => {
      const [type = "", field = ""] = path.split(".");
      const owner = schema.getType(type);
      return isObjectType(owner) ? String(owner.getFields()[field]?.type) : "";
    };
    expect([...new Set(staff)].filter((path) => fieldOf(path).endsWith("!"))).toEqual([]);
  });

  it("has no cost on what customers see of suppliers and products", () => {
    for (const name of [
      "Supplier",
      "Offer",
      "Product",
      "ProductComponent",
      "PriceLine",
      "Order",
      "OrderComponent",
      "Ticket",
    ]) {
      const type = schema.getType(name);
      if (!isObjectType(type)) continue;
      expect(
        Object.keys(type.getFields()).filter((field) => SECRET.test(field)),
        name,
      ).toEqual([]);
    }
  });

  it("knows every door by a field that exists", () => {
    for (const path of doors.keys()) {
      const [type = "", field = ""] = path.split(".");
      const owner = schema.getType(type);
      expect(isObjectType(owner) && owner.getFields()[field], path).toBeTruthy();
    }
  });
});

describe("asked directly", () => {
  /** A cost no other number in any answer can be. */
  const COST = 6_543_217;
  let world: World;
  let made: MadeSupplier;
  let itemId: string;
  let slug: string;

  beforeAll(async () => {
    world = await openWorld();
    itemId = await anItem(world);
    slug = (await aPublishedProduct(world, { components: [{ itemId }] })).slug;
    made = await aSupplier(world, { services: [{ itemId, costPrice: COST, salePrice: 9_000_000 }] });
  });
  afterAll(() => world.close());

  const everythingOf = async (who: Actor, query: string): Promise<string> => JSON.stringify(await who.send(query));
  const MINE = "{ me { supplier { services { costPrice } } } }";

  it("shops and products never tell it", async () => {
    const page = `{ product(slug: "${slug}") { priceFrom components { item { name } offers { salePrice supplier { name rating { count } } } } } products { nodes { priceFrom } } supplier(id: "${made.supplierId}") { name completedCount } }`;
    for (const who of [world.stranger(), await aCustomer(world), (await aSupplier(world)).owner]) {
      const answer = await everythingOf(who, page);
      expect(answer).toContain("9000000");
      expect(answer).not.toContain(String(COST));
    }
  });

  it("the door Me.supplier opens the viewer's own supplier only", async () => {
    expect(await everythingOf(made.owner, MINE)).toContain(String(COST));
    expect(await everythingOf((await aMember(world, made.supplierId, "FINANCE")).actor, MINE)).toContain(String(COST));
    for (const who of [
      (await aMember(world, made.supplierId, "WORKER")).actor,
      world.stranger("supplier"),
      await aCustomer(world),
      await aStaff(world),
      (await aSupplier(world)).owner,
    ]) {
      expect(await everythingOf(who, MINE)).not.toContain(String(COST));
    }
  });

  it("staff need cost.read, on every way to a service", async () => {
    const ways = [
      `{ staffSupplier(id: "${made.supplierId}") { services { costPrice salePrice } } }`,
      "{ staffSuppliers { nodes { services { costPrice salePrice } } } }",
      `{ staffServiceItem(id: "${itemId}") { offers { costPrice salePrice } } }`,
    ];
    const [finance, clerk] = [
      await aStaff(world),
      await aStaff(world, ["suppliers.read", "suppliers.review", "catalogue.read"]),
    ];
    for (const way of ways) {
      expect(await everythingOf(finance, way)).toContain(String(COST));
      const answer = await everythingOf(clerk, way);
      expect(answer).toContain("9000000");
      expect(answer).not.toContain(String(COST));
    }
  });

  it("facts, which others hear, do not carry it", async () => {
    const PROPOSE =
      "mutation($input: ProposeServiceInput!) { proposeService(input: $input) { service { id version } userErrors { code } } }";
    const APPROVE = "mutation($input: ApproveServiceInput!) { approveService(input: $input) { userErrors { code } } }";
    const offer = {
      itemId,
      level: 3,
      costPrice: String(COST),
      salePrice: "9000001",
      perDay: 5,
      idempotencyKey: "cost-key-1",
    };
    const { service } = await made.owner.do(PROPOSE, offer);
    await (await aStaff(world)).do(APPROVE, { serviceId: service?.["id"], version: service?.["version"] });
    const facts = await world.server.platform.database.read.query("SELECT payload FROM facts");
    expect(JSON.stringify(facts)).toContain(service?.["id"]);
    expect(JSON.stringify(facts)).not.toContain(String(COST));
  });
});
