import type { PreviewProductPriceQueryVariables, PreviewVersionFragment } from "../../gql/graphql";

/** What a customer would have told and chosen; `answers` by question, `choices` by component. */
export type Configuration = {
  regionCode: string;
  answers: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, { selected: boolean; supplierId: string | null }>>;
};

/** How the page opens for a customer: first region, least amounts, what is ticked beforehand, platform chooses. */
export function firstConfiguration({ regions, inputs, components }: PreviewVersionFragment): Configuration {
  return {
    regionCode: regions[0]?.code ?? "",
    answers: Object.fromEntries(inputs.map(({ code, kind, min }) => [code, kind === "NUMBER" ? String(min ?? 1) : ""])),
    choices: Object.fromEntries(
      components.map(({ id, required, selectedByDefault }) => [
        id,
        { selected: required || selectedByDefault, supplierId: null },
      ]),
    ),
  };
}

/** The question to the price rule; unanswered questions are left out. */
export function priceVariables(
  productVersionId: string,
  { regionCode, answers, choices }: Configuration,
): PreviewProductPriceQueryVariables {
  return {
    productVersionId,
    regionCode,
    inputs: Object.entries(answers)
      .filter(([, value]) => value.trim() !== "")
      .map(([code, value]) => ({ code, value })),
    choices: Object.entries(choices).map(([componentId, choice]) => ({ componentId, ...choice })),
  };
}
