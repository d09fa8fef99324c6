import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Select } from "@mantine/core";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { itemsByCategory } from "../../features/service/items-by-category";
import { ServiceFields } from "../../features/service/ServiceFields";
import { blankTerms, moreTermsSchema, noMoreTerms, termsSchema } from "../../features/service/terms";
import { ProposeServiceDocument, type ServiceSheetFragment } from "../../gql/graphql";
import { MoreTermsFields } from "./MoreTermsFields";
import { moreInput, moreOf } from "./more-terms";
import css from "./ProposeForm.module.css";

const schema = z.object({ itemId: z.string().min(1), terms: termsSchema, more: moreTermsSchema });

type Item = { id: string; name: string; nameEn: string; unit: string; category: { name: string; nameEn: string } };

type ProposeFormProps = {
  items: readonly Item[];
  /** Where the supplier works. */
  regions: readonly { code: string; name: string }[];
  /** The terms that stand now, when an item of ours is changed. */
  held?: ServiceSheetFragment;
  onClose: () => void;
  onDone: () => void;
};

/** New terms for one item, beginning with those that stand now. They take effect on their day, once staff approve. */
export function ProposeForm({ items, regions, held, onClose, onDone }: ProposeFormProps) {
  const { t, i18n } = useLingui();
  const { form, submit, busy, alert } = useMutationForm({
    name: `propose:${held?.item.id ?? "new"}`,
    schema,
    defaultValues: {
      itemId: held?.item.id ?? "",
      terms: held ? termsOf(held) : blankTerms,
      more: held ? moreOf(held) : noMoreTerms,
    },
    document: ProposeServiceDocument,
    variables: ({ itemId, terms, more }, idempotencyKey) => ({
      input: { itemId, ...terms, ...moreInput(more), idempotencyKey },
    }),
    payload: (data) => data.proposeService,
    onDone: () => {
      toast.ok(t`已提交，审核通过后按日期生效`);
      onDone();
      onClose();
    },
  });
  const [itemId, terms, more] = useWatch({ control: form.control, name: ["itemId", "terms", "more"] });
  const [open, setOpen] = useState(held !== undefined);
  const { errors, isSubmitted } = form.formState;
  const item = items.find(({ id }) => id === itemId);
  const name = (each: Item) => (i18n.locale === "en" ? each.nameEn : each.name);
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      {held ? (
        <h3>{name(held.item)}</h3>
      ) : (
        <Select
          label={t({ message: "服务项目", context: "one" })}
          placeholder={t`搜索或选择`}
          searchable
          data-autofocus
          data={itemsByCategory(items, i18n.locale)}
          value={itemId || null}
          error={errors.itemId?.message}
          nothingFoundMessage={t`没有找到`}
          onChange={(id) => form.setValue("itemId", id ?? "", { shouldValidate: isSubmitted })}
        />
      )}
      <ServiceFields
        unit={item?.unit ?? t`单位`}
        values={terms}
        errors={errors.terms}
        onChange={(change) => form.setValue("terms", { ...terms, ...change }, { shouldValidate: isSubmitted })}
      />
      {open ? (
        <MoreTermsFields
          regions={regions}
          values={more}
          errors={errors.more}
          onChange={(change) => form.setValue("more", { ...more, ...change }, { shouldValidate: isSubmitted })}
        />
      ) : (
        <Button variant="subtle" onClick={() => setOpen(true)}>
          <Trans>更多条件：日期、区域、产能</Trans>
        </Button>
      )}
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          <Trans>取消</Trans>
        </Button>
        <Button type="submit" loading={busy}>
          <Trans>提交审核</Trans>
        </Button>
      </div>
    </form>
  );
}

function termsOf({ level, costPrice, salePrice, perDay, notes }: ServiceSheetFragment) {
  return { level, costPrice, salePrice, perDay, notes: notes ?? "" };
}
