import { formatMoney, formatMoneyShort } from "../format/money";
import css from "./Money.module.css";

type MoneyProps = {
  /** Integer 分 as a string. */
  fen: string;
  /** `price` is the orange of prices, `hero` the large one of a product page. */
  look?: "plain" | "price" | "hero" | "muted" | "struck";
  /** Leave out ".00": cards and "from" prices. */
  short?: boolean;
};

/** An amount, tabular and never broken across lines. */
export function Money({ fen, look = "plain", short = false }: MoneyProps) {
  return <span className={`${css.money} ${css[look]}`}>{short ? formatMoneyShort(fen) : formatMoney(fen)}</span>;
}
