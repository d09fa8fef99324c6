import type { Milestone } from "../catalogue/item.js";

/** Three trades of a city: companies and their papers, homes, weddings. Names are made up; prices are natural. */

export const CITIES = ["430100", "430200", "430300"];

interface DemoCategory {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly icon: string;
}

export const categories: readonly DemoCategory[] = [
  { slug: "company", name: "企业开办", nameEn: "Start a company", icon: "company" },
  { slug: "tax", name: "财税记账", nameEn: "Books and tax", icon: "bookkeeping" },
  { slug: "brand", name: "商标品牌", nameEn: "Trademarks", icon: "trademark" },
  { slug: "renovation", name: "装修改造", nameEn: "Renovation", icon: "renovation" },
  { slug: "home", name: "保洁维修", nameEn: "Cleaning and repair", icon: "cleaning" },
  { slug: "wedding", name: "婚礼服务", nameEn: "Weddings", icon: "wedding" },
];

interface DemoItem {
  readonly code: string;
  readonly category: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly description: string;
  readonly milestones: readonly Milestone[];
}

const steps = (...list: readonly (readonly [name: string, weight: number, minPhotos: number])[]): Milestone[] =>
  list.map(([name, weight, minPhotos], index) => ({ code: `M${index + 1}`, name, weight, minPhotos }));

export const items: readonly DemoItem[] = [
  item("REG", "company", "公司设立登记", "Company registration", "次", "核名、提交、领取营业执照，全程代办。", [
    ["核名通过", 30, 0],
    ["提交登记", 30, 0],
    ["领取执照", 40, 1],
  ]),
  item("SEAL", "company", "刻章四枚备案", "Four seals, filed", "套", "公章、财务章、法人章、发票章，公安备案。", [
    ["备案受理", 40, 0],
    ["交付印章", 60, 1],
  ]),
  item("BANK", "company", "银行开户陪同", "Bank account, accompanied", "次", "预约网点，专人陪同办理对公账户。", [
    ["预约网点", 30, 0],
    ["开户完成", 70, 1],
  ]),
  item("ADDRESS", "company", "注册地址托管", "Registered address", "年", "可收信函的合规注册地址，含年检配合。", [
    ["地址材料交付", 100, 1],
  ]),
  item("TAXREG", "tax", "税务报到与税种核定", "Tax registration", "次", "电子税务局开通、税种核定、三方协议。", [
    ["报到受理", 50, 0],
    ["核定完成", 50, 1],
  ]),
  item("BOOKS-S", "tax", "代理记账·小规模", "Bookkeeping, small-scale", "月", "记账、报税、年报，每月出具报表。", [
    ["票据收齐", 20, 0],
    ["申报完成", 60, 1],
    ["报表交付", 20, 0],
  ]),
  item(
    "BOOKS-G",
    "tax",
    "代理记账·一般纳税人",
    "Bookkeeping, general taxpayer",
    "月",
    "进销项管理、记账、报税与财务分析。",
    [
      ["票据收齐", 20, 0],
      ["申报完成", 60, 1],
      ["报表交付", 20, 0],
    ],
  ),
  item("MARK", "brand", "商标注册·一类", "Trademark, one class", "件", "检索、申请、答复，直到下证。", [
    ["检索报告", 30, 0],
    ["提交申请", 40, 1],
    ["受理通知", 30, 1],
  ]),
  item("SHELL", "renovation", "半包基装", "Basic renovation", "㎡", "拆除、瓦工、木工、油漆的人工与辅材。", [
    ["拆除完成", 20, 2],
    ["瓦工完成", 30, 2],
    ["木工完成", 25, 2],
    ["油漆完成", 25, 2],
  ]),
  item("WIRING", "renovation", "水电改造", "Plumbing and wiring", "点位", "开槽、布管、穿线、打压试水。", [
    ["开槽布管", 40, 2],
    ["穿线打压", 40, 2],
    ["水电验收", 20, 1],
  ]),
  item("PROOF", "renovation", "防水施工", "Waterproofing", "㎡", "两遍涂刷，48 小时闭水试验。", [
    ["涂刷完成", 50, 1],
    ["闭水试验", 50, 2],
  ]),
  item("CABINET", "renovation", "定制柜体", "Custom cabinets", "㎡", "实地测量、环保板材、上门安装。", [
    ["复尺确认", 20, 1],
    ["工厂下单", 30, 0],
    ["安装完成", 50, 2],
  ]),
  item("PAINT", "renovation", "墙面乳胶漆", "Wall paint", "㎡", "铲墙、找平、一底两面。", [
    ["基层处理", 40, 1],
    ["面漆完成", 60, 2],
  ]),
  item("DEEPCLEAN", "home", "开荒保洁", "Deep cleaning", "㎡", "玻璃、柜体、地面逐项清洁，自带耗材。", [
    ["到场", 20, 1],
    ["完工", 80, 2],
  ]),
  item("AIRCON", "home", "空调挂机清洗", "Air conditioner cleaning", "台", "拆洗滤网与蒸发器，高温杀菌。", [
    ["清洗前", 30, 1],
    ["清洗后", 70, 1],
  ]),
  item("INSPECT", "home", "上门检测", "Home inspection", "次", "水、电、漏、堵，先看再修，报价透明。", [
    ["上门", 40, 0],
    ["检测结论", 60, 1],
  ]),
  item("HOST", "wedding", "主持·资深", "Master of ceremonies", "场", "十年以上经验，含流程沟通与彩排。", [
    ["流程确认", 30, 0],
    ["彩排", 20, 0],
    ["仪式完成", 50, 1],
  ]),
  item("MAKEUP", "wedding", "新娘跟妆", "Bridal make-up", "场", "试妆一次，早妆与三次补妆。", [
    ["试妆", 40, 1],
    ["当日跟妆", 60, 1],
  ]),
  item("PHOTO", "wedding", "摄影双机位", "Photography, two cameras", "场", "全天跟拍，精修 80 张，全部底片。", [
    ["拍摄完成", 50, 2],
    ["精修交付", 50, 2],
  ]),
  item("VIDEO", "wedding", "摄像双机位", "Video, two cameras", "场", "全天摄像，当日快剪与完整成片。", [
    ["拍摄完成", 50, 1],
    ["成片交付", 50, 1],
  ]),
  item("GUIDE", "wedding", "婚礼督导", "Wedding coordinator", "场", "统筹进场、彩排与当天流程，直到散席。", [
    ["流程表确认", 40, 0],
    ["当日督导", 60, 1],
  ]),
  item("FLOWERS", "wedding", "桌花", "Table flowers", "桌", "当季鲜花，主色可选。", [
    ["花材确认", 30, 1],
    ["布置完成", 70, 2],
  ]),
  item("STAGE", "wedding", "舞美搭建", "Stage", "㎡", "主舞台、背景与灯光，含撤场。", [
    ["效果图确认", 30, 1],
    ["搭建完成", 70, 2],
  ]),
];

function item(
  code: string,
  category: string,
  name: string,
  nameEn: string,
  unit: string,
  description: string,
  milestones: readonly (readonly [string, number, number])[],
): DemoItem {
  return { code, category, name, nameEn, unit, description, milestones: steps(...milestones) };
}
