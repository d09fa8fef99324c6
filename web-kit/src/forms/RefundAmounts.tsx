import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { Money } from "../ui/Money";
import { MoneyInput } from "./MoneyInput";
import { type RefundableLine, wholeRefund } from "./whole-refund";

type Amounts = Readonly<Record<string, string>>;

interface RefundAmountsProps {
  readonly lines: readonly RefundableLine[];
  /** What may still go back of the order, in fen. */
  readonly most: string;
  readonly value: Amounts;
  readonly onChange: (amounts: Amounts) => void;
}

/** How much goes back for which service; one button takes everything that may. */
export function RefundAmounts({ lines, most, value, onChange }: RefundAmountsProps) {
  const { t } = useLingui();
  return (
    <>
      {lines.map(({ componentId, itemName, available }) => (
        <MoneyInput
          key={componentId}
          label={itemName}
          description={
            <Trans>
              最多 <Money fen={available} />
            </Trans>
          }
          value={value[componentId] ?? ""}
          error={Number(value[componentId] ?? 0) > Number(available) ? t`超过了这项服务还能退的金额` : undefined}
          onChange={(amount) => onChange({ ...value, [componentId]: amount })}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => onChange(wholeRefund(lines, most))} disabled={most === "0"}>
          <Trans>整单全退</Trans>
        </Button>
      </div>
    </>
  );
}
