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

/**
 * The configuration with another choice for one component. Of a group of which one is taken the others give way; where
 * one supplier does everything, the one chosen here is the only one chosen.
 */
export function withChoice(
  { components, choiceGroups, supplierChoice }: PreviewVersionFragment,
  value: Configuration,
  id: string,
  choice: Configuration["choices"][string],
): Configuration {
  const code = components.find((each) => each.id === id)?.choiceGroup ?? null;
  const single = choiceGroups.find((group) => group.code === code)?.max === 1;
  const choices = Object.fromEntries(
    components.map((component) => {
      const known = value.choices[component.id] ?? { selected: false, supplierId: null };
      if (component.id === id) return [id, choice];
      const givesWay = single && choice.selected && component.choiceGroup === code;
      const supplierId = supplierChoice === "CUSTOMER_PER_PRODUCT" ? null : known.supplierId;
      return [component.id, { selected: known.selected && !givesWay, supplierId }];
    }),
  );
  return { ...value, choices };
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
