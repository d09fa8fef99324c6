import { wordsForError } from "@kaidan/web-kit/vocabulary/error-words";
import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ConfigurableFragment } from "../../gql/graphql";
import { type Configuration, problemsOf } from "./configuration";
import type { QuotedPrice } from "./usePrice";

/** Why this can't be ordered as it stands, in a sentence; undefined when it can. The question to mend is named. */
export type Obstacle = { readonly words: string; readonly code: string | undefined };

export function obstacleOf(
  i18n: I18n,
  product: ConfigurableFragment,
  configuration: Configuration,
  quote: QuotedPrice,
): Obstacle | undefined {
  const named = (code: string) => {
    const question = product.inputs.find((candidate) => candidate.code === code);
    return (i18n.locale === "en" ? question?.labelEn : question?.label) ?? code;
  };
  const [first] = problemsOf(product, configuration);
  if (first) {
    const label = named(first[0]);
    return { code: first[0], words: i18n._(first[1].kind === "MISSING" ? msg`请填写${label}` : msg`请检查${label}`) };
  }
  if (configuration.regionCode === undefined) {
    return { code: undefined, words: i18n._(msg`这项服务暂未在任何城市开通`) };
  }
  const group = missingGroup(product, configuration);
  if (group) {
    const name = i18n.locale === "en" ? group.nameEn || group.name : group.name;
    return { code: undefined, words: i18n._(msg`请在${name}中选择`) };
  }
  if (quote.refusal) {
    const code = quote.refusal.field?.startsWith("inputs.") ? quote.refusal.field.slice("inputs.".length) : undefined;
    const item = itemOf(quote.refusal.data);
    const words = wordsForError(i18n, quote.refusal);
    return { code, words: code ? `${named(code)}：${words}` : item ? `${item}：${words}` : words };
  }
  if (quote.failed) return { code: undefined, words: i18n._(msg`价格没有算出来，请检查网络`) };
  return undefined;
}

/** The either-or group of which too few or too many are chosen. */
function missingGroup(product: ConfigurableFragment, { parts }: Configuration) {
  return product.choiceGroups.find(({ code, min, max }) => {
    const count = parts.filter(({ component, selected }) => selected && component.choiceGroup === code).length;
    return count < min || count > max;
  });
}

/** The server names the item that has no supplier in the values of its refusal. */
function itemOf(data: string | null): string | undefined {
  const values: unknown = data ? JSON.parse(data) : undefined;
  if (typeof values !== "object" || values === null || !("item" in values)) return undefined;
  return typeof values.item === "string" ? values.item : undefined;
}
