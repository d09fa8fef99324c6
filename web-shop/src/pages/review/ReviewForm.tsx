import { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentProps, useState } from "react";
import type { WholeOrder } from "../../features/order/useLiveOrder";
import { ReviewOrderDocument } from "../../gql/graphql";
import { MarkFields } from "./MarkFields";
import css from "./ReviewPage.module.css";
import { noMarks, reviewSchema, supplierScores, suppliersOf } from "./review-schema";

type Photos = ComponentProps<typeof PhotoPicker>["value"];

/** Marks, words and photos; several suppliers are judged one by one. */
export function ReviewForm({ order }: { order: WholeOrder }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [photos, setPhotos] = useState<Photos>([]);
  const suppliers = suppliersOf(order.tickets);
  const several = suppliers.length > 1;
  const { form, submit, busy, alert } = useMutationForm({
    name: `review:${order.id}`,
    schema: reviewSchema,
    defaultValues: {
      ...noMarks,
      suppliers: several ? suppliers.map(({ id }) => ({ supplierId: id, ...noMarks })) : [],
      text: "",
      anonymous: false,
    },
    document: ReviewOrderDocument,
    variables: (values, idempotencyKey) => {
      const { suppliers: _each, ...whole } = values;
      const photoFileIds = photos.map(({ id }) => id);
      const scores = supplierScores(values, suppliers);
      return { input: { orderId: order.id, ...whole, supplierScores: scores, photoFileIds, idempotencyKey } };
    },
    payload: (data) => data.reviewOrder,
    onDone: async () => {
      toast.ok(t`感谢您的评价`);
      await navigate({ to: "/o/$orderId", params: { orderId: order.id }, replace: true });
    },
  });
  return (
    <form onSubmit={submit} noValidate className={css.form}>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <section className="card">
        <MarkFields control={form.control} path="" />
      </section>
      {several &&
        suppliers.map(({ id, name }, index) => (
          <section key={id} className="card" aria-label={name}>
            <h2>{name}</h2>
            <MarkFields control={form.control} path={`suppliers.${index}.`} subject={name} />
          </section>
        ))}
      <section className="card stack">
        <Textarea
          label={t`说说这次服务（选填）`}
          placeholder={t`哪里做得好，哪里可以更好`}
          rows={4}
          error={form.formState.errors.text?.message}
          {...form.register("text")}
        />
        <PhotoPicker purpose="REVIEW" label={t`照片（选填）`} value={photos} onChange={setPhotos} />
        <label className={css.anonymous}>
          <input type="checkbox" {...form.register("anonymous")} />
          <Trans>匿名评价</Trans>
        </label>
      </section>
      <Button type="submit" size="md" fullWidth loading={busy}>
        <Trans>提交评价</Trans>
      </Button>
    </form>
  );
}
