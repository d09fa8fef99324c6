import { shorten } from "../kernel/shorten.js";

/**
 * What people type, brought to one form: full-width to half-width, lower case, traditional to simplified, without spaces,
 * punctuation and emoji. Only for comparing; what is shown again is what was typed.
 */
export function normalise(text: string): string {
  const flat = text.normalize("NFKC").toLowerCase();
  return simplify(flat).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Traditional characters of the words we listen for and of the trades we sell, each followed by its simplified form. Not
 * a converter: what is missing here is merely not understood.
 */
const PAIRS =
  "進进 詢询 訂订 單单 狀状 態态 賬账 帳账 驗验 確确 認认 發发 轉转 綁绑 幫帮 選选 嗎吗 請请 問问 麼么 們们 個个 號号 " +
  "條条 還还 沒没 錢钱 開开 繳缴 費费 師师 務务 產产 項项 裝装 電电 牆墙 燈灯 門门 廚厨 衛卫 間间 維维 換换 鎖锁 " +
  "調调 潔洁 潢潢 儲储 櫃柜 櫥橱 壓压 質质 檢检 測测 設设 計计 監监 護护 養养 療疗 診诊 藥药 醫医 學学 習习 課课 " +
  "車车 輪轮 機机 網网 線线 腦脑 軟软 體体 圖图 書书 紙纸 報报 稅税 證证 註注 冊册 專专 標标 權权 簽签 約约 時时 " +
  "預预 國国 際际 業业 辦办 處处 樓楼 層层 廳厅 臥卧 陽阳 臺台 風风 氣气 熱热 涼凉 濕湿 麵面 飯饭 餐餐 親亲 兒儿 " +
  "寶宝 媽妈 爺爷 婦妇 產产 後后 復复 對对 點点 誰谁 哪哪 裡里 裏里 這这 樣样 來来 說说 話话 聯联 絡络 繫系 係系";

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.split(" ").map((pair): [string, string] => {
    const [from = "", to = ""] = [...pair];
    return [from, to];
  }),
);

function simplify(text: string): string {
  return [...text].map((letter) => SIMPLIFIED.get(letter) ?? letter).join("");
}

/**
 * A text of somebody's as one line of ours: no line breaks, nothing unseen, no `<` that WeChat would take for a link of
 * ours, at most `limit` characters.
 */
export function plain(text: string, limit: number): string {
  return shorten(text.replaceAll("<", "＜").replaceAll(">", "＞"), limit);
}
