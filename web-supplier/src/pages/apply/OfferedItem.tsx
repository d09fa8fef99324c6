import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { ComponentProps } from "react";
import { ServiceFields } from "../../features/service/ServiceFields";
import type { Terms } from "../../features/service/terms";
import type { ItemChoiceFragment } from "../../gql/graphql";
import css from "./Steps.module.css";

type OfferedItemProps = {
  /** Undefined for an item that is no longer offered; then it can only be removed. */
  item: ItemChoiceFragment | undefined;
  terms: Terms;
  errors: ComponentProps<typeof ServiceFields>["errors"];
  onChange: (change: Partial<Terms>) => void;
  onRemove: () => void;
};

/** One chosen item with its terms. */
export function OfferedItem({ item, terms, errors, onChange, onRemove }: OfferedItemProps) {
  const { t, i18n } = useLingui();
  const name = (i18n.locale === "en" ? item?.nameEn : item?.name) ?? t`已停用的项目`;
  return (
    <section className={`card ${css.item}`} aria-label={name}>
      <header className={css.itemHead}>
        <CategoryArt name={item?.category.icon} size={40} />
        <h2>{name}</h2>
        <Button variant="default" size="xs" aria-label={t`移除${name}`} onClick={onRemove}>
          <Trans>移除</Trans>
        </Button>
      </header>
      <ServiceFields unit={item?.unit ?? ""} values={terms} errors={errors} onChange={onChange} />
    </section>
  );
}
