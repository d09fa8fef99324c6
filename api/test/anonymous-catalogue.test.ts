import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogueStamp, forgetOldChanges, noteCatalogueChange } from "../src/catalogue/search-stamp.store.js";
import { canonicalText } from "../src/http/canonical.js";
import { anonymousDocuments } from "../src/http/gql/anonymous-documents.js";
import { SYSTEM } from "../src/platform/viewer.js";
import { buildServer, type Server } from "../src/server.js";
import { aCategory, anItem, aPublishedProduct, aStaff, aSupplier, CHANGSHA } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const SAVE_CATEGORY =
  "mutation($input: SaveCategoryInput!) { saveCategory(input: $input) { userErrors { code } category { id } } }";
const SUSPEND = "mutation($input: SuspendSupplierInput!) { suspendSupplier(input: $input) { userErrors { code } } }";

let world: World;
let supplierId: string;
let slug: string;

beforeAll(async () => {
  world = await openWorld();
  const category = await aCategory(world, "家电清洗");
  const itemId = await anItem(world, { categoryId: category.id });
  ({ supplierId } = await aSupplier(world, { services: [{ itemId }] }));
  ({ slug } = await aPublishedProduct(world, { title: "空调清洗", category, components: [{ itemId }] }));
}, 60_000);
afterAll(() => world.close());

const textOf = (name: string): string => anonymousDocuments.find((text) => text.startsWith(`query ${name}`)) ?? "";
const hashOf = (name: string): string => createHash("sha256").update(textOf(name)).digest("hex");
function addressOf(name: string, variables: Record<string, unknown> = {}): string {
  const text = canonicalText(variables);
  return `/graphql/documents/${hashOf(name)}${text === "{}" ? "" : `?variables=${encodeURIComponent(text)}`}`;
}
const get = (url: string, headers: Record<string, string> = {}, server: Server = world.server) =>
  server.http.inject({ method: "GET", url, headers });

describe("the public catalogue by GET", () => {
  it("answers what a POST answers, once made and then kept", async () => {
    const asked = await world.stranger().ask(textOf("HomePage"), {});
    const first = await get(addressOf("HomePage"));
    expect(first.statusCode).toBe(200);
    expect((first.json() as { data: unknown }).data).toEqual(asked);
    let statements = 0;
    const forget = world.server.platform.database.onStatement(() => {
      statements += 1;
    });
    await get(addressOf("HomePage"));
    forget();
    expect(statements).toBeLessThanOrEqual(1);
  });

  it("says how long it may be kept, compresses, and answers 304 to who has it", async () => {
    const url = addressOf("ProductPage", { slug });
    const plain = await get(url);
    expect(plain.headers["cache-control"]).toBe("public, max-age=0, s-maxage=15, stale-while-revalidate=60");
    expect(plain.headers["vary"]).toBe("accept-encoding");
    expect(plain.headers["set-cookie"]).toBeUndefined();
    const squeezed = await get(url, { "accept-encoding": "gzip, br" });
    expect(squeezed.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(squeezed.rawPayload).toString()).toBe(plain.body);
    expect((await get(url, { "accept-encoding": "br;q=0" })).headers["content-encoding"]).toBeUndefined();
    const again = await get(url, { "if-none-match": String(plain.headers["etag"]) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await get(url, { "if-none-match": 'W/"other"' })).statusCode).toBe(200);
  });

  it("refuses whoever is somebody, and keeps nothing of them", async () => {
    const customer = { cookie: "kaidan-shop=abc" };
    const [key, app] = [{ authorization: "Bearer aaaaaaaaaaaaaaaaaaaaaaaa" }, { "x-kaidan-app": "shop" }];
    for (const headers of [customer, key, app]) {
      const refused = await get(addressOf("HomePage"), headers);
      expect(refused.statusCode).toBe(400);
      expect(refused.headers["cache-control"]).toBe("no-store");
      expect(refused.headers["etag"]).toBeUndefined();
    }
  });

  it("takes one spelling of a wish only", async () => {
    const hash = hashOf("CategoryPage");
    const spelled = (text: string): string => `/graphql/documents/${hash}?variables=${encodeURIComponent(text)}`;
    const wrong = [
      spelled('{"slug": "a"}'),
      spelled('{"sort":"PRICE","slug":"a"}'),
      spelled('{"slug":"a","regionCode":null}'),
      spelled('{"slug":"a","slug":"b"}'),
      spelled("{}"),
      spelled("[]"),
      spelled("null"),
      spelled(`{"slug":"${"a".repeat(2_000)}"}`),
      `${spelled('{"slug":"a"}')}&utm=1`,
      `${spelled('{"slug":"a"}')}#`.replace("#", "%20"),
      `/graphql/documents/${hash}?variables={%22slug%22:%22a%22}`,
      `/graphql/documents/${hash}?`,
      `/graphql/documents/${hash}?variables=%E0%A4%A`,
    ];
    for (const url of wrong) {
      const refused = await get(url);
      expect([url, refused.statusCode]).toEqual([url, 400]);
      expect(refused.headers["cache-control"]).toBe("no-store");
    }
    expect((await get(spelled('{"slug":"a"}'))).statusCode).toBe(200);
  });

  it("serves no other document, no variables that do not fit, and no other GET", async () => {
    const { products } = { products: "{ products { nodes { id } } }" };
    const free = createHash("sha256").update(products).digest("hex");
    expect((await get(`/graphql/documents/${free}`)).statusCode).toBe(404);
    expect((await get("/graphql/documents/toString")).statusCode).toBe(404);
    expect((await get(addressOf("CategoryPage", { slug: 1 }))).statusCode).toBe(400);
    expect((await get(addressOf("CategoryPage", {}))).statusCode).toBe(400);
    expect((await get("/graphql?query={__typename}")).statusCode).not.toBe(200);
  });

  it("is the same whatever else a request says", async () => {
    const plain = await get(addressOf("HomePage"));
    const poison = {
      ...{
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "http",
        origin: "https://evil",
      },
      ...{ "user-agent": "<script>", "accept-language": "en", "x-original-url": "/", "x-http-method-override": "POST" },
    };
    const poisoned = await get(addressOf("HomePage"), poison);
    expect(poisoned.body).toBe(plain.body);
    expect(poisoned.headers["etag"]).toBe(plain.headers["etag"]);
    expect(poisoned.body).not.toContain("evil");
  });
});

