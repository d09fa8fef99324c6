/**
 * What people type, and which products of the large catalogue (`npm run seed -- --large`) are right answers, by what their
 * title has to say. Chosen for what goes wrong: word order, parts of words, pinyin, initials, one wrong character, words inside
 * other words.
 */
const things = [
  ["空调", "清洗", "kongtiao", "kt", "空条"],
  ["油烟机", "维修", "youyanji", "yyj", "油烟鸡"],
  ["洗衣机", "安装", "xiyiji", "xyj", "洗衣几"],
  ["热水器", "检修", "reshuiqi", "rsq", "热水气"],
  ["下水道", "疏通", "xiashuidao", "xsd", "下水到"],
  ["马桶", "更换", "matong", "mt", "马捅"],
  ["水龙头", "安装", "shuilongtou", "slt", "水笼头"],
  ["地毯", "清洁", "ditan", "dt", "地坦"],
  ["沙发", "除螨", "shafa", "sf", "沙法"],
  ["玻璃", "清洁", "boli", "bl", "玻离"],
  ["衣柜", "定制", "yigui", "yg", "衣贵"],
  ["商标", "注册", "shangbiao", "sb", "商表"],
  ["婚礼", "策划", "hunli", "hl", "昏礼"],
  ["婚礼", "摄影", "hunli", "hl", "婚里"],
  ["钢琴", "搬运", "gangqin", "gq", "刚琴"],
  ["打印机", "维修", "dayinji", "dyj", "打印几"],
];

const has =
  (...words) =>
  (title) =>
    words.every((word) => title.includes(word));

export const searchQueries = [
  ...things.flatMap(([thing, work, pinyin, , wrong]) => [
    { query: thing, right: has(thing), kind: "word" },
    { query: `${thing}${work}`, right: has(thing, work), kind: "words" },
    { query: `${work}${thing}`, right: has(thing, work), kind: "order" },
    { query: `${thing} ${work}`, right: has(thing, work), kind: "words" },
    { query: `上门${work}${thing}`, right: has(thing, work), kind: "order" },
    { query: pinyin, right: has(thing), kind: "pinyin" },
    { query: `${wrong}${work}`, right: has(thing, work), kind: "typo" },
  ]),
  ...["yyj", "xyj", "rsq", "xsd", "slt", "dyj"].map((query) => ({
    query,
    right: has(things.find((each) => each[3] === query)?.[0] ?? ""),
    kind: "initials",
  })),
  { query: "和服", right: has("和服"), kind: "inside" },
  { query: "水道", right: has("下水道"), kind: "part" },
  { query: "洗空调", right: has("空调", "清洗"), kind: "part" },
  { query: "油烟", right: has("油烟机"), kind: "part" },
  { query: "kongtaio", right: has("空调"), kind: "typo" },
  { query: "youyanjii", right: has("油烟机"), kind: "typo" },
  { query: "空调qingxi", right: has("空调", "清洗"), kind: "pinyin" },
  { query: "kong tiao qing xi", right: has("空调", "清洗"), kind: "pinyin" },
];
