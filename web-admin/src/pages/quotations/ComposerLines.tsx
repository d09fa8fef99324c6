import { useQuery } from "@apollo/client/react";
import { formatMoney } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { FormGrid, wideField } from "../../features/console/FormGrid";
import { Section } from "../../features/console/Section";
import { QuotableServicesDocument } from "../../gql/graphql";
import css from "./Composer.module.css";
import { type DraftLine, emptyLine, isUnfinished } from "./composer-draft";
import { LineCollection } from "./LineCollection";

type LinesProps = {
  lines: readonly DraftLine[];
  /** Whether saving was tried: what is unfinished says so then. */
  tried: boolean;
  regionCode: string;
  onChange: (lines: readonly DraftLine[]) => void;
};

/** The work of a version: each line is an item and somebody who can do it in the region, at a price of one's own. */
export function ComposerLines({ lines, tried, regionCode, onChange }: LinesProps) {
  const { t } = useLingui();
  const { data } = useQuery(QuotableServicesDocument, { variables: { regionCode }, skip: regionCode === "" });
  const services = data?.quotableServices ?? [];
  const set = (key: string, part: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const options = services.map((one) => ({
    value: `${one.itemId}:${one.supplierId}`,
    label: `${one.itemName} · ${one.supplierName} · ${formatMoney(one.salePrice)}/${one.unit}`,
  }));
  return (
    <Section title={t`服务明细`} lead={regionCode === "" ? t`先选城市，再选服务与服务商。` : undefined}>
      {lines.map((line, index) => (
        <fieldset key={line.key} className={css.line}>
          <legend>{t`第 ${index + 1} 项`}</legend>
          <FormGrid>
            <Select
              label={t`服务与服务商`}
              wrapperProps={wideField}
              searchable
              data={withOwn(options, line.service, t`原服务商报价`)}
              value={line.service || null}
              disabled={regionCode === ""}
              error={tried && isUnfinished(line) && t`请选择服务与服务商，或删除这一项。`}
              nothingFoundMessage={t`没有可提供的服务商`}
              onChange={(service) => {
                const chosen = services.find((one) => `${one.itemId}:${one.supplierId}` === service);
                set(line.key, { service: service ?? "", ...(chosen ? { unitPrice: chosen.salePrice } : {}) });
              }}
            />
            <TextInput
              label={t`数量`}
              inputMode="decimal"
              value={line.quantity}
              onChange={(event) => set(line.key, { quantity: event.currentTarget.value })}
            />
            <MoneyInput
              label={t`单价`}
              value={line.unitPrice}
              disabled={line.amount !== ""}
              onChange={(unitPrice) => set(line.key, { unitPrice })}
            />
            <MoneyInput
              label={t`一口价`}
              placeholder={t`不填则按单价 × 数量`}
              value={line.amount}
              onChange={(amount) => set(line.key, { amount })}
            />
            <TextInput
              label={t`阶段`}
              inputMode="numeric"
              value={line.stage}
              onChange={(event) => set(line.key, { stage: event.currentTarget.value })}
            />
            <TextInput
              label={t`工期（天）`}
              inputMode="numeric"
              value={line.leadDays}
              onChange={(event) => set(line.key, { leadDays: event.currentTarget.value })}
            />
            <LineCollection line={line} onChange={(part) => set(line.key, part)} />
            <TextInput
              label={t`说明`}
              wrapperProps={wideField}
              value={line.note}
              maxLength={300}
              onChange={(event) => set(line.key, { note: event.currentTarget.value })}
            />
            <Checkbox
              label={t`可选项，客户可以不要`}
              checked={line.optional}
              onChange={(event) => set(line.key, { optional: event.currentTarget.checked })}
            />
          </FormGrid>
          {lines.length > 1 && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<Trash2 size={14} aria-hidden />}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            >
              <Trans>删除第 {index + 1} 项</Trans>
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() => onChange([...lines, emptyLine()])}
        >
          <Trans>添加服务</Trans>
        </Button>
      </div>
    </Section>
  );
}

/** A price that a supplier bid stands in no list of services: the line keeps it as it is. */
function withOwn(options: { value: string; label: string }[], service: string, label: string) {
  const known = service === "" || options.some(({ value }) => value === service);
  return known ? options : [...options, { value: service, label }];
}
