import { createHash } from "node:crypto";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { makePdf, type PdfDocument } from "./pdf.js";

const aDocument = (wish: Partial<PdfDocument> = {}): PdfDocument => ({
  title: "装修服务合同",
  no: "HT20261122-7K3M9Q",
  madeAt: Date.UTC(2026, 10, 22, 8),
  hash: "5f2c".repeat(16),
  blocks: [
    { kind: "FACTS", facts: [{ label: "甲方（客户）", value: "陈思远" }] },
    { kind: "HEADING", text: "一、服务内容与价款" },
    {
      kind: "TABLE",
      columns: [
        { title: "项目", width: 3 },
        { title: "金额", width: 1, right: true },
      ],
      rows: [["水电改造", "¥12,600.00"]],
      foot: ["合计", "¥12,600.00"],
    },
    { kind: "PARAGRAPH", text: "双方签字后生效。\n本合同一式两份。" },
    { kind: "SIGNATURES", parties: [{ role: "甲方", name: "陈思远" }] },
  ],
  ...wish,
});

async function textOf(bytes: Buffer): Promise<{ pages: number; text: string }> {
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { pages: totalPages, text: text.replaceAll(/\s/gu, "") };
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("a PDF", () => {
  it("holds its Chinese text, its number and its hash as text that can be searched", async () => {
    const { pages, text } = await textOf(await makePdf(aDocument()));
    expect(pages).toBe(1);
    for (const part of ["装修服务合同", "HT20261122-7K3M9Q", "陈思远", "水电改造", "¥12,600.00", "双方签字后生效。"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("5f2c".repeat(16));
    expect(text).toContain("第1/1页");
  });

  it("is the same file for the same description, and another for another instant or word", async () => {
    const first = sha256(await makePdf(aDocument()));
    expect(sha256(await makePdf(aDocument()))).toBe(first);
    expect(sha256(await makePdf(aDocument({ madeAt: Date.UTC(2026, 10, 23) })))).not.toBe(first);
    expect(sha256(await makePdf(aDocument({ title: "家政服务合同" })))).not.toBe(first);
  });

  it("goes on over pages with the table's head on each, in under a second, and stays small", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`第 ${index + 1} 项，按图施工`, "¥1.00"]);
    const columns = [
      { title: "项目名称", width: 3 },
      { title: "金额", width: 1, right: true },
    ];
    // Work of the processor, not time on the wall: a busy machine makes nobody slower at it.
    const began = process.cpuUsage();
    const bytes = await makePdf(aDocument({ blocks: [{ kind: "TABLE", columns, rows }] }));
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(1_000);
    expect(bytes.length).toBeLessThan(200_000);
    const { pages, text } = await textOf(bytes);
    expect(pages).toBeGreaterThan(2);
    expect(text.match(/项目名称/gu)).toHaveLength(pages);
    expect(text).toContain(`第${pages}/${pages}页`);
    expect(text).toContain("第120项，按图施工");
  });

  it("breaks a paragraph that is longer than a page, loses nothing and adds no empty page", async () => {
    const clause = (n: number): string =>
      `第${n}条　甲方按付款计划付款，乙方按约定的工艺与工期施工，未尽事宜由双方协商。`;
    const text = Array.from({ length: 200 }, (_, index) => clause(index + 1)).join("\n");
    const told = await textOf(await makePdf(aDocument({ blocks: [{ kind: "PARAGRAPH", text }] })));
    for (const n of [1, 77, 200]) expect(told.text).toContain(`第${n}条`);
    expect(told.pages).toBeLessThan(7);
  });

  it("prints 〓 for what its font does not have and leaves out what nobody can see", async () => {
    const blocks = [{ kind: "PARAGRAPH", text: "张\u{20BB7}\u0000家\u202E😀完" }] as const;
    expect((await textOf(await makePdf(aDocument({ blocks })))).text).toContain("张〓家〓完");
  });
});
