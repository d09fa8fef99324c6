import type { CollectionTerms } from "../catalogue/collection.js";
import type { ChoiceGroup, ProductInputSpec, SaleMode } from "../catalogue/product.js";
import { fen } from "../kernel/money.js";
import { building, type DemoPlan, feast, home, office, small, whole } from "./plans-data.js";

interface DemoComponent {
  readonly item: string;
  readonly stage: number;
  readonly quantity: number;
  /** Code of the input that gives the quantity; without it the quantity is fixed. */
  readonly from?: string;
  /** Code of the formula that prices it; without it sale price times quantity. */
  readonly formula?: string;
  /** An expression of the answers that gives the quantity. */
  readonly expression?: string;
  /** Code of the either-or group it is one of. */
  readonly group?: string;
  /** Positions of what must be accepted before it, and the hours after that; without them the stage says so. */
  readonly after?: readonly number[];
  readonly lagHours?: number;
  /** Optional ones may be left out; `true` means chosen at first. */
  readonly optional?: boolean;
  /** Sold and collected by the platform itself unless told. */
  readonly collection?: Partial<CollectionTerms>;
}

interface DemoProduct {
  readonly slug: string;
  readonly category: string;
  readonly picture: string;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly description: string;
  readonly inputs: readonly ProductInputSpec[];
  readonly components: readonly DemoComponent[];
  readonly plan: DemoPlan;
  readonly groups?: readonly ChoiceGroup[];
  /** At a price unless told. */
  readonly saleMode?: SaleMode;
  /** Code of the template its contract is made from; bought without one unless told. */
  readonly contract?: string;
}

/** The office's fee of one class of a trademark. */
const MARK_FEE = { officialFee: fen(27_000) };
/** The supplier sells; a bank keeps the money until the work is accepted. */
const KEPT_FOR_SUPPLIER = { collectionMode: "CUSTODY", commissionRate: 1_200 } as const;
/** The supplier sells and takes the tail on the day; the platform claims its commission. */
const PAID_TO_SUPPLIER = { collectionMode: "DIRECT", commissionRate: 1_000 } as const;

const number = (
  code: string,
  label: string,
  labelEn: string,
  unit: string,
  min: number,
  max: number,
  hint: string | null = null,
): ProductInputSpec => ({
  code,
  label,
  labelEn,
  kind: "NUMBER",
  unit,
  required: true,
  min,
  max,
  options: [],
  hint,
});
/** A question that may stay open: the formula presumes an answer. */
const open = (input: ProductInputSpec): ProductInputSpec => ({ ...input, required: false });
const text = (code: string, label: string, labelEn: string, hint: string | null = null): ProductInputSpec => ({
  code,
  label,
  labelEn,
  kind: "TEXT",
  unit: null,
  required: true,
  min: null,
  max: null,
  options: [],
  hint,
});
const choice = (code: string, label: string, labelEn: string, options: readonly string[]): ProductInputSpec => ({
  code,
  label,
  labelEn,
  kind: "CHOICE",
  unit: null,
  required: true,
  min: null,
  max: null,
  options,
  hint: null,
});
const day = (code: string, label: string, labelEn: string): ProductInputSpec => ({
  code,
  label,
  labelEn,
  kind: "DATE",
  unit: null,
  required: true,
  min: null,
  max: null,
  options: [],
  hint: null,
});

const COMPANY_NAME = text("NAME", "拟用公司名称", "Company name", "可写两个备选，用顿号隔开");
const TAXPAYER = choice("INDUSTRY", "行业", "Industry", ["软件与信息", "餐饮零售", "文化传媒", "建筑装饰", "其他"]);
const MONTHS = number("MONTHS", "记账月数", "Months", "月", 6, 36);
const AREA = number("AREA", "建筑面积", "Floor area", "㎡", 20, 500);
const WEDDING_DAY = day("DAY", "婚期", "Wedding day");

