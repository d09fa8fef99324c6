import { useQuery } from "@apollo/client/react";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import { InquiryItemsDocument, type NewInquiryPageQuery } from "../../gql/graphql";
import css from "./Inquiries.module.css";

export type AskedItem = {
  readonly itemId: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
};
type ItemsSubjectProps = {
  categories: NewInquiryPageQuery["categories"];
  items: readonly AskedItem[];
  onItems: (items: readonly AskedItem[]) => void;
};

/** Service items with their quantities, chosen category by category. */
export function ItemsSubject({ categories, items, onItems }: ItemsSubjectProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const en = i18n.locale === "en";
  const [categoryId, setCategoryId] = useState("");
  const [itemId, setItemId] = useState("");
  const { data } = useQuery(InquiryItemsDocument, { variables: { categoryId }, skip: categoryId === "" });
  const offered = (data?.serviceItems ?? []).filter(({ id }) => !items.some((item) => item.itemId === id));
  const add = (): void => {
    const chosen = offered.find(({ id }) => id === itemId);
    if (!chosen) return;
    onItems([...items, { itemId, name: en ? chosen.nameEn : chosen.name, unit: chosen.unit, quantity: 1 }]);
    setItemId("");
  };
  return (
    <>
      <div className={css.fields}>
        <NativeSelect
          label={t`类别`}
          value={categoryId}
          onChange={(event) => {
            setCategoryId(event.currentTarget.value);
            setItemId("");
          }}
          data={[
            { value: "", label: t`请选择` },
            ...categories.map((c) => ({ value: c.id, label: en ? c.nameEn : c.name })),
          ]}
        />
        <NativeSelect
          label={t`服务项目`}
          value={itemId}
          disabled={categoryId === ""}
          onChange={(event) => setItemId(event.currentTarget.value)}
          data={[
            { value: "", label: t`请选择` },
            ...offered.map((i) => ({ value: i.id, label: en ? i.nameEn : i.name })),
          ]}
        />
        <Button type="button" variant="default" disabled={itemId === ""} onClick={add}>
          <Trans>加入</Trans>
        </Button>
      </div>
      {items.map((item) => {
        const { name, unit } = item;
        return (
          <fieldset key={item.itemId} className={css.item}>
            <legend className="visually-hidden">{name}</legend>
            <strong>{name}</strong>
            <TextInput
              label={t`数量（${unit}）`}
              inputMode="decimal"
              type="number"
              min={0}
              step="any"
              value={item.quantity}
              onChange={(event) => {
                const quantity = Number(event.currentTarget.value);
                onItems(items.map((one) => (one.itemId === item.itemId ? { ...one, quantity } : one)));
              }}
            />
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t`移除 ${name}`}
              onClick={() => onItems(items.filter((one) => one.itemId !== item.itemId))}
            >
              <X size={18} strokeWidth={1.5} aria-hidden />
            </ActionIcon>
          </fieldset>
        );
      })}
      {items.length === 0 && (
        <p className="muted small">
          <Trans>至少加入一个服务项目。</Trans>
        </p>
      )}
    </>
  );
}
