import { describe, expect, it } from "vitest";
import { cards } from "./template.js";
import { checkTemplate, faultOfFields, type ListedTemplate, rowsOf } from "./template-check.js";

const NOTHING = { templateId: null, fields: [] };
const content = [
  "订单编号：{{character_string2.DATA}}",
  "服务项目:{{thing7.DATA}}",
  " 当前进度： {{phrase4.DATA}}",
  "更新时间：{{time11.DATA}}",
].join("\n");
const progress: ListedTemplate = { template_id: "T-progress", title: "服务进度通知", content };
const fields = [
  { name: "no", key: "character_string2", type: "character_string" },
  { name: "item", key: "thing7", type: "thing" },
  { name: "status", key: "phrase4", type: "phrase" },
  { name: "at", key: "time11", type: "time" },
];
const changed = (from: string, to: string): ListedTemplate => ({ ...progress, content: content.replace(from, to) });

describe("a template's content", () => {
  it("is read line by line, with either colon and with Windows' line ends", () => {
    expect(rowsOf(content.replaceAll("\n", "\r\n")).map(({ label, key, type }) => [label, key, type])).toEqual([
      ["订单编号", "character_string2", "character_string"],
      ["服务项目", "thing7", "thing"],
      ["当前进度", "phrase4", "phrase"],
      ["更新时间", "time11", "time"],
    ]);
  });
});

describe("checking a card against the account", () => {
  it("finds the template by its title and each row's key by its label", () => {
    expect(checkTemplate("PROGRESS", [progress], NOTHING)).toEqual({
      templateId: "T-progress",
      fields,
      state: "READY",
      problem: null,
    });
  });

  it("says which template to add when there is none", () => {
    const checked = checkTemplate("PROGRESS", [], NOTHING);
    expect(checked.state).toBe("MISSING");
    expect(checked.problem).toContain("「服务进度通知」");
    expect(checked.problem).toContain("订单编号、服务项目、当前进度、更新时间");
  });

  it.each([
    ["a row is missing", changed("更新时间", "完成时间"), "缺少「更新时间」一行"],
    ["a row has another type", changed("phrase4", "amount4"), "「当前进度」的类型是 amount，需要 phrase"],
    [
      "a row is too many",
      { ...progress, content: `${content}\n联系电话：{{phone_number9.DATA}}` },
      "多出「联系电话」一行",
    ],
  ])("says so in words when %s", (_title, template, words) => {
    const checked = checkTemplate("PROGRESS", [template], NOTHING);
    expect(checked.state).toBe("MISMATCH");
    expect(checked.problem).toContain(words);
  });

  it("takes the one that fits of two with the same title", () => {
    const checked = checkTemplate(
      "PROGRESS",
      [{ ...changed("更新时间", "完成时间"), template_id: "T-other" }, progress],
      NOTHING,
    );
    expect(checked).toMatchObject({ state: "READY", templateId: "T-progress" });
  });

  it("keeps what was put in by hand as long as the template still has these keys", () => {
    const other = { ...changed("订单编号", "合同编号"), title: "进度提醒" };
    const byHand = { templateId: "T-progress", fields };
    expect(checkTemplate("PROGRESS", [other], byHand)).toMatchObject({ state: "READY", fields });
    const moved = { ...other, content: other.content.replace("thing7", "thing8") };
    expect(checkTemplate("PROGRESS", [moved], byHand).state).toBe("MISMATCH");
  });

  it("says that the registered template is gone", () => {
    const checked = checkTemplate("PROGRESS", [], { templateId: "T-old", fields });
    expect(checked).toMatchObject({ state: "MISSING", templateId: "T-old" });
    expect(checked.problem).toContain("登记的模板已不在服务号中");
  });
});

describe("rows put in by hand", () => {
  it("are every row of the card, each by a key of its own that takes it", () => {
    expect(faultOfFields("PROGRESS", fields)).toBeNull();
    expect(faultOfFields("PROGRESS", fields.slice(1))).toBe("");
    expect(faultOfFields("PROGRESS", [...fields, { name: "more", key: "thing9", type: "thing" }])).toBe("");
    expect(
      faultOfFields(
        "PROGRESS",
        fields.map((field) => ({ ...field, key: "thing7" })),
      ),
    ).toBe("");
    const wrong = (change: Partial<(typeof fields)[number]>) =>
      fields.map((field) => (field.name === "item" ? { ...field, ...change } : field));
    expect(faultOfFields("PROGRESS", wrong({ key: "phrase7", type: "phrase" }))).toBe("item");
    expect(faultOfFields("PROGRESS", wrong({ key: "thing7.DATA" }))).toBe("item");
    expect(faultOfFields("PROGRESS", wrong({ type: "name" }))).toBe("item");
    expect(faultOfFields("PROGRESS", wrong({ name: "title" }))).toBe("item");
  });

  it("exist for every card", () => {
    for (const [code, card] of Object.entries(cards)) {
      const given = card.fields.map(({ name, type }, index) => ({ name, key: `${type}${index + 1}`, type }));
      expect(faultOfFields(code as keyof typeof cards, given)).toBeNull();
    }
  });
});
