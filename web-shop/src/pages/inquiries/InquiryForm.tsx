import { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Textarea } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentProps, useState } from "react";
import { type NewInquiryPageQuery, OpenInquiryDocument } from "../../gql/graphql";
import { AnswerRules } from "./AnswerRules";
import type { AskSearch, Way } from "./ask-search";
import { ContactOfInquiry } from "./ContactOfInquiry";
import css from "./Inquiries.module.css";
import { type AskedItem, ItemsSubject } from "./ItemsSubject";
import { emptyInquiry, inquirySchema } from "./inquiry-schema";
import { NeedSubject } from "./NeedSubject";
import { ProductSubject } from "./ProductSubject";
import { answersInAddress, openInquiryInput, optionalInAddress } from "./to-input";

type Photos = ComponentProps<typeof PhotoPicker>["value"];
type InquiryFormProps = {
  way: Way;
  product: NonNullable<NewInquiryPageQuery["product"]> | null;
  categories: NewInquiryPageQuery["categories"];
  search: AskSearch;
};

/** What is wanted, how suppliers are to answer, and whom they will meet. */
export function InquiryForm({ way, product, categories, search }: InquiryFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me } = useMe();
  const [photos, setPhotos] = useState<Photos>([]);
  const [items, setItems] = useState<readonly AskedItem[]>([]);
  const [categoryId, setCategoryId] = useState("");
  const [answers, setAnswers] = useState(() => answersInAddress(product, search));
  const [optional, setOptional] = useState<readonly string[]>(() => optionalInAddress(product, search));
  const { form, submit, busy, alert } = useMutationForm({
    name: `inquiry:${way}:${product?.id ?? ""}`,
    schema: inquirySchema,
    defaultValues: { ...emptyInquiry, regionCode: search.region ?? "", contactName: me?.displayName ?? "" },
    document: OpenInquiryDocument,
    variables: (values, idempotencyKey) => ({
      input: {
        ...openInquiryInput(values, Date.now()),
        product: product ? { productId: product.id, inputs: answers, componentIds: [...optional] } : null,
        items: way === "items" ? items.map(({ itemId, quantity }) => ({ itemId, quantity })) : null,
        need: way === "need" ? { categoryId, title: values.title } : null,
        photoFileIds: photos.map(({ id }) => id),
        idempotencyKey,
      },
    }),
    payload: (data) => data.openInquiry,
    onDone: async ({ inquiry }) => {
      toast.ok(t`已发布，正在邀请服务商`);
      if (inquiry) await navigate({ to: "/inquiries/$no", params: { no: inquiry.no }, replace: true });
    },
  });
  return (
    <form onSubmit={submit} noValidate className={css.items}>
      {alert && (
        <Alert color="red" role="alert">
          {alert}
        </Alert>
      )}
      <section className="card stack">
        {product && (
          <ProductSubject
            product={product}
            answers={answers}
            onAnswers={setAnswers}
            optional={optional}
            onOptional={setOptional}
          />
        )}
        {way === "items" && <ItemsSubject categories={categories} items={items} onItems={setItems} />}
        {way === "need" && (
          <NeedSubject form={form} categories={categories} categoryId={categoryId} onCategory={setCategoryId} />
        )}
        <Textarea
          label={way === "need" ? t`具体需求` : t`补充说明（选填）`}
          placeholder={t`现场情况、材料要求、时间安排……请不要留电话和地址`}
          rows={4}
          error={form.formState.errors.description?.message}
          {...form.register("description")}
        />
        <PhotoPicker purpose="INQUIRY" label={t`照片（选填）`} value={photos} onChange={setPhotos} />
      </section>
      <AnswerRules form={form} withoutAuction={way === "need"} />
      <ContactOfInquiry form={form} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        <Trans>发布询价</Trans>
      </Button>
    </form>
  );
}
