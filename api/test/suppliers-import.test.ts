import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemById } from "../src/catalogue/item.store.js";
import { newId } from "../src/kernel/ids.js";
import { found, Refusal } from "../src/kernel/refusal.js";
import { readTable, type Table, writeTable } from "../src/platform/spreadsheet.js";
import type { Viewer } from "../src/platform/viewer.js";
import { suppliersById } from "../src/suppliers/supplier.store.js";
import type { Actor, Data } from "./kit/actor.js";
import { anItem, aStaff, aSupplier, type MadeSupplier } from "./kit/makers-catalogue.js";
import { openWorld, type World } from "./kit/world.js";

const REPORT = "report { total good written bad { row column code value } } userErrors { code }";
const IMPORT = `mutation($input: ImportServicesInput!) { importServices(input: $input) { ${REPORT} } }`;
const IMPORT_FOR = `mutation($input: ImportServicesInput!) { importServicesFor(input: $input) { ${REPORT} } }`;
const EXPORT =
  "mutation($input: ExportServicesInput!) { exportServices(input: $input) { file { url mime } userErrors { code } } }";
const EXPORT_MINE =
  "mutation($input: ExportMyServicesInput!) { exportMyServices(input: $input) { file { url mime } userErrors { code } } }";
const HEADING = ["服务项目编号", "能力等级", "成本价（元）", "销售价（元）", "每天接单", "服务区域", "生效日期"];

let world: World;
let staff: Actor;
let staffId: string;

beforeAll(async () => {
  world = await openWorld();
  staff = await aStaff(world);
  staffId = String((await staff.ask("{ me { id } }"))["me"]?.["id"]);
});
afterAll(() => world.close());

async function keep(accountId: string, content: Buffer): Promise<string> {
  const { platform } = world.server;
  const viewer = { kind: "customer", accountId, sessionId: "", ip: "" } satisfies Viewer;
  return (await platform.files.keep(platform.work, viewer, "IMPORT", content)).id;
}

const codeOf = async (itemId: string): Promise<string> =>
  found(await itemById(world.server.platform.database.read, itemId)).code;

async function run(shop: MadeSupplier, table: Table, mode: string, format: "CSV" | "XLSX" = "CSV"): Promise<Data> {
  const fileId = await keep(shop.ownerAccountId, await writeTable(table, format, "服务"));
  return (await shop.owner.do(IMPORT, { fileId, mode, idempotencyKey: newId() }))["report"] as Data;
}

async function proposals(shop: MadeSupplier): Promise<unknown[]> {
  const asked = await shop.owner.ask("{ me { supplier { services { state salePrice costPrice regions { name } } } } }");
  const services = asked["me"]?.["supplier"]?.["services"] as unknown as { state: string }[];
  return services.filter(({ state }) => state === "PROPOSED");
}