export const products: readonly DemoProduct[] = [
  {
    slug: "startup-small",
    category: "company",
    picture: "company",
    title: "创业无忧·小规模套餐",
    titleEn: "Start-up package, small-scale",
    summary: "注册、刻章、报税、记账一次办好，进度随时看。",
    description: "从核名到第一年记账，一位顾问跟到底。\n可加开户陪同、注册地址和商标。\n材料齐备后三个工作日内领照。",
    inputs: [COMPANY_NAME, TAXPAYER, MONTHS],
    components: [
      { item: "REG", stage: 1, quantity: 1 },
      { item: "SEAL", stage: 2, quantity: 1 },
      { item: "TAXREG", stage: 3, quantity: 1 },
      { item: "BOOKS-S", stage: 4, quantity: 12, from: "MONTHS" },
      { item: "BANK", stage: 3, quantity: 1, optional: true },
      { item: "ADDRESS", stage: 1, quantity: 1, optional: false },
      { item: "MARK", stage: 3, quantity: 1, optional: false, collection: MARK_FEE },
    ],
    plan: office,
  },
  {
    slug: "growth-general",
    category: "tax",
    picture: "bookkeeping",
    title: "一般纳税人成长套餐",
    titleEn: "General taxpayer package",
    summary: "税务报到加一般纳税人记账，进销项有人盯。",
    description: "专属会计每月沟通一次，季度出具经营分析。",
    inputs: [TAXPAYER, MONTHS],
    components: [
      { item: "TAXREG", stage: 1, quantity: 1 },
      { item: "BOOKS-G", stage: 2, quantity: 12, from: "MONTHS" },
    ],
    plan: office,
  },
  {
    slug: "bookkeeping-small",
    category: "tax",
    picture: "bookkeeping",
    title: "小规模代理记账",
    titleEn: "Small-scale bookkeeping",
    summary: "按月记账报税，老板只管经营。",
    description: "每月 10 日前收票，15 日前申报，20 日前交报表。",
    inputs: [
      MONTHS,
      open(number("VOUCHERS", "每月票据", "Papers a month", "张", 0, 5_000, "50 张以内不加价")),
      open(number("STAFF", "员工人数", "Staff", "人", 0, 500, "10 人以内不加价")),
      open(choice("EXPORT", "出口业务", "Exports", ["无", "有"])),
    ],
    components: [{ item: "BOOKS-S", stage: 1, quantity: 12, from: "MONTHS", formula: "BOOKKEEPING" }],
    plan: office,
  },
  {
    slug: "brand-protection",
    category: "brand",
    picture: "trademark",
    title: "品牌保护包",
    titleEn: "Brand protection",
    summary: "检索先行，几类一起申请更稳妥。",
    description: "每类 950 元，其中官费 270 元代收代缴，代理费 680 元。\n先出检索报告，再提交申请。",
    inputs: [text("MARK", "商标名称", "Trademark"), number("CLASSES", "申请类别数", "Classes", "类", 1, 10)],
    components: [{ item: "MARK", stage: 1, quantity: 3, from: "CLASSES", collection: MARK_FEE }],
    plan: whole,
  },
  {
    slug: "company-registration",
    category: "company",
    picture: "seal",
    title: "公司注册加刻章",
    titleEn: "Registration and seals",
    summary: "只要执照和章，三天拿到手。",
    description: "核名、登记、领照、刻章备案，全程代办。",
    inputs: [COMPANY_NAME],
    components: [
      { item: "REG", stage: 1, quantity: 1 },
      { item: "SEAL", stage: 2, quantity: 1 },
    ],
    plan: small,
  },
  {
    slug: "half-package",
    category: "renovation",
    picture: "renovation",
    title: "省心半包装修",
    titleEn: "Half-package renovation",
    summary: "主材自己挑，施工交给我们，节点验收再付款。",
    description: "拆改、水电、防水、瓦木油，按节点验收。\n增项先签字后施工，质保金一年后支付。",
    inputs: [
      AREA,
      number("POINTS", "水电点位", "Points", "点位", 10, 200, "两居约 60 个，三居约 90 个"),
      number("WET", "厨卫阳台面积", "Wet area", "㎡", 5, 100),
      text("AGE", "楼龄与楼层", "Age and floor", "如：15 年，5 楼，无电梯"),
    ],
    components: [
      { item: "WIRING", stage: 1, quantity: 60, from: "POINTS" },
      { item: "PROOF", stage: 2, quantity: 20, from: "WET" },
      { item: "SHELL", stage: 3, quantity: 89, from: "AREA" },
      { item: "DEEPCLEAN", stage: 4, quantity: 89, from: "AREA", optional: true },
    ],
    plan: building,
    contract: "RENOVATION",
  },
  {
    slug: "whole-home",
    category: "renovation",
    picture: "renovation",
    title: "整家装修·五期付款",
    titleEn: "A whole home, paid in five",
    summary: "从水电到柜体一次做完，定金一成，做到哪一步付到哪一步。",
    description:
      "水电、防水、基装、柜体、保洁，一份合同。\n" +
      "定金 10%，开工 30%，瓦工验收 30%，完工 25%，质保金 5% 一年后支付。\n" +
      "增项减项先写变更单，您同意后才施工。",
    inputs: [
      AREA,
      number("POINTS", "水电点位", "Points", "点位", 10, 200, "两居约 60 个，三居约 90 个"),
      number("WET", "厨卫阳台面积", "Wet area", "㎡", 5, 100),
      number("FACE", "柜体投影面积", "Front area of cabinets", "㎡", 3, 120),
    ],
    components: [
      { item: "WIRING", stage: 1, quantity: 60, from: "POINTS" },
      { item: "PROOF", stage: 2, quantity: 20, from: "WET" },
      { item: "SHELL", stage: 3, quantity: 89, from: "AREA" },
      { item: "CABINET", stage: 4, quantity: 22, from: "FACE" },
      { item: "DEEPCLEAN", stage: 5, quantity: 89, from: "AREA" },
    ],
    plan: home,
    contract: "RENOVATION",
  },
  {
    slug: "basic-renovation",
    category: "renovation",
    picture: "renovation",
    title: "半包基装一口价",
    titleEn: "Basic renovation, one price",
    summary: "面积、楼龄、楼层填一填，当场算出整元价。",
    description: "拆除、瓦工、木工、油漆的人工与辅材。\n按楼龄和楼层计价，公式公开，开工后不加价。",
    inputs: [
      AREA,
      open(number("YEARS", "楼龄", "Age of the house", "年", 0, 80, "不满 10 年不加价")),
      open(number("FLOOR", "楼层", "Floor", "层", 1, 60)),
      open(choice("LIFT", "电梯", "Lift", ["有电梯", "无电梯"])),
      open(choice("URGENCY", "工期", "Hurry", ["正常", "加急"])),
    ],
    components: [{ item: "SHELL", stage: 1, quantity: 89, from: "AREA", formula: "RENOVATION" }],
    plan: building,
    contract: "RENOVATION",
  },
  {
    slug: "bathroom-refresh",
    category: "renovation",
    picture: "waterproof",
    title: "卫生间翻新套餐",
    titleEn: "Bathroom refresh",
    summary: "墙面二选一，水电防水一次做好，闭水 48 小时再封面。",
    description: "填地面面积，墙面数量自动算出。\n防水闭水 48 小时验收后，墙面才开工。",
    inputs: [
      number("WET", "地面面积", "Floor area", "㎡", 3, 30),
      number("POINTS", "水电点位", "Points", "点位", 5, 40),
    ],
    groups: [{ code: "WALL", name: "墙面", nameEn: "Walls", min: 1, max: 1 }],
    components: [
      { item: "WIRING", stage: 1, quantity: 12, from: "POINTS", after: [] },
      { item: "PROOF", stage: 1, quantity: 5, from: "WET", after: [1] },
      { item: "SHELL", stage: 2, quantity: 5, from: "WET", group: "WALL", optional: true, after: [2], lagHours: 48 },
      {
        ...{ item: "PAINT", stage: 2, quantity: 24, group: "WALL", optional: false },
        ...{ expression: "ceil(wet * 4.8)", after: [2], lagHours: 48 },
      },
      { item: "DEEPCLEAN", stage: 3, quantity: 5, from: "WET", optional: false, after: [3, 4] },
    ],
    plan: building,
  },
  {
    slug: "old-house-makeover",
    category: "renovation",
    picture: "plumbing",
    title: "老房整体改造",
    titleEn: "Old house makeover",
    summary: "说清房子和想法，多家装修公司来竞价。",
    description: "结构、管线、墙地面一次理清。报价截止前互相看不到。",
    inputs: [AREA, text("AGE", "楼龄与楼层", "Age and floor", "如：30 年，3 楼")],
    components: [
      { item: "WIRING", stage: 1, quantity: 60 },
      { item: "SHELL", stage: 2, quantity: 80, from: "AREA" },
    ],
    saleMode: "BIDDING",
    plan: building,
  },
  {
    slug: "cabinet-design",
    category: "renovation",
    picture: "cabinet",
    title: "异形空间柜体",
    titleEn: "Cabinets for odd rooms",
    summary: "斜顶、弧墙、楼梯下，量尺后单独报价。",
    description: "上传照片说明需求，工厂测算后给出正式报价。",
    inputs: [number("FACE", "投影面积", "Front area", "㎡", 3, 120)],
    components: [{ item: "CABINET", stage: 1, quantity: 12, from: "FACE" }],
    saleMode: "QUOTE_ONLY",
    plan: building,
  },
  {
    slug: "wall-renewal",
    category: "renovation",
    picture: "paint",
    title: "墙面焕新",
    titleEn: "Fresh walls",
    summary: "旧墙铲除找平，一底两面，家具全程保护。",
    description: "按墙面面积计价，含基层处理与成品保护。",
    inputs: [number("WALLS", "墙面面积", "Wall area", "㎡", 20, 800, "约为建筑面积的 2.5 倍")],
    components: [{ item: "PAINT", stage: 1, quantity: 120, from: "WALLS" }],
    plan: small,
  },
  {
    slug: "waterproofing",
    category: "renovation",
    picture: "waterproof",
    title: "厨卫防水翻新",
    titleEn: "Waterproofing",
    summary: "两遍涂刷，48 小时闭水，漏了免费重做。",
    description: "含基层清理与闭水试验，质保五年。",
    inputs: [number("WET", "施工面积", "Area", "㎡", 3, 100)],
    components: [{ item: "PROOF", stage: 1, quantity: 12, from: "WET" }],
    plan: small,
  },
  {
    slug: "rewiring",
    category: "renovation",
    picture: "plumbing",
    title: "水电改造",
    titleEn: "Rewiring and plumbing",
    summary: "按点位计价，打压测试留档。",
    description: "横平竖直，强弱电分开，完工交水电图。",
    inputs: [number("POINTS", "点位", "Points", "点位", 5, 300)],
    components: [{ item: "WIRING", stage: 1, quantity: 40, from: "POINTS" }],
    plan: building,
  },
  {
    slug: "custom-cabinets",
    category: "renovation",
    picture: "cabinet",
    title: "全屋定制柜体",
    titleEn: "Custom cabinets",
    summary: "量尺、设计、安装，本地工厂十五天。",
    description: "投影面积计价，环保板材，五金可选。",
    inputs: [number("FACE", "投影面积", "Front area", "㎡", 3, 120)],
    components: [{ item: "CABINET", stage: 1, quantity: 22, from: "FACE" }],
    plan: building,
  },
  {
    slug: "deep-cleaning",
    category: "home",
    picture: "cleaning",
    title: "新房开荒保洁",
    titleEn: "Deep cleaning",
    summary: "装修完当天变干净，可直接入住。",
    description: "玻璃、柜体、地面、厨卫逐项清洁并拍照。",
    inputs: [AREA],
    components: [{ item: "DEEPCLEAN", stage: 1, quantity: 90, from: "AREA" }],
    plan: small,
  },
  {
    slug: "aircon-cleaning",
    category: "home",
    picture: "aircon",
    title: "空调深度清洗",
    titleEn: "Air conditioner cleaning",
    summary: "拆洗杀菌，前后对比照给你看。",
    description: "挂机拆洗滤网与蒸发器，高温杀菌，当天完成。",
    inputs: [number("UNITS", "台数", "Units", "台", 1, 20)],
    components: [{ item: "AIRCON", stage: 1, quantity: 2, from: "UNITS" }],
    plan: whole,
  },
  {
    slug: "home-repair",
    category: "home",
    picture: "repair",
    title: "上门检测维修",
    titleEn: "Home repair visit",
    summary: "先看再修，检测费可抵维修费。",
    description: "水、电、漏、堵都可以，师傅到场先检测后报价。",
    inputs: [text("FAULT", "哪里坏了", "What is broken")],
    components: [{ item: "INSPECT", stage: 1, quantity: 1 }],
    plan: whole,
  },
  {
    slug: "wedding-complete",
    category: "wedding",
    picture: "wedding",
    title: "一站式婚礼",
    titleEn: "Complete wedding",
    summary: "主持、跟妆、摄影、花艺、舞美，一支团队到场。",
    description: "五家团队一起排期，督导统一进场时间。\n定金锁定档期，仪式后付尾款。",
    inputs: [
      WEDDING_DAY,
      number("TABLES", "桌数", "Tables", "桌", 5, 80),
      number("STAGE", "舞台面积", "Stage", "㎡", 10, 120),
    ],
    components: [
      { item: "STAGE", stage: 1, quantity: 24, from: "STAGE" },
      { item: "FLOWERS", stage: 1, quantity: 20, from: "TABLES" },
      { item: "HOST", stage: 1, quantity: 1, collection: PAID_TO_SUPPLIER },
      { item: "MAKEUP", stage: 1, quantity: 1 },
      { item: "PHOTO", stage: 1, quantity: 1 },
      { item: "VIDEO", stage: 1, quantity: 1, optional: true },
    ],
    plan: feast,
  },
  {
    slug: "wedding-signature",
    category: "wedding",
    picture: "wedding",
    title: "全案婚礼·七项一价",
    titleEn: "Signature wedding",
    summary: "五人团队加花艺舞美，整单 95 折，节假日价格写在明处。",
    description: "主持、跟妆、双机位摄影摄像、督导全程到场。\n五一、国庆为旺季；离城区 50 公里以外另计交通。",
    inputs: [
      WEDDING_DAY,
      number("TABLES", "桌数", "Tables", "桌", 5, 80),
      number("STAGE", "舞台面积", "Stage", "㎡", 10, 120),
      open(number("KM", "离城区", "From the city", "公里", 0, 300)),
    ],
    components: [
      { item: "STAGE", stage: 1, quantity: 24, from: "STAGE" },
      { item: "FLOWERS", stage: 1, quantity: 20, from: "TABLES", formula: "TABLE-FLOWERS" },
      { item: "HOST", stage: 1, quantity: 1 },
      { item: "MAKEUP", stage: 1, quantity: 1 },
      { item: "PHOTO", stage: 1, quantity: 1 },
      { item: "VIDEO", stage: 1, quantity: 1 },
      { item: "GUIDE", stage: 1, quantity: 1 },
    ],
    plan: feast,
  },
  {
    slug: "wedding-film",
    category: "wedding",
    picture: "camera",
    title: "婚礼跟拍双机位",
    titleEn: "Wedding photo and film",
    summary: "照片加成片，把这一天留住。",
    description: "全天跟拍，精修 80 张，当日快剪。",
    inputs: [WEDDING_DAY],
    components: [
      { item: "PHOTO", stage: 1, quantity: 1, collection: KEPT_FOR_SUPPLIER },
      { item: "VIDEO", stage: 1, quantity: 1, optional: true, collection: KEPT_FOR_SUPPLIER },
    ],
    plan: feast,
  },
  {
    slug: "bridal-makeup",
    category: "wedding",
    picture: "makeup",
    title: "新娘跟妆",
    titleEn: "Bridal make-up",
    summary: "试妆满意再定档。",
    description: "试妆一次，当日早妆与三次补妆造型。",
    inputs: [WEDDING_DAY],
    components: [{ item: "MAKEUP", stage: 1, quantity: 1 }],
    plan: feast,
  },
  {
    slug: "wedding-host",
    category: "wedding",
    picture: "host",
    title: "婚礼主持",
    titleEn: "Wedding host",
    summary: "稳、暖、不煽情的十年主持。",
    description: "含两次沟通与一次彩排。",
    inputs: [WEDDING_DAY],
    components: [{ item: "HOST", stage: 1, quantity: 1, collection: PAID_TO_SUPPLIER }],
    plan: feast,
  },
];
