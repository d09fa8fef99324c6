import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { CircleCheck, TriangleAlert } from "lucide-react";

/** Shares that must make a whole: the sum so far, and whether it fits. Spoken as it changes. */
export function SumMark({ value, whole, label }: { value: number; whole: number; label: string }) {
  const fits = value === whole;
  return (
    <output>
      <ToneTag tone={fits ? "ok" : "warn"} icon={fits ? CircleCheck : TriangleAlert}>
        {label} {formatNumber(value)}% / {formatNumber(whole)}%
      </ToneTag>
    </output>
  );
}
