import { type Fen, fen, split, ZERO } from "../kernel/money.js";
import { commissionOn, type FundingPart } from "./funding.js";
import {
  commissionClaimPostings,
  costPostings,
  earnedPostings,
  type PostingLine,
  receiptPostings,
  releasePostings,
} from "./postings.js";
import {
  channelSettledPostings,
  claimEndedPostings,
  doublePaymentPostings,
  goodwillPostings,
  identifiedPostings,
  officialFeePaidPostings,
  payoutPostings,
  promotionPostings,
  retentionPaidPostings,
  settledPostings,
  together,
  unidentifiedPostings,
  unidentifiedReturnedPostings,
} from "./postings-moved.js";
import {
  advancesReturnedPostings,
  costReturnedPostings,
  depositDoubledPostings,
  depositForfeitedPostings,
  heldReturnedPostings,
  refundPaidPostings,
  releasedReturnedPostings,
  revenueReturnedPostings,
} from "./postings-returned.js";

/** One event as the books tell it: its row in the posting tables, its name in both languages, its lines. */
export type WorkedExample = readonly [row: string, zh: string, en: string, lines: readonly PostingLine[]];

/** Events that belong together, in the order in which they happen. */
export interface WorkedStory {
  readonly zh: string;
  readonly en: string;
  readonly examples: readonly WorkedExample[];
}

/** Twelve per cent. */
const COMMISSION_RATE = 1_200;

const yuan = (amount: number): Fen => fen(amount * 100);
const part = (kind: FundingPart["kind"], amount: number): FundingPart => {
  return { kind, componentId: null, supplierId: null, amount: yuan(amount) };
};
const own = (amount: number): FundingPart[] => [part("OWN", amount)];
const held = (amount: number): FundingPart[] => [part("HELD", amount)];
const [firstLeg = ZERO, secondLeg = ZERO] = split(yuan(1_000), [3_000, 2_500]);

const ownSale: WorkedStory = {
  zh: "一、自营：订单 10,000 元，服务商成本 7,000 元，分期 30/40/30",
  en: "Own sale: an order of ¥10,000, its supplier gets ¥7,000, paid 30/40/30",
  examples: [
    [
      "TP1",
      "首期款 3,000 经通道收到",
      "First instalment by channel",
      receiptPostings("TEST_CHANNEL", own(3_000), ZERO, ZERO),
    ],
    [
      "TP1s",
      "通道结算，手续费 0.6%",
      "The channel pays out, less 0.6 %",
      channelSettledPostings(yuan(3_000), yuan(18)),
    ],
    [
      "TP2a",
      "一半工作验收，确认收入 5,000（含税）",
      "Half of the work accepted",
      earnedPostings(yuan(5_000), yuan(3_000)),
    ],
    ["TP2b", "这一半的服务成本", "The supplier's pay for that half", costPostings(yuan(3_500))],
    [
      "TP3",
      "第二期组合付款：余款 500 + 通道 2,500",
      "Second instalment: credit and channel together",
      together(
        receiptPostings("CREDIT", own(500), ZERO, yuan(2_000)),
        receiptPostings("TEST_CHANNEL", own(2_500), ZERO, yuan(1_500)),
      ),
    ],
    [
      "TP3b",
      "第二期其余 1,000 转账到账",
      "The rest of it by bank transfer",
      receiptPostings("BANK_TRANSFER", own(1_000), ZERO, ZERO),
    ],
    [
      "TP4",
      "与服务商结算，留 10% 质保金",
      "A statement is paid, 10 % kept back",
      settledPostings(yuan(3_500), { retained: yuan(350) }),
    ],
    ["TP5a", "结算后部分退款 1,000：批准", "Refund of a part after settlement", revenueReturnedPostings(yuan(1_000))],
    ["TP5b", "其中 70% 由服务商承担", "Of it 70 % is the supplier's to bear", costReturnedPostings(yuan(700))],
    [
      "TP5c",
      "按 3,000 : 2,500 退回两笔通道付款",
      "It leaves by two channel payments, in proportion",
      refundPaidPostings([
        { account: "1012.TEST", amount: firstLeg },
        { account: "1012.TEST", amount: secondLeg },
      ]),
    ],
    ["TP5d", "下次结算抵扣", "The next statement nets the claim", settledPostings(yuan(700), { netted: yuan(700) })],
    [
      "TP6",
      "服务商上门代平台收尾款 3,000 现金",
      "The supplier takes the tail in cash for the platform",
      receiptPostings("SUPPLIER_COLLECTED", own(3_000), ZERO, yuan(3_000)),
    ],
    [
      "TP6b",
      "与应付服务商款相抵",
      "It is set off against what the supplier is owed",
      settledPostings(yuan(3_000), { netted: yuan(3_000) }),
    ],
    ["TP7", "改单减少 2,000（已付，未确认收入）", "The order becomes cheaper", advancesReturnedPostings(yuan(2_000))],
    ["TP7b", "改单增加 2,000：收款或验收前不记账", "The order becomes dearer: nothing until it is paid or earned", []],
    ["TP8", "客户取消，定金 2,000 不退", "The customer breaks off", depositForfeitedPostings(yuan(2_000))],
    ["TP8b", "平台或服务商违约，双倍返还定金", "Platform or supplier breaks off", depositDoubledPostings(yuan(2_000))],
    ["TP9", "质保期满，支付质保金", "The warranty is over", retentionPaidPostings(yuan(350))],
  ],
};

