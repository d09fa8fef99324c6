import { dayOf, startOfDay } from "@kaidan/web-kit/format/days";
import { MoneyInput } from "@kaidan/web-kit/forms/MoneyInput";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Modal, NumberInput, TextInput } from "@mantine/core";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import {
  type MatrixCellFragment,
  type MatrixItemFragment,
  type MatrixRowFragment,
  ProposeServiceForDocument,
} from "../../gql/graphql";
import css from "./Matrix.module.css";

/** A cell of the matrix, with the terms that stand or wait there. */
export type MatrixPlace = {
  supplier: MatrixRowFragment;
  item: MatrixItemFragment;
  held: MatrixCellFragment | undefined;
};

const schema = z
  .object({
    level: z.int().min(1).max(5),
    costPrice: z.string().min(1),
    salePrice: z.string().min(1),
    perDay: z.int().min(1).max(10_000),
    from: z.string(),
  })
  .refine((terms) => BigInt(terms.costPrice || 0) <= BigInt(terms.salePrice || 0), {
    path: ["costPrice"],
    error: () => i18n._(msg`成本价不能高于销售价。`),
  });

type MatrixDialogProps = { place: MatrixPlace | undefined; onClose: () => void; onDone: () => void };

/** Other terms for one cell: a proposal, which another of staff approves. */
export function MatrixDialog({ place, onClose, onDone }: MatrixDialogProps) {
  const { t } = useLingui();
  const title = place ? `${place.item.name} · ${place.supplier.name}` : "";
  return (
    <Modal opened={place !== undefined} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t`关闭` }}>
      {place && <MatrixForm place={place} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

/** What the matrix does not show stays as it is. */
function untouched(held: MatrixCellFragment | undefined) {
  if (!held) return {};
  const { notes, minCharge, concurrent, leadHours, noticeHours, regions, brands, effectiveTo } = held;
  const codes = regions?.map(({ code }) => code) ?? null;
  return { notes, minCharge, concurrent, leadHours, noticeHours, regions: codes, brands, effectiveTo };
}

function MatrixForm({ place, onClose, onDone }: MatrixDialogProps & { place: MatrixPlace }) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  const { supplier, item, held } = place;
  const { form, submit, busy, alert } = useMutationForm({
    name: `matrix:${supplier.id}:${item.id}`,
    schema,
    defaultValues: {
      level: held?.level ?? 3,
      costPrice: held?.costPrice ?? "",
      salePrice: held?.salePrice ?? "",
      perDay: held?.perDay ?? 5,
      from: "",
    },
    document: ProposeServiceForDocument,
    variables: ({ from, ...terms }, idempotencyKey) => ({
      input: {
        supplierId: supplier.id,
        itemId: item.id,
        ...terms,
        ...untouched(held),
        effectiveFrom: from ? startOfDay(from) : null,
        idempotencyKey,
      },
    }),
    payload: (data) => data.proposeServiceFor,
    onDone: () => {
      toast.ok(t`已提交，由另一位同事审核`);
      onDone();
      onClose();
    },
  });
  const { errors, isSubmitted } = form.formState;
  const values = useWatch({ control: form.control });
  const set = (name: "costPrice" | "salePrice", value: string) =>
    form.setValue(name, value, { shouldValidate: isSubmitted });
  const count = (name: "level" | "perDay") => (value: string | number) =>
    form.setValue(name, Number(value), { shouldValidate: isSubmitted });
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {alert && (
        <Alert color="red" role="alert" className={css.wide}>
          {alert}
        </Alert>
      )}
      <MoneyInput
        label={t`成本价 / ${item.unit}`}
        value={values.costPrice ?? ""}
        error={errors.costPrice?.message}
        onChange={(value) => set("costPrice", value)}
      />
      <MoneyInput
        label={t`销售价 / ${item.unit}`}
        value={values.salePrice ?? ""}
        error={errors.salePrice?.message}
        onChange={(value) => set("salePrice", value)}
      />
      <NumberInput
        label={t`能力等级`}
        value={values.level ?? ""}
        error={errors.level?.message}
        min={1}
        max={5}
        allowDecimal={false}
        onChange={count("level")}
      />
      <NumberInput
        label={t`每天接单`}
        value={values.perDay ?? ""}
        error={errors.perDay?.message}
        min={1}
        max={10_000}
        allowDecimal={false}
        onChange={count("perDay")}
      />
      <TextInput
        className={css.wide}
        type="date"
        label={t`生效日期`}
        description={t`不填则审核通过后立即生效`}
        min={today}
        error={errors.from?.message}
        {...form.register("from")}
      />
      <Button className={css.wide} type="submit" loading={busy}>
        <Trans>提交审核</Trans>
      </Button>
    </form>
  );
}
