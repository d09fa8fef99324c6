import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { soldByWords } from "../vocabulary/collection-words";
import { Money } from "./Money";

type SoldByProps = {
  mode: keyof typeof soldByWords;
  officialFee: string;
  /** Also of the platform's own plain sale, where it stands beside others. */
  always?: boolean;
};

/** Who sells and who collects, and what of the price goes to an office. Nothing for the platform's own plain sale. */
export function SoldBy({ mode, officialFee, always = false }: SoldByProps) {
  const { i18n } = useI18n();
  const isPassedOn = BigInt(officialFee) > 0n;
  if (mode === "OWN_SALE" && !isPassedOn && !always) return null;
  return (
    <span className="muted small">
      {i18n._(soldByWords[mode])}
      {isPassedOn && (
        <>
          {" · "}
          <Trans>
            含代收官费 <Money fen={officialFee} />
          </Trans>
        </>
      )}
    </span>
  );
}
