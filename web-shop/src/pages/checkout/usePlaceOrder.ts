import { formatDay } from "@kaidan/web-kit/format/dates";
import { useMutationForm } from "@kaidan/web-kit/forms/useMutationForm";
import type { Refused } from "@kaidan/web-kit/vocabulary/error-words";
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { Wishes } from "../../features/configure/configuration";
import { PlaceOrderDocument, type PriceFragment } from "../../gql/graphql";
import { contactDraft } from "./contact-draft";
import { contactSchema } from "./contact-schema";

type PlaceOrderOptions = {
  slug: string;
  wishes: Wishes | undefined;
  /** The price on the screen; the order is placed for exactly this one or not at all. */
  price: PriceFragment | undefined;
  /** Whether a day can be asked for; a day kept from elsewhere is not sent otherwise. */
  dated: boolean;
  /** The day asked for went to somebody else meanwhile. */
  onDayGone: () => void;
};

/**
 * The form that places the order. When the price moved meanwhile it is not placed: `changed` holds the new price until
 * the customer accepts it, which submits again for the new one.
 */
export function usePlaceOrder({ slug, wishes, price, dated, onDayGone }: PlaceOrderOptions) {
  const navigate = useNavigate();
  const dayGone = useDayGone();
  const [changed, setChanged] = useState<PriceFragment>();
  const [accepted, setAccepted] = useState<PriceFragment>();
  const agreed = useRef<PriceFragment>(undefined);
  const [draft] = useState(contactDraft.read);
  const shown = accepted ?? price;

  const { form, submit, busy, alert, setAlert } = useMutationForm({
    name: `place-order:${slug}`,
    schema: contactSchema,
    defaultValues: draft,
    document: PlaceOrderDocument,
    variables: (contact, idempotencyKey) => {
      const agreedPrice = agreed.current ?? price;
      if (!wishes || !agreedPrice) throw new Error("An order needs a price that the customer saw");
      return {
        input: {
          ...wishes,
          ...contact,
          note: contact.note || null,
          serviceOn: (dated && contact.serviceOn) || null,
          expectedTotal: agreedPrice.total,
          expectedHash: agreedPrice.hash,
          idempotencyKey,
        },
      };
    },
    payload: (data) => data.placeOrder,
    onRefused: (payload) => {
      if (dayGone.noticed(payload.userErrors[0])) {
        onDayGone();
        return true;
      }
      if (payload.userErrors[0]?.code !== "PRICE_CHANGED" || !payload.price) return false;
      setChanged(payload.price);
      return true;
    },
    onDone: async ({ order }) => {
      contactDraft.forget();
      if (order) await navigate({ to: "/o/$orderId", params: { orderId: order.id }, replace: true });
    },
  });

  useEffect(() => {
    const watching = form.watch((values) => contactDraft.keep(values));
    return () => watching.unsubscribe();
  }, [form]);

  return {
    form,
    submit,
    /** Says at each field what is missing and goes to the first; true when nothing is. */
    check: () => form.trigger(undefined, { shouldFocus: true }),
    busy,
    alert,
    setAlert,
    price: shown,
    changed,
    acceptChange: (): void => {
      agreed.current = changed;
      setAccepted(changed);
      setChanged(undefined);
      submit();
    },
    refuseChange: () => setChanged(undefined),
    /** Why the day asked for can't be had, until another is chosen. */
    dayError: dayGone.words ?? form.formState.errors.serviceOn?.message,
    chooseDay: (day: string): void => {
      dayGone.forget();
      form.clearErrors("serviceOn");
      form.setValue("serviceOn", day, { shouldDirty: true });
    },
  };
}

/** Remembers that a day could not be had and says which is the next that can. */
function useDayGone() {
  const { t, i18n } = useLingui();
  const [words, setWords] = useState<string>();
  return {
    words,
    forget: () => setWords(undefined),
    noticed: (refused: Refused | undefined): boolean => {
      if (refused?.code !== "DAY_NOT_FREE") return false;
      const { day, next } = JSON.parse(refused.data ?? "{}") as { day: string; next?: string };
      const named = (text: string) => formatDay(text, Date.now(), i18n.locale);
      const gone = named(day);
      const other = next && named(next);
      setWords(other ? t`${gone} 刚刚约满，订单没有提交。最近可约 ${other}。` : t`${gone} 刚刚约满，订单没有提交。`);
      return true;
    },
  };
}
