import { expect, type Locator, type Page } from "@playwright/test";
import { choose, confirm } from "./controls.js";

/** A product as its composer thinks of it. */
export interface Composition {
  readonly title: string;
  readonly titleEn: string;
  readonly slug: string;
  readonly category: string;
  readonly summary: string;
  readonly picture: string;
  readonly city: string;
  /** The number a customer tells; components may take their quantity from it. */
  readonly question: { readonly label: string; readonly labelEn: string; readonly unit: string };
  readonly components: readonly {
    readonly item: string;
    /** The item whose acceptance it waits for; without it, it starts at once. */
    readonly after?: string;
    readonly required: boolean;
    readonly quantity: "asked" | number;
  }[];
  readonly plan: readonly {
    readonly name: string;
    readonly nameEn: string;
    readonly percent: number;
    readonly nature: string;
    readonly when: string;
  }[];
}

/** Saves a first draft that has a name and nothing else. */
export async function beginDraft(page: Page, product: Composition): Promise<void> {
  await page.goto("/admin/products/new");
  const basics = page.getByRole("region", { name: "基本信息" });
  await basics.getByRole("textbox", { name: "标题", exact: true }).fill(product.title);
  await basics.getByRole("textbox", { name: "网址名" }).fill(product.slug);
  await basics.getByRole("combobox", { name: "分类" }).selectOption({ label: product.category });
  const first = product.components[0]?.item ?? "";
  await choose(page, part(page, "服务组成", "第 1 行").getByRole("combobox", { name: "服务项目" }), new RegExp(first));
  await saveDraft(page);
  await expect(page.getByRole("heading", { name: product.title, level: 1 })).toBeVisible();
}

/** Fills in everything that is still missing and saves. */
export async function completeDraft(page: Page, product: Composition): Promise<void> {
  const basics = page.getByRole("region", { name: "基本信息" });
  await basics.getByRole("textbox", { name: "英文标题" }).fill(product.titleEn);
  await basics.getByRole("textbox", { name: "一句话介绍" }).fill(product.summary);
  await page.getByRole("radio", { name: product.picture, exact: true }).check({ force: true }); // drawn over its radio
  await ask(page, product.question);
  for (const [index, component] of product.components.entries()) {
    if (index > 0) await addComponent(page, index, component.item);
    await describeComponent(part(page, "服务组成", component.item), component, product.question.label);
  }
  for (const [index, step] of product.plan.entries()) await planStep(page, index, step);
  await page.getByRole("region", { name: "销售范围" }).getByRole("checkbox", { name: product.city }).check();
  await saveDraft(page);
}

/** One condition of the publish checklist. */
export function guard(page: Page, words: string): Locator {
  return page.getByRole("region", { name: "发布检查" }).getByRole("listitem").filter({ hasText: words });
}

/** Hands the draft in; whoever does so can't publish it. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("已提交，等待另一位同事审核")).toBeVisible();
}

/** Finds a product among those that wait for review and publishes it; customers see it at once. */
export async function publish(page: Page, title: string): Promise<void> {
  await page.goto("/admin/products?state=IN_REVIEW");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await confirm(page, `发布 ${title} 第 1 版？`, "发布");
  await expect(page.getByText("已发布，商城立即可见")).toBeVisible();
}

/** A row of a section by the name it has now. */
function part(page: Page, section: string, name: string): Locator {
  return page.getByRole("region", { name: section }).getByRole("group", { name, exact: true });
}

async function ask(page: Page, question: Composition["question"]): Promise<void> {
  await page.getByRole("button", { name: "添加填写项" }).click();
  await part(page, "客户填写项", "第 1 行").getByRole("textbox", { name: "问题", exact: true }).fill(question.label);
  const row = part(page, "客户填写项", question.label);
  await row.getByRole("textbox", { name: "英文问题" }).fill(question.labelEn);
  await row.getByRole("textbox", { name: "单位" }).fill(question.unit);
}

async function addComponent(page: Page, index: number, item: string): Promise<void> {
  await page.getByRole("button", { name: "添加服务项目" }).click();
  const row = part(page, "服务组成", `第 ${index + 1} 行`);
  await choose(page, row.getByRole("combobox", { name: "服务项目" }), new RegExp(item));
}

async function describeComponent(
  row: Locator,
  { required, quantity, after }: Composition["components"][number],
  question: string,
): Promise<void> {
  if (quantity === "asked") {
    await row.getByRole("combobox", { name: "数量", exact: true }).selectOption({ label: "由客户填写" });
    await row.getByRole("combobox", { name: "取自填写项" }).selectOption({ label: question });
  } else {
    await row.getByRole("textbox", { name: /^数量/ }).fill(String(quantity));
  }
  if (after) await choose(row.page(), row.getByRole("combobox", { name: "等谁验收" }), new RegExp(after));
  if (required) return;
  await row.getByRole("checkbox", { name: "必选" }).uncheck();
  await row.getByRole("checkbox", { name: "默认选中" }).uncheck();
}

async function planStep(page: Page, index: number, step: Composition["plan"][number]): Promise<void> {
  const plan = page.getByRole("region", { name: "付款计划" });
  const rows = plan.getByRole("listitem");
  if ((await rows.count()) === index) await plan.getByRole("button", { name: "添加一期" }).click();
  const row = rows.nth(index);
  await row.getByRole("textbox", { name: "名称", exact: true }).fill(step.name);
  await row.getByRole("textbox", { name: "英文名称" }).fill(step.nameEn);
  await row.getByRole("textbox", { name: "比例" }).fill(String(step.percent));
  await row.getByRole("combobox", { name: "性质" }).selectOption({ label: step.nature });
  await row.getByRole("combobox", { name: "何时支付" }).selectOption({ label: step.when });
}

async function saveDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("草稿已保存").last()).toBeVisible();
  await expect(page.getByRole("button", { name: "保存草稿" })).toBeDisabled();
}
