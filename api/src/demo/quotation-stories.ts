import type { PlanStepSpec } from "../catalogue/product.js";
import { shopProductBySlug } from "../catalogue/shop.store.js";
import { DAY } from "../kernel/clock.js";
import { type Fen, fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { acceptQuotation } from "../quotations/accept-quotation.flow.js";
import type { ContentWish, LineWish } from "../quotations/compose.js";
import { draftNextVersion } from "../quotations/draft-next-version.flow.js";
import { listQuotable } from "../quotations/list-quotable.flow.js";
import { versionByNumber } from "../quotations/quotation.store.js";
import { requestQuotation } from "../quotations/request-quotation.flow.js";
import { requestQuotationChange } from "../quotations/request-quotation-change.flow.js";
import { saveQuotationDraft } from "../quotations/save-quotation-draft.flow.js";
import { sendQuotation } from "../quotations/send-quotation.flow.js";
import { startQuotation } from "../quotations/start-quotation.flow.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const CHANGSHA = "430100";

const plan: readonly PlanStepSpec[] = [
  {
    name: "预付款",
    nameEn: "Advance",
    shareBasisPoints: 4_000,
    nature: "ADVANCE",
    trigger: "ON_ORDER",
    afterDays: null,
    gate: true,
  },
  {
    name: "尾款",
    nameEn: "Balance",
    shareBasisPoints: 6_000,
    nature: "FINAL",
    trigger: "ON_ACCEPTANCE",
    afterDays: null,
    gate: false,
  },
];

interface Wanted {
  readonly code: string;
  readonly quantity: number;
  readonly stage: number;
  readonly optional?: boolean;
  readonly note?: string;
  /** Off the supplier's sale price, in hundredths. */
  readonly off?: number;
}

/** A line at the first able supplier's sale price, less what is given away. */
async function lineOf(platform: Platform, trade: Trade, wanted: Wanted): Promise<LineWish> {
  const { code, quantity, stage, optional = false, note = null, off = 0 } = wanted;
  const able = await listQuotable(platform, trade.staff("dispatcher"), { regionCode: CHANGSHA, search: code });
  const { itemId, supplierId, salePrice } = found(able[0]);
  const unitPrice: Fen = fen(Math.round((salePrice * (100 - off)) / 100));
  return { itemId, supplierId, quantity, stage, unitPrice, leadDays: 3, optional, note };
}

async function contentOf(
  platform: Platform,
  trade: Trade,
  title: string,
  wanted: readonly Wanted[],
): Promise<ContentWish> {
  const lines: LineWish[] = [];
  for (const one of wanted) lines.push(await lineOf(platform, trade, one));
  return {
    title,
    regionCode: CHANGSHA,
    inputs: [],
    lines,
    plan,
    terms: "含主材与人工，不含搬运。\n施工时间为工作日 9:00 至 18:00。\n质保一年，人为损坏除外。",
    validUntil: platform.clock.now() + 7 * DAY,
  };
}

async function send(platform: Platform, trade: Trade, quotationId: string, number: number): Promise<void> {
  const version = found(await versionByNumber(platform.database.read, quotationId, number));
  await sendQuotation(platform, trade.staff("dispatcher"), { quotationId, number, version: version.version });
}

/** A flat to be painted anew: the customer asked for a change, and the second version waits for the answer. */
export async function* repaintedFlat(platform: Platform, trade: Trade, when: When): Story {
  const title = "两居室墙面翻新与开荒保洁";
  yield when(3, 10);
  const staff = trade.staff("dispatcher");
  const wanted: Wanted[] = [
    { code: "PAINT", quantity: 168, stage: 1, note: "两遍腻子，一底两面" },
    { code: "DEEPCLEAN", quantity: 96, stage: 2, optional: true },
  ];
  const quotationId = await startQuotation(platform, staff, {
    customerId: trade.customer("chen").accountId,
    content: await contentOf(platform, trade, title, wanted),
    idempotencyKey: "demo-quotation-flat",
  });
  await send(platform, trade, quotationId, 1);
  yield when(2, 20);
  await requestQuotationChange(platform, trade.customer("chen"), {
    quotationId,
    number: 1,
    text: "次卧暂时不刷，面积减到 132 平。另外能否优惠一些？",
    idempotencyKey: "demo-quotation-flat-change",
  });
  yield when(1, 9, 30);
  const number = await draftNextVersion(platform, staff, { quotationId });
  const draft = found(await versionByNumber(platform.database.read, quotationId, number));
  const fewer: Wanted[] = [
    { code: "PAINT", quantity: 132, stage: 1, off: 5, note: "两遍腻子，一底两面；不含次卧" },
    { code: "DEEPCLEAN", quantity: 96, stage: 2, optional: true },
  ];
  await saveQuotationDraft(platform, staff, {
    quotationId,
    number,
    version: draft.version,
    content: await contentOf(platform, trade, title, fewer),
    changeNote: "已按 132 平重新计算，墙面单价优惠 5%。保洁可以不勾选。",
  });
  await send(platform, trade, quotationId, number);
}

async function askFor(platform: Platform, trade: Trade, who: string, face: string, text: string): Promise<string> {
  const product = found(await shopProductBySlug(platform.database.read, "cabinet-design"));
  return requestQuotation(platform, trade.customer(who), {
    productId: product.id,
    regionCode: CHANGSHA,
    inputs: [{ code: "FACE", value: face }],
    choices: [],
    text,
    idempotencyKey: `demo-quotation-asked-${who}`,
  });
}

/** A wardrobe under a roof: asked for on the product's page, and quoted. */
export async function* wardrobeQuoted(platform: Platform, trade: Trade, when: When): Story {
  yield when(2, 14);
  const quotationId = await askFor(platform, trade, "lin", "14", "斜顶下的衣柜，最高处 2.6 米，希望月底前装好。");
  yield when(1, 10);
  await send(platform, trade, quotationId, 1);
}

/** Shelves beside the stairs: asked for this morning, waiting for staff. */
export async function* shelvesAsked(platform: Platform, trade: Trade, when: When): Story {
  yield when(0, 9);
  await askFor(platform, trade, "huang", "6", "楼梯下的储物柜，弧墙，能否先上门量尺？");
}

/** A quotation that was accepted yesterday: its order waits for the first payment. */
export async function* acceptedAtOnce(platform: Platform, trade: Trade, when: When): Story {
  yield when(2, 11);
  const wanted: Wanted[] = [{ code: "PAINT", quantity: 60, stage: 1, note: "客厅与过道" }];
  const quotationId = await startQuotation(platform, trade.staff("dispatcher"), {
    customerId: trade.customer("tang").accountId,
    content: await contentOf(platform, trade, "客厅墙面翻新", wanted),
    idempotencyKey: "demo-quotation-hall",
  });
  await send(platform, trade, quotationId, 1);
  yield when(1, 15);
  const version = found(await versionByNumber(platform.database.read, quotationId, 1));
  await acceptQuotation(platform, trade.customer("tang"), {
    quotationId,
    number: 1,
    hash: found(version.hash),
    ticked: [],
    expectedTotal: version.total,
    ...trade.contact("tang"),
    address: "开福区芙蓉中路 188 号 3 栋 1502",
    idempotencyKey: "demo-quotation-hall-accept",
  });
}
