import type { CardCode } from "./manner.js";
import type { NoticeParams } from "./notice.js";

/** The values of a card's rows by their names: instants for times, fen for amounts. */
export type CardValues = Readonly<Record<string, string | number>>;

/** The ways to pay as the template's list was approved with them; ONLINE is whatever has no word of its own. */
export const tenderTexts = {
  WECHAT_PAY: "微信支付",
  ALIPAY: "支付宝",
  BANK_TRANSFER: "银行转账",
  ONLINE: "在线支付",
} as const;

/** Every row that any card has, as far as the notice tells it; a card takes those it knows. */
export function cardValues(
  told: NoticeParams,
  card: { code: CardCode; status: string | null },
  at: number,
): CardValues {
  const rows: Record<string, string | number | undefined> = {
    no: told.no,
    item: told.item ?? told.title,
    at,
    amount: told.amount,
    tender: told.tender === undefined ? undefined : tenderText(told.tender),
    supplier: told.supplier,
    region: told.region,
    deadline: told.until,
    dueOn: at,
    seq: told.seq !== undefined && told.count !== undefined ? `${told.seq}/${told.count}` : undefined,
    status: card.status ?? undefined,
    kind: card.status ?? undefined,
  };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const tenderText = (tender: string): string =>
  tender === "BANK_TRANSFER" ? tenderTexts.BANK_TRANSFER : tenderTexts.ONLINE;