describe("a table of services", () => {
  it("becomes proposals, from CSV and from a workbook alike, once for a repeat", async () => {
    for (const format of ["CSV", "XLSX"] as const) {
      const shop = await aSupplier(world);
      const rows = [HEADING, [await codeOf(await anItem(world)), "4", "70", "¥1,100.50", "3", "长沙", "2026/12/1"]];
      expect(await run(shop, rows, "DRY_RUN", format)).toEqual({ total: 1, good: 1, written: 0, bad: [] });
      expect(await proposals(shop)).toEqual([]);
      const fileId = await keep(shop.ownerAccountId, await writeTable(rows, format, "服务"));
      const input = { fileId, mode: "ALL_OR_NONE", idempotencyKey: newId() };
      const first = await shop.owner.do(IMPORT, input);
      expect(first["report"]).toMatchObject({ written: 1 });
      expect(await shop.owner.do(IMPORT, input)).toEqual(first);
      expect(await proposals(shop)).toEqual([
        { state: "PROPOSED", salePrice: "110050", costPrice: "7000", regions: [{ name: "长沙市" }] },
      ]);
    }
  });

  it("tells every bad cell, and writes none or only the good rows, as asked", async () => {
    const shop = await aSupplier(world);
    const code = await codeOf(await anItem(world));
    const good = [code, "3", "70", "100", "5", "", ""];
    const rows = [
      HEADING,
      good,
      ["NOWHERE", "x", "", "100", "0", "", ""],
      ["", "", "", "", "", "", ""],
      [await codeOf(await anItem(world)), "9", "70", "100", "5", "", ""],
      [await codeOf(await anItem(world)), "3", "170", "100", "5", "火星", "2026-02-30"],
      [await codeOf(await anItem(world)), "3", "170", "100", "5", "", ""],
      good,
    ];
    const bad = [
      { row: 3, column: "item", code: "UNKNOWN_ITEM", value: "NOWHERE" },
      { row: 3, column: "level", code: "NOT_A_NUMBER", value: "x" },
      { row: 3, column: "costPrice", code: "MISSING", value: "" },
      { row: 5, column: "level", code: "OUT_OF_RANGE", value: "9" },
      { row: 6, column: "regions", code: "UNKNOWN_REGION", value: "火星" },
      { row: 6, column: "effectiveFrom", code: "NOT_A_DAY", value: "2026-02-30" },
      { row: 7, column: "costPrice", code: "BELOW_COST", value: "170" },
      { row: 8, column: "item", code: "REPEATED", value: code },
    ];
    expect(await run(shop, rows, "ALL_OR_NONE")).toEqual({ total: 6, good: 1, written: 0, bad });
    expect(await proposals(shop)).toEqual([]);
    expect(await run(shop, rows, "GOOD_ONLY")).toEqual({ total: 6, good: 1, written: 1, bad });
    expect(await proposals(shop)).toHaveLength(1);
  });

  it("tells each of two thousand bad rows", async () => {
    const shop = await aSupplier(world);
    const rows = Array.from({ length: 2_000 }, () => [
      "没有这个编号".repeat(10),
      "高级",
      "免费",
      "面议",
      "很多",
      "火星",
      "改天",
    ]);
    const report = await run(shop, [HEADING, ...rows], "GOOD_ONLY");
    const bad = report["bad"] as unknown as { row: number }[];
    expect(new Set(bad.map(({ row }) => row)).size).toBe(2_000);
    expect(report).toMatchObject({ total: 2_000, good: 0, written: 0 });
  });

  it("names the columns it lacks", async () => {
    const shop = await aSupplier(world);
    expect(
      await run(
        shop,
        [
          ["服务项目编号", "备注"],
          ["A", "b"],
        ],
        "GOOD_ONLY",
      ),
    ).toMatchObject({
      good: 0,
      bad: ["level", "costPrice", "salePrice", "perDay"].map((column) => ({ row: 1, column, code: "COLUMN_MISSING" })),
    });
  });

  it("is read as Excel in China writes it, in GB 18030", async () => {
    // "编号,价" in GB 18030
    const content = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xbc, 0xdb]);
    expect(await readTable(content, "text/csv")).toEqual([["编号", "价"]]);
  });

  it("of many suppliers is staff's, by the suppliers' codes", async () => {
    const [one, two] = [await aSupplier(world), await aSupplier(world)];
    const rows = await suppliersById(world.server.platform.database.read, [one.supplierId, two.supplierId]);
    const code = await codeOf(await anItem(world));
    const line = (supplier: string) => [supplier, code, "3", "70", "100", "5", "", ""];
    const table = [["supplier", ...HEADING], ...[...rows.values()].map((row) => line(row.code)), line("SP-NOBODY")];
    const fileId = await keep(staffId, await writeTable(table, "XLSX", "服务"));
    const input = { fileId, mode: "GOOD_ONLY", idempotencyKey: newId() };
    expect((await staff.do(IMPORT_FOR, input))["report"]).toEqual({
      total: 3,
      good: 2,
      written: 2,
      bad: [{ row: 4, column: "supplier", code: "UNKNOWN_SUPPLIER", value: "SP-NOBODY" }],
    });
    expect(await proposals(one)).toHaveLength(1);
  });
});

