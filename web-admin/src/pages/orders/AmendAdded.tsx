import { formatMoney } from "@kaidan/web-kit/format/money";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NumberInput, Select } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import type { AmendServicesQuery } from "../../gql/graphql";
import css from "./Amend.module.css";
import type { AddWish } from "./amend-wish";

type Service = AmendServicesQuery["quotableServices"][number];
type AmendAddedProps = {
  added: readonly AddWish[];
  services: readonly Service[];
  onChange: (added: readonly AddWish[]) => void;
};

const idOf = ({ itemId, supplierId }: Service): string => `${itemId}:${supplierId}`;

/** Work that was not part of the order: an item, who does it, how much and for how much. */
export function AmendAdded({ added, services, onChange }: AmendAddedProps) {
  const { t } = useLingui();
  const set = (key: string, change: Partial<AddWish>) =>
    onChange(added.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const options = services.map((one) => ({
    value: idOf(one),
    label: `${one.itemName} · ${one.supplierName} · ${formatMoney(one.salePrice)}/${one.unit}`,
  }));
  const priceOf = (service: string, quantity: number): string => {
    const chosen = services.find((one) => idOf(one) === service);
    return chosen ? String(Math.round(Number(chosen.salePrice) * quantity)) : "";
  };
  return (
    <>
      {added.map((one, index) => (
        <fieldset key={one.key} className={css.part}>
          <legend>{t`增加第 ${index + 1} 项`}</legend>
          <Select
            label={t`服务与服务商`}
            searchable
            data={options}
            value={one.service || null}
            nothingFoundMessage={t`没有可提供的服务商`}
            onChange={(value) => set(one.key, { service: value ?? "", amount: priceOf(value ?? "", one.quantity) })}
          />
          <NumberInput
            label={t`数量`}
            value={one.quantity}
            min={0.01}
            decimalScale={2}
            onChange={(value) => {
              const quantity = Number(value) || one.quantity;
              set(one.key, { quantity, amount: priceOf(one.service, quantity) });
            }}
          />
          <MoneyInput label={t`金额`} value={one.amount} onChange={(amount) => set(one.key, { amount })} />
          <NumberInput
            label={t`第几阶段开工`}
            value={one.stage}
            min={1}
            max={20}
            allowDecimal={false}
            onChange={(value) => set(one.key, { stage: Number(value) || 1 })}
          />
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => onChange(added.filter(({ key }) => key !== one.key))}
          >
            <Trans>不增加第 {index + 1} 项</Trans>
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />}
          onClick={() =>
            onChange([...added, { key: crypto.randomUUID(), service: "", quantity: 1, amount: "", stage: 1 }])
          }
        >
          <Trans>增加服务</Trans>
        </Button>
      </div>
    </>
  );
}
