import type { NewInquiryPageQuery, OpenInquiryInput } from "../../gql/graphql";
import { type AskSearch, askedAnswer } from "./ask-search";
import type { InquiryValues } from "./inquiry-schema";

type Product = NonNullable<NewInquiryPageQuery["product"]> | null;
export type TypedAnswer = { readonly code: string; readonly value: string };

const hour = 3_600_000;

/** The form's values as the mutation takes them; an empty field is left out. */
export function openInquiryInput(
  values: InquiryValues,
  now: number,
): Omit<OpenInquiryInput, "photoFileIds" | "idempotencyKey"> {
  const { kind, visibility, decrement, budget, desiredOn } = values;
  const sealed = kind === "PRICE" ? "SEALED" : visibility;
  return {
    kind,
    description: values.description,
    regionCode: values.regionCode,
    desiredOn: desiredOn === "" ? null : desiredOn,
    budget: budget === "" ? null : budget,
    budgetShown: values.budgetShown,
    visibility: sealed,
    decrement: sealed === "REVERSE" && decrement !== "" ? decrement : null,
    deadline: new Date(now + Number(values.openHours) * hour).toISOString(),
    minBids: Number(values.minBids),
    maxSuppliers: Number(values.maxSuppliers),
    contactName: values.contactName,
    contactPhone: values.contactPhone,
  };
}

/** What was told on the product's page, to begin with. */
export const answersInAddress = (product: Product, search: AskSearch): TypedAnswer[] =>
  (product?.inputs ?? []).map(({ code }) => ({ code, value: askedAnswer(search, code) }));

/** The optional components that were wanted there, else those the product has by default. */
export const optionalInAddress = (product: Product, search: AskSearch): string[] =>
  (product?.components ?? []).flatMap(({ id, required, selectedByDefault, item }) => {
    const told = search[`c.${item.code}`];
    const wanted = told === undefined ? selectedByDefault : told === "1";
    return !required && wanted ? [id] : [];
  });