describe("bad uploads", () => {
  it("are refused: no table, a broken workbook, one that unpacks to too much, too many rows", async () => {
    const shop = await aSupplier(world);
    await expect(keep(shop.ownerAccountId, Buffer.from([0, 1, 2, 3]))).rejects.toBeInstanceOf(Refusal);
    const workbook = await writeTable([HEADING], "XLSX", "服务");
    const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    await expect(readTable(workbook.subarray(0, workbook.length - 40), xlsx)).rejects.toMatchObject({
      code: "FILE_REJECTED",
    });
    const bomb = Buffer.from(workbook);
    const directory = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(900_000_000, directory + 24);
    await expect(readTable(bomb, xlsx)).rejects.toMatchObject({ code: "FILE_REJECTED" });
    const long = await writeTable(
      Array.from({ length: 2_050 }, () => ["x"]),
      "CSV",
      "服务",
    );
    await expect(readTable(long, "text/csv")).rejects.toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  it("of somebody else are not there, and the deed is its people's alone", async () => {
    const shop = await aSupplier(world);
    const rival = await aSupplier(world);
    const fileId = await keep(shop.ownerAccountId, await writeTable([HEADING], "CSV", "服务"));
    const input = { fileId, mode: "DRY_RUN", idempotencyKey: newId() };
    expect(await rival.owner.refusal(IMPORT, input)).toBe("NOT_FOUND");
    expect(await staff.refusal(IMPORT_FOR, input)).toBe("NOT_FOUND");
    expect(await shop.owner.error(IMPORT_FOR, { input })).toBe("FORBIDDEN");
    const clerk = await aStaff(world, ["suppliers.read"]);
    expect(await clerk.error(IMPORT_FOR, { input })).toBe("FORBIDDEN");
  });
});

describe("an export", () => {
  const open = async (url: string): Promise<{ text: Table; headers: Record<string, unknown> }> => {
    const reply = await world.server.http.inject({ method: "GET", url });
    const mime = String(reply.headers["content-type"]).split(";")[0] ?? "";
    return { text: await readTable(reply.rawPayload, mime), headers: reply.headers };
  };

  it("can be imported again as it is", async () => {
    const itemId = await anItem(world);
    const shop = await aSupplier(world, { services: [{ itemId }] });
    for (const format of ["CSV", "XLSX"]) {
      const { file } = (await shop.owner.do(EXPORT_MINE, { format })) as unknown as { file: { url: string } };
      const { text, headers } = await open(file.url);
      expect(headers["content-disposition"]).toMatch(/^attachment/);
      expect(await run(shop, text, "DRY_RUN")).toMatchObject({ total: 1, good: 1, bad: [] });
    }
  });

  it("has the cost only for who may read it, and no cell that a spreadsheet would run", async () => {
    const itemId = await anItem(world);
    const shop = await aSupplier(world, { services: [{ itemId, costPrice: 7_777 }] });
    await world.server.platform.work.run({ kind: "system" }, (tx) =>
      tx.run("UPDATE supplier_services SET notes = '=HYPERLINK(\"http://x\")' WHERE supplierId = ?", [shop.supplierId]),
    );
    const input = { format: "CSV", supplierIds: [shop.supplierId] };
    const all = (await staff.do(EXPORT, input)) as unknown as { file: { url: string } };
    const reply = await world.server.http.inject({ method: "GET", url: all.file.url });
    expect(reply.body.startsWith("\uFEFF服务商编号")).toBe(true);
    expect(reply.body).toContain("77.77");
    expect(reply.body).toContain("'=HYPERLINK");
    const clerk = await aStaff(world, ["suppliers.read"]);
    const less = (await clerk.do(EXPORT, input)) as unknown as { file: { url: string } };
    const { text } = await open(less.file.url);
    expect(JSON.stringify(text)).not.toContain("77.77");
    expect(text[0]).not.toContain("成本价（元）");
  });
});