describe("a change of the catalogue", () => {
  it("is seen by the next GET: a name, a price that nobody offers any more, a new product", async () => {
    const staff = await aStaff(world);
    const home = async (): Promise<string> => (await get(addressOf("HomePage"))).body;
    await home();
    const category = { slug: "fresh", name: "新分类", nameEn: "Fresh", icon: "home", position: 9 };
    await staff.do(SAVE_CATEGORY, category);
    expect(await home()).toContain("新分类");
    const itemId = await anItem(world);
    await aSupplier(world, { services: [{ itemId }] });
    await aPublishedProduct(world, { title: "油烟机清洗", components: [{ itemId }], regions: [CHANGSHA] });
    expect(await home()).toContain("油烟机清洗");
    expect(await home()).toContain("空调清洗");
    await staff.do(SUSPEND, { supplierId, version: 1, reason: "核查。" });
    expect(await home()).not.toContain("空调清洗");
  });

  it("made in another process is seen within a moment", async () => {
    const { config } = world.server.platform;
    const other = await buildServer(config, { clock: world.clock });
    try {
      const names = async (): Promise<string> => (await get(addressOf("CategoriesPage"), {}, other)).body;
      expect(await names()).not.toContain("别处");
      const staff = await aStaff(world);
      await staff.do(SAVE_CATEGORY, { slug: "elsewhere", name: "别处", nameEn: "Else", icon: "home", position: 10 });
      await expect.poll(names, { timeout: 3_000 }).toContain("别处");
    } finally {
      await other.stop();
    }
  });

  it("that nobody sees empties no copy: a proposal, an update that moves nothing", async () => {
    const { work, database } = world.server.platform;
    const before = await catalogueStamp(database.read);
    await work.run(SYSTEM, async (tx) => {
      await tx.run("UPDATE supplier_services SET version = version, notes = 'x'");
      await tx.run("UPDATE suppliers SET version = version");
    });
    expect(await catalogueStamp(database.read)).toEqual(before);
    await work.run(SYSTEM, (tx) => tx.run("UPDATE supplier_services SET salePrice = salePrice + 1"));
    expect((await catalogueStamp(database.read)).shop).not.toBe(before.shop);
  });

  it("does not make the words forgotten, however many follow it", async () => {
    const { work, database } = world.server.platform;
    await work.run(SYSTEM, (tx) => noteCatalogueChange(tx, "WORDS"));
    const { words } = await catalogueStamp(database.read);
    await work.run(SYSTEM, async (tx) => {
      for (let change = 0; change < 200; change += 1) await noteCatalogueChange(tx, "SHOP");
      await forgetOldChanges(tx);
    });
    expect((await catalogueStamp(database.read)).words).toBe(words);
    const [row] = await database.read.query<{ n: number }>("SELECT COUNT(*) AS n FROM catalogue_changes");
    expect(Number(row?.n)).toBeLessThanOrEqual(128);
  });

  it("that commits late is not missed by who looked in between", async () => {
    const { work, database } = world.server.platform;
    if (database.dialect === "sqlite") return; // one writer: the order of numbers is the order of commits
    const before = await catalogueStamp(database.read);
    let after: { shop: string } | undefined;
    await work.run(SYSTEM, async (slow) => {
      await slow.run("INSERT INTO catalogue_changes (kind) VALUES ('SHOP')");
      await work.run(SYSTEM, (quick) => quick.run("INSERT INTO catalogue_changes (kind) VALUES ('SHOP')"));
      after = await catalogueStamp(database.read);
    });
    expect(after?.shop).not.toBe(before.shop);
    expect((await catalogueStamp(database.read)).shop).not.toBe(after?.shop);
  });
});
