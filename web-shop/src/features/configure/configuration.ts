import type { ComponentChoiceInput, ConfigurableFragment, InputValueInput } from "../../gql/graphql";
import type { ConfigurationSearch } from "./configuration-search";

type Question = ConfigurableFragment["inputs"][number];
type Component = ConfigurableFragment["components"][number];

/** One component as the visitor has it. */
export type Part = {
  readonly component: Component;
  readonly selected: boolean;
  /** Null while the platform chooses. */
  readonly supplierId: string | null;
};

/** A product as one visitor wants it. */
export type Configuration = {
  /** Where the work is; undefined when the product is sold nowhere. */
  readonly regionCode: string | undefined;
  /** The address asked for a city that this product is not sold in. */
  readonly regionRefused: boolean;
  /** What stands in each question's field, by code; "" while empty. */
  readonly answers: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
};

/** Reads the visitor's wishes from the address; whatever it does not say is the product's default. */
export function configure(product: ConfigurableFragment, search: ConfigurationSearch): Configuration {
  const served = product.regions.some(({ code }) => code === search.region);
  return {
    regionCode: served ? search.region : product.regions[0]?.code,
    regionRefused: search.region !== undefined && !served,
    answers: Object.fromEntries(
      product.inputs.map((question) => [question.code, search[`i.${question.code}`] ?? firstAnswer(product, question)]),
    ),
    parts: product.components.map((component) => partOf(product, component, search)),
  };
}

function partOf(product: ConfigurableFragment, component: Component, search: ConfigurationSearch): Part {
  const { code } = component.item;
  const wish = search[`c.${code}`];
  const assumed = component.selectedByDefault && !chosenElsewhere(product, component, search);
  const selected = component.required || (wish === undefined ? assumed : wish === "1");
  return { component, selected, supplierId: supplierFor(product, code, search) };
}

/** Once something of an either-or group was chosen, what was selected beforehand gives way. */
function chosenElsewhere(
  product: ConfigurableFragment,
  { choiceGroup }: Component,
  search: ConfigurationSearch,
): boolean {
  if (choiceGroup === null) return false;
  return product.components.some((part) => part.choiceGroup === choiceGroup && search[`c.${part.item.code}`] === "1");
}

/** Where one supplier does everything, whoever was chosen for any item does them all. */
function supplierFor(product: ConfigurableFragment, code: string, search: ConfigurationSearch): string | null {
  if (product.supplierChoice === "CUSTOMER") return search[`s.${code}`] || null;
  if (product.supplierChoice === "PLATFORM") return null;
  const chosen = product.components
    .map(({ item }) => search[`s.${item.code}`])
    .find((id) => id !== undefined && id !== "");
  return chosen ?? null;
}

/** Whether a product has a price at once; the others are sold by an inquiry or a competition. */
export const hasPrice = ({ saleMode }: Pick<ConfigurableFragment, "saleMode">): boolean =>
  saleMode === "FIXED" || saleMode === "FORMULA";

/** Numbers start at the quantity the product assumes, choices at their first option, so a price stands there at once. */
function firstAnswer(product: ConfigurableFragment, question: Question): string {
  if (question.kind === "CHOICE") return question.required ? (question.options[0] ?? "") : "";
  if (question.kind !== "NUMBER") return "";
  const assumed = product.components.find(({ quantityInput }) => quantityInput === question.code)?.quantity;
  const first = assumed ?? (question.required ? question.min : undefined);
  return typeof first === "number" && first > 0 ? String(first) : "";
}

/** What the server prices, and what is ordered. */
export type Wishes = {
  readonly productId: string;
  readonly regionCode: string;
  readonly inputs: InputValueInput[];
  readonly choices: ComponentChoiceInput[];
};

/** The question for the server; undefined when there is no city to price for, or nothing that has a price at once. */
export function priceVariables(product: ConfigurableFragment, configuration: Configuration): Wishes | undefined {
  return hasPrice(product) ? wishesOf(product, configuration) : undefined;
}

/** What is wanted, as the server takes it; undefined when there is no city it could be done in. */
export function wishesOf(
  product: ConfigurableFragment,
  { regionCode, answers, parts }: Configuration,
): Wishes | undefined {
  if (regionCode === undefined) return undefined;
  const inputs: InputValueInput[] = product.inputs
    .map(({ code }) => ({ code, value: plain(answers[code]) }))
    .filter(({ value }) => value !== "");
  const choices: ComponentChoiceInput[] = parts
    .filter(({ component, selected, supplierId }) => supplierId !== null || selected !== component.selectedByDefault)
    .filter(({ component, supplierId }) => !component.required || supplierId !== null)
    .map(({ component, selected, supplierId }) => ({
      componentId: component.id,
      selected,
      supplierId: selected ? supplierId : null,
    }));
  return { productId: product.id, regionCode, inputs, choices };
}

/** Everything spelled out, so that the address means the same when the product's defaults change. */
export function explicitSearch({ regionCode, answers, parts }: Configuration): ConfigurationSearch {
  const search: ConfigurationSearch = { region: regionCode };
  for (const [code, answer] of Object.entries(answers)) {
    if (answer !== "") search[`i.${code}`] = answer;
  }
  for (const { component, selected, supplierId } of parts) {
    if (!component.required) search[`c.${component.item.code}`] = selected ? "1" : "0";
    if (supplierId !== null && selected) search[`s.${component.item.code}`] = supplierId;
  }
  return search;
}

export type Problem =
  | { readonly kind: "MISSING" | "NO_NUMBER" | "NO_CHOICE" }
  | { readonly kind: "TOO_SMALL" | "TOO_BIG"; readonly limit: number };

/** Which answers can't be ordered with, by the question's code and in its order. The server checks by the same rules. */
export function problemsOf(product: ConfigurableFragment, { answers }: Configuration): ReadonlyMap<string, Problem> {
  const found = new Map<string, Problem>();
  for (const question of product.inputs) {
    const problem = problemOf(question, plain(answers[question.code]));
    if (problem) found.set(question.code, problem);
  }
  return found;
}

function problemOf(question: Question, answer: string): Problem | undefined {
  if (answer === "") return question.required ? { kind: "MISSING" } : undefined;
  if (question.kind === "CHOICE") return question.options.includes(answer) ? undefined : { kind: "NO_CHOICE" };
  if (question.kind !== "NUMBER") return undefined;
  if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(answer)) return { kind: "NO_NUMBER" };
  const value = Number(answer);
  if (question.min !== null && value < question.min) return { kind: "TOO_SMALL", limit: question.min };
  if (question.max !== null && value > question.max) return { kind: "TOO_BIG", limit: question.max };
  return undefined;
}

/** Full-width digits of a Chinese keyboard count as digits. */
function plain(answer: string | undefined): string {
  return (answer ?? "").normalize("NFKC").trim();
}