const collected: WorkedStory = {
  zh: "二、代收款：服务商为销售方，订单 5,000 元，佣金 12%（含税）",
  en: "Collected for a supplier that sells: ¥5,000, commission 12 % with VAT",
  examples: [
    ["TA1", "客户经通道付款", "The customer pays", receiptPostings("TEST_CHANNEL", held(5_000), ZERO, ZERO)],
    [
      "TA2",
      "验收：释放给服务商，扣佣金 600",
      "Accepted: released less the commission",
      releasePostings(yuan(5_000), commissionOn(yuan(5_000), COMMISSION_RATE)),
    ],
    ["TA3", "付给服务商", "Paid out", payoutPostings(yuan(4_400))],
    ["TA4", "释放前部分退款 800：批准", "Refund of a part before release", heldReturnedPostings(yuan(800))],
    ["TA4 ·", "退款付出", "It leaves", refundPaidPostings([{ account: "1012.TEST", amount: yuan(800) }])],
    [
      "TA4 ··",
      "其余 4,200 验收，佣金 504",
      "The rest is released, commission 504",
      releasePostings(yuan(4_200), commissionOn(yuan(4_200), COMMISSION_RATE)),
    ],
    [
      "TA5",
      "付出后部分退款 800，佣金按比例退 96",
      "Refund after payout, its commission goes back",
      releasedReturnedPostings(yuan(800), commissionOn(yuan(800), COMMISSION_RATE)),
    ],
    ["TA5'", "同上，佣金不退", "The same, the commission stays", releasedReturnedPostings(yuan(800))],
    ["TA6", "从下次释放款扣回", "Recovered from the next release", claimEndedPostings(yuan(704), "NEXT_RELEASE")],
    ["TA6 ·", "从保证金扣回", "… from the deposit", claimEndedPostings(yuan(704), "DEPOSIT")],
    ["TA6 ··", "核销", "… written off", claimEndedPostings(yuan(704), "WRITTEN_OFF")],
    [
      "TA7",
      "平台承担优惠券 200，客户付 4,800",
      "A coupon that the platform pays",
      together(receiptPostings("TEST_CHANNEL", held(4_800), ZERO, ZERO), promotionPostings(yuan(200))),
    ],
    [
      "TA7'",
      "服务商承担优惠券 200",
      "A coupon that the supplier pays",
      receiptPostings("TEST_CHANNEL", held(4_800), ZERO, ZERO),
    ],
  ],
};

const direct: WorkedStory = {
  zh: "三、服务商自行收款：平台只备查，佣金向服务商收取",
  en: "The supplier sells and collects itself: the platform only records it",
  examples: [
    [
      "TS1",
      "线下收款备查（客户已确认）",
      "Recorded once the customer confirmed",
      receiptPostings("SUPPLIER_COLLECTED", [part("DIRECT", 5_000)], ZERO, ZERO),
    ],
    [
      "TS2",
      "应收佣金 600",
      "The commission is claimed",
      commissionClaimPostings(commissionOn(yuan(5_000), COMMISSION_RATE)),
    ],
    ["TS3", "从释放款扣收", "Netted from its releases", claimEndedPostings(yuan(600), "NEXT_RELEASE")],
    ["TS3 ·", "服务商付款", "… or the supplier pays it", claimEndedPostings(yuan(600), "PAID")],
  ],
};

const fees: WorkedStory = {
  zh: "四、官费：商标 950 元 = 官费 270 + 代理费 680",
  en: "Official fees: a trademark of ¥950 is 270 for the office and 680 for the work",
  examples: [
    [
      "G",
      "客户经通道付款",
      "The customer pays",
      receiptPostings("TEST_CHANNEL", [part("FEE", 270), part("OWN", 680)], ZERO, ZERO),
    ],
    ["G ·", "向官方机构缴费", "Paid to the office", officialFeePaidPostings(yuan(270), "PLATFORM")],
    ["G ··", "服务商已垫付", "Advanced by the supplier", officialFeePaidPostings(yuan(270), "SUPPLIER")],
  ],
};

const exceptions: WorkedStory = {
  zh: "五、例外",
  en: "Exceptions",
  examples: [
    ["X", "通道重复通知：不记账", "A message told twice: nothing", []],
    ["X ·", "客户重复付款 3,000（通道）", "Really paid twice", doublePaymentPostings(yuan(3_000), "1012.TEST")],
    ["X ··", "银行收到 1,000，来源不明", "Nobody knows what it is for", unidentifiedPostings(yuan(1_000))],
    [
      "X ···",
      "查明为某订单的款项",
      "It turns out to be an order's",
      identifiedPostings(receiptPostings("BANK_TRANSFER", own(1_000), ZERO, ZERO)),
    ],
    ["X ···'", "查无所属，原路退回", "It is nobody's and goes back", unidentifiedReturnedPostings(yuan(1_000))],
    ["X ····", "补偿客户 200", "The platform makes good", goodwillPostings(yuan(200))],
  ],
};

/** Every row of the posting tables with the numbers of its story, made by the functions that post the real ones. */
export const workedStories: readonly WorkedStory[] = [ownSale, collected, direct, fees, exceptions];
