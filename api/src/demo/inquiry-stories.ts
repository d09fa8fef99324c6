import { activeItems, allCategories } from "../catalogue/item.store.js";
import { DAY } from "../kernel/clock.js";
import { fen } from "../kernel/money.js";
import { found } from "../kernel/refusal.js";
import type { Platform } from "../platform/platform.js";
import { answerInquiryQuestion } from "../sourcing/answer-inquiry-question.flow.js";
import { askInquiryQuestion } from "../sourcing/ask-inquiry-question.flow.js";
import type { BidLineWish } from "../sourcing/bid.js";
import { openInquiry } from "../sourcing/open-inquiry.flow.js";
import { questionsOf } from "../sourcing/question.store.js";
import { submitBid } from "../sourcing/submit-bid.flow.js";
import { viewInquiry } from "../sourcing/view-inquiry.flow.js";
import type { Story, When } from "./scheduler.js";
import type { Trade } from "./trade.js";

const nothingElse = { photoIds: [], desiredOn: null, budget: null, budgetShown: false, decrement: null } as const;

async function itemId(platform: Platform, code: string): Promise<string> {
  return found((await activeItems(platform.database.read, { search: code, categoryId: null }))[0]).id;
}

interface DemoBid {
  readonly inquiryId: string;
  readonly key: string;
  readonly lines: readonly BidLineWish[];
  readonly leadDays: number;
  readonly inclusions: string;
  readonly terms?: string;
}

async function bid(platform: Platform, trade: Trade, { inquiryId, key, inclusions, ...told }: DemoBid): Promise<void> {
  await viewInquiry(platform, trade.owner(key), { inquiryId });
  await submitBid(platform, trade.owner(key), {
    inquiryId,
    version: 0,
    ...told,
    terms: told.terms ?? "",
    validDays: 15,
    inclusions,
    planWish: "三七分付",
    fileIds: [],
    idempotencyKey: `demo-bid-${key}-${inquiryId}`,
  });
}

const priced = (lineCode: string, yuan: number, note: string | null = null): BidLineWish => ({
  lineCode,
  itemId: null,
  quantity: null,
  unitPrice: fen(Math.round(yuan * 100)),
  leadDays: null,
  note,
});

/** A sealed competition for cabinets and walls: three bids, opened, waiting for its customer to choose. */
export async function* cabinetCompetition(platform: Platform, trade: Trade, when: When): Story {
  yield when(4, 10);
  const items = [
    { itemId: await itemId(platform, "CABINET"), quantity: 22, note: "投影面积，颗粒板或多层板" },
    { itemId: await itemId(platform, "PAINT"), quantity: 60, note: null },
  ];
  const { inquiryId } = await openInquiry(platform, trade.customer("lin"), {
    kind: "BIDDING",
    product: null,
    items,
    need: null,
    ...nothingElse,
    description: "两居室，主卧衣柜和厨房柜体，拆改已完成，可以上门量尺。",
    regionCode: "430100",
    budget: fen(1_600_000),
    visibility: "SEALED",
    deadline: when(1, 18),
    minBids: 2,
    maxSuppliers: 6,
    ...trade.contact("lin"),
    idempotencyKey: "demo-inquiry-cabinets",
  });
  yield when(3, 9);
  await askInquiryQuestion(platform, trade.owner("jiangxin"), {
    inquiryId,
    question: "衣柜要不要带抽屉和拉篮？",
    isPrivate: false,
    idempotencyKey: "demo-question-drawers",
  });
  yield when(3, 11);
  const [question] = await questionsOf(platform.database.read, [inquiryId]);
  const answer = "每组衣柜两个抽屉，厨房两组拉篮。";
  await answerInquiryQuestion(platform, trade.customer("lin"), {
    questionId: found(question).id,
    answer,
    isPrivate: false,
  });
  yield when(2, 10);
  const lines = [priced("L1", 486), priced("L2", 18.5)];
  await bid(platform, trade, { inquiryId, key: "yueju", lines, leadDays: 15, inclusions: "多层板、铰链、安装" });
  yield when(2, 15);
  const full = [priced("L1", 512, "含拆旧"), priced("L2", 17)];
  await bid(platform, trade, {
    inquiryId,
    key: "jiangxin",
    lines: full,
    leadDays: 20,
    inclusions: "多层板、五金、安装",
  });
  yield when(1, 9);
  const only = [priced("L1", 468)];
  await bid(platform, trade, { inquiryId, key: "muyu", lines: only, leadDays: 18, inclusions: "颗粒板、五金、安装" });
  yield when(1, 19);
}

/** A need in words, sent this morning: suppliers are looking at it, one has answered. */
export async function* leakingPantry(platform: Platform, trade: Trade, when: When): Story {
  yield when(0, 8, 30);
  const now = platform.clock.now();
  const categories = await allCategories(platform.database.read);
  const category = found(categories.find(({ slug }) => slug === "renovation"));
  const { inquiryId } = await openInquiry(platform, trade.customer("chen"), {
    kind: "PRICE",
    product: null,
    items: null,
    need: { categoryId: category.id, title: "茶水间渗水，重做防水" },
    ...nothingElse,
    description: "办公室茶水间渗到楼下，约八平方米，想连同地漏一起处理。",
    regionCode: "430100",
    visibility: "SEALED",
    deadline: now + 2 * DAY,
    minBids: 2,
    maxSuppliers: 8,
    ...trade.contact("chen"),
    idempotencyKey: "demo-inquiry-pantry",
  });
  yield when(0, 9);
  const proof = {
    lineCode: null,
    itemId: await itemId(platform, "PROOF"),
    quantity: 8,
    leadDays: null,
    note: "含闭水试验",
  };
  const lines = [{ ...proof, unitPrice: fen(5_200) }];
  await bid(platform, trade, {
    inquiryId,
    key: "xiangshui",
    lines,
    leadDays: 3,
    inclusions: "铲除、两遍涂刷、闭水 48 小时",
  });
}
