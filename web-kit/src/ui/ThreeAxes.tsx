import { useLingui } from "@lingui/react/macro";
import { Truck } from "lucide-react";
import type { StateOf } from "../vocabulary/state-words";
import { StatusTag, ToneTag } from "./StatusTag";

type ThreeAxesProps = {
  order: {
    state: StateOf<"OrderState">;
    moneyState: StateOf<"MoneyState">;
    delivery: { done: number; total: number; percent: number };
  };
};

/** An order's three axes side by side: the order, its money, its delivery. They are never merged into one word. */
export function ThreeAxes({ order }: ThreeAxesProps) {
  const { t } = useLingui();
  const { done, total } = order.delivery;
  return (
    <span className="row">
      <StatusTag of="OrderState" state={order.state} />
      <StatusTag of="MoneyState" state={order.moneyState} />
      {total > 0 && (
        <ToneTag tone={done === total ? "ok" : "info"} icon={Truck}>
          {t`交付 ${done}/${total}`}
        </ToneTag>
      )}
    </span>
  );
}
