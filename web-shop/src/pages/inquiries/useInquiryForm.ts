import type { PhotoPicker } from "@kaidan/web-kit/forms/PhotoPicker";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { toast } from "@kaidan/web-kit/ui/Toasts";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type ComponentProps, useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { OpenInquiryDocument } from "../../gql/graphql";
import type { InquiryFormProps } from "./InquiryForm";
import type { AskedItem } from "./ItemsSubject";
import { type InquiryDraft, inquiryDraft } from "./inquiry-draft";
import { emptyInquiry, inquirySchema } from "./inquiry-schema";
import { answersInAddress, openInquiryInput, type TypedAnswer, wantedInAddress } from "./to-input";

type Photos = ComponentProps<typeof PhotoPicker>["value"];

/** The form of a new inquiry with all that stands beside its fields, begun from what was typed and not sent before. */
export function useInquiryForm({ way, product, search }: Omit<InquiryFormProps, "categories" | "onCleared">) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me } = useMe();
  const [draft] = useState(() => inquiryDraft(me?.id ?? "", product ? product.id : way));
  const [kept] = useState(() => draft.read(Date.now()));
  const [photos, setPhotos] = useState<Photos>(() => kept?.photos ?? []);
  const [items, setItems] = useState<readonly AskedItem[]>(() => kept?.items ?? []);
  const [categoryId, setCategoryId] = useState(kept?.categoryId ?? "");
  const [answers, setAnswers] = useState<readonly TypedAnswer[]>(
    () => kept?.answers ?? answersInAddress(product, search),
  );
  const [wanted, setWanted] = useState<readonly string[]>(() => kept?.wanted ?? wantedInAddress(product, search));
  // A repeat of the same deed names the same deadline, or it would be another deed.
  const [sentAt] = useState(() => new Map<string, number>());
  const whole = useMutationForm({
    name: `inquiry:${way}:${product?.id ?? ""}`,
    schema: inquirySchema,
    defaultValues: {
      ...emptyInquiry,
      regionCode: search.region ?? "",
      contactName: me?.displayName ?? "",
      ...kept?.values,
    },
    document: OpenInquiryDocument,
    variables: (values, idempotencyKey) => {
      const now = sentAt.get(idempotencyKey) ?? Date.now();
      sentAt.set(idempotencyKey, now);
      return {
        input: {
          ...openInquiryInput(values, now),
          product: product ? { productId: product.id, inputs: [...answers], componentIds: [...wanted] } : null,
          items: way === "items" ? items.map(({ itemId, quantity }) => ({ itemId, quantity })) : null,
          need: way === "need" ? { categoryId, title: values.title } : null,
          photoFileIds: photos.map(({ id }) => id),
          idempotencyKey,
        },
      };
    },
    payload: (data) => data.openInquiry,
    onDone: async ({ inquiry }) => {
      draft.forget();
      toast.ok(t`已发布，正在邀请服务商`);
      if (inquiry) await navigate({ to: "/inquiries/$no", params: { no: inquiry.no }, replace: true });
    },
  });
  const { contactName: _name, contactPhone: _phone, ...values } = useWatch({ control: whole.form.control });
  const typed = { values, items, categoryId, answers, wanted, photos };
  const [begun] = useState(() => JSON.stringify(typed));
  const now = JSON.stringify(typed);
  useEffect(() => {
    if (now !== begun) draft.keep(JSON.parse(now) as InquiryDraft, Date.now());
  }, [now, begun, draft]);
  return {
    ...whole,
    ...{ photos, setPhotos, items, setItems, categoryId, setCategoryId, answers, setAnswers, wanted, setWanted },
    restored: kept !== undefined,
    forget: draft.forget,
  };
}
