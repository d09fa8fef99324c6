import type { SaleMode } from "../catalogue/product.js";
import { regions as cities } from "../suppliers/region.js";
import { usccCheckCharacter } from "../suppliers/uscc.js";

/** One trade of the large catalogue: its works and what they are done to. Every pair of the two is a kind of product. */
interface Trade {
  readonly slug: string;
  readonly name: string;
  readonly nameEn: string;
  readonly icon: string;
  readonly things: readonly string[];
  readonly works: readonly string[];
  /** What one of it costs about, in fen. */
  readonly price: number;
}

const list = (words: string): string[] => words.split(" ");

export const trades: readonly Trade[] = [
  {
    ...{ slug: "l-appliance", name: "家电服务", nameEn: "Appliances", icon: "aircon", price: 12_000 },
    things: list(
      "空调 中央空调 油烟机 洗衣机 冰箱 热水器 燃气灶 电视机 净水器 饮水机 消毒柜 洗碗机 空气能 新风系统 微波炉",
    ),
    works: list("清洗 维修 安装 移机 检修 保养"),
  },
  {
    ...{ slug: "l-plumbing", name: "管道水电", nameEn: "Pipes and wires", icon: "plumbing", price: 15_000 },
    things: list("下水道 马桶 地漏 水龙头 水管 电路 灯具 开关插座 地暖 暖气片 化粪池 蹲便器 洗手盆 浴缸 花洒"),
    works: list("疏通 维修 更换 安装 检测 改造"),
  },
  {
    ...{ slug: "l-clean", name: "保洁清洁", nameEn: "Cleaning", icon: "cleaning", price: 20_000 },
    things: list("家庭 办公室 厨房 卫生间 玻璃 地毯 沙发 床垫 窗帘 外墙 石材 地板 新房 别墅 商铺"),
    works: list("保洁 清洁 除螨 消毒 养护 翻新"),
  },
  {
    ...{ slug: "l-decor", name: "装修翻新", nameEn: "Renovation", icon: "renovation", price: 90_000 },
    things: list("墙面 吊顶 地砖 木地板 橱柜 衣柜 门窗 阳台 卫生间防水 屋顶防水 隔断 楼梯 壁纸 硅藻泥 乳胶漆"),
    works: list("施工 翻新 定制 修补 拆除 设计"),
  },
  {
    ...{ slug: "l-company", name: "企业办理", nameEn: "Company papers", icon: "company", price: 60_000 },
    things: list(
      "公司 分公司 商标 专利 版权 资质 食品经营许可 道路运输许可 社保 公积金 高新企业 税务 工商 年报 银行账户",
    ),
    works: list("注册 变更 注销 代办 咨询 年检"),
  },
  {
    ...{ slug: "l-wedding", name: "婚礼活动", nameEn: "Weddings and events", icon: "wedding", price: 150_000 },
    things: list("婚礼 年会 发布会 生日宴 毕业季 订婚宴 开业庆典 路演 展会 音乐会 团建 百日宴 汉服 和服 礼服"),
    works: list("策划 摄影 跟拍 主持 布置 租赁"),
  },
  {
    ...{ slug: "l-move", name: "搬家运输", nameEn: "Moving", icon: "repair", price: 40_000 },
    things: list("居民 公司 长途 钢琴 家具 设备 仓库 鱼缸 保险柜 花木 书画 日式 学生 国际 机房"),
    works: list("搬家 搬运 打包 吊装 仓储 拆装"),
  },
  {
    ...{ slug: "l-it", name: "数码网络", nameEn: "Computers", icon: "repair", price: 18_000 },
    things: list("电脑 笔记本 打印机 服务器 路由器 监控 门禁 投影仪 手机 平板 数据 网站 小程序 机柜 网线"),
    works: list("维修 维护 安装 恢复 开发 回收"),
  },
];

const places = list("家用 商用 办公 酒店 学校 医院 餐厅 小区 工厂 门店");
const ways = list("上门 快速 标准 深度 专业 当日 全包 夜间 周末 年度");
const marksOf = list("套餐 服务 特惠 精选 升级版 基础版 旗舰版 体验版 组合 专享");
/** Texts that contain other queries' characters without being about them. */
const traps = [
  "提供日常维护和服务，随叫随到。",
  "师傅持证上岗，维修和服务都有记录。",
  "排查上下水道口与接头，不留隐患。",
  "价格透明，包装修饰细节到位。",
  "按约定时间到达，完工拍照。",
  "不满意免费返工，质保九十天。",
  "材料可自备，也可由我们采购。",
] as const;

