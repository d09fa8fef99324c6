import { useSetting } from "@kaidan/web-kit/session/useSetting";
import { overdueWords } from "@kaidan/web-kit/vocabulary/plain-words";
import {
  differenceAreaWords,
  differenceKindWords,
  eligibleWords,
  quantityKindWords,
  saleModeWords,
  supplierChoiceWords,
} from "@kaidan/web-kit/vocabulary/staff-words";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ProductDiffPageQuery } from "../../gql/graphql";

type Row = NonNullable<NonNullable<ProductDiffPageQuery["staffProduct"]>["differences"]>[number];
type Words = Readonly<Record<string, MessageDescriptor>>;

const fields: Words = {
  title: msg`标题`,
  titleEn: msg`英文标题`,
  summary: msg`一句话介绍`,
  description: msg`详细介绍`,
  category: msg`分类`,
  picture: msg`插图`,
  photos: msg`照片`,
  saleMode: msg`销售方式`,
  supplierChoice: msg`服务商由谁选`,
  regions: msg`销售城市`,
  contractTemplate: msg`合同模板`,
  planTemplate: msg`付款计划模板`,
  label: msg`问题`,
  labelEn: msg`英文问题`,
  kind: msg`类型`,
  unit: msg`单位`,
  required: msg`必选`,
  min: msg`最小`,
  max: msg`最大`,
  options: msg`选项`,
  hint: msg`提示`,
  selectedByDefault: msg`默认选中`,
  quantityKind: msg`数量方式`,
  quantity: msg`数量`,
  quantityInput: msg`取自填写项`,
  quantityFormula: msg`数量算式`,
  choiceGroup: msg`选择组`,
  eligible: msg`谁可以做`,
  minLevel: msg`最低等级`,
  suppliers: msg`服务商`,
  priceFormula: msg`计价公式`,
  dependsOn: msg`等谁验收`,
  lagHours: msg`再等几小时`,
  collectionMode: msg`销售与收款`,
  commissionRate: msg`佣金比例`,
  commissionRefundable: msg`退款时退还佣金`,
  officialFee: msg`官费`,
  name: msg`名称`,
  nameEn: msg`英文名称`,
  share: msg`比例`,
  nature: msg`性质`,
  trigger: msg`何时支付`,
  afterDays: msg`几天后支付`,
  dueDay: msg`固定日期`,
  milestone: msg`付款节点`,
  graceDays: msg`宽限天数`,
  overdueAction: msg`逾期后`,
  collectedBySupplier: msg`服务商上门收款`,
};

const values: Words = {
  true: msg`是`,
  false: msg`否`,
  ...eligibleWords,
  ...saleModeWords,
  ...supplierChoiceWords,
  ...overdueWords,
};

/** A difference as people read it: what it is about, what it was, what it is. */
export function useDifferenceWords(): (row: Row) => { what: string; before: string; after: string } {
  const { i18n } = useLingui();
  const setting = useSetting();
  const wordOf = (words: Words, code: string): string => (words[code] ? i18n._(words[code]) : code);
  const valueOf = ({ field }: Row, value: string | null | undefined): string => {
    if (value === null || value === undefined) return "—";
    if (field === "quantityKind") return wordOf(quantityKindWords, value);
    if (field === "share") return `${Number(value) / 100}%`;
    if (field === "regions") {
      const names = value.split("、").map((code) => setting?.regions.find((each) => each.code === code)?.name ?? code);
      return names.join("、");
    }
    return wordOf(values, value);
  };
  return (row) => {
    const what = [i18n._(differenceAreaWords[row.area]), row.subject, row.field && wordOf(fields, row.field)]
      .filter(Boolean)
      .join(" · ");
    if (row.kind === "ADDED") return { what, before: "—", after: i18n._(differenceKindWords.ADDED) };
    if (row.kind === "REMOVED") return { what, before: i18n._(differenceKindWords.REMOVED), after: "—" };
    return { what, before: valueOf(row, row.before), after: valueOf(row, row.after) };
  };
}
