import { useAct } from "@kaidan/web-kit/forms/useAct";
import { ConfirmDialog } from "@kaidan/web-kit/ui/ConfirmDialog";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { cycleWords } from "@kaidan/web-kit/vocabulary/settlement-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NumberInput, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { SaveSettlementTermsDocument, type SettlementCycle, type SupplierAccountPageQuery } from "../../gql/graphql";

type Sheet = SupplierAccountPageQuery["supplierAccount"];
type SupplierTermsProps = { supplierId: string; sheet: Sheet; onStale: () => void };

/** What is agreed with a supplier about when it is paid and what is kept back. */
export function SupplierTerms({ supplierId, sheet, onStale }: SupplierTermsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const [open, setOpen] = useState(false);
  const [cycle, setCycle] = useState<SettlementCycle>(sheet.cycle);
  const [rate, setRate] = useState(sheet.retentionRate / 100);
  const [days, setDays] = useState(sheet.retentionDays);
  const { act, busy } = useAct(SaveSettlementTermsDocument, (data) => data.saveSettlementTerms);
  function begin(): void {
    setCycle(sheet.cycle);
    setRate(sheet.retentionRate / 100);
    setDays(sheet.retentionDays);
    setOpen(true);
  }
  async function save(): Promise<void> {
    const terms = { cycle, retentionRate: Math.round(rate * 100), retentionDays: days };
    const done = await act({ input: { supplierId, version: sheet.version, ...terms } });
    setOpen(false);
    onStale();
    if (done) toast.ok(t`结算条款已保存`);
  }
  return (
    <>
      <Button variant="default" onClick={begin}>
        <Trans>修改结算条款</Trans>
      </Button>
      <ConfirmDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t`修改结算条款？`}
        confirmLabel={t`保存`}
        busy={busy}
        ready={days >= 1}
        onConfirm={() => void save()}
      >
        <Stack>
          <Select
            label={t`结算周期`}
            value={cycle}
            data={(Object.keys(cycleWords) as SettlementCycle[]).map((value) => ({
              value,
              label: i18n._(cycleWords[value]),
            }))}
            allowDeselect={false}
            onChange={(value) => value && setCycle(value as SettlementCycle)}
          />
          <NumberInput
            label={t`质保金比例（%）`}
            description={t`只从平台自营的服务费中留，最多 30%。`}
            value={rate}
            min={0}
            max={30}
            decimalScale={2}
            onChange={(value) => setRate(Number(value) || 0)}
          />
          <NumberInput
            label={t`质保金留存天数`}
            value={days}
            min={1}
            max={1825}
            allowDecimal={false}
            onChange={(value) => setDays(Number(value) || 0)}
          />
          <p className="muted small">
            <Trans>佣金和成本价按服务报价约定，在服务商的服务报价里修改。</Trans>
          </p>
        </Stack>
      </ConfirmDialog>
    </>
  );
}