export interface LargeProduct {
  readonly number: number;
  readonly slug: string;
  readonly trade: string;
  /** Index of the trade's work. */
  readonly work: number;
  readonly title: string;
  readonly titleEn: string;
  readonly summary: string;
  readonly description: string;
  readonly regions: readonly string[];
  readonly saleMode: SaleMode;
  readonly price: number;
  readonly suppliers: number;
  readonly rated: number;
  readonly marks: number;
  readonly sold: number;
}

/** So many products, the same ones every time, spread over trades, cities, prices and marks. */
export function largeProducts(count: number): LargeProduct[] {
  return Array.from({ length: count }, (_, number) => productOf(number));
}

function productOf(number: number): LargeProduct {
  const trade = at(trades, number);
  const kind = Math.floor(number / trades.length);
  const thing = at(trade.things, kind);
  const work = Math.floor(kind / trade.things.length) % trade.works.length;
  const round = Math.floor(kind / (trade.things.length * trade.works.length));
  const dice = mix(number);
  const [place, way, mark] = [
    at(places, round),
    at(ways, Math.floor(round / places.length) + dice),
    at(marksOf, dice >>> 4),
  ];
  const doing = trade.works[work] ?? "";
  const rated = dice % 7 === 0 ? 0 : dice % 90;
  return {
    ...{ number, trade: trade.slug, work, slug: `l-${number}` },
    title: `${place}${thing}${doing}·${way}${mark}`,
    titleEn: `${trade.nameEn} ${number}`,
    summary: `${way}${doing}${thing}，${at(traps, dice >>> 3)}`,
    description: `适用于${place}场景的${thing}${doing}。${at(traps, dice >>> 5)}${at(traps, dice >>> 8)}`,
    regions: regionsOf(dice),
    saleMode: dice % 11 === 0 ? "QUOTE_ONLY" : "FIXED",
    price: Math.round((trade.price * (50 + (dice % 250))) / 10_000) * 100,
    suppliers: 1 + (dice % 12),
    ...{ rated, marks: Math.round(rated * (3.6 + (dice % 15) / 10)), sold: rated * (1 + (dice % 4)) },
  };
}

interface LargeSupplier {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly uscc: string;
  readonly regions: readonly string[];
  readonly rated: number;
  readonly marks: number;
  readonly works: readonly { readonly trade: string; readonly work: number; readonly price: number }[];
}

const names = list(
  "恒信 嘉和 广源 瑞丰 博雅 金石 宏远 安居 顺达 立方 佳美 启明 同心 百川 华泰 鼎新 优活 速达 匠工 万家",
);

/** So many suppliers, each of one trade with all its works. */
export function largeSuppliers(count: number): LargeSupplier[] {
  return Array.from({ length: count }, (_, number) => {
    const trade = at(trades, number);
    const dice = mix(number + 1_000_003);
    const rated = dice % 400;
    const body = `91430100ML${String(number).padStart(7, "0")}`;
    return {
      ...{ number, code: `L${String(number).padStart(5, "0")}`, uscc: body + usccCheckCharacter(body) },
      name: `${at(names, number)}${trade.name}${String(Math.floor(number / names.length) + 1).padStart(2, "0")}号店`,
      regions: [...new Set([...regionsOf(dice), "430100"])],
      ...{ rated, marks: Math.round(rated * (3.8 + (dice % 12) / 10)) },
      works: trade.works.map((_work, work) => ({
        ...{ trade: trade.slug, work },
        price: Math.round((trade.price * (60 + (mix(number * 8 + work) % 90))) / 10_000) * 100,
      })),
    };
  });
}

function regionsOf(dice: number): string[] {
  const first = dice % 6;
  const codes = cities.slice(first, first + 1 + (dice % 3)).map((city) => city.code);
  return dice % 2 === 0 ? [...new Set(["430100", ...codes])].sort() : codes;
}

const at = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new Error("An empty list of the large data.");
  return value;
};

/** The same whole number for the same one, well spread. */
function mix(number: number): number {
  let value = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
