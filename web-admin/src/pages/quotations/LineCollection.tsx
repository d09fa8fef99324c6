import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { collectionModeWords } from "@kaidan/web-kit/vocabulary/collection-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { DraftLine } from "./composer-draft";

const modes = ["OWN_SALE", "SUB_MERCHANT", "CUSTODY", "DIRECT"] as const;

type LineCollectionProps = { line: DraftLine; onChange: (part: Partial<DraftLine>) => void };

/** Who sells a line and who collects, what the platform keeps of it, and what an office gets. */
export function LineCollection({ line, onChange }: LineCollectionProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const share = Number(line.commissionPercent || "0");
  return (
    <>
      <NativeSelect
        label={t`销售与收款`}
        value={line.collectionMode}
        onChange={(event) => onChange({ collectionMode: modeOf(event.currentTarget.value) })}
      >
        {modes.map((mode) => (
          <option key={mode} value={mode}>
            {i18n._(collectionModeWords[mode])}
          </option>
        ))}
      </NativeSelect>
      {line.collectionMode !== "OWN_SALE" && (
        <>
          <TextInput
            label={t`佣金（%，含税）`}
            inputMode="decimal"
            value={line.commissionPercent}
            error={share >= 0 && share <= 100 ? undefined : t`请填 0 到 100 之间的数。`}
            onChange={(event) => onChange({ commissionPercent: event.currentTarget.value })}
          />
          <Checkbox
            label={t`退款时退还佣金`}
            checked={line.commissionRefundable}
            onChange={(event) => onChange({ commissionRefundable: event.currentTarget.checked })}
          />
        </>
      )}
      <MoneyInput
        label={t`其中代收官费`}
        placeholder="0"
        value={line.officialFee}
        onChange={(officialFee) => onChange({ officialFee })}
      />
    </>
  );
}

const modeOf = (value: string): DraftLine["collectionMode"] => modes.find((mode) => mode === value) ?? "OWN_SALE";
