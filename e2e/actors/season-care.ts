import type { Composition } from "./composer.js";
import type { Person } from "./customer.js";
import type { Applicant } from "./supplier.js";
import { aUscc } from "./uscc.js";

export const PASSWORD = "bamboo-lantern";
export const CLEANING = "空调挂机清洗";
export const INSPECTION = "上门检测";
/** A new supplier that cleans air conditioners. */
export const DAWN: Applicant = {
  organisation: "晨光清洁服务队",
  uscc: aUscc(1),
  contact: "方晨",
  phone: "13973200001",
  email: "fang@example.com",
  item: CLEANING,
  cost: "46",
  sale: "86",
  city: "长沙市",
};
/** A new customer. */
export const MEI: Person = {
  name: "梅朵",
  email: "mei@example.com",
  phone: "13800009001",
  password: PASSWORD,
  address: "岳麓区桃花岭路 6 号",
};
/** Who does inspections in this city; the platform chooses one of them. */
export const INSPECTORS: Readonly<Record<string, string>> = {
  快修侠: "kuaixiu@demo.kaidan",
  邻里师傅: "linli@demo.kaidan",
};
/** Two stages: the cleaning that is always part of it, and an inspection for those who want one. */
export const SEASON_CARE: Composition = {
  title: "换季空调养护",
  titleEn: "Seasonal air conditioner care",
  slug: "season-aircon-care",
  category: "保洁维修",
  summary: "入夏前洗一遍，再请师傅看看线路和管道。",
  picture: "空调",
  city: "长沙市",
  question: { label: "空调台数", labelEn: "Units", unit: "台" },
  components: [
    { item: CLEANING, required: true, quantity: "asked" },
    { item: INSPECTION, after: CLEANING, required: false, quantity: 1 },
  ],
  plan: [
    { name: "首期款", nameEn: "First payment", percent: 40, nature: "预付款", when: "下单时" },
    { name: "开工款", nameEn: "At the start", percent: 30, nature: "进度款", when: "开工后" },
    { name: "尾款", nameEn: "Final payment", percent: 30, nature: "尾款", when: "验收通过后" },
  ],
};
