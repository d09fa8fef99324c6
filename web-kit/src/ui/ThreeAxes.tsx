import { useLingui } from "@lingui/react/macro";
import { Ban, Truck } from "lucide-react";
import { type StateOf, stateWord } from "../vocabulary/state-words";
import { StatusTag, ToneTag } from "./StatusTag";

type ThreeAxesProps = {
  order: {
    state: StateOf<"OrderState">;
    moneyState: StateOf<"MoneyState">;
    delivery: { done: number; total: number; percent: number };
  };
};

/** Whether an order ended without being completed: nothing is paid or done for it any more. */
export function hasEnded(state: StateOf<"OrderState">): boolean {
  return state === "CANCELLED" || state === "EXPIRED";
}

/** An order's three axes side by side: the order, its money, its delivery. They are never merged into one word. */
export function ThreeAxes({ order }: ThreeAxesProps) {
  const { t, i18n } = useLingui();
  const { done, total } = order.delivery;
  return (
    <span className="row">
      <StatusTag of="OrderState" state={order.state} />
      {hasEnded(order.state) && order.moneyState === "UNPAID" ? (
        <ToneTag tone="neutral" icon={Ban}>
          {i18n._(stateWord("MoneyState", "UNPAID").word)}
        </ToneTag>
      ) : (
        <StatusTag of="MoneyState" state={order.moneyState} />
      )}
      {total > 0 && (
        <ToneTag tone={done === total ? "ok" : "info"} icon={Truck}>
          {t`交付 ${done}/${total}`}
        </ToneTag>
      )}
    </span>
  );
}
