import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useLingui } from "@lingui/react/macro";
import { Checkbox, NumberInput, Select } from "@mantine/core";
import type { AmendServicesQuery, OrderChangesQuery } from "../../gql/graphql";
import css from "./Amend.module.css";
import type { LineWish } from "./amend-wish";

type Service = AmendServicesQuery["quotableServices"][number];
type Line = NonNullable<OrderChangesQuery["staffOrder"]>["lines"][number];
type AmendLineProps = {
  line: Line;
  wish: LineWish;
  services: readonly Service[];
  onChange: (id: string, wish: LineWish) => void;
};

/** One line as it is wanted: quantity, price, who does it, or its end with what was done of it. */
export function AmendLine({ line, wish, services, onChange }: AmendLineProps) {
  const { t } = useLingui();
  const suppliers = suppliersOf(line, services);
  return (
    <fieldset className={css.part}>
      <legend>
        {line.itemName}（{line.unit}）
      </legend>
      <NumberInput
        label={t`数量`}
        value={wish.quantity}
        min={0.01}
        decimalScale={2}
        disabled={wish.cancel}
        onChange={(value) => onChange(line.id, { ...wish, quantity: Number(value) || wish.quantity })}
      />
      <MoneyInput
        label={t`金额`}
        value={wish.amount}
        disabled={wish.cancel}
        onChange={(amount) => onChange(line.id, { ...wish, amount })}
      />
      {suppliers.length > 1 && (
        <Select
          label={t`服务商`}
          value={wish.supplierId}
          data={suppliers}
          disabled={wish.cancel}
          allowDeselect={false}
          searchable
          onChange={(supplierId) => onChange(line.id, { ...wish, supplierId })}
        />
      )}
      <Checkbox
        label={t`取消这一项`}
        checked={wish.cancel}
        onChange={(event) => onChange(line.id, { ...wish, cancel: event.currentTarget.checked })}
      />
      {wish.cancel && <DoneShare line={line} wish={wish} onChange={onChange} />}
    </fieldset>
  );
}

type DoneShareProps = Omit<AmendLineProps, "services">;

/** How much of a line that ends was done: so much of it is paid and earned. */
export function DoneShare({ line, wish, onChange }: DoneShareProps) {
  const { t } = useLingui();
  return (
    <NumberInput
      label={t`已完成比例（%）`}
      description={t`已完成的部分照价收取并结算给服务商，其余退还。`}
      value={wish.done}
      min={0}
      max={100}
      clampBehavior="strict"
      decimalScale={2}
      onChange={(value) => onChange(line.id, { ...wish, done: Number(value) || 0 })}
    />
  );
}

function suppliersOf({ itemId, supplier }: Line, services: readonly Service[]) {
  const able = services.filter((service) => service.itemId === itemId);
  const known = able.map(({ supplierId, supplierName }) => ({ value: supplierId, label: supplierName }));
  const named = supplier === null || known.some(({ value }) => value === supplier.id);
  return named ? known : [{ value: supplier.id, label: supplier.name }, ...known];
}
