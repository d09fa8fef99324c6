import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import type { NewInquiryPageQuery } from "../../gql/graphql";
import css from "./Inquiries.module.css";
import type { TypedAnswer } from "./to-input";

type Product = NonNullable<NewInquiryPageQuery["product"]>;
type ProductSubjectProps = {
  product: Product;
  answers: readonly TypedAnswer[];
  onAnswers: (answers: TypedAnswer[]) => void;
  /** Optional components and choices of either-or groups, by id. */
  wanted: readonly string[];
  onWanted: (ids: string[]) => void;
};

/** A product's questions and optional parts, as they were filled in on its page. */
export function ProductSubject({ product, answers, onAnswers, wanted, onWanted }: ProductSubjectProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const en = i18n.locale === "en";
  const extras = product.components.filter(({ required, choiceGroup }) => !required && choiceGroup === null);
  const tell = (code: string, value: string): void =>
    onAnswers(answers.map((answer) => (answer.code === code ? { code, value } : answer)));
  return (
    <>
      <h2>{en ? product.titleEn : product.title}</h2>
      <div className={css.fields}>
        {product.inputs.map((input) => {
          const label = `${en ? input.labelEn : input.label}${input.unit ? `（${input.unit}）` : ""}`;
          const value = answers.find(({ code }) => code === input.code)?.value ?? "";
          if (input.kind === "CHOICE") {
            return (
              <NativeSelect
                key={input.code}
                label={label}
                value={value}
                onChange={(event) => tell(input.code, event.currentTarget.value)}
                data={["", ...input.options]}
              />
            );
          }
          return (
            <TextInput
              key={input.code}
              label={label}
              required={input.required}
              type={input.kind === "DATE" ? "date" : "text"}
              inputMode={input.kind === "NUMBER" ? "decimal" : undefined}
              value={value}
              onChange={(event) => tell(input.code, event.currentTarget.value)}
            />
          );
        })}
      </div>
      {product.choiceGroups.map((group) => (
        <Parts
          key={group.code}
          legend={en ? group.nameEn : group.name}
          parts={product.components.filter(({ choiceGroup }) => choiceGroup === group.code)}
          only={group.max === 1}
          none={group.min === 0}
          wanted={wanted}
          onWanted={onWanted}
        />
      ))}
      {extras.length > 0 && <Parts legend={t`可选项目`} parts={extras} wanted={wanted} onWanted={onWanted} />}
    </>
  );
}

type PartsProps = Pick<ProductSubjectProps, "wanted" | "onWanted"> & {
  legend: string;
  parts: Product["components"];
  /** One of them at most, and whether none will do. */
  only?: boolean;
  none?: boolean;
};

/** Components to choose from: one of an either-or group, or any. */
function Parts({ legend, parts, only = false, none = false, wanted, onWanted }: PartsProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const others = wanted.filter((id) => !parts.some((part) => part.id === id));
  const choose = (id: string, on: boolean): void => {
    const kept = only ? others : wanted.filter((one) => one !== id);
    onWanted(on ? [...kept, id] : kept);
  };
  const type = only ? "radio" : "checkbox";
  return (
    <fieldset className={css.items}>
      <legend>{legend}</legend>
      {parts.map(({ id, item }) => (
        <label key={id} className={css.check}>
          <input
            type={type}
            name={legend}
            checked={wanted.includes(id)}
            onChange={(event) => choose(id, event.currentTarget.checked)}
          />
          {i18n.locale === "en" ? item.nameEn : item.name}
        </label>
      ))}
      {only && none && (
        <label className={css.check}>
          <input
            type="radio"
            name={legend}
            checked={others.length === wanted.length}
            onChange={() => onWanted(others)}
          />
          {t`都不要`}
        </label>
      )}
    </fieldset>
  );
}
