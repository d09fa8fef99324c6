import { joinList } from "@kaidan/web-kit/format/lists";
import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { useLingui } from "@lingui/react/macro";
import type { ProductDetailsFragment } from "../../gql/graphql";
import type { Check } from "./publish-checks";

/** The server names what is missing by codes; people read the names of items, cities and fields. */
export function useDetailWords({ code, detail }: Check, product: ProductDetailsFragment | undefined): string {
  const { t, i18n } = useLingui();
  const setting = useSetting();
  if (!detail) return "";
  const items = (product?.draft ?? product?.published)?.components.map(({ item }) => item) ?? [];
  const itemName = (itemCode: string) => items.find((item) => item.code === itemCode)?.name ?? itemCode;
  const regionName = (region: string) => setting?.regions.find((each) => each.code === region)?.name ?? region;
  const questions = (product?.draft ?? product?.published)?.inputs ?? [];
  const subjects: Record<string, string> = {
    title: t`标题`,
    titleEn: t`英文标题`,
    summary: t`一句话介绍`,
    picture: t`照片或插图`,
    regions: t`还没有选择销售城市`,
    required: t`还没有必选的服务项目`,
    plan: t`还没有付款计划`,
  };
  const parts = detail.split(", ").map((part) => {
    if (code === "PLAN_SUMS_TO_WHOLE" || code === "DEPOSIT_AT_MOST_A_FIFTH") return percentWords(part);
    const question = code === "INPUTS_COMPLETE" && questions.find((each) => each.code === part);
    if (question) return question.label;
    const subject = subjects[part];
    if (subject) return subject;
    const [itemCode = part, regionCode] = part.replace(/#.*$/, "").split("@");
    if (!regionCode && regionName(itemCode) !== itemCode) return regionName(itemCode);
    const item = itemName(itemCode);
    const formula = code === "FORMULAS_IN_FORCE" && part.split("#")[1];
    if (formula) return t`${item}（${formula}）`;
    const region = regionCode && regionName(regionCode);
    return region ? t`${item}（${region}）` : item;
  });
  return joinList(parts, i18n.locale);
}

/** The server tells shares in basis points, the form in per cent. */
function percentWords(part: string): string {
  return part.endsWith("%") ? part : `${Number(part) / 100}%`;
}
