import { CITIES } from "./catalogue-data.js";

interface DemoSupplier {
  readonly key: string;
  readonly name: string;
  readonly contact: string;
  readonly introduction: string;
  readonly regions: readonly string[];
  /** item, cost and sale in yuan, level 1–5, capacity a day */
  readonly services: readonly (readonly [item: string, cost: number, sale: number, level: number, perDay: number])[];
}

const all = CITIES;
const changsha = ["430100"];

export const suppliers: readonly DemoSupplier[] = [
  supplier("xingban", "星办企服", "贺敏", "专注公司开办八年，平均三天领照。", all, [
    ["REG", 280, 599, 4, 8],
    ["BANK", 120, 260, 4, 4],
    ["TAXREG", 90, 200, 4, 10],
    ["ADDRESS", 1_200, 1_800, 4, 20],
    ["BOOKS-S", 130, 220, 4, 40],
  ]),
  supplier("xiangcai", "湘财通代账", "彭建国", "一百二十家企业的账在我们这里。", all, [
    ["REG", 300, 620, 3, 5],
    ["TAXREG", 80, 180, 4, 10],
    ["BOOKS-S", 120, 200, 5, 60],
    ["BOOKS-G", 320, 520, 5, 30],
  ]),
  supplier("yuelu", "岳麓知产", "易知行", "商标检索先行，驳回先退代理费。", all, [["MARK", 530, 950, 5, 15]]),
  supplier("zhonghe", "众合刻章", "龙海", "公安备案刻章，当天出章。", all, [["SEAL", 160, 300, 4, 30]]),
  supplier("jiangxin", "匠心装饰", "谭志强", "自有工班，节点验收，增项先签字。", all, [
    ["SHELL", 455, 588, 5, 6],
    ["WIRING", 85, 125, 4, 6],
    ["PAINT", 17, 26, 5, 8],
    ["CABINET", 505, 690, 4, 2],
  ]),
  supplier("xiangshui", "湘水电工程", "曾水生", "水电防水三十年，打压测试留视频。", all, [
    ["WIRING", 78, 120, 5, 6],
    ["PROOF", 32, 48, 5, 6],
  ]),
  supplier("yueju", "悦居木作", "柳青", "环保板材，本地工厂，十五天安装。", all, [
    ["CABINET", 480, 650, 5, 3],
    ["PAINT", 18, 28, 4, 6],
    ["SHELL", 462, 599, 4, 4],
  ]),
  supplier("muyu", "木语定制", "姚见林", "颗粒板见长，量尺免费，十八天交付。", changsha, [["CABINET", 470, 668, 3, 2]]),
  supplier("liangjie", "亮洁家政", "孙巧云", "持证保洁员，自带设备耗材。", all, [
    ["DEEPCLEAN", 4.5, 7, 5, 12],
    ["AIRCON", 47, 88, 4, 10],
  ]),
  supplier("kuaixiu", "快修侠", "马小军", "四十分钟上门，修不好不收费。", all, [
    ["AIRCON", 48, 89, 5, 12],
    ["INSPECT", 20, 30, 5, 20],
    ["DEEPCLEAN", 4.8, 7.5, 3, 6],
  ]),
  supplier("linli", "邻里师傅", "邓师傅", "社区老师傅，价格公道。", changsha, [
    ["AIRCON", 45, 85, 4, 8],
    ["INSPECT", 20, 30, 4, 16],
  ]),
  supplier("laozhou", "主持人工作室·老周", "周启明", "主持八百余场，稳、暖、不煽情。", all, [
    ["HOST", 1_900, 2_600, 5, 1],
    ["GUIDE", 700, 1_200, 4, 2],
  ]),
  supplier("huajia", "花嫁跟妆", "温雅", "清透自然，试妆满意再定档。", all, [["MAKEUP", 1_500, 2_200, 5, 3]]),
  supplier("guangying", "光影映像", "陆远", "纪实风格，双机位，当日快剪。", all, [
    ["PHOTO", 2_000, 2_800, 5, 2],
    ["VIDEO", 2_000, 2_800, 5, 2],
  ]),
  supplier("mantang", "满庭花艺", "林疏", "当季花材，凌晨进场，准时交付。", all, [["FLOWERS", 110, 180, 5, 4]]),
  supplier("shengguang", "声光舞美", "向阳", "自有设备与搭建班组。", all, [
    ["STAGE", 170, 260, 4, 2],
    ["FLOWERS", 118, 190, 3, 2],
  ]),
];

function supplier(
  key: string,
  name: string,
  contact: string,
  introduction: string,
  regions: readonly string[],
  services: DemoSupplier["services"],
): DemoSupplier {
  return { key, name, contact, introduction, regions, services };
}
