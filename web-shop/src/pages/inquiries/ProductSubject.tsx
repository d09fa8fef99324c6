import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { NativeSelect, TextInput } from "@mantine/core";
import type { NewInquiryPageQuery } from "../../gql/graphql";
import css from "./Inquiries.module.css";
import type { TypedAnswer } from "./to-input";

type Product = NonNullable<NewInquiryPageQuery["product"]>;
type ProductSubjectProps = {
  product: Product;
  answers: readonly TypedAnswer[];
  onAnswers: (answers: TypedAnswer[]) => void;
  optional: readonly string[];
  onOptional: (ids: string[]) => void;
};

/** A product's questions and optional parts, as they were filled in on its page. */
export function ProductSubject({ product, answers, onAnswers, optional, onOptional }: ProductSubjectProps) {
  const { i18n } = useI18n();
  const en = i18n.locale === "en";
  const extras = product.components.filter(({ required }) => !required);
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
      {extras.length > 0 && (
        <fieldset className={css.items}>
          <legend>
            <Trans>可选项目</Trans>
          </legend>
          {extras.map(({ id, item }) => (
            <label key={id} className={css.check}>
              <input
                type="checkbox"
                checked={optional.includes(id)}
                onChange={(event) =>
                  onOptional(event.currentTarget.checked ? [...optional, id] : optional.filter((one) => one !== id))
                }
              />
              {en ? item.nameEn : item.name}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
