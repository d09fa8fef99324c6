import { configure } from "../../features/configure/configuration";
import type { NewInquiryPageQuery, OpenInquiryInput } from "../../gql/graphql";
import type { AskSearch } from "./ask-search";
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

/** What was told on the product's page, or what the product assumes, to begin with. */
export function answersInAddress(product: Product, search: AskSearch): TypedAnswer[] {
  if (!product) return [];
  return Object.entries(configure(product, search).answers).map(([code, value]) => ({ code, value }));
}

/** The optional components and the choices of either-or groups that were wanted there, else the product's own. */
export const wantedInAddress = (product: Product, search: AskSearch): string[] =>
  (product ? configure(product, search).parts : []).flatMap(({ component, selected }) =>
    selected && !component.required ? [component.id] : [],
  );
